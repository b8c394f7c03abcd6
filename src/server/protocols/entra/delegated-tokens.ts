import { decodeJwt } from 'jose';
import type { TokenEndpointResponse, TokenEndpointResponseHelpers } from 'openid-client';
import { readIdentity, type SignedInIdentity } from './id-token.ts';
import { rejection, type Rejection } from './rejection.ts';
import type { RegisteredClient } from './token-endpoint.ts';

/** Where delegated tokens come from and what they must say. */
export interface DelegatedClient extends RegisteredClient {
  /** The registration's own directory: id tokens of any other are rejected. */
  directoryId: string;
  /** Issuer of that directory's id tokens. */
  issuer: string;
  /** The resource that the access token must be for, e.g. `https://outlook.office.com`. */
  resource: string;
  scope: string;
}

/** Tokens on behalf of a person, checked. Times are milliseconds since 1970. */
export interface DelegatedTokens {
  accessToken: string;
  issuedAt: number;
  expiresAt: number;
  /** What was granted, which may be less than what was asked. */
  scopes: string[];
  /** `aud` of the access token. */
  audience: string;
  /** The one to keep from now on. */
  refreshToken: string;
  /** Null when no id token was asked for. */
  identity: SignedInIdentity | null;
}

type Received = TokenEndpointResponse & TokenEndpointResponseHelpers;

/**
 * Checks what openid-client does not know of: the directory, the person, and the audience of the access token. That
 * one is read although it is meant for the mail host alone, because a token for another resource is refused there with
 * a text that has many causes.
 */
export function readDelegatedTokens(
  received: Received,
  wanted: DelegatedClient,
  refreshToken: string,
  issuedAt: number,
): { tokens: DelegatedTokens } | { rejection: Rejection } {
  const claims = received.claims();
  const identity = claims === undefined ? null : readIdentity(claims);
  if (claims !== undefined && identity === null) return { rejection: rejection('person') };
  if (identity !== null && identity.tid !== wanted.directoryId.toLowerCase()) {
    return { rejection: rejection('directory', identity.tid) };
  }
  const audience = audienceOf(received.access_token);
  if (typeof audience !== 'string' || withoutSlash(audience) !== withoutSlash(wanted.resource)) {
    return { rejection: rejection('audience', audience) };
  }
  const lifetime = (received.expires_in ?? 0) * 1000;
  return {
    tokens: {
      accessToken: received.access_token,
      issuedAt,
      expiresAt: issuedAt + lifetime,
      // RFC 6749 section 5.1: left out when it is what was asked for.
      scopes: (received.scope ?? wanted.scope).split(' ').filter(Boolean),
      audience,
      refreshToken,
      identity,
    },
  };
}

function audienceOf(accessToken: string): string | string[] | undefined {
  try {
    return decodeJwt(accessToken).aud;
  } catch {
    return undefined;
  }
}

const withoutSlash = (resource: string): string => resource.replace(/\/$/, '');
