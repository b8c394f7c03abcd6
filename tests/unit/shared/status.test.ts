import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { daysUntil, expiryLevel } from '../../../src/shared/domain/secret-expiry.ts';
import { overallStatus, shownStatus, stepStatuses } from '../../../src/shared/domain/status.ts';

describe('a result', () => {
  const finished = Date.parse('2026-11-22T08:00:00Z');
  const hours = (count: number) => finished + count * 3600 * 1000;

  test('keeps its colour for a day, then it is out of date', () => {
    expect(shownStatus('ok', finished, hours(24))).toBe('ok');
    expect(shownStatus('ok', finished, hours(24) + 1)).toBe('stale');
    expect(shownStatus('failed', finished, hours(25))).toBe('stale');
  });
  test('that is not used or still running has no age', () => {
    expect(shownStatus('not-used', finished, hours(999))).toBe('not-used');
    expect(shownStatus('running', finished, hours(999))).toBe('running');
  });
});

describe('a whole test', () => {
  test('is green only when every used step is', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...stepStatuses)), (statuses) => {
        const used = statuses.filter((status) => status !== 'not-used');
        expect(overallStatus(statuses) === 'ok').toBe(
          used.length > 0 && used.every((status) => status === 'ok'),
        );
      }),
    );
  });
  test('in which nothing was tested is unknown', () => {
    expect(overallStatus([])).toBe('unknown');
    expect(overallStatus(['not-used'])).toBe('unknown');
  });
});

describe('a secret', () => {
  test.each([
    ['2026-11-21', -1, 'expired'],
    ['2026-11-22', 0, 'urgent'],
    ['2026-12-06', 14, 'urgent'],
    ['2026-12-07', 15, 'soon'],
    ['2027-01-21', 60, 'soon'],
    ['2027-01-22', 61, 'fine'],
    ['2028-03-13', 477, 'fine'],
  ])('that ends on %s has %d days and is %s', (end, days, level) => {
    expect(daysUntil(end, '2026-11-22')).toBe(days);
    expect(expiryLevel(end, '2026-11-22')).toBe(level);
  });
});
