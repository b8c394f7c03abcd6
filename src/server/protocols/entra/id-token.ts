import type { IDToken } from 'openid-client';

/** Who signed in. `tid` and `oid` together are the identity; the rest is what the directory calls it today. */
export interface SignedInIdentity {
  tid: string;
  oid: string;
  preferredUsername: string | null;
  upn: string | null;
  email: string | null;
  name: string | null;
}

/** A claim that is longer than any address or name is not one. */
const longestClaim = 1000;

/**
 * Reads the person from verified claims (Microsoft: "ID token claims reference"); null when the token names no person
 * of a directory. Names are not cut: half an address could be somebody else's.
 */
export function readIdentity(claims: IDToken): SignedInIdentity | null {
  const text = (name: string): string | null => {
    const value = claims[name];
    return typeof value === 'string' && value !== '' && value.length <= longestClaim ? value : null;
  };
  const [tid, oid] = [text('tid'), text('oid')];
  if (tid === null || oid === null) return null;
  return {
    tid: tid.toLowerCase(),
    oid: oid.toLowerCase(),
    preferredUsername: text('preferred_username'),
    upn: text('upn'),
    email: text('email'),
    name: text('name'),
  };
}
