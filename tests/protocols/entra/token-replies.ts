import type { ReplayReply } from '../../support/replay-server.ts';

/** A reply in JSON, with the headers of a token endpoint. */
export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): ReplayReply => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

/** The body of a refusal as Entra's token endpoint writes it. */
export function entraError(number: number, error: string, more: Record<string, unknown> = {}) {
  return {
    error,
    error_description: [
      `AADSTS${number}: The text for people.`,
      'Trace ID: 0f0e0d0c-0b0a-4908-8706-050403020100',
      'Correlation ID: 00010203-0405-4607-8809-0a0b0c0d0e0f',
      'Timestamp: 2026-03-01 10:11:12Z',
    ].join('\r\n'),
    error_codes: [number],
    timestamp: '2026-03-01 10:11:12Z',
    trace_id: '0f0e0d0c-0b0a-4908-8706-050403020100',
    correlation_id: '00010203-0405-4607-8809-0a0b0c0d0e0f',
    error_uri: `https://login.microsoftonline.com/error?code=${number}`,
    ...more,
  };
}

/** A token as it travels. Nobody here can check the signature: it marks the token, so that a leak is found. */
export function tokenOf(
  claims: Record<string, unknown>,
  header: Record<string, unknown> = { typ: 'JWT', alg: 'RS256', kid: 'replayed' },
): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(claims)}.${signatureMark}`;
}

export const signatureMark = 'c2lnbmF0dXJlLW9mLWEtcmVwbGF5ZWQtdG9rZW4';
export const refreshMark = '1.AXkA-replayed-refresh-token';
