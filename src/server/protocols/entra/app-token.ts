import { clientCredentialsGrant } from 'openid-client';
import { decodeJwt } from 'jose';
import type { HttpExchange } from '../http/exchange.ts';
import { refusalOfReply, type Refusal } from '../http/refusal.ts';
import { askTokenEndpoint, type RegisteredClient } from './token-endpoint.ts';

/** The three values of a registration and the resource the token is for. */
export interface AppTokenRequest extends RegisteredClient {
  /** `https://graph.microsoft.com/.default`: the only form Entra accepts for app-only tokens. */
  scope: string;
}

export interface AppToken {
  accessToken: string;
  /** Milliseconds since 1970. */
  issuedAt: number;
  expiresAt: number;
  /**
   * Application rights that the token names; null when the token is not readable. Microsoft calls Graph's tokens
   * opaque, so this explains a probe and never replaces it.
   */
  rights: string[] | null;
}

export type AppTokenAnswer = { token: AppToken } | { refusal: Refusal };

/**
 * One app-only token by client credentials (RFC 6749 section 4.4; Microsoft: "OAuth 2.0 client credentials flow").
 * Answers a refusal with everything Microsoft said; never throws for what the other side does.
 */
export async function requestAppToken(
  exchange: HttpExchange,
  request: AppTokenRequest,
  now: () => number,
): Promise<AppTokenAnswer> {
  const outcome = await askTokenEndpoint(exchange, request, (config) =>
    clientCredentialsGrant(config, { scope: request.scope }),
  );
  if ('refusal' in outcome) return outcome;
  if ('reply' in outcome) return { refusal: refusalOfReply(outcome.reply) };
  const { access_token: accessToken, expires_in: lifetime = 0 } = outcome.tokens;
  const issuedAt = now();
  return {
    token: { accessToken, issuedAt, expiresAt: issuedAt + lifetime * 1000, rights: rightsIn(accessToken) },
  };
}

function rightsIn(accessToken: string): string[] | null {
  try {
    const { roles } = decodeJwt(accessToken);
    if (roles === undefined) return [];
    return Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : null;
  } catch {
    return null;
  }
}
