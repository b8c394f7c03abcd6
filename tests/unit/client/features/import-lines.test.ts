import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readImportLines } from '../../../../src/client/features/mailboxes/import-lines.ts';

const addresses = (text: string) => readImportLines(text, 'personal').accounts.map(({ address }) => address);

describe('a list of accounts', () => {
  test('is one address a line, whatever blanks and line ends came along', () => {
    expect(
      addresses('\ufeffanna@muster.example\r\n\r\n  beat@muster.example \u200b\nclara@muster.example'),
    ).toEqual(['anna@muster.example', 'beat@muster.example', 'clara@muster.example']);
  });

  test.each([
    [
      'Outlook',
      'Anna Muster <anna@muster.example>; Beat <beat@muster.example>',
      ['anna@muster.example', 'beat@muster.example'],
    ],
    [
      'the admin center',
      'Display name,User principal name,Licenses\n"Muster, Anna",anna@muster.example,E3',
      ['anna@muster.example'],
    ],
    [
      'Excel in German',
      'Name;E-Mail-Adresse;Art\nAnna;anna@muster.example;Persönlich',
      ['anna@muster.example'],
    ],
    ['a table with tabs', 'nom\tadresse e-mail\nAnna\tanna@muster.example', ['anna@muster.example']],
  ])('as it comes from %s is understood', (_source, text, expected) => {
    expect(addresses(text)).toEqual(expected);
  });

  test('takes the address from the column that says so, not from another one', () => {
    const text = 'UserPrincipalName,PrimarySmtpAddress2,Manager\nanna@muster.example,x,boss@muster.example';
    expect(addresses(text)).toEqual(['anna@muster.example']);
  });

  test.each([
    ['kanzlei@muster.example;shared', 'shared'],
    ['kanzlei@muster.example,SharedMailbox', 'shared'],
    ['kanzlei@muster.example;freigegeben', 'shared'],
    ['kanzlei@muster.example;partagée', 'shared'],
    ['kanzlei@muster.example;condivisa', 'shared'],
    ['anna@muster.example;UserMailbox', 'personal'],
    ['anna@muster.example;Anna', 'personal'],
  ])('says the kind in %s: %s', (text, kind) => {
    expect(readImportLines(text, 'personal').accounts[0]?.kind).toBe(kind);
  });

  test('that says nothing of the kind takes the one chosen beside it', () => {
    expect(readImportLines('kanzlei@muster.example', 'shared').accounts).toEqual([
      { address: 'kanzlei@muster.example', kind: 'shared' },
    ]);
  });

  test('leaves out what is no address or stands there twice, and says on which line', () => {
    const { accounts, problems } = readImportLines(
      'anna@muster.example\nBeat Muster\n\nANNA@muster.example\nbeat@',
      'personal',
    );
    expect(accounts).toHaveLength(1);
    expect(problems).toEqual([
      { line: 2, text: 'Beat Muster', problem: 'not-an-address' },
      { line: 4, text: 'ANNA@muster.example', problem: 'twice' },
      { line: 5, text: 'beat@', problem: 'not-an-address' },
    ]);
  });

  test('of any text complains of each line at most once, and gives no address twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { accounts, problems } = readImportLines(text, 'personal');
        const lines = text.split(/\r\n|\r|\n/).length;
        expect(problems.length).toBeLessThanOrEqual(lines);
        expect(new Set(accounts.map(({ address }) => address.toLowerCase())).size).toBe(accounts.length);
      }),
    );
  });

  test('of 5000 long lines is read at once', () => {
    const line = `${'"a'.repeat(200)},${'x'.repeat(400)}@muster.example`;
    expect(readImportLines(`${line}\n`.repeat(5_000), 'personal').problems).toHaveLength(5_000);
  });
});
