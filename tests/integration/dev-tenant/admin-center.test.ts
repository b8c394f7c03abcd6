import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import type {
  RegistrationAnswer,
  RegistrationList,
} from '../../../src/dev-tenant/admin-center/portal-data.ts';
import { startDevTenant, type DevTenant } from '../../../src/dev-tenant/dev-tenant.ts';
import { control, EntraBrowser, setFault } from './entra-browser.ts';

let tenant: DevTenant;
let browser: EntraBrowser;
let portal: string;
beforeAll(async () => {
  tenant = await startDevTenant();
  portal = tenant.clientCloudEndpoints().portal.entra;
});
afterAll(() => tenant.close());
beforeEach(async () => {
  await tenant.context.reset();
  browser = new EntraBrowser();
});

const blade = 'view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade';

async function signIn(person: string, returnTo = blade): Promise<URL | null> {
  await browser.visit(`${portal}/sign-in?${new URLSearchParams({ return: returnTo }).toString()}`);
  return (await browser.logIn(tenant, person)).location;
}

const api = (path: string) => browser.visit(`${portal}/api/${path}`);
async function registration(appId: string): Promise<RegistrationAnswer['registration']> {
  const { status, text } = await api(`registrations/${appId}`);
  expect(status).toBe(200);
  return (JSON.parse(text) as RegistrationAnswer).registration;
}

describe('sign-in to the admin center', () => {
  test('nobody reads a registration without signing in', async () => {
    for (const path of ['registrations', `registrations/${tenant.seed.ready.applicationId}`]) {
      const { status, text } = await api(path);
      expect(status).toBe(401);
      expect(text).not.toContain('timeSensor');
    }
  });

  test('the page itself carries no data, so it needs no session', async () => {
    const { status, text, headers } = await browser.visit(`${portal}/`);
    expect(status).toBe(200);
    expect(text).not.toContain('timeSensor');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('leads back to the blade that was asked for', async () => {
    const location = await signIn('lawyer@muster.example');
    expect(location?.href).toBe(`${portal}/#${blade}`);
  });

  test.each([
    ['another host', '//evil.example'],
    ['another address', 'https://evil.example/'],
    ['markup', 'view"><script>'],
    ['a header of its own', 'a\r\nSet-Cookie: x=y'],
    ['far too long', 'x'.repeat(600)],
  ])('a return address that is no blade leads to the portal alone: %s', async (_, wanted) => {
    const location = await signIn('lawyer@muster.example', wanted);
    expect(location?.href).toBe(`${portal}/#`);
  });

  test('a wrong password opens nothing', async () => {
    await browser.visit(`${portal}/sign-in`);
    await browser.submit({ loginfmt: 'admin@muster.example', passwd: 'wrong' });
    expect((await api('registrations')).status).toBe(401);
  });

  test("naming somebody in the portal's cookie opens nothing", async () => {
    const { id } = tenant.seed.users.find(({ signInName }) => signInName === 'admin@muster.example')!;
    const headers = { cookie: `dev-tenant-portal=${id}` };
    expect((await fetch(`${portal}/api/registrations`, { headers })).status).toBe(401);
  });

  test('whoever is disabled meanwhile is out, and is told so', async () => {
    await signIn('admin@muster.example');
    expect((await api('registrations')).status).toBe(200);
    await setFault(tenant, 'user-disabled');
    expect((await api('registrations')).status).toBe(401);
    expect((await browser.visit(`${portal}/sign-in`)).text).toContain('AADSTS50057');
  });

  test('signing out ends the portal too', async () => {
    await signIn('admin@muster.example');
    await browser.visit(`${tenant.url}/organizations/oauth2/v2.0/logout`);
    expect((await api('registrations')).status).toBe(401);
  });

  test('with another account the portal shows that person', async () => {
    await signIn('admin@muster.example');
    await browser.visit(`${portal}/sign-in?prompt=select_account`);
    await browser.submit({ step: 'other' });
    await browser.logIn(tenant, 'admin@nachbar.example');
    const { signedIn } = JSON.parse((await api('registrations')).text) as RegistrationList;
    expect(signedIn).toMatchObject({
      userName: 'admin@nachbar.example',
      tenantName: 'Nachbar Rechtsanwälte',
    });
  });
});

describe('app registrations', () => {
  test.each(['admin@muster.example', 'itadmin@muster.example', 'lawyer@muster.example'])(
    "%s sees the organization's registrations",
    async (person) => {
      await signIn(person);
      const { registrations } = JSON.parse((await api('registrations')).text) as RegistrationList;
      const { ready } = tenant.seed;
      expect(registrations.map(({ displayName }) => displayName)).toEqual([
        'LEGAL 365 Connect',
        'timeSensor',
        'timeSensor Genève',
      ]);
      expect(registrations).toContainEqual({
        displayName: 'timeSensor',
        applicationId: ready.applicationId,
        secrets: 'current',
      });
    },
  );

  test('a guest sees none', async () => {
    await signIn('support@extern.example');
    for (const path of ['registrations', `registrations/${tenant.seed.ready.applicationId}`]) {
      const { status, text } = await api(path);
      expect(status).toBe(403);
      expect(text).not.toContain('timeSensor');
    }
  });

  test('the tenant next door sees none of this one', async () => {
    await signIn('admin@nachbar.example');
    expect(JSON.parse((await api('registrations')).text)).toMatchObject({ registrations: [] });
    const { status, text } = await api(`registrations/${tenant.seed.ready.applicationId}`);
    expect(status).toBe(404);
    expect(text).not.toContain('timeSensor');
  });

  test('an ID that is none is not found', async () => {
    await signIn('admin@muster.example');
    expect((await api('registrations/nothing')).status).toBe(404);
  });

  test('no answer carries the value of a secret', async () => {
    await signIn('admin@muster.example');
    const { ready, bare, connect } = tenant.seed;
    const paths = [ready, bare, connect].map(({ applicationId }) => `registrations/${applicationId}`);
    for (const path of ['registrations', ...paths]) {
      const { text } = await api(path);
      for (const { clientSecret } of [ready, bare, connect]) {
        expect(clientSecret).not.toBe('');
        expect(text).not.toContain(clientSecret.slice(0, 5));
      }
    }
  });

  test('the three IDs and the redirect URIs are those of the registration', async () => {
    await signIn('lawyer@muster.example');
    const { ready } = tenant.seed;
    const details = await registration(ready.applicationId.toUpperCase());
    expect(details).toMatchObject({
      displayName: 'timeSensor',
      applicationId: ready.applicationId,
      objectId: ready.objectId,
      directoryId: ready.directoryId,
      multiTenant: false,
    });
    expect(details.redirectUris.web).toContain('http://localhost:50993/authorize/');
  });

  test('a secret is shown by hint, ID and end, which comes nearer', async () => {
    await signIn('admin@muster.example');
    const { ready } = tenant.seed;
    const secret = {
      description: 'Seed',
      expiresOn: ready.secretExpiresOn,
      maskedValue: 'tS1*****',
      secretId: ready.secretId,
    };
    const stateAfter = async (advanceDays: number) => {
      await control(tenant, 'clock', { advanceDays });
      return (await registration(ready.applicationId)).secrets;
    };
    expect(await stateAfter(0)).toEqual([{ ...secret, state: 'current' }]);
    expect(await stateAfter(705)).toEqual([{ ...secret, state: 'expiring-soon' }]);
    expect(await stateAfter(30)).toEqual([{ ...secret, state: 'expired' }]);
  });
});

describe('API permissions', () => {
  const grantedNames = async (appId: string) =>
    (await registration(appId)).permissions.filter(({ granted }) => granted).map(({ name }) => name);

  test('of the ready registration all are granted, delegated and application', async () => {
    await signIn('lawyer@muster.example');
    const { permissions } = await registration(tenant.seed.ready.applicationId);
    expect(permissions).toHaveLength(8);
    expect(permissions.every(({ granted, configured }) => granted && configured)).toBe(true);
    expect(permissions).toContainEqual({
      api: 'Microsoft Graph',
      resourceAppId: '00000003-0000-0000-c000-000000000000',
      name: 'SMTP.Send',
      type: 'Delegated',
      adminConsentRequired: false,
      granted: true,
      configured: true,
    });
    expect(permissions).toContainEqual({
      api: 'Microsoft Graph',
      resourceAppId: '00000003-0000-0000-c000-000000000000',
      name: 'Mail.ReadWrite',
      type: 'Application',
      adminConsentRequired: true,
      granted: true,
      configured: true,
    });
  });

  test('a consent that a fault takes away is gone here as well', async () => {
    await signIn('admin@muster.example');
    await setFault(tenant, 'consent-missing');
    expect(await grantedNames(tenant.seed.ready.applicationId)).toEqual([]);
  });

  test('what was granted without being listed is named apart', async () => {
    await signIn('admin@muster.example');
    const { connect } = tenant.seed;
    const { permissions } = await registration(connect.applicationId);
    expect(permissions.filter(({ configured }) => !configured)).toEqual([
      expect.objectContaining({ api: 'LEGAL 365 Connect', name: 'access_as_user', granted: true }),
    ]);
  });

  test.each(['itadmin@muster.example', 'lawyer@muster.example'])(
    '%s is told which role may grant',
    async (person) => {
      await signIn(person);
      const { grantRefusal } = await registration(tenant.seed.bare.applicationId);
      expect(grantRefusal).toContain('Global Administrator');
    },
  );

  test('an Application Administrator may grant where no application permission of Graph is asked for', async () => {
    await signIn('itadmin@muster.example');
    expect((await registration(tenant.seed.connect.applicationId)).grantRefusal).toBeNull();
  });

  test.each(['', '?state=//evil.example', '?state=x&state=y'])(
    'an answer that names no registration leads to the start: %s',
    async (query) => {
      const { location } = await browser.visit(`${portal}/TokenAuthorize${query}`);
      expect(location?.href).toBe(`${portal}/`);
    },
  );
});
