import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Verdict } from '../../../src/shared/api/verdict.ts';
import {
  afterLook,
  nextLook,
  type LookedFor,
} from '../../../src/server/features/admin-consent/look-schedule.ts';

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const start = Date.parse('2026-11-22T06:00:00Z');

const plain: LookedFor = { form: 'plain', startedAt: start, answeredAt: null };
const redirect: LookedFor = { ...plain, form: 'redirect' };
const answered: LookedFor = { ...redirect, answeredAt: start };

/** Seconds until the next look, so many milliseconds after the beginning; null when looking ends. */
function pause(attempt: LookedFor, elapsed: number): number | null {
  const next = nextLook(attempt, start + elapsed);
  return next === null ? null : (next - start - elapsed) / secondMs;
}

const refusal = (change: Partial<Verdict>): Verdict => ({
  cause: 'throttled',
  alternatives: [],
  whoCanFix: 'nobody',
  retry: 'later',
  retryAfter: null,
  tokenLost: false,
  facts: {},
  confidence: 'certain',
  ...change,
});
const nothing = { granted: false, opaque: false, verdict: null };

describe('the next look', () => {
  test('comes often while the page is likely open, and seldom for a link that was put aside', () => {
    const at = [0, minuteMs, 2 * minuteMs, 10 * minuteMs, hourMs, 24 * hourMs, 7 * 24 * hourMs];
    expect(at.map((elapsed) => pause(plain, elapsed))).toEqual([5, 5, 15, 60, 900, 900, null]);
  });

  test('ends after an hour for a link whose answer would have come by then', () => {
    const at = [0, 2 * minuteMs, hourMs - 1, hourMs];
    expect(at.map((elapsed) => pause(redirect, elapsed))).toEqual([5, 15, 60, null]);
  });

  test('comes at once after the answer, then ever more slowly, for an hour', () => {
    const looks: number[] = [];
    for (let at: number | null = start; at !== null && looks.length < 6; at = nextLook(answered, at)) {
      looks.push((at - start) / secondMs);
    }
    expect(looks).toEqual([0, 1, 3, 6, 11, 16]);
    const at = [minuteMs, 10 * minuteMs, hourMs];
    expect(at.map((elapsed) => pause(answered, elapsed))).toEqual([10, 60, null]);
  });

  test('lies always ahead, whatever the clocks of two servers say, and every attempt ends', () => {
    const time = fc.integer({ min: start - hourMs, max: start + 8 * 24 * hourMs });
    const attempts = fc.record({
      form: fc.constantFrom('plain' as const, 'redirect' as const),
      startedAt: time,
      answeredAt: fc.option(time),
    });
    fc.assert(
      fc.property(attempts, time, (attempt, now) => {
        const next = nextLook(attempt, now);
        expect(next === null || next > now).toBe(true);
        expect(nextLook(attempt, now + 16 * 24 * hourMs)).toBeNull();
      }),
    );
  });
});

describe('after a look', () => {
  test('an attempt waits for an answer, or looks after one', () => {
    expect(afterLook(plain, nothing, start)).toMatchObject({ status: 'waiting' });
    expect(afterLook(answered, nothing, start)).toMatchObject({ status: 'looking' });
    expect(afterLook(answered, { ...nothing, granted: true }, start)).toEqual({
      status: 'granted',
      nextLookAt: null,
    });
    expect(afterLook(answered, nothing, start + hourMs)).toEqual({ status: 'not-seen', nextLookAt: null });
  });

  test('a token that cannot be read makes the next look wait for half a minute', () => {
    const { nextLookAt } = afterLook(answered, { ...nothing, opaque: true }, start);
    expect(nextLookAt).toBe(start + 30 * secondMs);
  });

  test('an outage is waited out as long as it asks; a refusal that waiting does not mend ends looking', () => {
    const busy = { ...nothing, verdict: refusal({ retryAfter: 120 }) };
    expect(afterLook(answered, busy, start)).toEqual({
      status: 'looking',
      nextLookAt: start + 120 * secondMs,
    });
    const expired = { ...nothing, verdict: refusal({ cause: 'secret-expired', retry: 'after-fix' }) };
    expect(afterLook(answered, expired, start).status).toBe('not-seen');
  });

  test('a token refused for want of consent is just what is waited for', () => {
    const missing = { ...nothing, verdict: refusal({ cause: 'consent-missing', retry: 'after-fix' }) };
    expect(afterLook(plain, missing, start)).toEqual({ status: 'waiting', nextLookAt: start + 5 * secondMs });
  });
});
