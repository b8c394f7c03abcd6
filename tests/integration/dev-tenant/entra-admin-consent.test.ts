import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';

import { startDevTenant, type DevTenant } from '../../../src/dev-tenant/dev-tenant.ts';
import { EntraBrowser, postToken, type Visit } from './entra-browser.ts';

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

  test('an administrator of the tenant next door cannot grant anything here', async () => {
    await open('v1', {});
    expect((await browser.logIn(tenant, 'admin@nachbar.example')).text).toContain('AADSTS50020');
    expect(await rolesOfBare()).toBeUndefined();
  });
});
