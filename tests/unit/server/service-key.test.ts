import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { digestOf, judgeServiceKey } from '../../../src/server/features/service-keys/judge-service-key.ts';
import { endOfDay, keyExpiryProblem } from '../../../src/server/features/service-keys/service-key-expiry.ts';
import {
  formatServiceKey,
  parseServiceKey,
} from '../../../src/server/features/service-keys/service-key-text.ts';

const parts = fc.record({
  tenantId: fc.uuid(),
  keyId: fc.uuid(),
  secret: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes)),
});
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

describe('the text of a service key', () => {
  test('has one length and fits into a header, an environment variable and a shell word', () => {
    fc.assert(
      fc.property(parts, (key) => {
        expect(formatServiceKey(key)).toMatch(
          /^l365(_[A-Za-z0-9_-]{22}){2}_[A-Za-z0-9_-]{43}_[A-Za-z0-9_-]{6}$/,
        );
      }),
    );
  });

  test('gives back what it was made of', () => {
    fc.assert(fc.property(parts, (key) => expect(parseServiceKey(formatServiceKey(key))).toEqual(key)));
  });

  test('is not taken with one character changed', () => {
    fc.assert(
      fc.property(
        parts,
        fc.nat(100),
        fc.constantFrom(...alphabet.split(''), ' ', 'é'),
        (key, at, character) => {
          const text = formatServiceKey(key);
          fc.pre(text[at] !== character);
          expect(parseServiceKey(text.slice(0, at) + character + text.slice(at + 1))).toBeNull();
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('is not taken with two neighbours swapped', () => {
    fc.assert(
      fc.property(parts, fc.nat(99), (key, at) => {
        const text = formatServiceKey(key);
        fc.pre(text[at] !== text[at + 1]);
        const swapped = text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2);
        expect(parseServiceKey(swapped)).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });

  test('is not taken cut, or with something around it', () => {
    fc.assert(
      fc.property(parts, fc.nat(100), fc.string({ minLength: 1 }), (key, length, more) => {
        const text = formatServiceKey(key);
        expect(parseServiceKey(text.slice(0, length))).toBeNull();
        expect(parseServiceKey(text.slice(length + 1))).toBeNull();
        expect(parseServiceKey(text + more)).toBeNull();
        expect(parseServiceKey(more + text)).toBeNull();
      }),
    );
  });

  test('has one spelling: bits that base64url leaves over have to be as they are written', () => {
    const text = formatServiceKey({
      tenantId: '6d757374-6572-4e61-8a01-000000000001',
      keyId: '715e5e45-0000-4c00-8c01-000000000002',
      secret: Buffer.alloc(32, 7),
    });
    // 43 characters carry 258 bits for 256: the last one of the secret could be written in four ways.
    expect(text.at(-8)).toBe('c');
    for (const last of 'def') {
      const other = `${text.slice(0, -8)}${last}${text.slice(-7)}`;
      expect(Buffer.from(other.slice(51, 94), 'base64url')).toEqual(Buffer.alloc(32, 7));
      expect(parseServiceKey(other)).toBeNull();
    }
  });

  test('is refused in any other form, however long, without an error', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => expect(parseServiceKey(text)).toBeNull()));
    expect(parseServiceKey('l365_'.repeat(1_000_000))).toBeNull();
  });
});

describe('a service key', () => {
  const secret = Buffer.alloc(32, 1);
  const now = new Date('2026-11-22T10:00:00Z');
  const row = { key_hash: digestOf(secret), expires_at: new Date('2026-11-23T00:00:00Z'), revoked_at: null };

  test('opens with its own secret alone', () => {
    expect(judgeServiceKey(row, secret, now)).toBeNull();
    expect(judgeServiceKey(row, Buffer.alloc(32, 2), now)).toBe('unknown');
    expect(judgeServiceKey(null, secret, now)).toBe('unknown');
  });

  test('does not open once revoked or expired, and says so only to who has the secret', () => {
    expect(judgeServiceKey({ ...row, revoked_at: now }, secret, now)).toBe('revoked');
    expect(judgeServiceKey(row, secret, row.expires_at)).toBe('expired');
    expect(judgeServiceKey({ ...row, revoked_at: now }, Buffer.alloc(32, 2), now)).toBe('unknown');
  });
});

describe("a service key's last day", () => {
  const now = new Date('2026-11-22T09:00:00Z');

  test.each([
    ['2026-11-21', 'in-the-past'],
    ['2026-11-22', null],
    ['2028-11-22', null],
    ['2028-11-23', 'too-far-ahead'],
    ['9999-12-31', 'too-far-ahead'],
  ])('%s: %s', (day, problem) => expect(keyExpiryProblem(day, now)).toBe(problem));

  test('in two years may be chosen where the day has begun already', () => {
    expect(keyExpiryProblem('2028-11-23', new Date('2026-11-22T23:30:00Z'))).toBeNull();
  });

  test('can be the 29th of February, and two years after it there is a day too', () => {
    expect(keyExpiryProblem('2028-02-29', now)).toBeNull();
    expect(keyExpiryProblem('2030-03-01', new Date('2028-02-29T09:00:00Z'))).toBeNull();
  });

  test('belongs to its life as a whole', () => {
    expect(endOfDay('2026-11-22').toISOString()).toBe('2026-11-22T23:59:59.999Z');
  });
});
