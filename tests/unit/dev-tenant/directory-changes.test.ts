import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { newApplication } from '../../../src/dev-tenant/directory/new-application.ts';
import {
  longestSecretEnd,
  newPasswordCredential,
  removePasswordCredential,
} from '../../../src/dev-tenant/directory/password-credential.ts';
import { redirectUriProblem, redirectUrisProblem } from '../../../src/dev-tenant/directory/redirect-uris.ts';
import {
  addRequiredPermissions,
  removeRequiredPermissions,
} from '../../../src/dev-tenant/directory/required-permissions.ts';

const tenantId = '6d757374-6572-4e61-8a01-000000000001';
const now = Date.parse('2026-11-22T08:00:00Z');

describe('a client secret', () => {
  test('looks like one of Entra, is never twice the same and shows its first three characters', () => {
    const made = Array.from({ length: 50 }, () => newPasswordCredential({ displayName: 'one' }, now));
    for (const { secretText, hint } of made) {
      expect(secretText).toMatch(/^[A-Za-z0-9]{3}8Q~[\w\-.~]{34}$/);
      expect(secretText).toHaveLength(40);
      expect(secretText.startsWith(hint) && hint.length === 3).toBe(true);
    }
    expect(new Set(made.map(({ secretText }) => secretText)).size).toBe(50);
    expect(new Set(made.map(({ keyId }) => keyId)).size).toBe(50);
  });

  test('lasts 24 months unless an end is named', () => {
    expect(newPasswordCredential({ displayName: '' }, now)).toMatchObject({
      startDateTime: '2026-11-22T08:00:00.000Z',
      endDateTime: '2028-11-22T08:00:00.000Z',
    });
    const endDateTime = '2027-01-01T00:00:00.000Z';
    expect(newPasswordCredential({ displayName: '', endDateTime }, now)).toMatchObject({ endDateTime });
    expect(longestSecretEnd(Date.parse('2028-02-29T00:00:00Z'))).toBe(Date.parse('2030-03-01T00:00:00Z'));
  });

  test('is removed by its ID alone, and the other one stays', () => {
    const application = newApplication(tenantId, { displayName: 'timeSensor' });
    const old = newPasswordCredential({ displayName: 'old' }, now);
    const next = newPasswordCredential({ displayName: 'next' }, now);
    application.passwordCredentials.push(old, next);
    expect(removePasswordCredential(application, old.keyId)).toBe(true);
    expect(removePasswordCredential(application, old.keyId)).toBe(false);
    expect(application.passwordCredentials).toEqual([next]);
  });
});

describe('a redirect URI', () => {
  test.each([
    ['web', 'https://connect.example/auth/consent/callback'],
    ['web', 'http://localhost:50993/authorize/'],
    ['web', 'http://localhost'],
    ['spa', 'brk-multihub://connect.example'],
    ['publicClient', 'msauth.example.app://auth'],
  ] as const)('%s %s is taken', (platform, uri) => {
    expect(redirectUriProblem(platform, uri)).toBeUndefined();
  });

  test.each([
    ['web', 'http://connect.example/callback', 'HTTPS'],
    ['web', 'http://localhost.evil.example/', 'HTTPS'],
    ['web', 'brk-multihub://connect.example', 'HTTPS'],
    ['publicClient', 'http://connect.example/callback', 'HTTPS'],
    ['publicClient', 'javascript:alert(1)', 'HTTPS'],
    ['web', 'https://connect.example/#done', 'fragment'],
    ['web', 'https://*.example/callback', 'wildcard'],
    ['web', 'connect.example/callback', 'valid URL'],
    ['web', 'https://connect.example/a b', 'valid URL'],
    ['web', '', 'valid URL'],
    ['web', `https://connect.example/${'x'.repeat(233)}`, '256 characters'],
  ] as const)('%s %s is refused', (platform, uri, why) => {
    expect(redirectUriProblem(platform, uri)).toContain(why);
  });

  test('of 256 characters is taken, whatever its path', () => {
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ['https'] }), (uri) => {
        fc.pre(!uri.includes('*') && uri.length <= 256);
        expect(redirectUriProblem('web', uri)).toBeUndefined();
        expect(redirectUriProblem('web', uri.padEnd(256, uri.endsWith('/') ? 'x' : '/x'))).toBeUndefined();
      }),
    );
  });

  test('stands once, on one platform', () => {
    const uri = 'https://connect.example/callback';
    const none = { web: [], spa: [], publicClient: [] };
    expect(redirectUrisProblem({ ...none, web: [uri] })).toBeUndefined();
    expect(redirectUrisProblem({ ...none, web: [uri, uri] })).toContain('distinct');
    expect(redirectUrisProblem({ ...none, web: [uri], spa: [uri] })).toContain('distinct');
    const many = Array.from({ length: 257 }, (_, index) => `${uri}/${index}`);
    expect(redirectUrisProblem({ ...none, web: many })).toContain('at most 256');
  });
});

describe('the permissions a registration asks for', () => {
  const graph = '00000003-0000-0000-c000-000000000000';

  test('are listed once, in one entry for each API, and leave no empty entry behind', () => {
    const application = newApplication(tenantId, { displayName: 'timeSensor' });
    const mail = { resourceAppId: graph, scopes: ['SMTP.Send'], roles: ['Mail.Send'] };
    addRequiredPermissions(application, mail);
    addRequiredPermissions(application, { ...mail, roles: ['Mail.Send', 'Mail.ReadWrite'] });
    expect(application.requiredResourceAccess).toEqual([
      { resourceAppId: graph, scopes: ['SMTP.Send'], roles: ['Mail.Send', 'Mail.ReadWrite'] },
    ]);
    removeRequiredPermissions(application, { ...mail, roles: ['Mail.ReadWrite'] });
    expect(application.requiredResourceAccess).toEqual([
      { resourceAppId: graph, scopes: [], roles: ['Mail.Send'] },
    ]);
    removeRequiredPermissions(application, mail);
    expect(application.requiredResourceAccess).toEqual([]);
  });
});
