import { calculatePKCECodeChallenge, randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client';

/** Values of one sign-in, each used once. The verifier is a secret of the server's; state and nonce travel. */
export interface OneTimeValues {
  state: string;
  nonce: string;
  codeVerifier: string;
}

export interface AuthorizationRequest extends OneTimeValues {
  /** Authorization endpoint of the registration's own directory. */
  authorizationEndpoint: string;
  clientId: string;
  /** As registered, to the letter; a query would get lost when the code is redeemed. */
  redirectUri: string;
  scope: string;
  /** The account to offer first; null offers none. */
  loginHint: string | null;
}

/** 256 random bits each (RFC 6749 section 10.12, RFC 7636 section 4.1, OpenID Connect Core section 3.1.2.1). */
export function generateOneTimeValues(): OneTimeValues {
  return { state: randomState(), nonce: randomNonce(), codeVerifier: randomPKCECodeVerifier() };
}

/**
 * The address that starts a sign-in: authorization code with PKCE (RFC 6749 section 4.1.1, RFC 7636 section 4.3).
 * The account chooser always comes, or "stay signed in" would silently take whatever account the browser has; the hint
 * is sent beside it, so that the wanted account can be found or typed in beforehand.
 */
export async function authorizationUrl(request: AuthorizationRequest): Promise<string> {
  const url = new URL(request.authorizationEndpoint);
  const parameters = {
    client_id: request.clientId,
    response_type: 'code',
    response_mode: 'query',
    redirect_uri: request.redirectUri,
    scope: request.scope,
    state: request.state,
    nonce: request.nonce,
    code_challenge: await calculatePKCECodeChallenge(request.codeVerifier),
    code_challenge_method: 'S256',
    prompt: 'select_account',
    ...(request.loginHint !== null && { login_hint: request.loginHint }),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}
