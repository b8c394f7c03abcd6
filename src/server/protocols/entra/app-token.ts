import * as client from 'openid-client';
import { decodeJwt } from 'jose';
import type { HttpExchange, HttpReply } from '../http/exchange.ts';
import { refusalOfError, refusalOfReply, type Refusal } from '../http/refusal.ts';

/** The three values of a registration and the resource the token is for. */
export interface AppTokenRequest {
  /** Token endpoint of the registration's own directory. */
  tokenEndpoint: string;
  clientId: string;
  clientSecret: string;
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
  let reply: HttpReply | undefined;
  let failure: unknown;
  const config = configuration(request);
  config[client.customFetch] = async (url, options) => {
    try {
      reply = await exchange(url, {
        method: options.method,
        headers: options.headers,
        body: formOf(options.body),
      });
    } catch (error) {
      failure = error;
      throw error;
    }
    return new Response(reply.body, { status: reply.status, headers: reply.headers });
  };
  try {
    const tokens = await client.clientCredentialsGrant(config, { scope: request.scope });
    const issuedAt = now();
    const lifetime = (tokens.expiresIn() ?? 0) * 1000;
    const rights = rightsIn(tokens.access_token);
    return { token: { accessToken: tokens.access_token, issuedAt, expiresAt: issuedAt + lifetime, rights } };
  } catch (error) {
    if (reply !== undefined) return { refusal: refusalOfReply(reply) };
    return { refusal: refusalOfError(failure ?? error) };
  }
}

function configuration(request: AppTokenRequest): client.Configuration {
  const server = { issuer: new URL(request.tokenEndpoint).origin, token_endpoint: request.tokenEndpoint };
  const config = new client.Configuration(
    server,
    request.clientId,
    undefined,
    client.ClientSecretPost(request.clientSecret),
  );
  // Only a loopback installation can have such an endpoint: the configuration refuses it anywhere else.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so that it stands out, not to be removed
  if (request.tokenEndpoint.startsWith('http:')) client.allowInsecureRequests(config);
  return config;
}

function formOf(body: client.FetchBody): URLSearchParams {
  if (body instanceof URLSearchParams) return body;
  throw new TypeError('a token request is a form');
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
