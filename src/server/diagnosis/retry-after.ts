import { header, type Headers } from './headers.ts';

/** A server may not put us to sleep for longer than this; the same cap as in Microsoft's own client libraries. */
const longestWaitInSeconds = 3600;

/**
 * Whole seconds a Retry-After header asks to wait (RFC 9110, section 10.2.3: a number of seconds or an HTTP date),
 * between 0 and 3600, or null when there is none that can be read. A date counts from `now` (milliseconds since
 * 1970), else from the answer's own Date header, so that no clock has to be asked.
 */
export function retryAfterSeconds(headers: Headers, now?: number): number | null {
  const value = header(headers, 'retry-after')?.trim();
  if (!value) return null;
  if (/^\d+$/.test(value)) return Math.min(Number(value), longestWaitInSeconds);
  // Date.parse takes many forms of its own, bare numbers among them; HTTP dates start with the day's name.
  const until = /^[A-Z][a-z]{2,8},? /.test(value) ? Date.parse(value) : Number.NaN;
  const from = now ?? Date.parse(header(headers, 'date') ?? '');
  if (Number.isNaN(until) || Number.isNaN(from)) return null;
  return Math.min(Math.max(Math.ceil((until - from) / 1000), 0), longestWaitInSeconds);
}
