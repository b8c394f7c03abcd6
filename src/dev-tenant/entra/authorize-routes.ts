import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { DevTenantContext } from '../context.ts';
import { signInName } from './access-token.ts';
import { accountStep, readPageRequest } from './account-step.ts';
import { authorizePerson, refusalForCallback, type Outcome, type Person } from './authorize.ts';
import { readAuthorizeRequest, type AuthorizeRequest } from './authorize-request.ts';
import { findClient } from './client.ts';
import { backButtonSource } from './pages/back-button.ts';
import { adminApprovalPage, consentPage, refusalPage } from './pages/sign-in-pages.ts';
import { answerAddress, readRedirectTarget, sendAnswer, type RedirectTarget } from './redirect-target.ts';
import { describe, Refusal, requestIds } from './refusal.ts';
import { adminApprovalNeeded, isAboutPerson } from './grant-refusals.ts';
import { parameterMissing } from './refusals.ts';
import type { SignInState } from './sign-in-state.ts';
import { readAuthority } from './tenant-path.ts';

interface AuthorizeRoute {
  Params: { tenant: string };
}

export const sendPage = (reply: FastifyReply, markup: string, status = 200): FastifyReply =>
  reply
    .code(status)
    .headers({
      'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; script-src ${backButtonSource}`,
      'X-Frame-Options': 'DENY',
      'Cache-Control': 'no-store',
    })
    .type('text/html; charset=utf-8')
    .send(markup);

export class AuthorizeEndpoint {
  readonly #context: DevTenantContext;
  readonly #state: SignInState;

  constructor(context: DevTenantContext, state: SignInState) {
    this.#context = context;
    this.#state = state;
  }

  /** Answers one request of the browser: a page, or the redirect to the application. */
  async handle(request: FastifyRequest<AuthorizeRoute>, reply: FastifyReply): Promise<FastifyReply> {
    const { parameters } = readPageRequest(request);
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
    const { form, action } = readPageRequest(request);
    const step = accountStep(this.#context, this.#state, request, reply, authorizeRequest);
    if ('markup' in step) return sendPage(reply, step.markup);
    const application = authorizeRequest.client.displayName;
    const answer = form.get('step') === 'consent' ? form : undefined;
    const outcome = await authorizePerson(this.#context, this.#state, authorizeRequest, target, step, answer);
    return this.#show(reply, action, application, target, step, outcome);
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
      const returnAddress = answerAddress(target, { ...fields, ...state });
      const userName = signInName(user);
      return sendPage(reply, adminApprovalPage({ application, userName, action, returnAddress }));
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
    const text = describe(refusal, requestIds(correlationId), this.#context.now());
    const action = isAboutPerson(refusal) ? readPageRequest(request).action : undefined;
    return sendPage(reply, refusalPage(text, action), 400);
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
