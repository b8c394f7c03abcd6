import { createHash } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';

import { startDevTenant, type DevTenant } from '../../../src/dev-tenant/dev-tenant.ts';
import { control, EntraBrowser, postToken, setFault, type Visit } from './entra-browser.ts';

const callback = 'http://localhost:3979/auth/consent/callback';
const allRights = [
  'Calendars.ReadWrite',
  'Contacts.ReadWrite',
  'Tasks.ReadWrite.All',
  'Mail.ReadWrite',
  'Mail.Send',
];

let tenant: DevTenant;
let browser: EntraBrowser;
beforeAll(async () => {
  tenant = await startDevTenant();
});
afterAll(() => tenant.close());
beforeEach(async () => {
  await tenant.context.reset();
  browser = new EntraBrowser();
});

function open(
  form: 'v1' | 'v2',
  parameters: Record<string, string>,
  segment = tenant.seed.bare.directoryId,
): Promise<Visit> {
  const path = form === 'v1' ? 'adminconsent' : 'v2.0/adminconsent';
  const query = new URLSearchParams({ client_id: tenant.seed.bare.applicationId, ...parameters });
  return browser.visit(`${tenant.url}/${segment}/${path}?${query.toString()}`);
}
const openReady = (parameters: Record<string, string> = {}): Promise<Visit> =>
  open('v2', {
    client_id: tenant.seed.ready.applicationId,
    redirect_uri: callback,
    state: 'one-time',
    scope: 'https://graph.microsoft.com/.default',
    ...parameters,
  });
async function rolesOfBare(): Promise<unknown> {
  const { applicationId, clientSecret } = tenant.seed.bare;
  const { body } = await postToken(tenant, {
    grant_type: 'client_credentials',
    client_id: applicationId,
    client_secret: clientSecret,
    scope: 'https://graph.microsoft.com/.default',
  });
  return decodeJwt(body.access_token!).roles;
}

describe('admin consent', () => {
  test('by the link without redirect URI: the bare registration has its rights afterwards', async () => {
    await open('v1', {});
    const page = await browser.logIn(tenant, 'admin@muster.example');
    for (const right of allRights) expect(page.text).toContain(`<li>${right}</li>`);
    expect(await rolesOfBare()).toBeUndefined();
    expect((await browser.submit({ answer: 'accept' })).text).toContain('Permissions granted');
    expect(await rolesOfBare()).toEqual(allRights);
  });

  test('by the v2 form: the callback carries tenant, scope and state', async () => {
    await openReady();
    await browser.logIn(tenant, 'admin@muster.example');
    const { location } = await browser.submit({ answer: 'accept' });
    expect(Object.fromEntries(location!.searchParams)).toEqual({
      admin_consent: 'True',
      tenant: tenant.seed.ready.directoryId,
      scope: 'https://graph.microsoft.com/.default',
      state: 'one-time',
    });
  });

  test('declined: the v2 callback names the error and still says admin_consent=True', async () => {
    await openReady();
    await browser.logIn(tenant, 'admin@muster.example');
    const { location } = await browser.submit({ answer: 'cancel' });
    expect(location?.searchParams.get('admin_consent')).toBe('True');
    expect(location?.searchParams.get('error')).toBe('consent_required');
    expect(location?.searchParams.get('error_description')).toContain('AADSTS65004');
    expect(location?.searchParams.get('error_subcode')).toBe('cancel');
    expect(location?.searchParams.get('tenant')).toBe(tenant.seed.ready.directoryId);
    expect(location?.searchParams.get('state')).toBe('one-time');
  });

  test.each(['itadmin@muster.example', 'lawyer@muster.example'])(
    '%s may not grant application permissions of Graph',
    async (person) => {
      await open('v1', {});
      expect((await browser.logIn(tenant, person)).text).toContain('Need admin approval');
      const body = new URLSearchParams({
        step: 'consent',
        userId: tenant.seed.users.find(({ signInName }) => signInName === person)!.id,
        answer: 'accept',
      });
      const { directoryId, applicationId } = tenant.seed.bare;
      await browser.visit(`${tenant.url}/${directoryId}/adminconsent?client_id=${applicationId}`, {
        method: 'POST',
        body,
      });
      expect(await rolesOfBare()).toBeUndefined();
    },
  );

  test('an Application Administrator may grant delegated permissions', async () => {
    await openReady({ scope: 'https://graph.microsoft.com/POP.AccessAsUser.All' });
    await browser.logIn(tenant, 'itadmin@muster.example');
    expect((await browser.submit({ answer: 'accept' })).location?.searchParams.get('admin_consent')).toBe(
      'True',
    );
  });

  test('granting anew ends what is no longer asked for', async () => {
    await openReady({ scope: 'https://graph.microsoft.com/POP.AccessAsUser.All' });
    await browser.logIn(tenant, 'admin@muster.example');
    await browser.submit({ answer: 'accept' });
    const { applicationId } = tenant.seed.ready;
    const grants = tenant.context.directory.oauth2PermissionGrants.filter(
      ({ clientAppId }) => clientAppId === applicationId,
    );
    expect(grants.map(({ scopes }) => scopes)).toEqual([['POP.AccessAsUser.All']]);
  });

  test.each<[string, 'v1' | 'v2', Record<string, string>, string | undefined, string]>([
    ['a redirect URI that is not registered', 'v1', { redirect_uri: callback }, undefined, 'AADSTS50011'],
    ['no scope in the v2 form', 'v2', {}, undefined, 'AADSTS900144'],
    ['/common in the v2 form', 'v2', { scope: 'User.Read' }, 'common', 'AADSTS900023'],
    [
      'an unknown application',
      'v1',
      { client_id: '11111111-2222-4333-8444-555555555555' },
      undefined,
      'AADSTS700016',
    ],
  ])("%s ends on Microsoft's page", async (_, form, parameters, segment, code) => {
    const page = await open(form, parameters, segment);
    expect(page).toMatchObject({ status: 400, location: null });
    expect(page.text).toContain(code);
  });

  test('an administrator of the tenant next door cannot grant anything here, and may sign in with another account', async () => {
    await open('v1', {});
    expect((await browser.logIn(tenant, 'admin@nachbar.example')).text).toContain('AADSTS50020');
    expect(await rolesOfBare()).toBeUndefined();
    expect((await browser.submit({ step: 'other' })).text).toContain('<h1>Sign in</h1>');
    await browser.logIn(tenant, 'admin@muster.example');
    await browser.submit({ answer: 'accept' });
    expect(await rolesOfBare()).toEqual(allRights);
  });
});

const registered = () =>
  tenant.context.directory.applications.find(({ appId }) => appId === tenant.seed.bare.applicationId)!;
const hrefIn = ({ text }: Visit): URL =>
  new URL(/<a href="([^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '');

describe('the answer of the v1 form', () => {
  beforeEach(() => {
    registered().redirectUris.web.push(callback);
  });

  test('granted: tenant and state, no scope', async () => {
    await open('v1', { redirect_uri: callback, state: 'one time&only' });
    await browser.logIn(tenant, 'admin@muster.example');
    const { location } = await browser.submit({ answer: 'accept' });
    expect(Object.fromEntries(location!.searchParams)).toEqual({
      admin_consent: 'True',
      tenant: tenant.seed.bare.directoryId,
      state: 'one time&only',
    });
  });

  test('declined: permission_denied, and nothing says admin_consent', async () => {
    await open('v1', { redirect_uri: callback, state: 'one-time' });
    await browser.logIn(tenant, 'admin@muster.example');
    const { location } = await browser.submit({ answer: 'cancel' });
    const { error_description: description, ...fields } = Object.fromEntries(location!.searchParams);
    expect(fields).toEqual({ error: 'permission_denied', state: 'one-time' });
    expect(description).toContain('AADSTS65004');
  });

  test('goes to a path below the registered one, too', async () => {
    await open('v1', { redirect_uri: `${callback}/entity-7` });
    await browser.logIn(tenant, 'admin@muster.example');
    const { location } = await browser.submit({ answer: 'accept' });
    expect(location?.pathname).toBe('/auth/consent/callback/entity-7');
  });

  test.each([
    ['a longer last segment', 'http://localhost:3979/auth/consent/callbacks'],
    ['a path that climbs out', `${callback}/../../evil`],
    ['another host', 'http://evil.example/auth/consent/callback/x'],
  ])('never goes to %s', async (_, redirectUri) => {
    const page = await open('v1', { redirect_uri: redirectUri });
    expect(page).toMatchObject({ status: 400, location: null });
    expect(page.text).toContain('AADSTS50011');
  });

  test('the v2 form takes no longer path', async () => {
    const page = await openReady({ redirect_uri: `${callback}/entity-7` });
    expect(page.text).toContain('AADSTS50011');
  });
});

describe('somebody who may not grant', () => {
  test.each<['v1' | 'v2', Record<string, string>]>([
    ['v1', { error: 'permission_denied', state: 'one-time' }],
    [
      'v2',
      {
        admin_consent: 'True',
        error: 'consent_required',
        tenant: '6d757374-6572-4e61-8a01-000000000001',
        state: 'one-time',
      },
    ],
  ])('may return to the application with the refusal of the %s form', async (form, expected) => {
    const { applicationId } = tenant.seed.ready;
    const scope = 'https://graph.microsoft.com/.default';
    await open(form, { client_id: applicationId, redirect_uri: callback, state: 'one-time', scope });
    const page = await browser.logIn(tenant, 'itadmin@muster.example');
    expect(page.text).toContain('itadmin@muster.example');
    const { error_description: description, ...fields } = Object.fromEntries(hrefIn(page).searchParams);
    expect(fields).toEqual(expected);
    expect(description).toContain('AADSTS90094');
  });

  test('may hand over to an administrator in the same window', async () => {
    await openReady();
    expect((await browser.logIn(tenant, 'lawyer@muster.example')).text).toContain('Need admin approval');
    await browser.submit({ step: 'other' });
    await browser.logIn(tenant, 'admin@muster.example');
    const { location } = await browser.submit({ answer: 'accept' });
    expect(location?.searchParams.get('state')).toBe('one-time');
    expect(location?.searchParams.has('error')).toBe(false);
  });

  test('finds a way back on the page of a wrong redirect URI', async () => {
    const page = await open('v1', { redirect_uri: 'http://localhost:3979/elsewhere' });
    expect(page.text).toContain('id="back"');
    const script = /<script>(.*?)<\/script>/s.exec(page.text)?.[1] ?? '';
    const digest = createHash('sha256').update(script).digest('base64');
    expect(page.headers.get('content-security-policy')).toContain(`script-src 'sha256-${digest}'`);
  });
});

describe('an Application Administrator', () => {
  test('may grant application permissions of other APIs than Graph', async () => {
    const exchange = tenant.context.directory.applications.find(({ identifierUris }) =>
      identifierUris.includes('https://outlook.office.com'),
    )!;
    const id = 'dc890d15-9560-4a4c-9b7f-a736ec74ec40';
    const value = 'full_access_as_app';
    exchange.appRoles.push({ id, value, displayName: value, allowedMemberTypes: ['Application'] });
    registered().requiredResourceAccess = [{ resourceAppId: exchange.appId, scopes: [], roles: [value] }];
    await open('v1', {});
    await browser.logIn(tenant, 'itadmin@muster.example');
    expect((await browser.submit({ answer: 'accept' })).text).toContain('Permissions granted');
    const { applicationId, clientSecret } = tenant.seed.bare;
    const { body } = await postToken(tenant, {
      grant_type: 'client_credentials',
      client_id: applicationId,
      client_secret: clientSecret,
      scope: 'https://outlook.office.com/.default',
    });
    expect(decodeJwt(body.access_token!).roles).toEqual([value]);
  });
});

describe('propagation delay', () => {
  const grantAll = async (): Promise<void> => {
    await open('v2', { scope: 'https://graph.microsoft.com/.default' });
    await browser.logIn(tenant, 'admin@muster.example');
    await browser.submit({ answer: 'accept' });
  };

  test('a grant of the v2 form shows in new app-only tokens after the delay, not before', async () => {
    await setFault(tenant, 'propagation-delay', { seconds: 120 });
    await grantAll();
    expect(await rolesOfBare()).toBeUndefined();
    await control(tenant, 'clock', { advanceSeconds: 119 });
    expect(await rolesOfBare()).toBeUndefined();
    await control(tenant, 'clock', { advanceSeconds: 1 });
    expect(await rolesOfBare()).toEqual(allRights);
  });

  test('granting again does not take away for a while what was there', async () => {
    await grantAll();
    await control(tenant, 'clock', { advanceSeconds: 600 });
    await setFault(tenant, 'propagation-delay', { seconds: 120 });
    browser = new EntraBrowser();
    await grantAll();
    expect(await rolesOfBare()).toEqual(allRights);
  });

  test('a right that is taken away is gone from the next token at once', async () => {
    await grantAll();
    await control(tenant, 'clock', { advanceSeconds: 600 });
    await setFault(tenant, 'propagation-delay', { seconds: 120 });
    const { directory } = tenant.context;
    const kept = directory.appRoleAssignments.filter(({ role }) => role !== 'Mail.Send');
    directory.appRoleAssignments = kept;
    expect(await rolesOfBare()).toEqual(allRights.filter((right) => right !== 'Mail.Send'));
  });
});

test('an application that is switched off in the tenant is not consented to', async () => {
  const principal = tenant.context.directory.servicePrincipals.find(
    ({ appId }) => appId === tenant.seed.ready.applicationId,
  )!;
  principal.accountEnabled = false;
  const page = await openReady();
  expect(page).toMatchObject({ status: 400, location: null });
  expect(page.text).toContain('AADSTS7000112');
});

test('a scope that the resource does not offer is refused before anybody is asked', async () => {
  await openReady({ scope: 'https://graph.microsoft.com/Calendars.Imagine' });
  expect((await browser.logIn(tenant, 'admin@muster.example')).text).toContain('AADSTS70011');
});
