import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addressProblem,
  registrationProblems,
  secretProblem,
  trimmed,
  type RegistrationInput,
} from '../../../src/shared/domain/registration-input.ts';

const today = '2026-11-22';

function buildInput(change: Partial<RegistrationInput> = {}): RegistrationInput {
  return {
    directoryId: '11111111-2222-4333-8444-555555555555',
    applicationId: '66666666-7777-4888-8999-aaaaaaaaaaaa',
    clientSecret: 'abc8Q~S0me.secret-value_of-40-characters',
    secretExpiresOn: '2028-11-22',
    probeMailbox: 'anna@muster.example',
    ...change,
  };
}

describe('the registration form says before anything is sent', () => {
  test('nothing, when all is well', () => {
    expect(registrationProblems(buildInput(), today)).toEqual({});
  });

  test.each<[what: string, change: Partial<RegistrationInput>, problems: object]>([
    [
      'that the secret id was pasted for the value',
      { clientSecret: '0d7a6b1c-2e3f-4a5b-8c9d-0e1f2a3b4c5d' },
      { clientSecret: 'is-a-guid' },
    ],
    ['that a secret is missing', { clientSecret: '  ' }, { clientSecret: 'missing' }],
    ['that the value was cut off', { clientSecret: 'abc8Q~' }, { clientSecret: 'too-short' }],
    [
      'that more than the value was copied',
      { clientSecret: 'Value: abc8Q~S0me.secret-value' },
      { clientSecret: 'has-blanks' },
    ],
    [
      'that a letter is none of a secret',
      { clientSecret: 'abc8Q~S0me.secrét-value' },
      { clientSecret: 'control-characters' },
    ],
    ['that an id is none', { applicationId: 'timeSensor' }, { applicationId: 'not-a-guid' }],
    [
      'that both ids are the same',
      { applicationId: '11111111-2222-4333-8444-555555555555' },
      { applicationId: 'same-as-directory-id' },
    ],
    [
      'that the secret is past its end',
      { secretExpiresOn: '2026-11-21' },
      { secretExpiresOn: 'in-the-past' },
    ],
    ['that the date does not exist', { secretExpiresOn: '2027-02-29' }, { secretExpiresOn: 'not-a-date' }],
    ['that the year was mistyped', { secretExpiresOn: '2082-11-22' }, { secretExpiresOn: 'too-far-ahead' }],
    ['that the mailbox is no address', { probeMailbox: 'anna' }, { probeMailbox: 'not-an-address' }],
  ])('%s', (_what, change, problems) => {
    expect(registrationProblems(buildInput(change), today)).toEqual(problems);
  });

  test('nothing of blanks and line breaks around a value', () => {
    const around = {
      clientSecret: `\n\t ${buildInput().clientSecret}\u200b\r\n`,
      directoryId: ` ${buildInput().directoryId} `,
    };
    expect(registrationProblems(buildInput(around), today)).toEqual({});
  });

  test('a secret that ends today still works today', () => {
    expect(registrationProblems(buildInput({ secretExpiresOn: today }), today)).toEqual({});
  });
});

describe('whatever is typed', () => {
  /** Letters of a secret, with now and then one that does not belong: most texts are refused, many are not. */
  const letter = fc.oneof(
    { weight: 60, arbitrary: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: fc.constantFrom('\u00a0', '\u200b', '\n', '\0', 'é', '\ufeff') },
  );
  const pasted = fc.array(letter, { minLength: 14, maxLength: 44 }).map((letters) => letters.join(''));
  const local = fc.array(fc.oneof(letter, fc.constantFrom('a', 'n', '.', '-', '+', '_')), {
    minLength: 1,
    maxLength: 6,
  });

  test('a GUID is never taken for a secret', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        (guid) => secretProblem(guid) === 'is-a-guid' && secretProblem(guid.toUpperCase()) === 'is-a-guid',
      ),
    );
  });
  test('a secret that passes has no blank and no control character', () => {
    fc.assert(
      fc.property(pasted, (text) => {
        fc.pre(secretProblem(text) === undefined);
        expect(trimmed(text)).toMatch(/^[\x21-\x7e]{16,256}$/);
      }),
    );
  });
  test('an address that passes stays one segment of a path', () => {
    fc.assert(
      fc.property(local, fc.domain(), (letters, domain) => {
        const address = `${letters.join('')}@${domain}`;
        fc.pre(addressProblem(address) === undefined);
        expect(new URL(`https://graph.example/users/${address}/events`).pathname.split('/')).toHaveLength(4);
      }),
    );
  });
});
