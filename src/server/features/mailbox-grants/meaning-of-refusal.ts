import type { Verdict } from '../../../shared/api/verdict.ts';
import type { Cause } from '../../../shared/causes.ts';

/**
 * What a refused refresh says of the grant. `grant-ended`: it is gone. `sign-in-again`: Microsoft wants to see the person;
 * the grant may serve again afterwards. `refused`: an administrator has to change something about the person.
 * `registration`: the application cannot be used, which is no mailbox's fault. `passing`: nothing was learnt.
 */
export type RefusalMeaning = 'grant-ended' | 'sign-in-again' | 'refused' | 'registration' | 'passing';

const aboutRegistration: ReadonlySet<Cause> = new Set<Cause>([
  'secret-wrong',
  'secret-expired',
  'secret-missing',
  'app-not-found',
  'app-disabled',
  'app-config-wrong',
  'tenant-not-found',
  'resource-not-in-tenant',
]);

const saysNothing: ReadonlySet<Cause> = new Set<Cause>([
  'throttled',
  'service-unavailable',
  'proxy-blocked',
  'dns',
  'network-unreachable',
  'timeout',
  'connection-dropped',
  'tls-untrusted',
  'cae-challenge',
  'unknown',
]);

/** Only an answer that names a grant as gone ends it: an outage or a faulty registration must not send anybody to sign in. */
export function meaningOfRefusal({ cause, tokenLost, retry }: Verdict): RefusalMeaning {
  if (tokenLost) return 'grant-ended';
  if (aboutRegistration.has(cause)) return 'registration';
  if (saysNothing.has(cause) || retry === 'later') return 'passing';
  return retry === 'sign-in-again' ? 'sign-in-again' : 'refused';
}
