import { decodeJwt } from 'jose';

/** What an access token for mail says of itself. Times are milliseconds since 1970; null where it says nothing. */
export interface AccessTokenClaims {
  audience: string | null;
  scopes: string[] | null;
  expiresAt: number | null;
  /** Address or name of the person it was issued to. */
  person: string | null;
  /** Object id of that person. */
  oid: string | null;
  /** Characters of the token. */
  length: number;
}

const longestClaim = 1000;

/**
 * Reads a token that is meant for the mail host alone (Microsoft: "Access token claims reference"), because the host
 * refuses a wrong one with a text that has many causes. Nothing is trusted by it: the host verifies.
 */
export function readAccessToken(accessToken: string): AccessTokenClaims {
  const claims = claimsOf(accessToken);
  const text = (name: string): string | null => {
    const value = claims[name];
    return typeof value === 'string' && value.length <= longestClaim ? value : null;
  };
  const { aud, exp } = claims;
  return {
    audience: (Array.isArray(aud) ? aud[0] : text('aud')) ?? null,
    scopes: text('scp')?.split(' ').filter(Boolean) ?? null,
    expiresAt: typeof exp === 'number' ? exp * 1000 : null,
    person: text('upn') ?? text('preferred_username') ?? text('unique_name') ?? text('name'),
    oid: text('oid')?.toLowerCase() ?? null,
    length: accessToken.length,
  };
}

/** A token may be encrypted or of another make: then nothing is known of it. */
function claimsOf(accessToken: string): Record<string, unknown> & { aud?: string | string[]; exp?: number } {
  try {
    return decodeJwt(accessToken);
  } catch {
    return {};
  }
}
