import type { HttpExchange } from '../http/exchange.ts';
import { refusalOfError, refusalOfReply, type Refusal } from '../http/refusal.ts';

/** One request inside a batch. `url` is relative to the version, e.g. `/users/anna@firm.example/events?$top=1`. */
export interface BatchItem {
  id: string;
  method: 'GET' | 'POST' | 'DELETE';
  url: string;
  body?: object;
}

/** The answer to one item: parsed JSON for a success, the evidence for a refusal. */
export type ItemAnswer = { status: number; body: unknown } | { refusal: Refusal };

/** Answers by item id, or the refusal of the envelope as a whole. */
export type BatchAnswer = { items: ReadonlyMap<string, ItemAnswer> } | { refusal: Refusal };

/** Microsoft Graph, "Combine multiple HTTP requests using JSON batching": twenty requests a batch. */
export const largestBatch = 20;

/**
 * Sends up to twenty Graph requests in one round trip. An item that Graph left unanswered, or answered in a shape
 * nobody knows, is missing from the map: the caller has no evidence for it.
 *
 * @throws RangeError when more than twenty items are given
 */
export async function sendBatch(
  exchange: HttpExchange,
  graphUrl: string,
  accessToken: string,
  requests: readonly BatchItem[],
): Promise<BatchAnswer> {
  if (requests.length > largestBatch) throw new RangeError(`a batch holds ${largestBatch} requests`);
  try {
    const reply = await exchange(`${graphUrl}/v1.0/$batch`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${accessToken}`,
        'content-type': 'application/json',
        accept: 'application/json',
        'client-request-id': crypto.randomUUID(),
      },
      body: JSON.stringify({ requests: requests.map(wireItem) }),
    });
    const responses = reply.status === 200 ? parseResponses(reply.body) : null;
    return responses === null ? { refusal: refusalOfReply(reply) } : { items: responses };
  } catch (error) {
    return { refusal: refusalOfError(error) };
  }
}

function wireItem(item: BatchItem): object {
  return item.body === undefined ? item : { ...item, headers: { 'content-type': 'application/json' } };
}

function parseResponses(body: string): Map<string, ItemAnswer> | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return null;
  }
  const responses = isRecord(parsed) ? parsed['responses'] : undefined;
  if (!Array.isArray(responses)) return null;
  const items = new Map<string, ItemAnswer>();
  for (const response of responses as unknown[]) {
    if (!isRecord(response)) continue;
    const { id, status, headers, body: itemBody } = response;
    if (typeof id === 'string' && typeof status === 'number')
      items.set(id, itemAnswer(status, headers, itemBody));
  }
  return items;
}

function itemAnswer(status: number, headers: unknown, body: unknown): ItemAnswer {
  if (status >= 200 && status < 300) return { status, body };
  return { refusal: { httpStatus: status, headers: textHeaders(headers), raw: JSON.stringify(body ?? '') } };
}

function textHeaders(headers: unknown): Record<string, string> {
  if (!isRecord(headers)) return {};
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name.toLowerCase(), String(value)]] : [],
    ),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
