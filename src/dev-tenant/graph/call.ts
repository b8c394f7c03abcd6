import { badRequest } from './refusals.ts';

/** One request to Graph, sent alone or as an item of a batch. */
export interface GraphCall {
  method: string;
  /** Decoded path segments below the version, e.g. `['users', 'anna@firm.example', 'events']`. */
  segments: string[];
  query: URLSearchParams;
  /** Parsed JSON, or undefined when there was none. */
  body: unknown;
}

export interface GraphAnswer {
  status: number;
  headers: Record<string, string>;
  /** Sent as JSON; undefined for an answer without a body (202, 204). */
  body: unknown;
}

/** The two ids under which Microsoft's support finds a call; the items of one batch share them. */
export interface CallIds {
  requestId: string;
  clientRequestId: string;
}

/**
 * Takes a path relative to the version apart, e.g. `/users/anna@firm.example/events?$top=1`.
 *
 * @throws GraphError 400 when a segment is not valid percent-encoding
 */
export function parseCall(method: string, relativeUrl: string, body: unknown): GraphCall {
  const questionMark = relativeUrl.indexOf('?');
  const path = questionMark < 0 ? relativeUrl : relativeUrl.slice(0, questionMark);
  const query = new URLSearchParams(questionMark < 0 ? '' : relativeUrl.slice(questionMark + 1));
  try {
    const segments = path.split('/').filter(Boolean).map(decodeURIComponent);
    return { method: method.toUpperCase(), segments, query, body };
  } catch {
    throw badRequest('The request URI is not valid percent-encoding.');
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
