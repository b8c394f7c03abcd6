import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ServiceKeyScope } from '../../shared/api/service-keys.ts';
import { ProblemError } from './problems.ts';

/** Whom a service key speaks for: LEGAL 365 for one entity, nobody in person. */
export interface ServiceKeyHolder {
  tenantId: string;
  entityId: string;
  keyId: string;
  scopes: readonly ServiceKeyScope[];
}

export interface ServiceKeyVerifier {
  /** `reason` and the ids beside it are for the log alone; they never hold the key. */
  check(
    key: string,
  ): Promise<{ holder: ServiceKeyHolder } | { reason: string; tenantId?: string; keyId?: string }>;
}

/**
 * LEGAL 365 needs one Graph token in ten minutes; the rest is room for an installation that restarts. Taking over a message
 * is two requests, and a mailbox that begins has thousands.
 */
const requestsPerMinute: Readonly<Record<ServiceKeyScope, number>> = { graph: 60, mail: 600 };
const wrongKeysPerMinuteAndAddress = 30;
const minuteMs = 60_000;

/**
 * Who calls with a service key of the scope. Whatever is wrong with a key is answered alike, so that nobody learns from
 * outside which keys exist. A right key is never hindered by wrong ones of the same address: they may come from another
 * customer behind the same proxy.
 * @throws ProblemError `key-refused`, `scope-missing`, `too-many-requests`
 */
export function createServiceKeyCheck(app: FastifyInstance, verifier: ServiceKeyVerifier) {
  const limit = { timeWindow: minuteMs };
  const countWrong = app.createRateLimit({ ...limit, max: wrongKeysPerMinuteAndAddress });
  const countOf = (scope: ServiceKeyScope) =>
    app.createRateLimit({
      ...limit,
      max: requestsPerMinute[scope],
      keyGenerator: (request) => `${scope} ${request.serviceKey?.keyId ?? ''}`,
    });
  const counts = { graph: countOf('graph'), mail: countOf('mail') };

  return async (request: FastifyRequest, key: string, scope: ServiceKeyScope): Promise<ServiceKeyHolder> => {
    const check = await verifier.check(key);
    if (!('holder' in check)) {
      request.log.info(check, 'service key refused');
      refuseIfExceeded(await countWrong(request), 'wrong service keys from one address');
      throw new ProblemError(
        'key-refused',
        'Use a service key of this entity that is neither revoked nor expired',
      );
    }
    const { holder } = check;
    request.serviceKey = holder;
    refuseIfExceeded(await counts[scope](request), 'requests with one service key');
    if (!holder.scopes.includes(scope)) {
      const { tenantId, keyId } = holder;
      request.log.info({ tenantId, keyId, route: request.routeOptions.url, needed: scope }, 'scope missing');
      throw new ProblemError('scope-missing', `This needs a service key with the scope ${scope}`);
    }
    return holder;
  };
}

type Count = Awaited<ReturnType<ReturnType<FastifyInstance['createRateLimit']>>>;

/** @throws ProblemError `too-many-requests`; `what` are counted a minute */
export function refuseIfExceeded(count: Count, what: string): void {
  if (count.isAllowed || !count.isExceeded) return;
  throw new ProblemError('too-many-requests', `At most ${count.max} ${what} a minute`, {
    retryAfter: count.ttlInSeconds,
  });
}
