import * as client from 'openid-client';
import type { HttpExchange, HttpReply } from '../http/exchange.ts';
import { refusalOfError, type Refusal } from '../http/refusal.ts';

/** The registration as the token endpoint of its own directory knows it. */
export interface RegisteredClient {
  /** Token endpoint of the registration's own directory. */
  tokenEndpoint: string;
  clientId: string;
  clientSecret: string;
}

/** What the claims of an id token are held against; not needed where none is issued. */
export interface IdTokenChecks {
  /** Issuer of the directory's id tokens, with the directory id in its place. */
  issuer: string;
  /** Milliseconds since 1970. */
  now: number;
}

/** `reply` came, but openid-client could not accept it: `error` says why. `refusal`: no reply came. */
export type TokenEndpointOutcome =
  | { tokens: client.TokenEndpointResponse & client.TokenEndpointResponseHelpers }
  | { reply: HttpReply; error: unknown }
  | { refusal: Refusal };

type Grant = (
  config: client.Configuration,
) => Promise<client.TokenEndpointResponse & client.TokenEndpointResponseHelpers>;

/** Seconds that two clocks may differ, as Microsoft's own libraries allow. */
const clockToleranceSeconds = 300;

/**
 * One request to the token endpoint (RFC 6749 section 3.2) over the bounded exchange. The reply is kept whole, since
 * openid-client's errors leave out what the diagnosis lives on. Never throws for what the other side does.
 */
export async function askTokenEndpoint(
  exchange: HttpExchange,
  registered: RegisteredClient,
  grant: Grant,
  idTokenChecks?: IdTokenChecks,
): Promise<TokenEndpointOutcome> {
  let reply: HttpReply | undefined;
  let failure: unknown;
  const config = configuration(registered, idTokenChecks);
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
    return { tokens: await grant(config) };
  } catch (error) {
    if (reply !== undefined) return { reply, error };
    return { refusal: refusalOfError(failure ?? error) };
  }
}

function configuration(
  registered: RegisteredClient,
  checks: IdTokenChecks | undefined,
): client.Configuration {
  const { tokenEndpoint, clientId, clientSecret } = registered;
  const server = { issuer: checks?.issuer ?? new URL(tokenEndpoint).origin, token_endpoint: tokenEndpoint };
  const clocks = {
    [client.clockSkew]: checks === undefined ? 0 : Math.round((checks.now - Date.now()) / 1000),
    [client.clockTolerance]: clockToleranceSeconds,
  };
  const config = new client.Configuration(server, clientId, clocks, client.ClientSecretPost(clientSecret));
  // Only a loopback installation can have such an endpoint: the configuration refuses it anywhere else.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so that it stands out, not to be removed
  if (tokenEndpoint.startsWith('http:')) client.allowInsecureRequests(config);
  return config;
}

function formOf(body: client.FetchBody): URLSearchParams {
  if (body instanceof URLSearchParams) return body;
  throw new TypeError('a token request is a form');
}
