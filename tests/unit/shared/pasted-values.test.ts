import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isSecretLike, misplacedIn, moved, readPasted } from '../../../src/shared/domain/pasted-values.ts';
import type { RegistrationInput } from '../../../src/shared/domain/registration-input.ts';

const application = 'bbbbbbbb-1111-4222-8333-444444444444';
const object = 'cccccccc-1111-4222-8333-444444444444';
const directory = 'aaaaaaaa-1111-4222-8333-444444444444';
const secret = 'abc8Q~a-secret-value-of-entra.0123456789';

const overviews = {
  English: ['Application (client) ID', 'Object ID', 'Directory (tenant) ID'],
  German: ['Anwendungs-ID (Client)', 'Objekt-ID', 'Verzeichnis-ID (Mandant)'],
  French: ['ID d’application (client)', 'ID d’objet', 'ID de l’annuaire (locataire)'],
  Italian: ['ID applicazione (client)', 'ID oggetto', 'ID directory (tenant)'],
} as const;

describe('a page of the portal pasted whole', () => {
  test.each(Object.entries(overviews))('in %s gives both IDs and never the object ID', (_language, names) => {
    const [first, second, third] = names;
    const page = `timeSensor\nEssentials\nDisplay name\n:\ntimeSensor\n${first}\n:\n${application}\n${second}\n:\n${object}\n${third}\n:\n${directory}\nMy organization only`;
    for (const field of ['applicationId', 'directoryId'] as const) {
      expect(readPasted(field, page)).toEqual({
        kind: 'found',
        values: { applicationId: application, directoryId: directory },
      });
    }
  });

  test('is read the same after a field of one line has made blanks of its line breaks', () => {
    const line = `Application (client) ID : ${application.toUpperCase()} Object ID : ${object}`;
    expect(readPasted('directoryId', line)).toEqual({
      kind: 'found',
      values: { applicationId: application },
    });
  });

  test('of the secrets gives the value, not the ID beside it', () => {
    const row = `LEGAL 365\t11/22/2028\t${secret}\t${object}`;
    expect(readPasted('clientSecret', row)).toEqual({ kind: 'found', values: { clientSecret: secret } });
  });
});

test('a row of the secrets in the field of an ID gives the secret, and never its ID as that of the application', () => {
  const row = `LEGAL 365\t11/22/2028\t${secret}\t${object}`;
  expect(readPasted('applicationId', row)).toEqual({ kind: 'found', values: { clientSecret: secret } });
});

describe('what is not clear enough is left alone', () => {
  test('the object ID by its name', () => {
    expect(readPasted('applicationId', `Object ID : ${object}`)).toEqual({ kind: 'object-id' });
  });

  test('two IDs without names', () => {
    expect(readPasted('applicationId', `${application} ${object}`)).toEqual({ kind: 'several-ids' });
  });

  test('two values that could both be the secret', () => {
    expect(readPasted('clientSecret', `${secret} ${secret.replace('abc', 'xyz')}`)).toBeUndefined();
  });

  test('a secret ID, whose name says so', () => {
    expect(readPasted('applicationId', `Secret ID ${object}`)).toBeUndefined();
  });
});

const guid = fc.uuid();
const secretText = fc
  .stringMatching(/^[A-Za-z0-9]{3}8Q~[A-Za-z0-9._~-]{34}$/)
  .filter((text) => /[a-z]/.test(text) && /[A-Z]/.test(text));
/** Words around a value as pages have them: no ids, nothing like a secret, no names of other ids. */
const around = fc.array(
  fc.constantFrom('timeSensor', 'Essentials', ':', 'Copy to clipboard', '01.02.2028', '\t', '-'),
);

describe('whatever stands around it', () => {
  test('a single ID is picked out, and a value by itself is left as it is', () => {
    fc.assert(
      fc.property(guid, around, around, (id, before, after) => {
        const text = [...before, id, ...after].join('\n');
        const read = readPasted('applicationId', text);
        if (text.trim() === id) expect(read).toBeUndefined();
        else expect(read).toEqual({ kind: 'found', values: { applicationId: id } });
      }),
    );
  });

  test('a single secret is picked out', () => {
    fc.assert(
      fc.property(secretText, guid, around, around, (value, id, before, after) => {
        const text = [...before, value, id, ...after].join(' ');
        expect(readPasted('clientSecret', text)).toEqual({ kind: 'found', values: { clientSecret: value } });
      }),
    );
  });

  test('any text is read without an error, and only values of the right form come out', () => {
    const fields = fc.constantFrom(
      'applicationId' as const,
      'directoryId' as const,
      'clientSecret' as const,
      'probeMailbox' as const,
    );
    const noise = fc.oneof(fc.string(), guid, secretText, fc.emailAddress(), fc.constant('Object ID'));
    fc.assert(
      fc.property(fields, fc.array(noise), (field, parts) => {
        const read = readPasted(field, parts.join(' '));
        if (read?.kind !== 'found') return;
        const { applicationId, directoryId, clientSecret, probeMailbox } = read.values;
        for (const id of [applicationId, directoryId])
          if (id !== undefined) expect(id).toMatch(/^[0-9a-f-]{36}$/);
        if (clientSecret !== undefined) expect(isSecretLike(clientSecret)).toBe(true);
        if (probeMailbox !== undefined) expect(probeMailbox).toMatch(/^[^@\s]+@[^@\s]+$/);
      }),
    );
  });

  test('an address is picked out of what an address book writes', () => {
    expect(readPasted('probeMailbox', 'Andrea Muster <andrea@muster.example>')).toEqual({
      kind: 'found',
      values: { probeMailbox: 'andrea@muster.example' },
    });
  });

  test('a very long text is read within its first part', () => {
    const started = performance.now();
    readPasted('applicationId', 'Application (client) ID '.repeat(100_000) + application);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

const nothing: RegistrationInput = {
  directoryId: '',
  applicationId: '',
  clientSecret: '',
  secretExpiresOn: '',
  probeMailbox: '',
};

describe('a value in the wrong field', () => {
  test.each([
    ['a secret in the field of an ID', 'applicationId', secret, 'clientSecret'],
    ['the own directory in the field of the application', 'applicationId', directory, 'directoryId'],
    [
      'an ID in the field of the secret while that of the application is empty',
      'clientSecret',
      application,
      'applicationId',
    ],
    ['an address in the field of an ID', 'directoryId', 'andrea@muster.example', 'probeMailbox'],
    ['the secret in the field of the mailbox', 'probeMailbox', secret, 'clientSecret'],
  ] as const)('is offered a better one: %s', (_what, field, value, better) => {
    expect(misplacedIn(field, { ...nothing, [field]: value }, directory)).toBe(better);
  });

  test.each([
    ['applicationId', application],
    ['directoryId', directory],
    ['directoryId', object],
    ['clientSecret', secret],
    ['probeMailbox', 'andrea@muster.example'],
    ['secretExpiresOn', '2028-01-01'],
  ] as const)('is not suspected where it is right: %s %s', (field, value) => {
    expect(misplacedIn(field, { ...nothing, [field]: value }, directory)).toBeUndefined();
  });

  test('of a secret ID beside a known application is no application ID', () => {
    const input = { ...nothing, applicationId: application, clientSecret: object };
    expect(misplacedIn('clientSecret', input, directory)).toBeUndefined();
  });

  test('moves, and two IDs change places', () => {
    const swapped = { ...nothing, applicationId: directory, directoryId: application };
    expect(moved(swapped, 'applicationId', 'directoryId')).toMatchObject({
      applicationId: application,
      directoryId: directory,
    });
    expect(
      moved({ ...nothing, applicationId: ` ${secret}\n` }, 'applicationId', 'clientSecret'),
    ).toMatchObject({
      applicationId: '',
      clientSecret: secret,
    });
  });
});
