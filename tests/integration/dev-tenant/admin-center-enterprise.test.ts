import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import type {
  ConsentSettingsAnswer,
  EnterpriseAnswer,
  EnterpriseList,
} from '../../../src/dev-tenant/admin-center/enterprise-data.ts';
import { startDevTenant, type DevTenant } from '../../../src/dev-tenant/dev-tenant.ts';
import { PortalPerson } from './admin-center-portal.ts';
import { authorizeUrl, EntraBrowser, postToken } from './entra-browser.ts';

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

async function find(person: PortalPerson, name: string): Promise<EnterpriseAnswer['application']> {
  const { applications } = (await person.ask<EnterpriseList>('GET', 'enterprise-applications')).data;
  const objectId = applications.find(({ displayName }) => displayName === name)?.objectId ?? '';
  return (await person.ask<EnterpriseAnswer>('GET', `enterprise-applications/${objectId}`)).data.application;
}

const appToken = () =>
  postToken(tenant, {
    grant_type: 'client_credentials',
    client_id: tenant.seed.ready.applicationId,
    client_secret: tenant.seed.ready.clientSecret,
    scope: 'https://graph.microsoft.com/.default',
  });

describe('enterprise applications', () => {
  test("are those of the tenant, wherever they are registered, without Microsoft's own", async () => {
    const neighbour = await PortalPerson.signIn(tenant, 'admin@nachbar.example');
    const { data } = await neighbour.ask<EnterpriseList>('GET', 'enterprise-applications');
    expect(data.applications.map(({ displayName }) => displayName)).toEqual(['LEGAL 365 Connect']);
    expect(await find(neighbour, 'LEGAL 365 Connect')).toMatchObject({ registeredHere: false });
    const { objectId } = await find(admin, 'timeSensor');
    expect((await neighbour.ask('GET', `enterprise-applications/${objectId}`)).status).toBe(404);
  });

  test('switched off get no token', async () => {
    const { objectId } = await find(admin, 'timeSensor');
    const path = `enterprise-applications/${objectId}`;
    await admin.ask('PATCH', path, { enabled: false, assignmentRequired: false });
    expect((await appToken()).body.error_codes).toContain(7000112);
    await admin.ask('PATCH', path, { enabled: true, assignmentRequired: false });
    expect((await appToken()).status).toBe(200);
  });

  test('with assignment required let in nobody who is not assigned', async () => {
    const { objectId } = await find(admin, 'timeSensor');
    const path = `enterprise-applications/${objectId}`;
    await admin.ask('PATCH', path, { enabled: true, assignmentRequired: true });
    const browser = new EntraBrowser();
    await browser.visit(authorizeUrl(tenant));
    const { location, text } = await browser.logIn(tenant, 'lawyer@muster.example');
    expect(`${location?.href ?? ''}${text}`).toContain('AADSTS50105');
  });

  test('lose every right when admin consent is revoked', async () => {
    const { granted, objectId } = await find(admin, 'timeSensor');
    expect(granted).toHaveLength(8);
    const { data } = await admin.ask<EnterpriseAnswer>(
      'DELETE',
      `enterprise-applications/${objectId}/grants`,
    );
    expect(data.application.granted).toEqual([]);
    const { permissions } = await admin.registration(tenant.seed.ready.applicationId);
    expect(permissions.filter((permission) => permission.granted)).toEqual([]);
    expect((await find(admin, 'LEGAL 365 Connect')).granted).not.toEqual([]);
  });

  test('are changed by administrators of applications alone', async () => {
    const lawyer = await PortalPerson.signIn(tenant, 'lawyer@muster.example');
    const { changeRefusal, objectId } = await find(lawyer, 'timeSensor');
    const path = `enterprise-applications/${objectId}`;
    const properties = { enabled: false, assignmentRequired: true };
    expect(changeRefusal).toContain('Application Administrator');
    expect((await lawyer.ask('PATCH', path, properties)).status).toBe(403);
    expect((await lawyer.ask('DELETE', `${path}/grants`)).status).toBe(403);
    const itadmin = await PortalPerson.signIn(tenant, 'itadmin@muster.example');
    expect((await itadmin.ask('PATCH', path, properties)).status).toBe(200);
  });
});

describe('the consent page of an enterprise application', () => {
  async function answerWith(answer: 'accept' | 'cancel') {
    const { consent, objectId } = await find(admin, 'timeSensor Genève');
    if (!('address' in consent)) throw new Error(consent.refusal);
    await admin.browser.visit(consent.address);
    const { location } = await admin.browser.submit({ answer });
    expect(location?.href.split('?')[0]).toBe(`${admin.address}/TokenAuthorize`);
    const back = await admin.browser.visit(location!);
    return { objectId, back: back.location, granted: (await find(admin, 'timeSensor Genève')).granted };
  }

  test('leads back to its permissions, granted', async () => {
    const { back, granted, objectId } = await answerWith('accept');
    const blade = `#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/${objectId}`;
    expect(back?.href).toBe(`${admin.address}/?consent=granted${blade}`);
    expect(granted).toHaveLength(5);
  });

  test('declined changes nothing and leads back as well', async () => {
    const { back, granted } = await answerWith('cancel');
    expect(back?.search).toBe('?consent=not-granted');
    expect(granted).toEqual([]);
  });

  test('is not offered to who may not consent', async () => {
    const itadmin = await PortalPerson.signIn(tenant, 'itadmin@muster.example');
    expect((await find(itadmin, 'timeSensor Genève')).consent).toEqual({
      refusal: expect.stringContaining('Global Administrator'),
    });
  });
});

describe('user consent settings', () => {
  test.each(['none', 'all', 'recommended'] as const)('are saved as %s', async (userConsent) => {
    expect((await admin.ask('PUT', 'user-consent', { userConsent })).status).toBe(200);
    const { data } = await admin.ask<ConsentSettingsAnswer>('GET', 'user-consent');
    expect(data).toMatchObject({ userConsent, changeRefusal: null });
  });

  test('are read by members and changed by administrators alone', async () => {
    for (const person of ['lawyer@muster.example', 'itadmin@muster.example']) {
      const other = await PortalPerson.signIn(tenant, person);
      const { status, data } = await other.ask('PUT', 'user-consent', { userConsent: 'all' });
      expect([status, data.message]).toEqual([403, expect.stringContaining('Global Administrator')]);
      const read = await other.ask<ConsentSettingsAnswer>('GET', 'user-consent');
      expect(read.data.userConsent).toBe('recommended');
    }
    expect((await admin.ask('PUT', 'user-consent', { userConsent: 'everything' })).status).toBe(400);
  });
});
