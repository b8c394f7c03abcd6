import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { DevTenantContext } from '../context.ts';
import type { Tenant, User } from '../directory/model.ts';
import { signInName } from '../entra/access-token.ts';
import type { SignInState } from '../entra/sign-in-state.ts';
import type { PortalRefusal, SignedIn } from './portal-data.ts';
import { forbidden, PortalProblem } from './portal-problem.ts';
import { portalPerson } from './portal-session.ts';

/** The person who asks, and the organisation the person works in. */
export interface Caller {
  user: User;
  tenant: Tenant;
  signedIn: SignedIn;
}

/** The browser has to go to the sign-in page first. */
class SignInNeeded extends Error {}

export interface PortalApi {
  app: FastifyInstance;
  context: DevTenantContext;
  /** @throws SignInNeeded, answered with 401 */
  caller: (request: FastifyRequest) => Caller;
  /** @throws SignInNeeded; PortalProblem 403 for a guest */
  member: (request: FastifyRequest) => Caller;
}

function describeCaller({ directory }: DevTenantContext, user: User): Caller {
  const tenant = directory.tenants.find(({ id }) => id === user.tenantId);
  if (!tenant) throw new Error(`The directory has no tenant ${user.tenantId}`);
  return {
    user,
    tenant,
    signedIn: {
      name: user.displayName,
      userName: signInName(user),
      tenantId: tenant.id,
      tenantName: tenant.displayName,
    },
  };
}

/**
 * All ports of localhost are one site, so SameSite cookies come along with what another page of this machine sends: only
 * the portal's own pages may change something, and only by JSON, which a form cannot send.
 */
function refuseForeignWrites(app: FastifyInstance, context: DevTenantContext): void {
  app.addHook('onRequest', async ({ method, headers }, reply) => {
    if (method === 'GET' || method === 'HEAD') return undefined;
    const ownPage =
      headers['sec-fetch-site'] === 'same-origin' ||
      (headers['sec-fetch-site'] === undefined && headers.origin === context.baseUrl());
    if (!ownPage) {
      const message = 'Only the pages of the admin center may change something here.';
      return reply.code(403).send({ error: 'forbidden', message });
    }
    if (/^application\/json\b/i.test(headers['content-type'] ?? '')) return undefined;
    return reply.code(415).send({ error: 'invalid', message: 'Send JSON.' });
  });
}

function answerProblem(api: PortalApi, error: unknown, request: FastifyRequest, reply: FastifyReply) {
  if (error instanceof SignInNeeded) return reply.code(401).send({ error: 'sign-in-needed' });
  if (error instanceof PortalProblem) {
    const { signedIn } = api.caller(request);
    const refusal: PortalRefusal = { error: error.kind, message: error.message, signedIn };
    return reply.code(error.status).send(refusal);
  }
  // Fastify's own refusals: a body too large, or no JSON.
  const { statusCode = 500, message } = error as { statusCode?: number; message: string };
  if (statusCode < 500) return reply.code(statusCode).send({ error: 'invalid', message });
  throw error;
}

/** What the JSON routes of the portals share: who asks, how refusals are told, and protection of what changes something. */
export function portalApi(app: FastifyInstance, context: DevTenantContext, state: SignInState): PortalApi {
  const caller = (request: FastifyRequest): Caller => {
    const user = portalPerson(context, state, request);
    if (!user) throw new SignInNeeded();
    return describeCaller(context, user);
  };
  const member = (request: FastifyRequest): Caller => {
    const found = caller(request);
    if (found.user.userType === 'Member') return found;
    throw forbidden(
      `${found.signedIn.userName} is a guest of ${found.tenant.displayName}. Guests cannot read its applications: ` +
        'use another account, or ask an administrator.',
    );
  };
  const api = { app, context, caller, member };
  refuseForeignWrites(app, context);
  app.setErrorHandler((error, request, reply) => answerProblem(api, error, request, reply));
  return api;
}
