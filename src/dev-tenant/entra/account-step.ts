import type { FastifyReply, FastifyRequest } from 'fastify';

import type { DevTenantContext } from '../context.ts';
import { signInName } from './access-token.ts';
import type { Person } from './authorize.ts';
import {
  chooseAccount,
  logIn,
  namedAccount,
  type AccountChoice,
  type AccountQuestion,
} from './choose-account.ts';
import { accountPickerPage, loginPage } from './pages/sign-in-pages.ts';
import { readSessionCookie, setSessionCookie } from './session-cookie.ts';
import type { SignInState } from './sign-in-state.ts';

/** A request of the browser, taken apart: what the application asks, what a form of ours sent, where forms post to. */
export interface PageRequest {
  parameters: URLSearchParams;
  form: URLSearchParams;
  action: string;
}

/** An application may also post its parameters. */
export function readPageRequest(request: FastifyRequest): PageRequest {
  const [path = '', search = ''] = request.url.split('?', 2);
  const query = new URLSearchParams(search);
  const body = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
  // Only an application names itself: what a person typed must never get into an address.
  const posted = body.has('client_id');
  const parameters = posted ? new URLSearchParams([...query, ...body]) : query;
  return {
    parameters,
    form: posted ? new URLSearchParams() : body,
    action: `${path}?${parameters.toString()}`,
  };
}

function chooseByStep(
  context: DevTenantContext,
  state: SignInState,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: AccountQuestion,
  form: URLSearchParams,
): AccountChoice {
  const session = readSessionCookie(request);
  const accounts = state.accounts(session);
  switch (form.get('step') ?? '') {
    case 'login': {
      const choice = logIn(context, asked, form);
      if (choice.kind === 'account') setSessionCookie(reply, state.addAccount(session, choice.account));
      return choice;
    }
    case 'pick':
    case 'consent':
      return namedAccount(context, asked, accounts, form.get('userId'));
    case 'other':
      return { kind: 'ask-login' };
    default:
      return chooseAccount(context, asked, accounts);
  }
}

/** The person in front of the browser, or the page that asks for one. */
export function accountStep(
  context: DevTenantContext,
  state: SignInState,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: AccountQuestion,
): Person | { markup: string } {
  const { form, action } = readPageRequest(request);
  const choice = chooseByStep(context, state, request, reply, asked, form);
  const application = asked.client.displayName;
  switch (choice.kind) {
    case 'ask-login': {
      const userName = form.get('loginfmt') ?? asked.loginHint ?? '';
      return { markup: loginPage(action, application, userName, choice.problem) };
    }
    case 'ask-account': {
      const accounts = choice.users.map((user) => ({
        userId: user.id,
        name: user.displayName,
        userName: signInName(user),
      }));
      return { markup: accountPickerPage(action, application, accounts) };
    }
    case 'account':
      return choice;
  }
}
