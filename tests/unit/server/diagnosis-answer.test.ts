import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { causes, protocols, stages } from '../../../src/shared/causes.ts';
import { verdict } from '../../../src/shared/api/verdict.ts';
import { diagnose, type Evidence } from '../../../src/server/diagnosis/index.ts';
import { retryAfterSeconds } from '../../../src/server/diagnosis/retry-after.ts';
import { diagnosisFixtures } from '../../support/diagnosis-fixtures.ts';

const at = (raw: string, evidence: Partial<Evidence> = {}) =>
  diagnose({ protocol: 'entra', stage: 'refresh', httpStatus: 400, raw, ...evidence });

describe('the facts of an answer', () => {
  const trace = '0f1e2d3c-1111-4222-8333-444455556666';
  const correlation = '1f1e2d3c-1111-4222-8333-444455556666';

  test.each([['\r\n'], [' ']])(
    'ids at the end of the description are told apart (separator %j)',
    (separator) => {
      const lines = [
        'AADSTS50076: Le deuxième facteur manque.',
        `Trace ID: ${trace}`,
        `Correlation ID: ${correlation}`,
        'Timestamp: 2026-11-22 08:14:09Z',
      ];
      const { facts } = at(
        JSON.stringify({ error: 'invalid_grant', error_description: lines.join(separator) }),
      );
      expect(facts).toEqual({
        httpStatus: 400,
        error: 'invalid_grant',
        code: 'AADSTS50076',
        message: 'AADSTS50076: Le deuxième facteur manque.',
        traceId: trace,
        correlationId: correlation,
        time: '2026-11-22 08:14:09Z',
      });
    },
  );

  test('a callback is decoded', () => {
    const raw = `error=access_denied&error_description=AADSTS65004%3a+L%27utente+ha+rifiutato.%0d%0aTrace+ID%3a+${trace}&state=abc`;
    expect(at(raw, { stage: 'authorize-callback', httpStatus: undefined }).facts).toEqual({
      error: 'access_denied',
      code: 'AADSTS65004',
      message: "AADSTS65004: L'utente ha rifiutato.",
      traceId: trace,
    });
  });

  test('a pasted line gives its status, word and number', () => {
    const result = at('HTTP 400 invalid_grant bad_token AADSTS700082: gone', { httpStatus: undefined });
    expect(result).toMatchObject({
      cause: 'refresh-token-expired',
      tokenLost: true,
      facts: { httpStatus: 400, error: 'invalid_grant', code: 'AADSTS700082' },
    });
  });

  test('ids with characters that ids do not have are dropped', () => {
    expect(at('{"error":"invalid_grant","trace_id":"<b>x</b>","timestamp":"${now}"}').facts).toEqual({
      httpStatus: 400,
      error: 'invalid_grant',
    });
  });
});

describe('secrets in an answer', () => {
  const token = `eyJ0eXAiOiJKV1QifQ.${'eyJhdWQiOiJ4In0'.repeat(9)}.c2lnbmF0dXJl`;
  const opaque = '0.AXoA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8S9t0-_AbCdEf';
  test.each([
    ['a JSON web token', `Refused: ${token} is too old`],
    ['an opaque token', `Refused: ${opaque} is too old`],
    ['a client secret', `Refused: client_secret=Wq.8Q~abcDEFghiJKLmnoPQRstuVWXyz0123.456 is wrong`],
    ['a bare client secret', `Refused: Wq18Q~abcDEFghiJKLmnoPQRstuVWXyz0123456 is wrong`],
    ['a named refresh token', 'Refused: "refresh_token": "short-but-named" is wrong'],
    ['a code', 'Refused: https://connect.example/auth/mailbox/callback?code=AbCdEf123&x=1'],
    ['a code as Entra makes them', 'Refused: https://connect.example/callback?code=0.AXoA1b2C3d4E5f&x=1'],
    ['a header', 'Refused: Authorization: Bearer abc.def-ghi_jkl'],
  ])('%s is hidden, in text and in a description', (_, text) => {
    for (const raw of [text, JSON.stringify({ error: 'invalid_request', error_description: text })]) {
      const shown = at(raw).facts.message!;
      expect(shown).toContain('[hidden]');
      expect(shown).toMatch(/^Refused: /);
      for (const secret of ['eyJ', 'AXoA', '8Q~', 'short-but-named', 'AbCdEf123', 'ghi_jkl'])
        expect(shown).not.toContain(secret);
    }
  });

  test('what a reader looks for stays', () => {
    const text =
      "AADSTS700016: Application '9b1c2f60-6d0a-4c51-8a3e-2f1f0f6f7a01' (CredentialInvalidLifetimeAsPerAppPolicy) https://login.microsoftonline.com/error?code=700016, or error?code=700016.";
    expect(at(JSON.stringify({ error: 'unauthorized_client', error_description: text })).facts.message).toBe(
      text,
    );
  });

  test('a token cut off at the end of what is read leaves nothing behind', () => {
    const raw = `${'a '.repeat(4080)}${token.repeat(3)}`;
    expect(at(raw).facts.message).not.toContain('eyJ');
  });
});

describe('how long to wait', () => {
  const now = Date.parse('2026-11-22T08:00:00Z');
  test.each([
    ['17', 17],
    ['0', 0],
    ['99999999999999999999', 3600],
    ['Sun, 22 Nov 2026 08:00:30 GMT', 30],
    ['Sun, 22 Nov 2026 07:00:00 GMT', 0],
    ['Mon, 23 Nov 2026 08:00:00 GMT', 3600],
    ['soon', null],
    ['-5', null],
    ['1.5', null],
    ['', null],
  ])('Retry-After: %s', (value, seconds) => {
    expect(retryAfterSeconds({ 'RETRY-AFTER': value }, now)).toBe(seconds);
  });
  test("a date counts from the answer's own Date when no clock is given", () => {
    const headers = { 'retry-after': 'Sun, 22 Nov 2026 08:00:30 GMT', date: 'Sun, 22 Nov 2026 08:00:10 GMT' };
    expect(retryAfterSeconds(headers)).toBe(20);
    expect(retryAfterSeconds({ 'retry-after': headers['retry-after'] })).toBeNull();
  });
  test('the verdict names it', () => {
    expect(at('', { httpStatus: 429, headers: { 'Retry-After': '42' } })).toMatchObject({
      cause: 'throttled',
      retry: 'later',
      retryAfter: 42,
    });
    expect(at('', { httpStatus: 429 }).retryAfter).toBeNull();
  });
});

describe('any evidence at all', () => {
  const words = [
    'invalid_grant',
    'interaction_required',
    'invalid_client',
    'bad_token',
    'AADSTS700082',
    'AADSTS50173',
    'AADSTS1',
    'ErrorAccessDenied',
    'error=',
    '"error":"',
    '{',
    '}',
    '<html>',
    '\r\n',
    'HTTP 503',
    'eyJhbGciOiJub25lIn0',
  ];
  const noise = fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 30 })), {
      maxLength: 12,
    })
    .map((parts) => parts.join(''));
  const mutated = fc
    .tuple(
      fc.constantFrom(...(['entra', 'graph', 'exchange'] as const).flatMap(diagnosisFixtures)),
      fc.nat(),
      fc.nat(300),
      noise,
    )
    .map(([{ evidence }, start, length, text]) => {
      const raw = evidence.raw ?? '';
      const from = raw.length === 0 ? 0 : start % raw.length;
      return raw.slice(0, from) + text + raw.slice(from + length);
    });
  const evidence: fc.Arbitrary<Evidence> = fc.record(
    {
      protocol: fc.constantFrom(...protocols),
      stage: fc.constantFrom(...stages),
      httpStatus: fc.oneof(
        fc.integer({ min: 100, max: 599 }),
        fc.constantFrom(200, 400, 401, 403, 404, 429, 503),
      ),
      headers: fc.dictionary(
        fc.constantFrom('Retry-After', 'content-type', 'WWW-Authenticate', 'date', 'server'),
        fc.string(),
      ),
      raw: fc.oneof(noise, mutated),
      networkError: fc.option(
        fc.record({ message: fc.string(), code: fc.option(fc.string(), { nil: undefined }) }),
        { nil: undefined, freq: 8 },
      ),
    },
    { requiredKeys: ['protocol', 'stage'] },
  );

  test('gets a verdict of the vocabulary, and loses no grant without a refusal at the refresh', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        const result = diagnose(given);
        expect(causes).toContain(result.cause);
        expect(verdict.safeParse(result).success).toBe(true);
        if (!result.tokenLost) return;
        expect(given.stage).toBe('refresh');
        expect(given.raw).toMatch(/invalid_grant|interaction_required/);
        expect(result.retry).toBe('sign-in-again');
        expect(['refresh-token-expired', 'grant-revoked']).toContain(result.cause);
        const status = result.facts.httpStatus ?? 400;
        expect(status === 429 || status >= 500).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  test('hides every token, wherever it stands', () => {
    const token = fc.stringMatching(/^[A-Za-z0-9_-]{60,90}$/).filter((text) => /\d/.test(text));
    fc.assert(
      fc.property(token, noise, noise, (secret, before, after) => {
        expect(JSON.stringify(at(`${before} ${secret} ${after}`))).not.toContain(secret);
      }),
    );
  });

  test('an unknown number is never taken for another', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 95_000_000, max: 99_999_999 }),
        fc.constantFrom(...stages),
        (number, stage) => {
          const raw = JSON.stringify({
            error: 'invalid_grant',
            error_description: `AADSTS${number}: x`,
            error_codes: [number],
          });
          expect(diagnose({ protocol: 'entra', stage, httpStatus: 400, raw })).toMatchObject({
            cause: 'interaction-required',
            tokenLost: false,
            confidence: 'likely',
          });
        },
      ),
    );
  });

  test.each([
    ['brackets', '<'.repeat(70_000)],
    ['quotes', '"error":"'.repeat(8000)],
    ['backslashes', `{"error":"${'\\'.repeat(60_000)}`],
    ['blanks', ' '.repeat(70_000)],
    ['letters', 'a'.repeat(70_000)],
    ['tokens', 'eyJ'.repeat(25_000)],
    ['pairs', 'error='.repeat(11_000)],
    ['nesting', '{"error":'.repeat(7000)],
    ['words', 'x '.repeat(35_000)],
    ['reply lines', '535-5.7.139 '.repeat(6000)],
    ['short lines', '535 5.7.139\r\n'.repeat(5000)],
    ['numbers', '5.7.13'.repeat(11_000)],
    ['challenges', `334 ${'eyJz'.repeat(16_000)}`],
    ['refusals', '-ERR [A'.repeat(9000)],
    ['sizes', 'exceeds '.repeat(8000)],
    ['html', `<html>${'<script'.repeat(9000)}`],
  ])('64 KiB of %s do not hold it up', (_, raw) => {
    const start = performance.now();
    for (const protocol of protocols) diagnose({ protocol, stage: 'refresh', raw });
    for (const protocol of ['pop3', 'smtp'] as const) diagnose({ protocol, stage: `${protocol}-auth`, raw });
    expect(performance.now() - start).toBeLessThan(500);
  });
});
