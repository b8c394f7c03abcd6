import { randomUUID } from 'node:crypto';

/** A refusal of Entra. Programs branch on `error` and `suberror`; the AADSTS number only explains. */
export class Refusal extends Error {
  readonly code: number;
  readonly error: string;
  readonly status: number;
  readonly suberror: string | undefined;

  constructor(
    code: number,
    error: string,
    text: string,
    extras: { status?: number; suberror?: string } = {},
  ) {
    super(`AADSTS${code}: ${text}`);
    this.name = 'Refusal';
    this.code = code;
    this.error = error;
    this.status = extras.status ?? 400;
    this.suberror = extras.suberror;
  }
}

export interface RequestIds {
  traceId: string;
  /** The caller's `client-request-id`, or one of ours. */
  correlationId: string;
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Ids of one request; a caller's correlation id is echoed when it is a GUID. */
export function requestIds(clientRequestId: unknown): RequestIds {
  const given =
    typeof clientRequestId === 'string' && guid.test(clientRequestId) ? clientRequestId : undefined;
  return { traceId: randomUUID(), correlationId: given ?? randomUUID() };
}

const timestampOf = (now: number): string => `${new Date(now).toISOString().slice(0, 19).replace('T', ' ')}Z`;

/** The text as Entra sends it: the sentence, then ids and time on lines of their own. */
export function describe(refusal: Refusal, ids: RequestIds, now: number): string {
  return [
    refusal.message,
    `Trace ID: ${ids.traceId}`,
    `Correlation ID: ${ids.correlationId}`,
    `Timestamp: ${timestampOf(now)}`,
  ].join('\r\n');
}

/** Body of the token endpoint's refusal ("OAuth 2.0 authorization code flow", error response example). */
export function refusalBody(
  refusal: Refusal,
  ids: RequestIds,
  now: number,
  baseUrl: string,
): Record<string, unknown> {
  return {
    error: refusal.error,
    error_description: describe(refusal, ids, now),
    error_codes: [refusal.code],
    timestamp: timestampOf(now),
    trace_id: ids.traceId,
    correlation_id: ids.correlationId,
    error_uri: `${baseUrl}/error?code=${refusal.code}`,
    ...(refusal.suberror !== undefined && { suberror: refusal.suberror }),
  };
}
