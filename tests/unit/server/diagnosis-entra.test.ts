import { describe, expect, test } from '@jest/globals';
import { verdict } from '../../../src/shared/api/verdict.ts';
import { diagnose, type Evidence } from '../../../src/server/diagnosis/index.ts';
import { diagnosisFixtures, judgedPart } from '../../support/diagnosis-fixtures.ts';

const fixtures = diagnosisFixtures('entra');
const numbered = fixtures.filter(({ name }) => name.startsWith('AADSTS'));
const json = numbered.filter(({ evidence }) => evidence.raw?.startsWith('{'));

interface TokenError {
  error: string;
  suberror?: string;
  error_description?: string;
  error_codes?: number[];
  error_uri?: string;
}

/** The same reply with its body changed. */
function reworded(evidence: Evidence, change: (body: TokenError) => object): Evidence {
  return { ...evidence, raw: JSON.stringify(change(JSON.parse(evidence.raw!) as TokenError)) };
}

describe('a refusal of Entra', () => {
  test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))(
    '%s gets its verdict',
    (_, fixture) => {
      const result = diagnose(fixture.evidence);
      expect(judgedPart(result)).toEqual(fixture.expected);
      expect(verdict.safeParse(result).success).toBe(true);
    },
  );

  test.each([
    [
      'translated',
      (body: TokenError) => ({
        ...body,
        error_description: body.error_description?.replace(/: .*/s, ': Der Vorgang wurde abgelehnt.'),
      }),
    ],
    [
      'on one line',
      (body: TokenError) => ({ ...body, error_description: body.error_description?.replaceAll('\r\n', ' ') }),
    ],
    [
      'without a description',
      ({ error, suberror, error_codes }: TokenError) => ({ error, suberror, error_codes }),
    ],
    ['with the number in error_uri alone', ({ error, error_uri }: TokenError) => ({ error, error_uri })],
  ])('%s gets the same verdict', (_, change) => {
    for (const { evidence, expected, name } of json) {
      expect({ name, ...judgedPart(diagnose(reworded(evidence, change))) }).toEqual({ name, ...expected });
    }
  });

  test('cut off anywhere after the number gets the same verdict', () => {
    for (const { evidence, expected, name } of json) {
      const raw = evidence.raw!;
      const afterNumber = raw.indexOf('AADSTS') + name.length + 1;
      for (const end of [afterNumber, afterNumber + 20, raw.length - 1]) {
        const cut = { ...evidence, raw: raw.slice(0, end) };
        expect({ name, end, ...judgedPart(diagnose(cut)) }).toEqual({ name, end, ...expected });
      }
    }
  });

  test('in a log line gets the same verdict', () => {
    for (const { evidence, expected, name } of json) {
      const logged = {
        ...evidence,
        raw: `2026-11-22T08:14:10Z WARN token endpoint said ${evidence.raw!} (attempt 1)`,
      };
      expect({ name, ...judgedPart(diagnose(logged)) }).toEqual({ name, ...expected });
    }
  });

  test('without its number keeps the error word, is less certain and ends no grant that the number would keep', () => {
    for (const { evidence, expected, name } of json) {
      const struck = reworded(evidence, ({ error, suberror }) => ({
        error,
        suberror,
        error_description: 'Abgelehnt.',
      }));
      const result = diagnose(struck);
      expect({ name, confidence: result.confidence }).not.toEqual({ name, confidence: 'certain' });
      if (result.tokenLost)
        expect({ name, tokenLost: expected.tokenLost }).toEqual({ name, tokenLost: true });
      expect({ name, cause: result.cause }).not.toEqual({ name, cause: 'unknown' });
    }
  });
});

describe('one number with several meanings', () => {
  const refused = (stage: Evidence['stage'], description: string, error = 'invalid_grant') =>
    diagnose({
      protocol: 'entra',
      stage,
      httpStatus: 400,
      raw: JSON.stringify({ error, error_description: description }),
    });

  test('70008 is a late code at the exchange and a dead refresh token at the refresh', () => {
    expect(refused('code-exchange', 'AADSTS70008: Too old.')).toMatchObject({
      cause: 'code-expired-or-used',
      tokenLost: false,
    });
    expect(refused('refresh', 'AADSTS70008: Too old.')).toMatchObject({
      cause: 'refresh-token-expired',
      tokenLost: true,
    });
  });

  test('70000 never ends a grant: it also comes for a missing consent', () => {
    expect(refused('refresh', 'AADSTS70000: Not valid.')).toMatchObject({
      cause: 'grant-revoked',
      tokenLost: false,
    });
    expect(refused('code-exchange', 'AADSTS70000: Not valid.')).toMatchObject({
      cause: 'code-expired-or-used',
    });
  });

  test('70002 gives way to the number beside it', () => {
    const raw = JSON.stringify({ error: 'invalid_grant', error_codes: [70002, 54005] });
    expect(diagnose({ protocol: 'entra', stage: 'code-exchange', httpStatus: 400, raw }).cause).toBe(
      'code-expired-or-used',
    );
    expect(
      refused('app-token', 'AADSTS70002: Wrong. AADSTS50012: Not valid.', 'invalid_client').alternatives,
    ).toEqual(['secret-expired']);
  });

  test('65005 names the missing subscription in its text', () => {
    const text = 'AADSTS65005: The organisation is not subscribed to a service that the app needs.';
    expect(refused('authorize-callback', text, 'invalid_client').cause).toBe('resource-not-in-tenant');
  });
});

describe('a grant is given up only on proof', () => {
  const dead = { error: 'invalid_grant', suberror: 'bad_token', error_codes: [700082] };
  const at = (change: Partial<Evidence>, body: object = dead) =>
    diagnose({ protocol: 'entra', stage: 'refresh', httpStatus: 400, raw: JSON.stringify(body), ...change });

  test('an inactive refresh token ends it', () => expect(at({}).tokenLost).toBe(true));
  test('interaction_required with the number of a dead token ends it', () => {
    expect(at({}, { ...dead, error: 'interaction_required' }).tokenLost).toBe(true);
  });
  test('bad_token without a number ends it', () => {
    expect(at({}, { error: 'invalid_grant', suberror: 'bad_token' })).toMatchObject({
      tokenLost: true,
      confidence: 'likely',
    });
  });
  test.each([
    ['outside a refresh', { stage: 'code-exchange' as const }, dead],
    ['during an outage', { httpStatus: 503 }, dead],
    ['while throttled', { httpStatus: 429 }, dead],
    ['with an error about the client', {}, { ...dead, error: 'invalid_client' }],
    ['with an unknown number', {}, { error: 'invalid_grant', error_codes: [999999] }],
    [
      'with a missing second factor',
      {},
      { error: 'invalid_grant', error_codes: [50076], suberror: 'basic_action' },
    ],
    ['with an expired secret', {}, { error: 'invalid_client', error_codes: [7000222] }],
  ])('%s it is kept', (_, change, body) => {
    expect(at(change, body).tokenLost).toBe(false);
  });
  test('an outage that names a dead token is an outage', () => {
    expect(at({ httpStatus: 503 })).toMatchObject({ cause: 'service-unavailable', retry: 'later' });
  });
});

describe('an answer that no table knows', () => {
  test.each([
    [
      'error word',
      { httpStatus: 401, raw: '{"error":"invalid_client","error_codes":[999999]}' },
      'secret-wrong',
      'likely',
    ],
    [
      'suberror',
      { httpStatus: 400, raw: '{"error":"invalid_grant","suberror":"message_only"}' },
      'conditional-access',
      'likely',
    ],
    ['status and stage', { httpStatus: 400, raw: 'AADSTS999999: new' }, 'interaction-required', 'guess'],
    ['status', { httpStatus: 401, raw: 'AADSTS999999: new' }, 'secret-wrong', 'guess'],
    ['nothing', {}, 'unknown', 'guess'],
  ])('falls back to its %s', (_, evidence, cause, confidence) => {
    expect(diagnose({ protocol: 'entra', stage: 'refresh', ...evidence })).toMatchObject({
      cause,
      confidence,
      tokenLost: false,
    });
  });

  test('sends an administrator where nobody is signed in', () => {
    const raw = '{"error":"invalid_grant","error_codes":[65001],"suberror":"consent_required"}';
    expect(diagnose({ protocol: 'entra', stage: 'app-token', httpStatus: 400, raw })).toMatchObject({
      cause: 'consent-missing',
      whoCanFix: 'admin',
      retry: 'after-fix',
    });
    expect(diagnose({ protocol: 'entra', stage: 'refresh', httpStatus: 400, raw })).toMatchObject({
      cause: 'consent-missing',
      whoCanFix: 'user',
      retry: 'sign-in-again',
    });
  });

  test('a consent that was refused although admin_consent says True is a refusal', () => {
    const raw =
      'https://connect.example/auth/consent/callback?admin_consent=True&error=access_denied&error_subcode=cancel&state=x1';
    expect(diagnose({ protocol: 'entra', stage: 'admin-consent-callback', raw })).toMatchObject({
      cause: 'user-declined',
      whoCanFix: 'admin',
    });
  });
});
