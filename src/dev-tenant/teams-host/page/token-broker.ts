import type { HostData, HostTokenAnswer, HostTokenRequest, HostUser } from '../host-data.ts';
import { openPopup, windowClosed } from './windows.ts';

/** Entra's lasting refusal of an account that an admin has switched off (AADSTS50057). */
export const userDisabledCode = 50057;

/** Asks this page's own server, which asks the emulated Entra; Teams' real broker does the same out of sight. */
export async function requestToken(request: HostTokenRequest): Promise<HostTokenAnswer> {
  const response = await fetch('/host/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  if (response.ok) return (await response.json()) as HostTokenAnswer;
  const description = `The host's token endpoint answered ${response.status}.`;
  return { ok: false, error: 'temporarily_unavailable', description, code: 0 };
}

/**
 * Lets the person answer what Entra asks (sign-in, second factor, consent) in a window, then asks again.
 * The window's code is thrown away: it only has to leave the session and the consent behind.
 */
export async function requestTokenByPopup(
  data: HostData,
  user: HostUser,
  request: HostTokenRequest,
): Promise<HostTokenAnswer> {
  const silent = await requestToken(request);
  if (silent.ok) return silent;
  const state = crypto.randomUUID();
  const popup = openPopup(await authorizeUrl(data, user, request, state), 520, 680);
  if (!popup) return refusal('interaction_required', 'The browser did not let the host open a window.');
  const answer = await popupAnswer(popup, state);
  if (answer === 'closed') return refusal('user_cancelled', 'The window was closed.');
  if (answer.error) return refusal(answer.error, answer.description);
  return requestToken(request);
}

function refusal(error: string, description: string): HostTokenAnswer {
  return { ok: false, error, description, code: 0 };
}

async function authorizeUrl(
  data: HostData,
  user: HostUser,
  request: HostTokenRequest,
  state: string,
): Promise<string> {
  const verifier = crypto.getRandomValues(new Uint8Array(32));
  const text = new TextEncoder().encode(base64Url(verifier));
  const challenge = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  const query = new URLSearchParams({
    client_id: request.clientId,
    response_type: 'code',
    response_mode: 'fragment',
    redirect_uri: `${window.location.origin}/host/signed-in`,
    scope: [...new Set([...request.scopes, 'openid', 'profile'])].join(' '),
    state,
    code_challenge: base64Url(challenge),
    code_challenge_method: 'S256',
    login_hint: user.signInName,
  });
  return `${data.tenantUrl}/${user.tenantId}/oauth2/v2.0/authorize?${query.toString()}`;
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** The outcome that `/host/signed-in` sends to this page. */
async function popupAnswer(
  popup: Window,
  state: string,
): Promise<'closed' | { error: string; description: string }> {
  const done = new AbortController();
  const answered = new Promise<{ error: string; description: string }>((resolve) => {
    window.addEventListener(
      'message',
      (event: MessageEvent<unknown>) => {
        if (event.source !== popup || event.origin !== window.location.origin) return;
        const parameters = new URLSearchParams(typeof event.data === 'string' ? event.data : '');
        if (parameters.get('state') !== state) return;
        resolve({
          error: parameters.get('error') ?? '',
          description: parameters.get('error_description') ?? '',
        });
      },
      { signal: done.signal },
    );
  });
  try {
    return await Promise.race([answered, windowClosed(popup, done.signal).then(() => 'closed' as const)]);
  } finally {
    done.abort();
  }
}
