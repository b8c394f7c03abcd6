import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { diagnosis } from '../../../src/shared/api/diagnoses.ts';
import { explain } from '../../../src/server/diagnosis/explain.ts';
import { verdictText } from '../../../src/server/diagnosis/verdict-text.ts';
import { diagnosisFixtures } from '../../support/diagnosis-fixtures.ts';

const replies = (['entra', 'graph', 'exchange'] as const).flatMap((name) =>
  diagnosisFixtures(name).map(({ evidence }) => evidence.raw ?? ''),
);
const marks = [
  ...[
    '-ERR ',
    '+ ',
    '334 ',
    '535 5.7.3',
    '550-',
    'Diagnostic-Code: smtp;',
    'Remote Server returned ',
    'Status: 5.1.1',
  ],
  ...[
    'error=',
    'code=',
    '"error":{"code":"',
    'AADSTS',
    'ENOTFOUND',
    'HTTP/1.1 503',
    '<html>',
    '\r\n',
    ' ',
    '\\',
    '"',
  ],
];
const noise = fc
  .array(fc.oneof(fc.constantFrom(...marks), fc.string({ unit: 'binary', maxLength: 30 })), { maxLength: 12 })
  .map((parts) => parts.join(''));
const mutated = fc
  .tuple(fc.constantFrom(...replies), fc.nat(), fc.nat(300), noise)
  .map(([raw, start, length, text]) => {
    const from = raw.length === 0 ? 0 : start % raw.length;
    return raw.slice(0, from) + text + raw.slice(from + length);
  });
const pasted = fc.oneof(noise, mutated);

describe('any text', () => {
  test('is explained: a verdict of the schema, with its origin and a text', () => {
    fc.assert(
      fc.property(pasted, (raw) => {
        const explained = explain({ raw });
        const text = verdictText(explained.verdict.cause, 'de');
        expect(diagnosis.safeParse({ ...explained, text }).error).toBeUndefined();
        expect(text.title).not.toBe('');
        expect(explained.verdict.confidence).not.toBe('certain');
        if (explained.verdict.tokenLost) expect(raw).toMatch(/invalid_grant|interaction_required/);
      }),
      { numRuns: 3000 },
    );
  });

  test('gives no secret back, wherever it stands in it', () => {
    const letters = fc.stringMatching(/^[A-Za-z0-9]{40,60}$/).filter((found) => /\d/.test(found));
    const secret = fc.oneof(
      letters.map((found) => `eyJ${found}.${found}.${found}`),
      letters.map((found) => `Ab18Q~${found.slice(0, 34)}`),
      letters.map((found) => `0.A${found}`),
      letters.map((found) => `l365_${found}`),
      letters.map((found) => btoa(`\0anna@muster.example\0${found}`)),
      letters.map((found) => btoa(`user=anna@muster.example\x01auth=Bearer ${found}\x01\x01`)),
    );
    fc.assert(
      fc.property(secret, pasted, noise, (found, before, after) => {
        expect(JSON.stringify(explain({ raw: `${before} ${found} ${after}` }))).not.toContain(found);
      }),
      { numRuns: 2000 },
    );
  });
});

/** Far above what it takes, far below what a pattern that backtracks would: it would not end. */
const quickMs = 2_000;

test.each([
  ['blanks', ' '.repeat(65_536)],
  ['lines', '\r\n'.repeat(32_768)],
  ['digits', '5'.repeat(65_536)],
  ['base64', 'QUJD'.repeat(16_384)],
  ['base64 with a wrong end', `${'QUJD'.repeat(16_000)}-`],
  ['words', 'AUTH LOGIN '.repeat(5_900)],
  ['passwords to come', '334 UGFzc3dvcmQ6 '.repeat(3_800)],
  ['quotes', 'password="\\'.repeat(5_900)],
  ['reply codes', '550 5.7.1 '.repeat(6_500)],
  ['reply codes on lines', '550-5.7.1 x\r\n'.repeat(5_000)],
  ['report fields', 'Diagnostic-Code: smtp;\r\n '.repeat(2_600)],
  ['said', 'said '.repeat(13_000)],
  ['brackets', '[<('.repeat(21_800)],
  ['times', '10:01:02 '.repeat(7_200)],
  ['dots', 'l365_eyJ.0.A.'.repeat(5_000)],
])('a text of nothing but %s is read to its end', (_what, raw) => {
  const start = performance.now();
  expect(explain({ raw }).verdict.cause).toBeDefined();
  expect(performance.now() - start).toBeLessThan(quickMs);
});
