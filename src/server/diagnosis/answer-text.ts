import { assign, numbersInErrorUri, type AnswerFields } from './answer-fields.ts';
import { isGraphCode } from './graph-refusals.ts';
import { isOAuthError, isSuberror } from './oauth-errors.ts';

const codesKept = 5;
const htmlRead = 4096;
const htmlKept = 300;

/** Fields of a callback: a query string, fragment or form body, or a whole address, also inside a log line. */
export function fieldsOfQuery(text: string): AnswerFields | undefined {
  const address = text.split(/[\s"'<>]+/).find((part) => /(?:^|[?#&])error=/.test(part));
  if (address === undefined) return undefined;
  const start = address.search(/[?#]/);
  // An address may carry both a query and a fragment; the fields may be in either.
  const fields = new URLSearchParams(address.slice(start + 1).replaceAll(/[?#]/g, '&'));
  const value = (name: string): string | undefined => fields.get(name) || undefined;
  return assign(
    {},
    {
      error: value('error'),
      suberror: value('suberror') ?? value('error_subcode'),
      numbers: numbersInErrorUri(value('error_uri')),
      message: value('error_description'),
      traceId: value('trace_id'),
      correlationId: value('correlation_id'),
      time: value('timestamp'),
    },
  );
}

/** Fields named in running text: a status line, an OAuth error word, a code that Graph is known to use. */
export function fieldsOfText(text: string): AnswerFields {
  const words = text.split(/[^A-Za-z0-9_]+/, 5000);
  const status = /\bHTTP(?:\/[\d.]{1,3})?[ :]{1,2}([1-5]\d\d)\b/.exec(text)?.[1];
  return assign(
    {},
    {
      status: status === undefined ? undefined : Number(status),
      error: words.find(isOAuthError),
      suberror: words.find(isSuberror),
      codes: [...new Set(words.filter(isGraphCode))].slice(0, codesKept),
      message: text,
    },
  );
}

export function isHtml(text: string, contentType: string): boolean {
  if (/\bhtml\b/i.test(contentType)) return true;
  return (
    text.startsWith('<') && /<(?:!doctype html|html|head|body|title|meta)\b/i.test(text.slice(0, htmlRead))
  );
}

/** The words a person would see at the top of the page, without markup. */
export function htmlToText(html: string): string {
  return html
    .slice(0, htmlRead)
    .replace(/<(script|style)\b[^<>]*>[^<]*/gi, ' ')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, htmlKept);
}
