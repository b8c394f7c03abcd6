import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { envelopeAddress } from '../../../src/server/protocols/smtp/index.ts';

describe('an address for the envelope', () => {
  test.each([
    ['anna@muster.example', 'anna@muster.example'],
    ['Anna.Muster+akten@Muster.Example', 'Anna.Muster+akten@Muster.Example'],
    ['o’neill@muster.example', 'o’neill@muster.example'],
    ['anna@müller.example', 'anna@xn--mller-kva.example'],
    ['jürg@müller.example', 'jürg@xn--mller-kva.example'],
    ['a@1.2', 'a@1.2'],
    [`${'x'.repeat(64)}@muster.example`, `${'x'.repeat(64)}@muster.example`],
  ])('%s stands there as %s', (address, expected) => {
    expect(envelopeAddress(address)).toBe(expected);
  });

  test.each([
    '',
    '@',
    'anna',
    '@muster.example',
    'anna@',
    'anna@muster..example',
    'anna@muster.example.',
    'anna muster@muster.example',
    ' anna@muster.example',
    '<anna@muster.example>',
    'Anna <anna@muster.example>',
    'anna@muster.example> NOTIFY=NEVER',
    'anna@muster.example\r\nRCPT TO:<eve@muster.example>',
    'anna\0@muster.example',
    'anna@mus\tter.example',
    'anna@muster.example/x',
    'anna@[127.0.0.1]',
    '"anna"@muster.example',
    'anna,eve@muster.example',
    'anna@eve@muster.example',
    'anna\u202e@muster.example',
    'anna@müller%2eexample',
    `${'x'.repeat(65)}@muster.example`,
    `${'ü'.repeat(33)}@muster.example`,
    `anna@${'x'.repeat(256)}`,
    `anna@${'ü'.repeat(200)}.example`,
  ])('%j is none', (address) => {
    expect(envelopeAddress(address)).toBeNull();
  });

  test('whatever is typed: what comes out can neither end the command nor begin another parameter', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.tuple(fc.string(), fc.string({ unit: 'binary' })).map(([one, other]) => `${one}@${other}`),
      fc.emailAddress(),
    );
    fc.assert(
      fc.property(typed, (address) => {
        const known = envelopeAddress(address);
        if (known === null) return;
        expect(known).toMatch(/^[^\s<>\p{C}]+@[A-Za-z0-9_.-]+$/u);
        expect(envelopeAddress(known)).toBe(known);
      }),
      { numRuns: 2000 },
    );
  });
});
