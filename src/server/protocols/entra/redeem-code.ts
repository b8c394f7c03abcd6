import { authorizationCodeGrant } from 'openid-client';
import type { HttpExchange } from '../http/exchange.ts';
import { refusalOfReply, type Refusal } from '../http/refusal.ts';
import { readDelegatedTokens, type DelegatedClient, type DelegatedTokens } from './delegated-tokens.ts';
import type { SignedInIdentity } from './id-token.ts';
import { holdsTokens, rejection, rejectionOfError, type Rejection } from './rejection.ts';
import { askTokenEndpoint } from './token-endpoint.ts';

export interface CodeRedemption extends DelegatedClient {
  code: string;
  /** The same as in the authorization request, to the letter. */
  redirectUri: string;
  codeVerifier: string;
  nonce: string;
}

export interface RedeemedTokens extends DelegatedTokens {
  identity: SignedInIdentity;
}

export type CodeAnswer = { tokens: RedeemedTokens } | { refusal: Refusal } | { rejection: Rejection };

/**
 * Redeems an authorization code (RFC 6749 section 4.1.3, RFC 7636 section 4.5; Microsoft: "OAuth 2.0 authorization code
 * flow"). The state is the caller's to check, before: it alone says which sign-in this code belongs to.
 * Issuer, application, times and nonce of the id token are verified; its signature is not, since it comes from the token
 * endpoint itself over TLS (OpenID Connect Core section 3.1.3.7, rule 6).
 * Never throws for what the other side does. A code can be used once: after a rejection it is spent.
 */
export async function redeemCode(
  exchange: HttpExchange,
  request: CodeRedemption,
  now: () => number,
): Promise<CodeAnswer> {
  const callback = new URL(request.redirectUri);
  callback.searchParams.set('code', request.code);
  const { codeVerifier: pkceCodeVerifier, nonce: expectedNonce, scope } = request;
  const outcome = await askTokenEndpoint(
    exchange,
    request,
    (config) =>
      authorizationCodeGrant(
        config,
        callback,
        { pkceCodeVerifier, expectedNonce, idTokenExpected: true },
        { scope },
      ),
    { issuer: request.issuer, now: now() },
  );
  if ('refusal' in outcome) return outcome;
  if ('reply' in outcome) {
    const { reply, error } = outcome;
    return holdsTokens(reply) ? { rejection: rejectionOfError(error) } : { refusal: refusalOfReply(reply) };
  }
  const { refresh_token: refreshToken } = outcome.tokens;
  if (refreshToken === undefined) return { rejection: rejection('refresh-token') };
  const read = readDelegatedTokens(outcome.tokens, request, refreshToken, now());
  if ('rejection' in read) return read;
  const { identity } = read.tokens;
  return identity === null ? { rejection: rejection('person') } : { tokens: { ...read.tokens, identity } };
}
