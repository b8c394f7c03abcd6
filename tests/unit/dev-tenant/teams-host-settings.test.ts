import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { faultSettings, groupFaults } from '../../../src/dev-tenant/teams-host/page/fault-catalogue.ts';
import {
  frameWidths,
  hostLocales,
  hostThemes,
  readSettings,
  writeSettings,
} from '../../../src/dev-tenant/teams-host/page/settings.ts';
import { readTabMessage } from '../../../src/dev-tenant/teams-host/page/tab-message.ts';

const users = ['admin@muster.example', 'support@extern.example'];

describe('the address of the host page', () => {
  const settings = fc.record({
    user: fc.constantFrom(...users),
    theme: fc.constantFrom(...hostThemes),
    locale: fc.constantFrom(...hostLocales),
    nestedAppAuth: fc.boolean(),
    width: fc.constantFrom(...frameWidths),
    sub: fc.string({ maxLength: 200 }),
  });

  test('leads back to the settings it was written for', () => {
    fc.assert(
      fc.property(settings, (given) => expect(readSettings(writeSettings(given), users)).toEqual(given)),
    );
  });

  test('never leads to settings that the controls do not offer', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (user, theme) => {
        const read = readSettings(`?${new URLSearchParams({ user, theme }).toString()}`, users);
        expect(users).toContain(read.user);
        expect(hostThemes).toContain(read.theme);
      }),
    );
  });
});

describe('messages on the window', () => {
  test('anything that is no request of teams-js is left alone, and nothing throws', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const message = readTabMessage(value);
        if (message) expect(Array.isArray(message.args)).toBe(true);
      }),
    );
    expect(readTabMessage({ id: 1, func: 'f'.repeat(101) })).toBeUndefined();
    expect(readTabMessage({ func: 'initialize' })).toBeUndefined();
  });
});

describe('the faults of the panel', () => {
  test('numbers and lists are sent as such, empty fields not at all', () => {
    const parameters = [
      { name: 'seconds', kind: 'number', initial: '' },
      { name: 'addresses', kind: 'addresses', initial: '' },
      { name: 'address', kind: 'address', initial: '' },
    ] as const;
    const values = { seconds: '30', addresses: 'a@x.example, b@x.example', address: ' ' };
    expect(faultSettings(true, parameters, values)).toEqual({
      on: true,
      seconds: 30,
      addresses: ['a@x.example', 'b@x.example'],
    });
  });

  test('exactly the faults on offer are shown, a new one among the others', () => {
    const groups = groupFaults(['throttled', 'newly-invented']);
    expect(groups.map(({ title, faults }) => [title, ...Object.keys(faults)])).toEqual([
      ['Network and outages', 'throttled'],
      ['Others', 'newly-invented'],
    ]);
  });
});
