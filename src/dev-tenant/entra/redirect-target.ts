import type { FastifyReply } from 'fastify';

import type { DevTenantContext } from '../context.ts';
import type { Application } from '../directory/model.ts';
import { clientFault } from './client-faults.ts';
import { formPostPage } from './pages/sign-in-pages.ts';
import { redirectMismatch, redirectMissing } from './refusals.ts';
import type { RedirectKind } from './refresh-token.ts';

export type ResponseMode = 'query' | 'fragment' | 'form_post';

/** Where the answer of a sign-in goes; its redirect URI is registered. */
export interface RedirectTarget {
  redirectUri: string;
  redirectKind: RedirectKind;
  responseMode: ResponseMode;
  state: string | undefined;
}

/** On localhost the port is not compared ("Redirect URI (reply URL) restrictions and limitations", localhost exceptions). */
function sameAddress(registered: string, given: string): boolean {
  if (registered === given) return true;
  if (!URL.canParse(registered) || !URL.canParse(given)) return false;
  const [left, right] = [new URL(registered), new URL(given)];
  if (left.protocol !== 'http:' || left.hostname !== 'localhost') return false;
  left.port = right.port;
  return left.href === right.href;
}

/** The v1 form of the admin consent link takes a path below a registered one ("Admin consent", daemon applications). */
export function isAtOrBelow(registered: string, given: string): boolean {
  if (sameAddress(registered, given)) return true;
  if (!URL.canParse(registered) || !URL.canParse(given)) return false;
  const [left, right] = [new URL(registered), new URL(given)];
  if (!/^https?:$/.test(left.protocol) || left.origin !== right.origin) return false;
  return right.pathname.startsWith(`${left.pathname.replace(/\/$/, '')}/`);
}

const kinds: readonly RedirectKind[] = ['web', 'spa', 'publicClient'];

function findRegistered(
  { redirectUris }: Application,
  given: string,
  agrees: typeof sameAddress,
): RedirectKind | undefined {
  return (
    kinds.find((kind) => redirectUris[kind].includes(given)) ??
    kinds.find((kind) => redirectUris[kind].some((registered) => agrees(registered, given)))
  );
}

const isResponseMode = (mode: string): mode is ResponseMode =>
  ['query', 'fragment', 'form_post'].includes(mode);

/**
 * Checks the redirect URI, before which nothing may be sent to it.
 * @param agrees whether a registered address admits the one given; by default only the same address does
 * @throws Refusal 50011 not registered, 900971 none given and none registered
 */
export function readRedirectTarget(
  context: DevTenantContext,
  client: Application,
  parameters: URLSearchParams,
  agrees = sameAddress,
): RedirectTarget {
  const { web, spa, publicClient } = client.redirectUris;
  const redirectUri = parameters.get('redirect_uri') ?? [...web, ...spa, ...publicClient][0];
  if (redirectUri === undefined) throw redirectMissing();
  const redirectKind = findRegistered(client, redirectUri, agrees);
  if (!redirectKind || clientFault(context, 'redirect-mismatch', client.appId)) {
    throw redirectMismatch(redirectUri, client.appId);
  }
  const mode = parameters.get('response_mode') ?? 'query';
  return {
    redirectUri,
    redirectKind,
    responseMode: isResponseMode(mode) ? mode : 'query',
    state: parameters.get('state') ?? undefined,
  };
}

/** The address that carries the answer in its query or fragment. */
export function answerAddress(
  { redirectUri, responseMode }: RedirectTarget,
  fields: Record<string, string>,
): string {
  const answer = new URLSearchParams(fields).toString();
  if (responseMode === 'fragment') return `${redirectUri}#${answer}`;
  return `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${answer}`;
}

/** Sends the answer by the response mode asked for; `state` is returned as it came. */
export function sendAnswer(
  reply: FastifyReply,
  target: RedirectTarget,
  fields: Record<string, string>,
): FastifyReply {
  const all = { ...fields, ...(target.state !== undefined && { state: target.state }) };
  if (target.responseMode !== 'form_post') return reply.redirect(answerAddress(target, all), 302);
  return reply
    .header(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'",
    )
    .type('text/html; charset=utf-8')
    .send(formPostPage(target.redirectUri, all));
}
