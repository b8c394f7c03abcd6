import { ClientError } from 'openid-client';
import type { HttpReply } from '../http/exchange.ts';

/**
 * Microsoft said yes, but the answer may not be used:
 * `response` it is not what OAuth and OpenID Connect prescribe, or is cut off; `nonce` the id token belongs to another
 * sign-in; `issuer` or `directory` it comes from another tenant; `client` it is for another application; `time` it is
 * expired or not yet valid, so one of the clocks is wrong; `person` it names nobody of a directory; `audience` the
 * access token is for another resource; `refresh-token` none came, so nothing would be left in an hour.
 */
export type RejectedCheck =
  'response' | 'nonce' | 'issuer' | 'directory' | 'client' | 'time' | 'person' | 'audience' | 'refresh-token';

/** Unlike a refusal it has no raw reply: that one holds tokens. */
export interface Rejection {
  check: RejectedCheck;
  /** What stood in place of the wanted value, at most 200 characters; null when it says nothing or is not to be told. */
  found: string | null;
}

const longestFound = 200;

/** A rejection that tells what was found instead. */
export function rejection(check: RejectedCheck, found: unknown = null): Rejection {
  const text = Array.isArray(found) ? found.join(' ') : found;
  return { check, found: typeof text === 'string' ? text.slice(0, longestFound) : null };
}

const tokenField = /"(access|refresh|id)_token"/;

/** Whether a reply has tokens in it, complete or cut off: such a reply is never evidence to be shown. */
export function holdsTokens(reply: HttpReply): boolean {
  return tokenField.test(reply.body);
}

const checkOfClaim: Readonly<Record<string, RejectedCheck>> = {
  nonce: 'nonce',
  iss: 'issuer',
  aud: 'client',
  azp: 'client',
};

/** Which check of openid-client failed. */
export function rejectionOfError(error: unknown): Rejection {
  if (!(error instanceof ClientError)) return rejection('response');
  if (error.code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return rejection('time');
  const { claim, claims } = comparisonOf(error);
  const check = claim === undefined ? undefined : checkOfClaim[claim];
  if (claim === undefined || check === undefined) return rejection('response');
  return rejection(check, check === 'nonce' ? null : claims[claim]);
}

/** openid-client wraps the error of oauth4webapi, whose cause names the claim that differs. */
function comparisonOf(error: ClientError): { claim?: string; claims: Record<string, unknown> } {
  const inner = error.cause instanceof Error ? error.cause.cause : undefined;
  if (typeof inner !== 'object' || inner === null) return { claims: {} };
  const { claim, claims } = inner as { claim?: unknown; claims?: unknown };
  const known = typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : {};
  return typeof claim === 'string' ? { claim, claims: known } : { claims: known };
}
