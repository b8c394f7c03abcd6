import type { HostTokenAnswer, HostTokenRequest } from '../host-data.ts';

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
  return refusal('temporarily_unavailable', `The host's token endpoint answered ${response.status}.`);
}

/** A refusal of the host itself, without a number of Entra's. */
export function refusal(error: string, description: string): HostTokenAnswer {
  return { ok: false, error, description, code: 0 };
}
