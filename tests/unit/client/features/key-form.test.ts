import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { keyFormProblems, usualExpiry } from '../../../../src/client/features/service-keys/key-form.ts';
import { keyExpiryProblem } from '../../../../src/server/features/service-keys/service-key-expiry.ts';

const key = { name: 'LEGAL 365', scopes: ['graph' as const] };
const day = (date: Date) => date.toISOString().slice(0, 10);
const dates = fc.date({ min: new Date('2026-01-01'), max: new Date('2060-12-31'), noInvalidDate: true });

describe('the last day of a key', () => {
  test('is a year ahead unless told; from 29 February that is 1 March', () => {
    expect(usualExpiry('2026-11-22')).toBe('2027-11-22');
    expect(usualExpiry('2028-02-29')).toBe('2029-03-01');
  });

  test.each([
    ['', 'dateMissing'],
    ['22.11.2027', 'dateMissing'],
    ['2026-11-21', 'dateInThePast'],
    ['2026-11-22', undefined],
    ['2028-11-22', undefined],
    ['2028-11-23', 'dateTooFar'],
  ])('“%s” on 22 November 2026: %s', (expiresOn, problem) => {
    expect(keyFormProblems({ ...key, expiresOn }, '2026-11-22').expiresOn).toBe(problem);
  });

  test('is never let through here and refused by the server', () => {
    fc.assert(
      fc.property(dates, dates, (now, last) => {
        const accepted = keyFormProblems({ ...key, expiresOn: day(last) }, day(now)).expiresOn === undefined;
        return !accepted || keyExpiryProblem(day(last), now) === null;
      }),
    );
  });
});
