import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ServiceKeyScope } from '../../shared/api/service-keys.ts';
import type { Role } from '../../shared/domain/roles.ts';
import type { TokenRefusal, TokenVerifier } from './access-token.ts';
import type { Person } from './person.ts';
import { ProblemError } from './problems.ts';
import {
  createServiceKeyCheck,
  type ServiceKeyHolder,
  type ServiceKeyVerifier,
} from './service-key-access.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route: people of these roles, LEGAL 365 by a service key, either, or `public` for everybody. */
    access?: readonly Role[] | { serviceKey: ServiceKeyScope; roles?: readonly Role[] } | 'public';
  }
  interface FastifyRequest {
    /** Set on every route for people; where keys are taken too, when a person calls. */
    person: Person | null;
    /** Set on every route for service keys; where people are let in too, when a key calls. */
    serviceKey: ServiceKeyHolder | null;
  }
}

export interface AccessChecks {
  verifier: TokenVerifier;
  serviceKeys: ServiceKeyVerifier;
  /** Told of everybody who was let in. */
  seen: (caller: { tenantId: string }) => void;
}

const advice: Record<TokenRefusal, string> = {
  'token-refused': 'Sign on again in the tab',
  'tenant-not-allowed': 'The operator of this installation admits tenants',
  unavailable: 'The signing keys of Microsoft cannot be fetched at the moment; try again soon',
};

/** The signed-on person of a route for people. */
export function personOf(request: FastifyRequest): Person {
  if (request.person === null) throw new Error(`${request.routeOptions.url ?? ''} has no signed-on person`);
  return request.person;
}

/** LEGAL 365's key on a route for service keys. */
export function keyHolderOf(request: FastifyRequest): ServiceKeyHolder {
  if (request.serviceKey === null) throw new Error(`${request.routeOptions.url ?? ''} has no service key`);
  return request.serviceKey;
}

/**
 * Every route names who may call it, or the server does not start. The check runs before the body is read and after
 * the rate limit, so that strangers can neither make the server work nor try tokens without end.
 */
export function installAccess(app: FastifyInstance, checks: AccessChecks): void {
  const checkServiceKey = createServiceKeyCheck(app, checks.serviceKeys);
  app.decorateRequest('person', null);
  app.decorateRequest('serviceKey', null);
  app.addHook('onRoute', (route) => {
    if (route.config?.access === undefined) throw new Error(`${route.url} does not say who may call it`);
  });
  app.addHook('preParsing', async (request) => {
    const access = request.routeOptions.config.access;
    // Unknown paths have no route: they are answered 404 to everybody.
    if (access === undefined || access === 'public') return;
    const token = bearerToken(request);
    const roles = 'serviceKey' in access ? access.roles : access;
    if ('serviceKey' in access && (roles === undefined || !isJwt(token))) {
      checks.seen(await checkServiceKey(request, token, access.serviceKey));
    } else {
      request.person = await checkPerson(request, token, roles ?? [], checks.verifier);
      checks.seen(request.person);
    }
  });
}

/** RFC 7519: three parts with dots between them; a service key has none. */
function isJwt(token: string): boolean {
  return token.includes('.');
}

async function checkPerson(
  request: FastifyRequest,
  token: string,
  roles: readonly Role[],
  verifier: TokenVerifier,
): Promise<Person> {
  const check = await verifier.check(token);
  if ('refusal' in check) {
    request.log.info({ reason: check.reason }, 'access token refused');
    throw new ProblemError(check.refusal, advice[check.refusal]);
  }
  if (!roles.some((role) => check.person.roles.includes(role))) {
    const { tenantId, userId } = check.person;
    request.log.info({ tenantId, userId, route: request.routeOptions.url, needed: roles }, 'role missing');
    throw new ProblemError('role-missing', `This needs one of the roles ${roles.join(', ')}`);
  }
  return check.person;
}

/** RFC 6750, section 2.1: the header alone; a token in a URL would end up in logs. */
function bearerToken(request: FastifyRequest): string {
  const [scheme, token, ...rest] = (request.headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token || rest.length > 0) {
    throw new ProblemError(
      'token-missing',
      'Send the access token or service key in the header Authorization',
    );
  }
  return token;
}
