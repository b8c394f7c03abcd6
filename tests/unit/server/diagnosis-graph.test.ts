import { describe, expect, test } from '@jest/globals';
import { verdict } from '../../../src/shared/api/verdict.ts';
import { diagnose, type Evidence, type Known } from '../../../src/server/diagnosis/index.ts';
import { diagnosisFixtures, judgedPart } from '../../support/diagnosis-fixtures.ts';

const fixtures = diagnosisFixtures('graph');
const probe = (evidence: Partial<Evidence>) =>
  diagnose({ protocol: 'graph', stage: 'graph-probe', ...evidence });
const refusal = (code: string, message = '') => JSON.stringify({ error: { code, message } });

describe('a refusal of Graph', () => {
  test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))(
    '%s gets its verdict',
    (_, fixture) => {
      const result = diagnose(fixture.evidence);
      expect(judgedPart(result)).toEqual(fixture.expected);
      expect(verdict.safeParse(result).success).toBe(true);
    },
  );

  test('is the same inside a batch, in a cut-off body and as a line of text', () => {
    const whole = refusal('ErrorAccessDenied', 'Access to OData is disabled.');
    const item = `{"id":"1","status":403,"headers":{},"body":${whole}}`;
    for (const raw of [
      whole,
      item,
      `{"responses":[{"id":"0","status":200,"body":{}},${item}]}`,
      whole.slice(0, -3),
      'ErrorAccessDenied: Access to OData is disabled.',
    ]) {
      expect({ raw, cause: probe({ httpStatus: 403, raw }).cause }).toEqual({
        raw,
        cause: 'policy-restricts-mailbox',
      });
    }
  });

  test('takes the status of the item, not of the batch around it', () => {
    expect(
      probe({ raw: '{"id":"3","status":429,"body":{"error":{"code":"TooManyRequests"}}}' }).facts.httpStatus,
    ).toBe(429);
  });

  test('names the ids that Microsoft support asks for', () => {
    const raw = JSON.stringify({
      error: {
        code: 'Forbidden',
        message: 'No.',
        innerError: {
          code: 'ErrorAccessDenied',
          date: '2026-11-22T08:14:09',
          'request-id': 'a-1',
          'client-request-id': 'b-2',
        },
      },
    });
    expect(probe({ httpStatus: 403, raw }).facts).toEqual({
      httpStatus: 403,
      error: 'Forbidden',
      code: 'ErrorAccessDenied',
      message: 'No.',
      requestId: 'a-1',
      correlationId: 'b-2',
      time: '2026-11-22T08:14:09',
    });
  });

  test('a claims challenge in the header wins over what the body says', () => {
    const headers = {
      'www-authenticate': 'Bearer realm="", error="insufficient_claims", claims="eyJhY2Nlc3MifQ"',
    };
    expect(probe({ httpStatus: 403, headers, raw: refusal('ErrorAccessDenied') })).toMatchObject({
      cause: 'cae-challenge',
      retry: 'later',
      confidence: 'certain',
    });
    const plain = {
      'www-authenticate':
        'Bearer realm="", authorization_uri="https://login.example/authorize", client_id="0"',
    };
    expect(probe({ httpStatus: 401, headers: plain, raw: refusal('InvalidAuthenticationToken') }).cause).toBe(
      'token-invalid',
    );
  });

  test.each([
    [400, 'request-malformed'],
    [401, 'token-invalid'],
    [403, 'permission-missing'],
    [404, 'mailbox-missing'],
    [408, 'timeout'],
    [424, 'unknown'],
    [429, 'throttled'],
    [500, 'service-unavailable'],
    [502, 'service-unavailable'],
    [503, 'service-unavailable'],
    [504, 'service-unavailable'],
    [507, 'mailbox-full'],
  ])('with status %i and a code nobody knows still gets a verdict', (httpStatus, cause) => {
    expect(probe({ httpStatus, raw: refusal('NeverSeenBefore') }).cause).toBe(cause);
  });

  test('not found means the application while it is being registered', () => {
    expect(diagnose({ protocol: 'graph', stage: 'graph-provision', httpStatus: 404, raw: '' })).toMatchObject(
      { cause: 'app-not-found', retry: 'later' },
    );
  });
});

describe('what is known of the token', () => {
  const known = (known: Known, evidence: Partial<Evidence> = {}) =>
    probe({
      httpStatus: 403,
      raw: refusal('ErrorAccessDenied'),
      known: { permission: 'Calendars.ReadWrite', ...known },
      ...evidence,
    });

  test('no right at all: consent is missing, and an administrator grants it', () => {
    expect(known({ rightInToken: false, anyRightInToken: false })).toMatchObject({
      cause: 'consent-missing',
      whoCanFix: 'admin',
      retry: 'after-fix',
      facts: { permission: 'Calendars.ReadWrite' },
    });
  });
  test('other rights but not this one: the right is missing', () => {
    expect(known({ rightInToken: false, anyRightInToken: true })).toMatchObject({
      cause: 'permission-missing',
      facts: { permission: 'Calendars.ReadWrite' },
    });
  });
  test('the right is there and mail is refused: the firm restricts the mailbox, and the contradiction is named', () => {
    expect(
      known({ rightInToken: true, anyRightInToken: true, mailbox: 'anna@muster.example' }),
    ).toMatchObject({
      cause: 'policy-restricts-mailbox',
      facts: { contradiction: 'right-in-token-but-refused', mailbox: 'anna@muster.example' },
    });
  });
  test('the right is there and to-do is refused: not a policy, since to-do knows none', () => {
    expect(known({ rightInToken: true }, { httpStatus: 401, raw: refusal('UnknownError') })).toMatchObject({
      cause: 'token-invalid',
      retry: 'later',
      facts: { contradiction: 'right-in-token-but-refused' },
    });
  });
  test('the right is there and the mailbox does not exist: no contradiction', () => {
    const result = known(
      { rightInToken: true },
      { httpStatus: 404, raw: refusal('MailboxNotEnabledForRESTAPI') },
    );
    expect(result.cause).toBe('mailbox-missing');
    expect(result.facts.contradiction).toBeUndefined();
    expect(result.facts.permission).toBeUndefined();
  });
  test('a token without the right needs no refusal to be explained', () => {
    expect(known({ rightInToken: false, anyRightInToken: true }, { httpStatus: 200, raw: '' }).cause).toBe(
      'permission-missing',
    );
  });
});
