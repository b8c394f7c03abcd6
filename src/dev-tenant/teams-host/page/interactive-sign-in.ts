import type { HostData, HostTokenAnswer, HostTokenRequest, HostUser } from '../host-data.ts';
import { refusal, requestToken } from './token-broker.ts';
import { openPopup, windowClosed } from './windows.ts';

interface TokenEndpointAnswer {
  access_token: string;
  id_token: string;
  expires_in: number;
  scope: string;
}

/**
 * A token for the app, with a window of Entra's in which the person answers what is asked (password, second factor,
 * consent): authorization code with PKCE (RFC 7636), redeemed here. No window when the token is to be had without.
 */
export async function requestTokenByPopup(
  data: HostData,
  user: HostUser,
  request: HostTokenRequest,
): Promise<HostTokenAnswer> {
  const silent = await requestToken(request);
  if (silent.ok) return silent;
  const verifier = base64Url(crypto.getRandomValues(new Uint8Array(32)));
  const state = crypto.randomUUID();
  const popup = openPopup(await authorizeUrl(data, user, request, { state, verifier }), 520, 680);
  if (!popup) return refusal('interaction_required', 'The browser did not let the host open a window.');
  const answer = await popupAnswer(popup, state);
  if (!answer) return refusal('user_cancelled', 'The window was closed.');
  const code = answer.get('code');
  if (code === null)
    return refusal(answer.get('error') ?? 'server_error', answer.get('error_description') ?? '');
  return redeem(data, user, request, { code, verifier });
}

const signedInPage = (): string => `${window.location.origin}/host/signed-in`;

const scopeText = ({ scopes }: HostTokenRequest): string =>
  [...new Set([...scopes, 'openid', 'profile'])].join(' ');

async function authorizeUrl(
  data: HostData,
  user: HostUser,
  request: HostTokenRequest,
  { state, verifier }: { state: string; verifier: string },
): Promise<string> {
  const challenge = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const query = new URLSearchParams({
    client_id: request.clientId,
    response_type: 'code',
    response_mode: 'fragment',
    redirect_uri: signedInPage(),
    scope: scopeText(request),
    state,
    code_challenge: base64Url(new Uint8Array(challenge)),
    code_challenge_method: 'S256',
    login_hint: user.signInName,
  });
  return `${data.tenantUrl}/${user.tenantId}/oauth2/v2.0/authorize?${query.toString()}`;
}

/** What `/host/signed-in` sends to this page; undefined when the window is closed before. */
async function popupAnswer(popup: Window, state: string): Promise<URLSearchParams | undefined> {
  const done = new AbortController();
  const answered = new Promise<URLSearchParams>((resolve) => {
    const onMessage = (event: MessageEvent<unknown>): void => {
      if (event.source !== popup || event.origin !== window.location.origin) return;
      const parameters = new URLSearchParams(typeof event.data === 'string' ? event.data : '');
      if (parameters.get('state') === state) resolve(parameters);
    };
    window.addEventListener('message', onMessage, { signal: done.signal });
  });
  try {
    return await Promise.race([answered, windowClosed(popup, done.signal).then(() => undefined)]);
  } finally {
    done.abort();
  }
}

async function redeem(
  data: HostData,
  user: HostUser,
  request: HostTokenRequest,
  { code, verifier }: { code: string; verifier: string },
): Promise<HostTokenAnswer> {
  const response = await fetch(`${data.tenantUrl}/${user.tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: request.clientId,
      code,
      code_verifier: verifier,
      redirect_uri: signedInPage(),
      scope: scopeText(request),
    }),
  });
  if (!response.ok) {
    const { error, error_description } = (await response.json()) as {
      error: string;
      error_description: string;
    };
    return refusal(error, error_description);
  }
  const token = (await response.json()) as TokenEndpointAnswer;
  // The session of the host is one person's; a colleague who signs in in the window is not let in under that name.
  if (objectIdOf(token.id_token) !== user.id) return refusal('access_denied', 'Another account signed in.');
  return {
    ok: true,
    accessToken: token.access_token,
    idToken: token.id_token,
    expiresIn: token.expires_in,
    scope: token.scope,
    account: {
      homeAccountId: `${user.id}.${user.tenantId}`,
      environment: new URL(data.tenantUrl).host,
      tenantId: user.tenantId,
      username: user.signInName,
      localAccountId: user.id,
      name: user.displayName,
    },
  };
}

function base64Url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The `oid` of an id token; not verified, since it came from the token endpoint itself (OpenID Connect Core 3.1.3.7). */
function objectIdOf(idToken: string): string | undefined {
  const payload = idToken.split('.')[1] ?? '';
  const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (c) =>
    c.charCodeAt(0),
  );
  return (JSON.parse(new TextDecoder().decode(bytes)) as { oid?: string }).oid;
}
