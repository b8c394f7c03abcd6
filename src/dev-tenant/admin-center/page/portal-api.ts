import type { PortalRefusal } from '../portal-data.ts';

/** An answer of the portal's JSON routes; `undefined` while the browser is on its way to the sign-in page. */
export type PortalAnswer<Data> = { ok: true; data: Data } | { ok: false; refusal: PortalRefusal } | undefined;

export const signInAddress = (prompt?: 'select_account'): string => {
  const query = new URLSearchParams({ return: location.hash.slice(1), ...(prompt && { prompt }) });
  return `/portal/entra/sign-in?${query.toString()}`;
};

/** @throws Error when the dev tenant cannot be reached or answers with something else */
export async function ask<Data>(path: string): Promise<PortalAnswer<Data>> {
  const response = await fetch(`/portal/entra/api/${path}`, { signal: AbortSignal.timeout(15_000) });
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
