import { isMicrosofts, type Answer } from './answer.ts';
import type { Evidence } from './evidence.ts';
import { certain, guess, likely, type Judgement } from './finding.ts';
import { header } from './headers.ts';

/** Names that proxies, filters and captive portals give themselves in headers or on their pages. */
const proxyNames =
  /\b(?:squid|zscaler|fortinet|fortigate|fortiguard|blue ?coat|websense|forcepoint|sophos|barracuda|mcafee web gateway|umbrella|watchguard|sonicwall|palo alto|captive portal|web filter|webfilter|proxy server|proxy authentication|proxy-?server|firewall)\b/i;
const proxyHeaders = [
  'proxy-authenticate',
  'x-squid-error',
  'x-bluecoat-via',
  'x-zscaler-error',
  'x-cache-lookup',
];
const microsoftHeaders = ['x-ms-request-id', 'request-id', 'x-ms-ests-server', 'x-ms-ags-diagnostic'];

/** Whether a text names a proxy or filter. */
export const isProxy = (text: string): boolean => proxyNames.test(text);

/**
 * Whether something between us and Microsoft answered: a proxy that wants a login (RFC 9110, 15.5.8), a captive
 * portal (RFC 6585, section 6), a filter's HTML page, a redirect to a login page. Undefined when it was Microsoft, or
 * when nothing speaks against that.
 */
export function judgeGateway(answer: Answer, evidence: Evidence): Judgement | undefined {
  const { status } = answer;
  if (status === 407 || status === 511) return certain({ cause: 'proxy-blocked' });
  if (isMicrosofts(answer)) return undefined;
  const { headers } = evidence;
  const named =
    proxyHeaders.some((name) => header(headers, name) !== undefined) ||
    isProxy(header(headers, 'server') ?? '') ||
    (answer.form === 'html' && isProxy(answer.message ?? ''));
  if (named)
    return likely({
      cause: 'proxy-blocked',
      alternatives: isServerError(status) ? ['service-unavailable'] : [],
    });
  if (microsoftHeaders.some((name) => header(headers, name) !== undefined)) return undefined;
  if (answer.form === 'html') return judgePage(status);
  // Neither the token endpoint nor the Graph calls made here ever redirect.
  if (status !== undefined && status >= 300 && status < 400) return guess({ cause: 'proxy-blocked' });
  return evidence.protocol === 'entra' ? judgeForeign(answer) : undefined;
}

/** A page without a name on it: Microsoft's front doors answer overload with HTML too, everything else with JSON. */
function judgePage(status: number | undefined): Judgement | undefined {
  if (status === 429 || isServerError(status)) return undefined;
  return likely({ cause: 'proxy-blocked' });
}

/** Entra always explains itself; a refusal without a word, or a body of another make, hints at a box in between. */
function judgeForeign(answer: Answer): Judgement | undefined {
  const { status } = answer;
  if (status === 429 || isServerError(status) || status === undefined) return undefined;
  if (answer.form === 'json' && status >= 400)
    return guess({ cause: 'proxy-blocked', alternatives: ['service-unavailable'] });
  if (answer.form === 'empty' && status < 300)
    return guess({ cause: 'proxy-blocked', alternatives: ['service-unavailable'] });
  return undefined;
}

const isServerError = (status: number | undefined): boolean => status !== undefined && status >= 500;
