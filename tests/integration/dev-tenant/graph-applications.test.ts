import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { clientIds, tenantIds, userIds } from '../../../src/dev-tenant/seed/identifiers.ts';
import { graphAppId } from '../../../src/dev-tenant/seed/microsoft-applications.ts';
import { setFault } from './entra-browser.ts';
import { GraphTenant, refusal, valueOf } from './graph-tenant.ts';

const calendars = { id: 'ef54d2bf-783f-4e0f-bca1-3210c0444d99', type: 'Role' };
const popForPeople = { id: 'd7b7f2d9-0f45-4ea1-9d42-e50810c06991', type: 'Scope' };
const denied = '403 Authorization_RequestDenied';
const day = 24 * 60 * 60 * 1000;

type Json = Record<string, unknown>;
interface Page {
  value: Json[];
  '@odata.nextLink'?: string;
}

let tenant: GraphTenant;
beforeAll(async () => {
  tenant = await GraphTenant.start();
});
beforeEach(() => tenant.context.reset());
afterAll(() => tenant.close());

const person = (scp: string, oid: string = userIds.admin, tid: string = tenantIds.muster): Promise<string> =>
  tenant.sign({ scp, oid, tid });
const admin = (): Promise<string> => person('Application.ReadWrite.All');
const json = async (response: Response): Promise<Json> => (await response.json()) as Json;
const byAppId = (appId: string, rest = ''): string => `applications(appId='${appId}')${rest}`;

async function create(token: string, body: Json = { displayName: 'timeSensor' }): Promise<Json> {
  const response = await tenant.post('applications', token, body);
  if (response.status !== 201) throw new Error(await response.text());
  return json(response);
}

describe('an application', () => {
  test('is created single-tenant with the ids of its permissions, and found by name, by appId and by object id', async () => {
    const token = await admin();
    const web = { redirectUris: ['https://connect.example/auth/consent/callback'] };
    const requiredResourceAccess = [{ resourceAppId: graphAppId, resourceAccess: [popForPeople, calendars] }];
    const made = await create(token, { displayName: 'timeSensor Bern', web, requiredResourceAccess });
    expect(made).toMatchObject({
      '@odata.context': `${tenant.context.baseUrl()}/graph/v1.0/$metadata#applications/$entity`,
      displayName: 'timeSensor Bern',
      signInAudience: 'AzureADMyOrg',
      publisherDomain: 'muster.example',
      web,
      requiredResourceAccess,
      passwordCredentials: [],
    });
    for (const path of [
      `applications/${String(made.id)}`,
      byAppId(String(made.appId)),
      `applications/${String(made.id).toUpperCase()}`,
    ]) {
      expect(await json(await tenant.get(path, token))).toMatchObject({ id: made.id });
    }
    const filter = encodeURIComponent("displayName eq 'TIMESENSOR BERN'");
    const found = await valueOf(await tenant.get(`applications?$filter=${filter}&$select=id,appId`, token));
    expect(found).toEqual([{ id: made.id, appId: made.appId }]);
    expect(tenant.context.directory.applications.at(-1)?.requiredResourceAccess).toEqual([
      { resourceAppId: graphAppId, scopes: ['POP.AccessAsUser.All'], roles: ['Calendars.ReadWrite'] },
    ]);
  });

  test('is changed in what is named and in nothing else', async () => {
    const token = await admin();
    const path = byAppId(clientIds.timeSensor);
    const before = await json(await tenant.get(path, token));
    const redirectUris = ['https://new.example/callback'];
    const changed = await tenant.request('PATCH', path, token, { web: { redirectUris } });
    expect(changed.status).toBe(204);
    const after = await json(await tenant.get(path, token));
    const web = {
      ...(before.web as Json),
      redirectUris,
      redirectUriSettings: [{ uri: redirectUris[0], index: null }],
    };
    expect(after).toEqual({ ...before, web });
  });

  test('once deleted is gone for Entra, with its service principal and all that was granted to it', async () => {
    const token = await admin();
    expect((await tenant.request('DELETE', byAppId(clientIds.timeSensor), token)).status).toBe(204);
    expect(await refusal(await tenant.get(byAppId(clientIds.timeSensor), token))).toBe(
      '404 Request_ResourceNotFound',
    );
    const { directory } = tenant.context;
    expect(JSON.stringify(directory)).not.toContain(clientIds.timeSensor);
    expect(directory.servicePrincipals.some(({ appId }) => appId === clientIds.timeSensorGeneve)).toBe(true);
  });

  test('shows of a secret its id, end and first three characters, never the value', async () => {
    const response = await tenant.get(byAppId(clientIds.timeSensor), await admin());
    const text = await response.text();
    const [credential] = (JSON.parse(text) as { passwordCredentials: Json[] }).passwordCredentials;
    expect(credential).toMatchObject({ hint: 'tS1', secretText: null, displayName: 'Seed' });
    expect(text).not.toContain(tenant.seed.ready.clientSecret);
  });

  test.each<[string, Json, string]>([
    ['without a name', {}, '400 Request_BadRequest'],
    ['with an empty name', { displayName: ' ' }, '400 Request_BadRequest'],
    ['with a secret', { displayName: 'x', passwordCredentials: [] }, '400 BadRequest'],
    [
      'with a redirect URI without https',
      { displayName: 'x', web: { redirectUris: ['http://firm.example'] } },
      '400 Request_BadRequest',
    ],
    [
      'with a permission that does not exist',
      {
        displayName: 'x',
        requiredResourceAccess: [
          { resourceAppId: graphAppId, resourceAccess: [{ ...calendars, type: 'Scope' }] },
        ],
      },
      '400 Request_BadRequest',
    ],
    ['with a name as long as a book', { displayName: 'x'.repeat(257) }, '400 Request_BadRequest'],
  ])('is refused %s, and nothing is made', async (_, body, expected) => {
    const before = tenant.context.directory.applications.length;
    expect(await refusal(await tenant.post('applications', await admin(), body))).toBe(expected);
    expect(tenant.context.directory.applications).toHaveLength(before);
  });

  test('long lists come in pages until the last, without gap or repetition', async () => {
    const token = await admin();
    for (let number = 0; number < 5; number += 1) await create(token, { displayName: `Page ${number}` });
    const names: unknown[] = [];
    let path = 'applications?$top=2&$select=displayName';
    for (let pages = 0; path !== '' && pages < 10; pages += 1) {
      const response = await tenant.get(path, token);
      const { value, ...page } = (await response.json()) as Page;
      expect(value.length).toBeLessThanOrEqual(2);
      names.push(...value.map(({ displayName }) => displayName));
      path = page['@odata.nextLink']?.split('/graph/v1.0/')[1] ?? '';
    }
    const expected = tenant.context.directory.applications
      .filter(({ tenantId }) => tenantId === tenantIds.muster)
      .map(({ displayName }) => displayName);
    expect(names).toEqual(expected);
  });

  test('is created and read within a batch as well', async () => {
    const token = await admin();
    const headers = { 'content-type': 'application/json' };
    const items = await tenant.batch(token, [
      { id: 'make', method: 'POST', url: '/applications', headers, body: { displayName: 'Batch' } },
      { id: 'look', method: 'GET', url: "/applications?$filter=displayName eq 'Batch'", dependsOn: ['make'] },
      { id: 'bad', method: 'POST', url: '/applications', headers, body: {} },
    ]);
    expect([...items].map(([id, { status }]) => [id, status])).toEqual(
      expect.arrayContaining([
        ['make', 201],
        ['look', 200],
        ['bad', 400],
      ]),
    );
    expect(items.get('look')?.body.value).toMatchObject([{ displayName: 'Batch' }]);
  });

  test('of another directory is not seen', async () => {
    const neighbour = await person('Application.ReadWrite.All', userIds.neighbourAdmin, tenantIds.nachbar);
    expect(await valueOf(await tenant.get('applications', neighbour))).toEqual([]);
    expect(await refusal(await tenant.get(byAppId(clientIds.timeSensor), neighbour))).toBe(
      '404 Request_ResourceNotFound',
    );
  });
});

describe('who may', () => {
  const change = (token: string) =>
    tenant.request('PATCH', byAppId(clientIds.timeSensor), token, { displayName: 'changed' });

  test.each([
    ['a scope without the role', () => person('Application.ReadWrite.All', userIds.lawyer)],
    ['a role without the scope', () => person('User.Read')],
    ['a scope that only reads', () => person('Application.Read.All')],
    ['an application that only reads', () => tenant.appToken(['Application.Read.All'])],
    ['an application that owns nothing', () => tenant.appToken(['Application.ReadWrite.OwnedBy'])],
  ])('%s changes no application', async (_, token) => {
    expect(await refusal(await change(await token()))).toBe(denied);
    expect(tenant.context.directory.applications.some(({ displayName }) => displayName === 'changed')).toBe(
      false,
    );
  });

  test.each([
    ['Global Administrator', () => admin()],
    ['Application Administrator', () => person('Application.ReadWrite.All', userIds.itadmin)],
    ['application with the right for all', () => tenant.appToken(['Application.ReadWrite.All'])],
  ])('a %s changes any', async (_, token) => {
    expect((await change(await token())).status).toBe(204);
  });

  test('a member registers an application and then owns it; a guest registers none and sees none', async () => {
    const lawyer = await person('Application.ReadWrite.All', userIds.lawyer);
    const { id } = await create(lawyer);
    expect((await tenant.post(`applications/${String(id)}/addPassword`, lawyer, {})).status).toBe(200);
    const guest = await person('Application.ReadWrite.All', userIds.support);
    expect(await refusal(await tenant.post('applications', guest, { displayName: 'x' }))).toBe(denied);
    expect(await refusal(await tenant.get('applications', guest))).toBe(denied);
  });

  test('an application renews its own secret once it is among its owners', async () => {
    const own = await tenant.appToken(['Application.ReadWrite.OwnedBy']);
    const secretOf = (appId: string) => tenant.post(byAppId(appId, '/addPassword'), own, {});
    expect(await refusal(await secretOf(clientIds.timeSensor))).toBe(denied);
    const principal = await json(
      await tenant.get(`servicePrincipals(appId='${clientIds.timeSensor}')`, await admin()),
    );
    const owner = {
      '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${String(principal.id)}`,
    };
    const owners = byAppId(clientIds.timeSensor, '/owners');
    expect((await tenant.post(`${owners}/$ref`, await admin(), owner)).status).toBe(204);
    expect((await tenant.post(`${owners}/$ref`, await admin(), owner)).status).toBe(400);
    expect(await valueOf(await tenant.get(owners, own))).toMatchObject([
      { '@odata.type': '#microsoft.graph.servicePrincipal', id: principal.id, appId: clientIds.timeSensor },
    ]);
    expect((await secretOf(clientIds.timeSensor)).status).toBe(200);
    expect(await refusal(await secretOf(clientIds.timeSensorGeneve))).toBe(denied);
  });
});

describe('a secret', () => {
  const path = byAppId(clientIds.timeSensorGeneve);
  const add = async (passwordCredential?: Json): Promise<Response> =>
    tenant.post(`${path}/addPassword`, await admin(), passwordCredential && { passwordCredential });
  const tokenWith = (clientSecret: string): Promise<string> =>
    tenant.entraToken({ ...tenant.seed.bare, clientSecret });

  test('lives two years unless told otherwise, is shown once and works beside the old one', async () => {
    const response = await add();
    expect(response.status).toBe(200);
    const secret = await json(response);
    const life = Date.parse(String(secret.endDateTime)) - Date.parse(String(secret.startDateTime));
    expect([730, 731]).toContain(life / day);
    expect(String(secret.secretText).startsWith(String(secret.hint))).toBe(true);
    expect(await tokenWith(String(secret.secretText))).toMatch(/^ey/);
    expect(await tokenWith(tenant.seed.bare.clientSecret)).toMatch(/^ey/);
    expect(await (await tenant.get(path, await admin())).text()).not.toContain(secret.secretText);
  });

  test('ends when asked to, and is removed by its id', async () => {
    const endDateTime = new Date(tenant.context.now() + 90 * day).toISOString();
    const secret = await json(await add({ displayName: 'LEGAL 365', endDateTime }));
    expect(secret).toMatchObject({ displayName: 'LEGAL 365', endDateTime });
    const { keyId } = secret;
    const remove = async () => tenant.post(`${path}/removePassword`, await admin(), { keyId });
    expect((await remove()).status).toBe(204);
    await expect(tokenWith(String(secret.secretText))).rejects.toThrow('401');
    expect(await refusal(await remove())).toBe('400 Request_BadRequest');
  });

  test.each<[string, Json]>([
    ['in the past', { endDateTime: '2020-01-01T00:00:00Z' }],
    ['that is no time', { endDateTime: 'tomorrow' }],
  ])('with an end %s is refused', async (_, credential) => {
    expect(await refusal(await add(credential))).toBe('400 Request_BadRequest');
  });

  test("is limited by the tenant's policy: too long refused, shorter taken, or none at all", async () => {
    const days = (count: number) => ({
      endDateTime: new Date(tenant.context.now() + count * day).toISOString(),
    });
    const dev = { url: tenant.context.baseUrl() } as Parameters<typeof setFault>[0];
    await setFault(dev, 'secret-policy', { maxDays: 180 });
    expect(await refusal(await add())).toBe('400 CredentialInvalidLifetimeAsPerAppPolicy');
    expect(await refusal(await add(days(181)))).toBe('400 CredentialInvalidLifetimeAsPerAppPolicy');
    expect((await add(days(179))).status).toBe(200);
    await setFault(dev, 'secret-policy');
    expect(await refusal(await add(days(1)))).toBe('400 CredentialTypeNotAllowedAsPerAppPolicy');
    expect(await tokenWith(tenant.seed.bare.clientSecret)).toMatch(/^ey/);
  });
});
