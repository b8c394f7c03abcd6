import { assign, numbersInErrorUri, type AnswerFields } from './answer-fields.ts';

const innerErrorsRead = 5;
const numbersRead = 10;

type JsonObject = Record<string, unknown>;
const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const stringOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** Fields of a whole JSON body, or undefined when the text is no JSON object. */
export function fieldsOfJson(text: string): AnswerFields | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isObject(parsed) ? fieldsOfBody(parsed) : undefined;
}

function fieldsOfBody(body: JsonObject): AnswerFields {
  if (isObject(body['error'])) return fieldsOfGraphError(body['error']);
  const item = refusedBatchItem(body);
  if (item) {
    const inner = fieldsOfBody(item.body);
    return item.status === undefined ? inner : { ...inner, status: item.status };
  }
  return fieldsOfOAuthError(body);
}

/** The envelope of a Graph batch is always a 200; what counts is the item inside that was refused. */
function refusedBatchItem(body: JsonObject): { status?: number; body: JsonObject } | undefined {
  const responses: unknown[] = Array.isArray(body['responses']) ? body['responses'] : [body];
  for (const item of responses) {
    if (!isObject(item) || !isObject(item['body']) || !isObject(item['body']['error'])) continue;
    const status = item['status'];
    // One level only: an item that nests further items is not Graph's.
    const inner = { error: item['body']['error'] };
    return typeof status === 'number' ? { status, body: inner } : { body: inner };
  }
  return undefined;
}

/** Graph: `{error: {code, message, innerError: {code, date, "request-id", "client-request-id"}}}`. */
function fieldsOfGraphError(error: JsonObject): AnswerFields {
  const fields: AnswerFields = { codes: [] };
  let level: unknown = error;
  for (let depth = 0; depth < innerErrorsRead && isObject(level); depth++) {
    const code = stringOf(level['code']);
    if (code) fields.codes?.push(code);
    assign(fields, {
      message: fields.message ?? stringOf(level['message']),
      requestId: stringOf(level['request-id']),
      correlationId: stringOf(level['client-request-id']),
      time: stringOf(level['date']),
    });
    level = level['innerError'] ?? level['innererror'];
  }
  return fields;
}

/** Entra: RFC 6749, section 5.2, with Microsoft's additions. */
function fieldsOfOAuthError(body: JsonObject): AnswerFields {
  return assign(
    {},
    {
      error: stringOf(body['error']),
      suberror: stringOf(body['suberror']) ?? stringOf(body['error_subcode']),
      numbers: [...numbersOf(body['error_codes']), ...numbersInErrorUri(stringOf(body['error_uri']))],
      message: stringOf(body['error_description']) ?? stringOf(body['message']),
      traceId: stringOf(body['trace_id']),
      correlationId: stringOf(body['correlation_id']),
      time: stringOf(body['timestamp']),
    },
  );
}

/**
 * Fields of JSON that was cut off or stands in the middle of a log line: each looked for by its name. Returns
 * undefined when no `"error"` or `"error_description"` is in it.
 */
export function fieldsOfJsonFragment(text: string): AnswerFields | undefined {
  if (!/"error(?:_description|_codes)?"\s{0,9}:/.test(text)) return undefined;
  const codes = [...text.matchAll(/"code"\s{0,9}:\s{0,9}"([A-Za-z0-9_.-]{1,100})"/g)].slice(
    0,
    innerErrorsRead,
  );
  const listed = /"error_codes"\s{0,9}:\s{0,9}\[([\d,\s]{0,200})/.exec(text)?.[1] ?? '';
  return assign(
    {},
    {
      error: stringField(text, 'error'),
      suberror: stringField(text, 'suberror'),
      numbers: [
        ...numbersOf(listed.split(',').map((part) => Number(part.trim() || Number.NaN))),
        ...numbersInErrorUri(stringField(text, 'error_uri')),
      ],
      codes: codes.map((found) => found[1] ?? ''),
      message: stringField(text, 'error_description') ?? stringField(text, 'message'),
      requestId: stringField(text, 'request-id'),
      traceId: stringField(text, 'trace_id'),
      correlationId: stringField(text, 'correlation_id') ?? stringField(text, 'client-request-id'),
      time: stringField(text, 'timestamp') ?? stringField(text, 'date'),
    },
  );
}

/** The value may lack its closing quote: that is where the text was cut. */
function stringField(text: string, name: string): string | undefined {
  const value = new RegExp(`"${name}"\\s{0,9}:\\s{0,9}"((?:[^"\\\\]|\\\\.)*)`, 's').exec(text)?.[1];
  if (value === undefined) return undefined;
  try {
    return stringOf(JSON.parse(`"${value}"`));
  } catch {
    return stringOf(value);
  }
}

const numbersOf = (list: unknown): number[] =>
  (Array.isArray(list) ? list : [])
    .slice(0, numbersRead)
    .filter((entry): entry is number => Number.isSafeInteger(entry));
