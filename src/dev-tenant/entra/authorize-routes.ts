import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { DevTenantContext } from '../context.ts';
import { signInName } from './access-token.ts';
import { authorizePerson, refusalForCallback, type Outcome, type Person } from './authorize.ts';
import { readAuthorizeRequest, type AuthorizeRequest } from './authorize-request.ts';
import { chooseAccount, logIn, namedAccount, type AccountChoice } from './choose-account.ts';
import { findClient } from './client.ts';
import {
  accountPickerPage,
  adminApprovalPage,
  consentPage,
  loginPage,
  refusalPage,
} from './pages/sign-in-pages.ts';
import { answerAddress, readRedirectTarget, sendAnswer, type RedirectTarget } from './redirect-target.ts';
import { describe, Refusal, requestIds } from './refusal.ts';
import { adminApprovalNeeded, parameterMissing } from './refusals.ts';
import { readSessionCookie, setSessionCookie } from './session-cookie.ts';
import type { SignInState } from './sign-in-state.ts';
import { readAuthority } from './tenant-path.ts';

interface AuthorizeRoute {
  Params: { tenant: string };
}

export const sendPage = (reply: FastifyReply, markup: string, status = 200): FastifyReply =>
  reply
    .code(status)
    .headers({
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
      'X-Frame-Options': 'DENY',
      'Cache-Control': 'no-store',
    })
    .type('text/html; charset=utf-8')
    .send(markup);

/** The parameters of the application, and those of our own pages' forms; an application may post its parameters too. */
function readParameters(request: FastifyRequest): { parameters: URLSearchParams; form: URLSearchParams } {
  const query = new URLSearchParams(request.url.split('?', 2)[1] ?? '');
  const body = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
  // Only an application names itself: what a person typed must never get into an address.
  if (!body.has('client_id')) return { parameters: query, form: body };
  return { parameters: new URLSearchParams([...query, ...body]), form: new URLSearchParams() };
}

/** Where the forms of the pages post to: this very request, whatever way it came. */
const formAction = (request: FastifyRequest, parameters: URLSearchParams): string =>
  `${request.url.split('?', 1)[0] ?? ''}?${parameters.toString()}`;

export class AuthorizeEndpoint {
  readonly #context: DevTenantContext;
  readonly #state: SignInState;

  constructor(context: DevTenantContext, state: SignInState) {
    this.#context = context;
    this.#state = state;
  }

  /** Answers one request of the browser: a page, or the redirect to the application. */
  async handle(request: FastifyRequest<AuthorizeRoute>, reply: FastifyReply): Promise<FastifyReply> {
    const { parameters } = readParameters(request);
    let target: RedirectTarget | undefined;
    try {
      const authority = readAuthority(this.#context, request.params.tenant);
      const clientId = parameters.get('client_id');
      if (!clientId) throw parameterMissing('client_id');
      const client = findClient(this.#context, authority, clientId);
      target = readRedirectTarget(this.#context, client, parameters);
      const authorizeRequest = readAuthorizeRequest(authority, client, parameters);
      return await this.#signIn(request, reply, authorizeRequest, target);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return this.#refuse(request, reply, error, target, parameters.get('prompt') === 'none');
    }
  }

  async #signIn(
    request: FastifyRequest,
    reply: FastifyReply,
    authorizeRequest: AuthorizeRequest,
    target: RedirectTarget,
  ): Promise<FastifyReply> {
    const { parameters, form } = readParameters(request);
    const action = formAction(request, parameters);
    const choice = this.#choose(request, reply, authorizeRequest, form);
    const application = authorizeRequest.client.displayName;
    if (choice.kind === 'ask-login') {
      const userName = form.get('loginfmt') ?? authorizeRequest.loginHint ?? '';
      return sendPage(reply, loginPage(action, application, userName, choice.problem));
    }
    if (choice.kind === 'ask-account') {
      const accounts = choice.users.map((user) => ({
        userId: user.id,
        name: user.displayName,
        userName: signInName(user),
      }));
      return sendPage(reply, accountPickerPage(action, application, accounts));
    }
    const answer = form.get('step') === 'consent' ? form : undefined;
    const outcome = await authorizePerson(
      this.#context,
      this.#state,
      authorizeRequest,
      target,
      choice,
      answer,
    );
    return this.#show(reply, action, application, target, choice, outcome);
  }

  #choose(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: AuthorizeRequest,
    form: URLSearchParams,
  ): AccountChoice {
    const session = readSessionCookie(request);
    const accounts = this.#state.accounts(session);
    switch (form.get('step') ?? '') {
      case 'login': {
        const choice = logIn(this.#context, asked, form);
        if (choice.kind === 'account')
          setSessionCookie(reply, this.#state.addAccount(session, choice.account));
        return choice;
      }
      case 'pick':
      case 'consent':
        return namedAccount(this.#context, asked, accounts, form.get('userId'));
      case 'other':
        return { kind: 'ask-login' };
      default:
        return chooseAccount(this.#context, asked, accounts);
    }
  }

  #show(
    reply: FastifyReply,
    action: string,
    application: string,
    target: RedirectTarget,
    { user }: Person,
    outcome: Outcome,
  ): FastifyReply {
    if (outcome.kind === 'answer') return sendAnswer(reply, target, outcome.fields);
    if (outcome.kind === 'ask-admin') {
      const fields = this.#callbackFields(adminApprovalNeeded(), undefined);
      const state = target.state === undefined ? {} : { state: target.state };
      return sendPage(reply, adminApprovalPage(application, answerAddress(target, { ...fields, ...state })));
    }
    const { missing, organization } = outcome;
    const question = {
      application,
      userId: user.id,
      userName: signInName(user),
      scopes: missing.scopes,
      organization,
    };
    return sendPage(reply, consentPage(action, question));
  }

  #callbackFields(refusal: Refusal, correlationId: unknown): Record<string, string> {
    const context = this.#context;
    return {
      error: refusal.error,
      error_description: describe(refusal, requestIds(correlationId), context.now()),
      error_uri: `${context.baseUrl()}/error?code=${refusal.code}`,
      ...(refusal.suberror !== undefined && { error_subcode: refusal.suberror }),
    };
  }

  #refuse(
    request: FastifyRequest,
    reply: FastifyReply,
    refusal: Refusal,
    target: RedirectTarget | undefined,
    silent: boolean,
  ): FastifyReply {
    const correlationId = request.headers['client-request-id'];
    const forCallback = target && refusalForCallback(refusal, silent);
    if (target && forCallback)
      return sendAnswer(reply, target, this.#callbackFields(forCallback, correlationId));
    return sendPage(
      reply,
      refusalPage(describe(refusal, requestIds(correlationId), this.#context.now())),
      400,
    );
  }
}

/** `GET` and `POST /{tenant}/oauth2/v2.0/authorize`. */
export function authorizeRoutes(app: FastifyInstance, context: DevTenantContext, state: SignInState): void {
  const endpoint = new AuthorizeEndpoint(context, state);
  app.route<AuthorizeRoute>({
    method: ['GET', 'POST'],
    url: '/:tenant/oauth2/v2.0/authorize',
    handler: async (request, reply) => endpoint.handle(request, reply),
  });
}
