import { refreshTokenGrant } from 'openid-client';
import type { HttpExchange, HttpReply } from '../http/exchange.ts';
import { refusalOfReply, type Refusal } from '../http/refusal.ts';
import { readDelegatedTokens, type DelegatedClient, type DelegatedTokens } from './delegated-tokens.ts';
import { holdsTokens, rejectionOfError, type Rejection } from './rejection.ts';
import { askTokenEndpoint } from './token-endpoint.ts';

export interface RefreshRequest extends DelegatedClient {
  refreshToken: string;
}

/**
 * With a rejection comes the refresh token to keep: the answer used up the former one where refresh tokens are for
 * single use, so the grant would be lost over an access token that cannot be used.
 */
export type RefreshAnswer =
  { tokens: DelegatedTokens } | { refusal: Refusal } | { rejection: Rejection; refreshToken: string };

/**
 * New tokens for a refresh token (RFC 6749 section 6; Microsoft: "Refresh tokens in the Microsoft identity platform").
 * Entra issues a new refresh token at each use; where none comes the former one stays the one to keep.
 * Never throws for what the other side does.
 */
export async function refreshDelegatedTokens(
  exchange: HttpExchange,
  request: RefreshRequest,
  now: () => number,
): Promise<RefreshAnswer> {
  const { scope, issuer } = request;
  const outcome = await askTokenEndpoint(
    exchange,
    request,
    (config) => refreshTokenGrant(config, request.refreshToken, { scope }),
    { issuer, now: now() },
  );
  if ('refusal' in outcome) return outcome;
  if ('reply' in outcome) {
    const { reply, error } = outcome;
    if (!holdsTokens(reply)) return { refusal: refusalOfReply(reply) };
    return {
      rejection: rejectionOfError(error),
      refreshToken: refreshTokenIn(reply) ?? request.refreshToken,
    };
  }
  const refreshToken = outcome.tokens.refresh_token ?? request.refreshToken;
  const read = readDelegatedTokens(outcome.tokens, request, refreshToken, now());
  return 'rejection' in read ? { ...read, refreshToken } : read;
}

function refreshTokenIn({ body }: HttpReply): string | undefined {
  try {
    const { refresh_token: token } = JSON.parse(body) as { refresh_token?: unknown };
    return typeof token === 'string' && token !== '' ? token : undefined;
  } catch {
    return undefined;
  }
}
