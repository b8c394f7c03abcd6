import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareConsent, missingRights, requiredRights } from '../../../src/shared/domain/consent.ts';
import { moduleRights, modules, type Module } from '../../../src/shared/domain/modules.ts';

const usual: Module[] = ['calendar', 'contacts', 'to-do', 'mail', 'mail-sending'];
const everyRight = [
  ...Object.values(moduleRights).flatMap(({ right, alsoGrantedBy, readOnly }) => [
    right,
    ...alsoGrantedBy,
    ...readOnly,
  ]),
  'Files.ReadWrite.All',
];
const someModules = fc.uniqueArray(fc.constantFrom(...modules), { minLength: 1 });
const someRights = fc.uniqueArray(fc.constantFrom(...everyRight));

describe('required against granted rights', () => {
  test('name what is there, what only reads and what is missing', () => {
    const { rows } = compareConsent(usual, ['Calendars.ReadWrite', 'Contacts.Read', 'Mail.Send']);
    const states = Object.fromEntries(rows.map(({ right, state }) => [right, state]));
    expect(states).toMatchObject({
      'Calendars.ReadWrite': 'granted',
      'Contacts.ReadWrite': 'read-only',
      'Tasks.ReadWrite.All': 'missing',
      'Mail.ReadWrite': 'missing',
      'Mail.Send': 'granted',
    });
  });

  test('call delegated rights unknown: no app-only token shows them', () => {
    const { rows } = compareConsent(usual, requiredRights(usual));
    const delegated = rows.filter(({ kind }) => kind === 'delegated');
    expect(delegated.map(({ right, state }) => [right, state])).toEqual([
      ['POP.AccessAsUser.All', 'unknown'],
      ['SMTP.Send', 'unknown'],
      ['offline_access', 'unknown'],
    ]);
  });

  test('name rights beyond need, also a stronger one beside the right that suffices', () => {
    const granted = [...requiredRights(usual), 'Files.ReadWrite.All', 'Calendars.Read'];
    expect(compareConsent(usual, granted).surplus).toEqual(['Files.ReadWrite.All', 'Calendars.Read']);
    expect(compareConsent(['directory'], ['Directory.Read.All']).surplus).toEqual([]);
    const both = ['User.Read.All', 'Directory.ReadWrite.All'];
    expect(compareConsent(['directory'], both).surplus).toEqual(['Directory.ReadWrite.All']);
  });

  test('claim nothing when the token could not be read', () => {
    const { rows, surplus } = compareConsent(usual, null);
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['unknown']));
    expect(surplus).toEqual([]);
    expect(missingRights(usual, null)).toBeNull();
  });

  test('agree with the list of what is missing, whatever is granted', () => {
    fc.assert(
      fc.property(someModules, someRights, (chosen, granted) => {
        const notGranted = compareConsent(chosen, granted).rows.filter(
          ({ kind, state }) => kind === 'application' && state !== 'granted',
        );
        expect(missingRights(chosen, granted)).toEqual(notGranted.map(({ right }) => right));
      }),
    );
  });

  test('never miss a right once all that is required was granted, and never call a required right too much', () => {
    fc.assert(
      fc.property(someModules, someRights, (chosen, others) => {
        const granted = [...new Set([...requiredRights(chosen), ...others])];
        expect(missingRights(chosen, granted)).toEqual([]);
        const { surplus } = compareConsent(chosen, granted);
        expect(surplus.filter((right) => requiredRights(chosen).includes(right))).toEqual([]);
      }),
    );
  });
});
