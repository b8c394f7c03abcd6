import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import type {
  RegistrationAnswer,
  ResourceList,
  SecretAnswer,
} from '../../../src/dev-tenant/admin-center/portal-data.ts';
import { startDevTenant, type DevTenant } from '../../../src/dev-tenant/dev-tenant.ts';
import { PortalPerson } from './admin-center-portal.ts';
import { control, postToken } from './entra-browser.ts';

const graph = '00000003-0000-0000-c000-000000000000';
const exchangeOnline = '00000002-0000-0ff1-ce00-000000000000';
const unknownApi = '11111111-2222-4333-8444-555555555555';

let tenant: DevTenant;
let admin: PortalPerson;
beforeAll(async () => {
  tenant = await startDevTenant();
});
afterAll(() => tenant.close());
beforeEach(async () => {
  await tenant.context.reset();
  admin = await PortalPerson.signIn(tenant, 'admin@muster.example');
});

const appToken = (applicationId: string, secret: string) =>
  postToken(tenant, {
    grant_type: 'client_credentials',
    client_id: applicationId,
    client_secret: secret,
    scope: 'https://graph.microsoft.com/.default',
  });

const newSecret = (person: PortalPerson, applicationId: string, body: unknown) =>
  person.ask<SecretAnswer>('POST', `registrations/${applicationId}/secrets`, body);

describe('from nothing to a token', () => {
  test('register, secret, permissions, consent: the token carries the rights', async () => {
    const { applicationId } = await admin.register();
    const { data } = await newSecret(admin, applicationId, { description: 'LEGAL 365', days: 730 });
    const roles = ['Calendars.ReadWrite', 'Mail.Send'];
    const scopes = ['SMTP.Send', 'offline_access'];
    const path = `registrations/${applicationId}`;
    await admin.ask('POST', `${path}/permissions`, { resourceAppId: graph, roles, scopes });
    expect(rolesOf((await appToken(applicationId, data.value)).body['access_token'])).toEqual([]);

    expect((await admin.ask('POST', `${path}/grants`)).status).toBe(200);
    expect(rolesOf((await appToken(applicationId, data.value)).body['access_token'])).toEqual(roles);
    const { permissions } = await admin.registration(applicationId);
    expect(permissions.map(({ name, granted }) => [name, granted])).toEqual(
      ['User.Read', ...scopes, ...roles].map((name) => [name, true]),
    );
  });
});

function rolesOf(token: string | undefined): string[] {
  const payload = Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString();
  return (JSON.parse(payload) as { roles?: string[] }).roles ?? [];
}

describe('registering an application', () => {
  test('makes its enterprise application and lists User.Read, as the portal does', async () => {
    const made = await admin.register({
      redirectUri: { platform: 'web', uri: 'https://connect.example/auth/consent/callback' },
    });
    expect(made).toMatchObject({
      displayName: 'timeSensor Zug',
      multiTenant: false,
      secrets: [],
      redirectUris: { web: ['https://connect.example/auth/consent/callback'], spa: [], publicClient: [] },
      enterpriseObjectId: expect.any(String),
      changeRefusal: null,
    });
    expect(made.permissions.map(({ name, granted }) => [name, granted])).toEqual([['User.Read', false]]);
    expect(new Set([made.applicationId, made.objectId, made.enterpriseObjectId, made.directoryId]).size).toBe(
      4,
    );
  });

  test.each([
    ['no name', { displayName: '  ' }, 'Enter a name'],
    ['a name too long', { displayName: 'x'.repeat(121) }, '120 characters'],
    ['a bad redirect URI', { redirectUri: { platform: 'web', uri: 'http://connect.example/' } }, 'HTTPS'],
    ['another platform', { redirectUri: { platform: 'ios', uri: 'https://connect.example/' } }, 'platform'],
    ['what no form sends', { owner: 'me' }, 'owner'],
  ])('is refused with %s', async (_, fields, why) => {
    const body = { displayName: 'timeSensor', multiTenant: false, redirectUri: null, ...fields };
    const { status, data } = await admin.ask('POST', 'registrations', body);
    expect([status, data.message]).toEqual([400, expect.stringContaining(why)]);
  });

  test('a member changes what the member registered, and nothing else; consent takes an administrator', async () => {
    const lawyer = await PortalPerson.signIn(tenant, 'lawyer@muster.example');
    const { applicationId } = await lawyer.register();
    expect((await newSecret(lawyer, applicationId, { description: '', days: 90 })).status).toBe(201);
    const assistant = await PortalPerson.signIn(tenant, 'assistant@muster.example');
    for (const [person, path] of [
      [assistant, applicationId],
      [lawyer, tenant.seed.ready.applicationId],
    ] as const) {
      const { status, data } = await newSecret(person, path, { description: '', days: 90 });
      expect([status, data.message]).toEqual([403, expect.stringContaining('Application Administrator')]);
    }
    const grant = await lawyer.ask('POST', `registrations/${applicationId}/grants`);
    expect(grant.status).toBe(403);
  });

  test('guests register nothing', async () => {
    const guest = await PortalPerson.signIn(tenant, 'support@extern.example');
    const body = { displayName: 'timeSensor', multiTenant: false, redirectUri: null };
    const { status, data } = await guest.ask('POST', 'registrations', body);
    expect([status, data.message]).toEqual([403, expect.stringContaining('guest')]);
  });

  test('an Application Administrator changes every registration, but does not consent to Graph application permissions', async () => {
    const itadmin = await PortalPerson.signIn(tenant, 'itadmin@muster.example');
    const { applicationId } = tenant.seed.bare;
    expect((await newSecret(itadmin, applicationId, { description: '', days: 90 })).status).toBe(201);
    const { status, data } = await itadmin.ask('POST', `registrations/${applicationId}/grants`);
    expect([status, data.message]).toEqual([403, expect.stringContaining('Global Administrator')]);
  });

  test('nobody changes a registration of the tenant next door', async () => {
    const neighbour = await PortalPerson.signIn(tenant, 'admin@nachbar.example');
    const { applicationId } = tenant.seed.ready;
    for (const part of ['secrets', 'permissions', 'grants']) {
      expect((await neighbour.ask('POST', `registrations/${applicationId}/${part}`)).status).toBe(404);
    }
  });
});

describe('a client secret', () => {
  test('shows its value in the answer that made it and never again', async () => {
    const { applicationId } = await admin.register();
    const { status, data } = await newSecret(admin, applicationId, { description: 'one', days: 180 });
    expect(status).toBe(201);
    expect(data.value).toHaveLength(40);
    const again = await admin.browser.visit(`${admin.address}/api/registrations/${applicationId}`);
    expect(again.text).toContain(data.secretId);
    expect(again.text).not.toContain(data.value.slice(0, 8));
  });

  test('works until it is deleted, beside an older one', async () => {
    const { ready } = tenant.seed;
    const { data } = await newSecret(admin, ready.applicationId, { description: 'next', days: 365 });
    expect((await appToken(ready.applicationId, data.value)).status).toBe(200);
    expect((await appToken(ready.applicationId, ready.clientSecret)).status).toBe(200);
    const path = `registrations/${ready.applicationId}/secrets/${ready.secretId}`;
    expect((await admin.ask('DELETE', path)).status).toBe(200);
    expect((await appToken(ready.applicationId, ready.clientSecret)).body.error_codes).toContain(7000215);
    expect((await appToken(ready.applicationId, data.value)).status).toBe(200);
    expect((await admin.ask('DELETE', path)).status).toBe(404);
  });

  test('ends when the form says, by the clock of the tenant', async () => {
    await control(tenant, 'clock', { advanceDays: 10 });
    const { applicationId } = await admin.register();
    const inDays = (days: number) =>
      new Date(tenant.context.now() + days * 86_400_000).toISOString().slice(0, 10);
    await newSecret(admin, applicationId, { description: 'half a year', days: 180 });
    await newSecret(admin, applicationId, { description: 'custom', expiresOn: inDays(40) });
    const { secrets } = await admin.registration(applicationId);
    expect(secrets.map(({ description, expiresOn }) => [description, expiresOn])).toEqual([
      ['half a year', inDays(180)],
      ['custom', inDays(40)],
    ]);
    for (const [expiresOn, why] of [
      [inDays(740), '24 months'],
      [inDays(-1), 'future'],
      ['tomorrow', 'expires'],
    ] as const) {
      const { status, data } = await newSecret(admin, applicationId, { description: '', expiresOn });
      expect([status, data.message]).toEqual([400, expect.stringContaining(why)]);
    }
    const { status } = await newSecret(admin, applicationId, { description: '', days: 3650 });
    expect(status).toBe(400);
  });
});

describe('redirect URIs', () => {
  const save = (applicationId: string, web: string[]) =>
    admin.ask<RegistrationAnswer>('PUT', `registrations/${applicationId}/redirect-uris`, {
      web,
      spa: [],
      publicClient: [],
    });

  test('are saved as a whole', async () => {
    const { applicationId } = tenant.seed.bare;
    const uris = ['https://connect.example/auth/consent/callback', 'http://localhost:50993/authorize/'];
    expect((await save(applicationId, uris)).data.registration.redirectUris.web).toEqual(uris);
    expect((await save(applicationId, uris.slice(1))).data.registration.redirectUris.web).toEqual([uris[1]]);
  });

  test('that Entra refuses change nothing', async () => {
    const { applicationId } = tenant.seed.ready;
    const before = (await admin.registration(applicationId)).redirectUris;
    for (const [uris, why] of [
      [['http://connect.example/'], 'HTTPS'],
      [['https://connect.example/#done'], 'fragment'],
      [['https://connect.example/', 'https://connect.example/'], 'distinct'],
      [[`https://connect.example/${'x'.repeat(300)}`], '256'],
    ] as const) {
      const { status, data } = await save(applicationId, [...uris]);
      expect([status, data.message]).toEqual([400, expect.stringContaining(why)]);
    }
    expect((await admin.registration(applicationId)).redirectUris).toEqual(before);
  });
});

describe('API permissions', () => {
  test('offers Microsoft Graph and the APIs of the organization', async () => {
    const { data } = await admin.ask<ResourceList>('GET', 'resources');
    const names = data.resources.map(({ displayName }) => displayName);
    expect(names).toEqual(['LEGAL 365 Connect', 'Microsoft Graph', 'Office 365 Exchange Online']);
    const [offered] = data.resources.filter(({ microsoftGraph }) => microsoftGraph);
    expect(offered?.delegated).toContainEqual({ name: 'SMTP.Send', adminConsentRequired: false });
    expect(offered?.application).toContainEqual({ name: 'Mail.Send', adminConsentRequired: true });
  });

  test('are added and removed; what was granted stays granted until it is revoked', async () => {
    const { applicationId } = tenant.seed.ready;
    const body = { resourceAppId: graph, scopes: ['SMTP.Send'], roles: ['Mail.Send'] };
    const path = `registrations/${applicationId}/permissions`;
    const removed = (await admin.ask<RegistrationAnswer>('DELETE', path, body)).data.registration;
    expect(
      removed.permissions.filter(({ configured }) => !configured).map(({ name, granted }) => [name, granted]),
    ).toEqual([
      ['SMTP.Send', true],
      ['Mail.Send', true],
    ]);
    const added = (await admin.ask<RegistrationAnswer>('POST', path, body)).data.registration;
    expect(added.permissions.every(({ configured }) => configured)).toBe(true);
  });

  test.each([
    ['an unknown permission', { resourceAppId: graph, scopes: [], roles: ['Mail.Everything'] }],
    ['a delegated one as application permission', { resourceAppId: graph, scopes: [], roles: ['SMTP.Send'] }],
    ['an unknown API', { resourceAppId: unknownApi, scopes: ['SMTP.Send'], roles: [] }],
    ['one of another API', { resourceAppId: exchangeOnline, scopes: ['User.Read'], roles: [] }],
  ])('%s cannot be added', async (_, body) => {
    const path = `registrations/${tenant.seed.bare.applicationId}/permissions`;
    expect((await admin.ask('POST', path, body)).status).toBe(400);
  });

  test('a grant appears once it has spread', async () => {
    const { applicationId } = tenant.seed.bare;
    tenant.context.faults.set('propagation-delay', { on: true, seconds: 60 });
    const path = `registrations/${applicationId}/grants`;
    const granted = async () =>
      (await admin.registration(applicationId)).permissions.filter((permission) => permission.granted).length;
    expect((await admin.ask('POST', path)).status).toBe(200);
    expect(await granted()).toBe(0);
    await control(tenant, 'clock', { advanceSeconds: 61 });
    expect(await granted()).toBe(5);
  });
});

describe('what changes something', () => {
  const body = JSON.stringify({ displayName: 'timeSensor', multiTenant: false, redirectUri: null });
  const json = { 'content-type': 'application/json' };

  test.each([
    ['another port of this machine', { ...json, 'sec-fetch-site': 'same-site' }, 403],
    ['another site', { ...json, 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 403],
    ['an origin of its own', { ...json, origin: 'http://localhost:1' }, 403],
    ['nobody knows where', json, 403],
    ['a form', { 'content-type': 'text/plain', 'sec-fetch-site': 'same-origin' }, 415],
  ])('is refused from %s, session or not', async (_, headers, expected) => {
    expect((await admin.send('POST', 'registrations', body, headers)).status).toBe(expected);
    expect((await admin.ask<ResourceList>('GET', 'registrations')).data).toMatchObject({
      registrations: { length: 3 },
    });
  });

  test('is taken from a page of the portal in a browser that names the origin alone', async () => {
    const headers = { ...json, origin: tenant.url };
    expect((await admin.send('POST', 'registrations', body, headers)).status).toBe(201);
  });

  test('needs a session', async () => {
    const headers = { ...json, 'sec-fetch-site': 'same-origin' };
    const response = await fetch(`${admin.address}/api/registrations`, { method: 'POST', headers, body });
    expect(response.status).toBe(401);
  });

  test('is bounded and has to be JSON', async () => {
    const headers = { ...json, 'sec-fetch-site': 'same-origin' };
    const huge = JSON.stringify({ displayName: 'x'.repeat(300_000) });
    expect((await admin.send('POST', 'registrations', huge, headers)).status).toBe(413);
    expect((await admin.send('POST', 'registrations', '{', headers)).status).toBe(400);
  });
});
