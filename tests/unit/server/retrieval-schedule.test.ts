import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Verdict } from '../../../src/shared/api/verdict.ts';
import { nextRound, placeInInterval } from '../../../src/server/features/mail-retrieval/schedule.ts';

const minute = 60_000;
const now = Date.UTC(2026, 10, 22, 10);
const rounds = (more: object = {}) => ({
  mailboxId: '5a27a97e-97c6-43f1-934d-739b4e0ba495',
  everyMs: 5 * minute,
  idleRounds: 0,
  failedRounds: 0,
  ...more,
});
const verdict = (more: Partial<Verdict>): Verdict => ({
  cause: 'connection-dropped',
  alternatives: [],
  whoCanFix: 'nobody',
  retry: 'later',
  retryAfter: null,
  tokenLost: false,
  facts: {},
  confidence: 'certain',
  ...more,
});
/** Minutes until the next round, without the jitter of up to a tenth. */
const waits = (...given: [ReturnType<typeof rounds>, Parameters<typeof nextRound>[1]]) => {
  const waited = nextRound(...given, now).dueAt - now;
  return [5, 10, 15, 20, 30, 60, 120, 360, 600, 1440].find(
    (minutes) => waited >= minutes * minute && waited <= minutes * minute * 1.1,
  );
};

describe('a mailbox is due', () => {
  test('again after the interval, later the longer nothing came, and at once where more waits', () => {
    expect(waits(rounds(), { received: 3, more: false })).toBe(5);
    expect(waits(rounds({ idleRounds: 4 }), { received: 0, more: false })).toBe(5);
    expect(waits(rounds({ idleRounds: 6 }), { received: 0, more: false })).toBe(10);
    expect(waits(rounds({ idleRounds: 500 }), { received: 0, more: false })).toBe(20);
    expect(nextRound(rounds({ idleRounds: 500 }), { received: 1, more: false }, now).idleRounds).toBe(0);
    expect(nextRound(rounds(), { received: 1, more: true }, now).dueAt).toBe(now);
  });

  test('ever later after failures that pass, and seldom where somebody has to mend something', () => {
    expect(waits(rounds(), { verdict: verdict({}) })).toBe(5);
    expect(waits(rounds({ failedRounds: 2 }), { verdict: verdict({}) })).toBe(20);
    expect(waits(rounds({ failedRounds: 900 }), { verdict: verdict({}) })).toBe(60);
    expect(waits(rounds(), { verdict: verdict({ retry: 'after-fix' }) })).toBe(15);
    expect(waits(rounds({ failedRounds: 900 }), { verdict: verdict({ retry: 'no' }) })).toBe(360);
    expect(waits(rounds(), { verdict: verdict({ retry: 'sign-in-again' }) })).toBe(5);
  });

  test('not before the time that the server named, and a success forgets all failures', () => {
    expect(waits(rounds(), { verdict: verdict({ retryAfter: 600 * 60 }) })).toBe(600);
    expect(waits(rounds(), { verdict: verdict({ retryAfter: 1e9 }) })).toBe(1440);
    expect(nextRound(rounds({ failedRounds: 9 }), { received: 0, more: false }, now).failedRounds).toBe(0);
  });

  test('never before the interval nor more than a tenth after the longest wait, whatever happened', () => {
    const result = fc.oneof(
      fc.record({ received: fc.nat(), more: fc.constant(false) }),
      fc.record({
        verdict: fc
          .record({
            retry: fc.constantFrom('no', 'later', 'after-fix', 'sign-in-again'),
            retryAfter: fc.nat(),
          })
          .map((more) => verdict(more as Partial<Verdict>)),
      }),
    );
    const state = fc.record({ mailboxId: fc.uuid(), idleRounds: fc.nat(), failedRounds: fc.nat() });
    fc.assert(
      fc.property(state, result, fc.integer({ min: 1, max: 1440 }), (more, outcome, minutes) => {
        const everyMs = minutes * minute;
        const { dueAt } = nextRound(rounds({ ...more, everyMs }), outcome, now);
        expect(dueAt - now).toBeGreaterThanOrEqual(everyMs);
        expect(dueAt - now).toBeLessThanOrEqual(Math.max(4 * everyMs, 1440 * minute) * 1.1);
      }),
    );
  });
});

test('mailboxes that are switched on together are spread over the interval, each at a place of its own', () => {
  const ids = Array.from({ length: 1000 }, () => randomUUID());
  const tenths = new Map<number, number>();
  for (const id of ids) {
    const place = placeInInterval(id, 10 * minute);
    expect(placeInInterval(id, 10 * minute)).toBe(place);
    tenths.set(Math.floor(place / minute), (tenths.get(Math.floor(place / minute)) ?? 0) + 1);
  }
  expect([...tenths.keys()].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(Math.max(...tenths.values())).toBeLessThan(200);
});
