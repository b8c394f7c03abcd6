import { createRemoteJWKSet, customFetch, errors, jwtVerify, type JWTPayload } from 'jose';
import { isGuid } from '../../shared/domain/guid.ts';
import { canConsent, rolesInToken } from './roles-in-token.ts';
import type { Person } from './person.ts';

export interface TokenRules {
  /** Application (client) id of the tab's own registration: the only audience of a v2 token for our API. */
  clientId: string;
  /** Issuer with `{tenant}`, e.g. `https://login.microsoftonline.com/{tenant}/v2.0`. */
  issuer: string;
  jwksUri: string;
  /** Clients whose tokens are accepted: ours, and the Microsoft hosts that are pre-authorised. */
  clients: readonly string[];
  operatorTenant: string | undefined;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Asked after the signature: tenants can be admitted while the server runs. */
  isAllowedTenant(tenantId: string): boolean;
}

/**
 * `tenant-not-allowed`: who you are is known, but your firm is not a customer here. `unavailable`: the keys to check
 * the token with cannot be fetched, which says nothing about the token.
 */
export type TokenRefusal = 'token-refused' | 'tenant-not-allowed' | 'unavailable';

export type TokenCheck = { person: Person } | { refusal: TokenRefusal; reason: string };

export interface TokenVerifier {
  check(token: string): Promise<TokenCheck>;
  /** Fetches the signing keys ahead of the first request, and again by the clock. */
  refreshKeys(): Promise<void>;
}

const scope = 'access_as_user';
/** Microsoft advises five minutes of tolerance for clocks that differ. */
const clockToleranceS = 300;
const longestToken = 16_384;

/**
 * Validates access tokens for our own API (Microsoft: "Access tokens in the Microsoft identity platform").
 * The issuer is rebuilt from `tid`, so that a token of tenant A can never speak for tenant B.
 */
export function createTokenVerifier(rules: TokenRules, fetchKeys: typeof fetch = fetch): TokenVerifier {
  const keys = createRemoteJWKSet(new URL(rules.jwksUri), {
    // Known keys stay good while the key endpoint is down; an unknown key id asks again, at most every 30 s.
    cacheMaxAge: Infinity,
    cooldownDuration: 30_000,
    timeoutDuration: 5_000,
    [customFetch]: (url, options) => fetchKeys(url, options).catch(unlessUnreachable),
  });
  return {
    refreshKeys: () => keys.reload(),
    async check(token) {
      if (token.length > longestToken) return refused('longer than any access token');
      try {
        const { payload } = await jwtVerify(token, keys, {
          algorithms: ['RS256'],
          audience: rules.clientId,
          clockTolerance: clockToleranceS,
          currentDate: new Date(rules.now()),
          requiredClaims: ['exp', 'iat', 'iss', 'tid', 'oid', 'ver'],
        });
        return checkClaims(payload, rules);
      } catch (error) {
        if (error instanceof KeysUnavailable || isAboutKeys(error)) {
          return { refusal: 'unavailable', reason: 'the signing keys cannot be fetched' };
        }
        if (error instanceof errors.JOSEError) return refused(error.code);
        throw error;
      }
    },
  };
}

class KeysUnavailable extends Error {}

/** An outage of the key endpoint must not be taken for a bad token: people would be sent to sign on in vain. */
function unlessUnreachable(error: unknown): never {
  // A time-out keeps its own name, by which jose knows it.
  if ((error as Error).name === 'TimeoutError') throw error;
  throw new KeysUnavailable('no answer', { cause: error });
}

/** jose's words for a key endpoint that is late, answers something else than 200, or no key set. */
function isAboutKeys(error: unknown): boolean {
  return (
    error instanceof errors.JWKSTimeout ||
    error instanceof errors.JWKSInvalid ||
    (error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC')
  );
}

function checkClaims(claims: JWTPayload, rules: TokenRules): TokenCheck {
  const tenantId = text(claims['tid']).toLowerCase();
  const userId = text(claims['oid']).toLowerCase();
  if (!isGuid(tenantId) || !isGuid(userId)) return refused('tid or oid is not a GUID');
  if (claims['ver'] !== '2.0') return refused('not a version 2 token: set requestedAccessTokenVersion to 2');
  if (claims.iss !== rules.issuer.replace('{tenant}', tenantId)) return refused('issuer and tenant differ');
  if (!rules.clients.includes(text(claims['azp'])))
    return refused('asked for by an application that may not');
  // An app-only token has no scp: nobody is signed on.
  if (!text(claims['scp']).split(' ').includes(scope)) return refused('the scope access_as_user is missing');
  if (!rules.isAllowedTenant(tenantId))
    return { refusal: 'tenant-not-allowed', reason: 'tenant not admitted' };
  const wids = texts(claims['wids']);
  const person: Person = {
    tenantId,
    userId,
    name: text(claims['name']).slice(0, 200),
    username: text(claims['preferred_username']).slice(0, 320),
    roles: rolesInToken({ roles: texts(claims['roles']) ?? [], wids }, tenantId === rules.operatorTenant),
    canConsent: canConsent(wids),
    signedOnUntil: ((claims.exp ?? 0) + clockToleranceS) * 1000,
  };
  return { person };
}

function refused(reason: string): TokenCheck {
  return { refusal: 'token-refused', reason };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function texts(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : undefined;
}
