import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../../src/server/diagnosis/index.ts';
import {
  lastsAMoment,
  lastsLongEnough,
  nextKeepAlive,
  pauseAfterOutageMs,
} from '../../../src/server/features/mailbox-grants/grant-timing.ts';
import { meaningOfRefusal } from '../../../src/server/features/mailbox-grants/meaning-of-refusal.ts';
import { signInOfGrant } from '../../../src/server/features/mailbox-grants/sign-in-of-grant.ts';
import { verdictOfRejection } from '../../../src/server/features/mailbox-grants/verdict-of-rejection.ts';
import { causes } from '../../../src/shared/causes.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const refusedWith = (error: string, number: number, httpStatus = 400) =>
  diagnose({
    protocol: 'entra',
    stage: 'refresh',
    httpStatus,
    raw: JSON.stringify({ error, error_description: `AADSTS${number}: ...`, error_codes: [number] }),
  });

describe('a refused refresh', () => {
  test.each([
    ['invalid_grant', 50173, 'grant-ended'],
    ['invalid_grant', 700082, 'grant-ended'],
    ['invalid_grant', 70000, 'sign-in-again'],
    ['interaction_required', 50076, 'sign-in-again'],
    ['invalid_grant', 65001, 'sign-in-again'],
    ['invalid_grant', 50057, 'refused'],
    ['invalid_client', 7000222, 'registration'],
    ['invalid_client', 7000215, 'registration'],
    ['unauthorized_client', 700016, 'registration'],
    ['temporarily_unavailable', 90033, 'passing'],
  ])('%s AADSTS%i means: %s', (error, number, meaning) => {
    expect(meaningOfRefusal(refusedWith(error, number))).toBe(meaning);
  });

  test.each([429, 500, 503])('never ends a grant with status %i', (status) => {
    expect(meaningOfRefusal(refusedWith('invalid_grant', 50173, status))).toBe('passing');
  });

  test('ends a grant by its word alone, whatever the cause', () => {
    const verdict = refusedWith('invalid_grant', 70000);
    for (const cause of causes) {
      expect(meaningOfRefusal({ ...verdict, cause, tokenLost: true })).toBe('grant-ended');
      expect(meaningOfRefusal({ ...verdict, cause, tokenLost: false })).not.toBe('grant-ended');
    }
  });
});

describe('tokens that came and may not be used', () => {
  test.each([
    ['audience', 'token-wrong-audience'],
    ['issuer', 'wrong-account'],
    ['directory', 'wrong-account'],
    ['person', 'wrong-account'],
    ['nonce', 'token-invalid'],
    ['time', 'token-invalid'],
    ['client', 'token-invalid'],
    ['response', 'token-invalid'],
    ['refresh-token', 'token-invalid'],
  ] as const)('for their %s: %s, and the grant stays', (check, cause) => {
    const verdict = verdictOfRejection({ check, found: 'https://graph.microsoft.com' });
    expect(verdict).toMatchObject({
      cause,
      tokenLost: false,
      facts: { error: check, message: 'https://graph.microsoft.com' },
    });
  });
});

describe('the time of a token', () => {
  const token = (lifeMinutes: number) => ({
    renewed_at: new Date(0),
    access_expires_at: new Date(lifeMinutes * minuteMs),
  });

  test('is enough with more than ten minutes left, of a short one with more than half', () => {
    expect(lastsLongEnough(token(60), 49 * minuteMs)).toBe(true);
    expect(lastsLongEnough(token(60), 50 * minuteMs)).toBe(false);
    expect(lastsLongEnough(token(10), 4 * minuteMs)).toBe(true);
    expect(lastsLongEnough(token(10), 5 * minuteMs)).toBe(false);
    expect(lastsLongEnough({ ...token(60), access_expires_at: null }, 0)).toBe(false);
  });

  test('serves in an outage to its last minute', () => {
    expect(lastsAMoment(token(60), 58 * minuteMs)).toBe(true);
    expect(lastsAMoment(token(60), 59 * minuteMs)).toBe(false);
  });

  test('to wait is what Microsoft names, half a minute at least and an hour at most', () => {
    expect([null, 5, 120, 1e9].map(pauseAfterOutageMs)).toEqual([30_000, 30_000, 120_000, 3600_000]);
  });

  test('of the keep-alive is six to seven days on, the same for a mailbox each time, and spread over the day', () => {
    const ids = Array.from({ length: 1000 }, () => randomUUID());
    const days = ids.map((id) => nextKeepAlive(id, 0).getTime() / dayMs);
    expect(Math.min(...days)).toBeGreaterThanOrEqual(6);
    expect(Math.max(...days)).toBeLessThan(7);
    for (const hour of Array(24).keys()) {
      expect(days.filter((day) => Math.floor((day - 6) * 24) === hour).length).toBeGreaterThan(10);
    }
    expect(ids.map((id) => nextKeepAlive(id, 0).getTime() / dayMs)).toEqual(days);
  });
});

test('a sign-in is shown as unknown when nothing has renewed it for longer than the keep-alive takes', () => {
  const grant = {
    owner_name: 'Lea Lawyer',
    owner_username: 'lawyer@muster.example',
    state: 'ok' as const,
    verdict: null,
    signed_in_at: new Date(0),
    renewed_at: new Date(0),
    is_of_registration: true,
  };
  expect(signInOfGrant(grant, 9 * dayMs).status).toBe('ok');
  expect(signInOfGrant(grant, 11 * dayMs).status).toBe('unknown');
});
