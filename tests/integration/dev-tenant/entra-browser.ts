import { createHash, randomBytes } from 'node:crypto';

import type { DevTenant } from '../../../src/dev-tenant/dev-tenant.ts';

/** A page or redirect as a browser meets it. */
export interface Visit {
  status: number;
  /** Where a redirect points; null on a page. */
  location: URL | null;
  headers: Headers;
  text: string;
}

const unescape = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

/** Drives the sign-in pages as a person with a browser does: one cookie jar, forms filled in by their field names. */
export class EntraBrowser {
  readonly #cookies = new Map<string, string>();
  #page: { url: string; text: string } = { url: '', text: '' };

  async visit(url: URL | string, init: RequestInit = {}): Promise<Visit> {
    const headers = new Headers(init.headers);
    if (this.#cookies.size > 0) {
      headers.set('cookie', [...this.#cookies].map((pair) => pair.join('=')).join('; '));
    }
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';', 1)[0]?.split('=', 2) ?? [];
      this.#cookies.set(name, value);
    }
    const text = await response.text();
    this.#page = { url: String(url), text };
    const location = response.headers.get('location');
    return {
      status: response.status,
      location: location === null ? null : new URL(location, url),
      headers: response.headers,
      text,
    };
  }

  /** Submits the page's form that holds the button or hidden field given, with its hidden fields. */
  async submit(fields: Record<string, string>): Promise<Visit> {
    const forms = [...this.#page.text.matchAll(/<form method="post" action="([^"]*)">(.*?)<\/form>/gs)];
    const wanted = Object.keys(fields);
    const form = forms.find(([, , content]) => wanted.every((name) => content?.includes(`name="${name}"`)));
    if (!form) throw new Error(`The page has no form with ${wanted.join(', ')}: ${this.#page.text}`);
    const hidden = [
      ...(form[2] ?? '').matchAll(/<input\s+type="hidden"\s+name="([^"]*)"\s+value="([^"]*)"/g),
    ];
    const body = new URLSearchParams(hidden.map(([, name, value]) => [name ?? '', unescape(value ?? '')]));
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return this.visit(new URL(unescape(form[1] ?? ''), this.#page.url), { method: 'POST', body });
  }

  async logIn(tenant: DevTenant, userName: string): Promise<Visit> {
    return this.submit({ loginfmt: userName, passwd: tenant.seed.password });
  }
}

export const mailScope = 'openid profile offline_access https://outlook.office.com/SMTP.Send';

/** The authorize address of the ready registration, as the product asks for a mailbox sign-in. */
export function authorizeUrl(tenant: DevTenant, overrides: Record<string, string | undefined> = {}): URL {
  const { tenant: segment, ...parameters } = overrides;
  const { directoryId, applicationId } = tenant.seed.ready;
  const url = new URL(`${tenant.url}/${segment ?? directoryId}/oauth2/v2.0/authorize`);
  const all = {
    client_id: applicationId,
    response_type: 'code',
    redirect_uri: 'http://localhost:3979/auth/mailbox/callback',
    scope: mailScope,
    state: 'st&te=1',
    ...parameters,
  };
  for (const [name, value] of Object.entries<string | undefined>(all)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url;
}

export function pkce(): { verifier: string; challenge: Record<string, string> } {
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  return { verifier, challenge: { code_challenge: challenge, code_challenge_method: 'S256' } };
}

export interface TokenAnswer {
  status: number;
  headers: Headers;
  // The answer is whatever the server sent: tests say what they expect of it.
  body: Record<string, string> & { error_codes?: number[]; expires_in?: number };
}

export async function postToken(
  tenant: DevTenant,
  form: Record<string, string | undefined>,
  options: { segment?: string; headers?: Record<string, string> } = {},
): Promise<TokenAnswer> {
  const given = Object.entries(form).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const response = await fetch(
    `${tenant.url}/${options.segment ?? tenant.seed.ready.directoryId}/oauth2/v2.0/token`,
    {
      method: 'POST',
      headers: options.headers ?? {},
      body: new URLSearchParams(given),
    },
  );
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as TokenAnswer['body'],
  };
}

/** Signs a person in to the ready registration. @returns the code */
export async function codeOf(
  tenant: DevTenant,
  userName = 'lawyer@muster.example',
  overrides: Record<string, string | undefined> = {},
): Promise<string> {
  const browser = new EntraBrowser();
  await browser.visit(authorizeUrl(tenant, overrides));
  const answer = await browser.logIn(tenant, userName);
  const code =
    answer.location?.searchParams.get('code') ??
    new URLSearchParams(answer.location?.hash.slice(1)).get('code');
  if (!code) throw new Error(`No code: ${answer.status} ${answer.location?.href ?? answer.text}`);
  return code;
}

/** The form that redeems a code of the ready registration, or refreshes its tokens. */
export const readyForm = (
  tenant: DevTenant,
  form: Record<string, string | undefined>,
): Record<string, string | undefined> => ({
  client_id: tenant.seed.ready.applicationId,
  client_secret: tenant.seed.ready.clientSecret,
  redirect_uri: 'http://localhost:3979/auth/mailbox/callback',
  ...form,
});

export async function setFault(
  tenant: DevTenant,
  name: string,
  settings: Record<string, unknown> = {},
): Promise<void> {
  const response = await fetch(`${tenant.url}/control/faults/${name}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ on: true, ...settings }),
  });
  if (!response.ok) throw new Error(await response.text());
}

export async function control(tenant: DevTenant, path: string, body?: unknown): Promise<Response> {
  return fetch(`${tenant.url}/control/${path}`, {
    method: 'POST',
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
}
