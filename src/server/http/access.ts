import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Role } from '../../shared/domain/roles.ts';
import type { TokenRefusal, TokenVerifier } from './access-token.ts';
import type { Person } from './person.ts';
import { ProblemError } from './problems.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route: one of these roles, or `public` for everybody without a token. */
    access?: readonly Role[] | 'public';
  }
  interface FastifyRequest {
    /** Set on every route that is not public. */
    person: Person | null;
  }
}

const advice: Record<TokenRefusal, string> = {
  'token-refused': 'Sign on again in the tab',
  'tenant-not-allowed': 'The operator of this installation admits tenants',
  unavailable: 'The signing keys of Microsoft cannot be fetched at the moment; try again soon',
};

/** The signed-on person of a route that is not public. */
export function personOf(request: FastifyRequest): Person {
  if (request.person === null) throw new Error(`${request.routeOptions.url ?? ''} has no signed-on person`);
  return request.person;
}

/**
 * Every route names who may call it, or the server does not start. The check runs before the body is read and after
 * the rate limit, so that strangers can neither make the server work nor try tokens without end.
 */
export function installAccess(
  app: FastifyInstance,
  verifier: TokenVerifier,
  seen: (person: Person) => void,
): void {
  app.decorateRequest('person', null);
  app.addHook('onRoute', (route) => {
    if (route.config?.access === undefined) throw new Error(`${route.url} does not say who may call it`);
  });
  app.addHook('preParsing', async (request) => {
    const access = request.routeOptions.config.access;
    // Unknown paths have no route: they are answered 404 to everybody.
    if (access === undefined || access === 'public') return;
    const check = await verifier.check(bearerToken(request));
    if ('refusal' in check) {
      request.log.info({ reason: check.reason }, 'access token refused');
      throw new ProblemError(check.refusal, advice[check.refusal]);
    }
    if (!access.some((role) => check.person.roles.includes(role))) {
      const { tenantId, userId } = check.person;
      request.log.info({ tenantId, userId, route: request.routeOptions.url, needed: access }, 'role missing');
      throw new ProblemError('role-missing', `This needs one of the roles ${access.join(', ')}`);
    }
    request.person = check.person;
    seen(check.person);
  });
}

/** RFC 6750, section 2.1: the header alone; a token in a URL would end up in logs. */
function bearerToken(request: FastifyRequest): string {
  const [scheme, token, ...rest] = (request.headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token || rest.length > 0) {
    throw new ProblemError('token-missing', 'Send the access token in the header Authorization');
  }
  return token;
}
