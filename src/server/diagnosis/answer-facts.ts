import type { AnswerFacts } from '../../shared/api/verdict.ts';
import type { Answer } from './answer.ts';
import type { Evidence } from './evidence.ts';
import { header } from './headers.ts';
import { maskSecrets } from './mask-secrets.ts';

const messageLimit = 1000;
const wordLimit = 120;
const hostLimit = 255;
/** Masking comes before cutting: half a token is still a secret. More than this is never looked at. */
const messageRead = 8192;

/** What is shown under "Microsoft's answer": masked, bounded, ids apart from the text. */
export function answerFacts(answer: Answer, evidence: Evidence): AnswerFacts {
  const { headers, networkError, known } = evidence;
  const message = answer.message ?? networkError?.message;
  const ids = idsIn(answer.message);
  return present({
    httpStatus: Number.isSafeInteger(answer.status) ? answer.status : undefined,
    error: word(answer.error ?? answer.codes[0] ?? networkError?.code),
    code: vendorCode(answer),
    message: message === undefined ? undefined : readable(message),
    requestId: id(answer.requestId ?? header(headers, 'request-id') ?? header(headers, 'x-ms-request-id')),
    traceId: id(answer.traceId ?? ids.traceId),
    correlationId: id(answer.correlationId ?? ids.correlationId ?? header(headers, 'client-request-id')),
    time: time(answer.time ?? ids.time ?? header(headers, 'date')),
    mailbox: known?.mailbox,
    host: networkError?.host?.slice(0, hostLimit),
  });
}

/** Entra's number; else the innermost code of Graph where it says more than the outer one. */
function vendorCode(answer: Answer): string | undefined {
  if (answer.numbers[0] !== undefined) return `AADSTS${answer.numbers[0]}`;
  return answer.codes.length > 1 ? word(answer.codes.at(-1)) : undefined;
}

const idPattern = '([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})';
const traceId = new RegExp(`Trace ID: ?${idPattern}`, 'i');
const correlationId = new RegExp(`Correlation ID: ?${idPattern}`, 'i');
const timestamp = /Timestamp: ?(\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\dZ?)/i;

/** Entra repeats its ids at the end of the description, on lines of their own or, in older answers, on the same one. */
function idsIn(message: string | undefined) {
  const text = message?.slice(0, messageRead) ?? '';
  return {
    traceId: traceId.exec(text)?.[1],
    correlationId: correlationId.exec(text)?.[1],
    time: timestamp.exec(text)?.[1],
  };
}

function readable(message: string): string {
  const withoutIds = [traceId, correlationId, timestamp].reduce(
    (text, pattern) => text.replace(pattern, ''),
    wholeWords(message),
  );
  return maskSecrets(withoutIds).replace(/\s+/g, ' ').trim().slice(0, messageLimit);
}

/** Cutting must not leave the first characters of a token, too few to be recognised as one. */
function wholeWords(message: string): string {
  if (message.length <= messageRead) return message;
  const start = message.slice(0, messageRead);
  return start.slice(0, Math.max(start.lastIndexOf(' '), start.lastIndexOf('\n')) + 1 || messageRead);
}

const word = (value: string | undefined): string | undefined =>
  value && maskSecrets(value).slice(0, wordLimit);
const id = (value: string | undefined): string | undefined =>
  value && /^[\w.:|=-]{1,100}$/.test(value) ? maskSecrets(value) : undefined;
const time = (value: string | undefined): string | undefined =>
  value && /^[\w :.,+-]{1,40}$/.test(value) ? value : undefined;

/** Leaves out what is not there, as the schema of a verdict wants it. */
function present(facts: { [Name in keyof AnswerFacts]: AnswerFacts[Name] | undefined }): AnswerFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== ''));
}
