import type { PortalRefusal, SignedIn } from '../portal-data.ts';

/** `entra`, `microsoft365` or `exchange`: the same sign-in, other addresses. */
const portal = document.documentElement.dataset['portal'] ?? '';
const longestWait = 15_000;

/** An answer of the portal's JSON routes; `undefined` while the browser is on its way to the sign-in page. */
export type PortalAnswer<Data> = { ok: true; data: Data } | { ok: false; refusal: PortalRefusal } | undefined;

export const signInAddress = (prompt?: 'select_account'): string => {
  const query = new URLSearchParams({ return: location.hash.slice(1), ...(prompt && { prompt }) });
  return `/portal/${portal}/sign-in?${query.toString()}`;
};

async function send(path: string, init: RequestInit): Promise<Response> {
  const address = `/portal/${portal}/api/${path}`;
  try {
    return await fetch(address, { ...init, signal: AbortSignal.timeout(longestWait) });
  } catch (error) {
    throw new Error('The dev tenant did not answer. Is it still running?', { cause: error });
  }
}

/** @throws Error when the dev tenant cannot be reached or answers with something else */
export async function ask<Data>(path: string): Promise<PortalAnswer<Data>> {
  const response = await send(path, {});
  if (response.status === 401) {
    location.replace(signInAddress());
    return undefined;
  }
  if (response.ok) return { ok: true, data: (await response.json()) as Data };
  if (response.status !== 403 && response.status !== 404) {
    throw new Error(`The dev tenant answered ${response.status}.`);
  }
  return { ok: false, refusal: (await response.json()) as PortalRefusal };
}

/**
 * Asks for a change.
 * @throws Error with the portal's sentence when it is refused, or when the dev tenant cannot be reached
 */
export async function change<Data extends { signedIn: SignedIn }>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body: unknown = {},
): Promise<Data> {
  const headers = { 'content-type': 'application/json' };
  const response = await send(path, { method, headers, body: JSON.stringify(body) });
  if (response.ok) return (await response.json()) as Data;
  if (response.status === 401) {
    location.replace(signInAddress());
    throw new Error('Your session has ended. Sign in again; nothing was changed.');
  }
  const { message } = (await response.json().catch(() => ({}))) as Partial<PortalRefusal>;
  throw new Error(message ?? `The dev tenant answered ${response.status}.`);
}
