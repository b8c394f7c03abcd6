import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { clientIds, tenantIds, userIds } from '../../../src/dev-tenant/seed/identifiers.ts';
import { exchangeOnlineAppId, graphAppId } from '../../../src/dev-tenant/seed/microsoft-applications.ts';
import { GraphTenant, refusal, valueOf } from './graph-tenant.ts';

const calendarsRole = 'ef54d2bf-783f-4e0f-bca1-3210c0444d99';
const noRole = '00000000-0000-0000-0000-000000000000';
const assigning = 'AppRoleAssignment.ReadWrite.All Application.Read.All';
const granting = 'DelegatedPermissionGrant.ReadWrite.All';
const denied = '403 Authorization_RequestDenied';

type Json = Record<string, unknown>;

let tenant: GraphTenant;
beforeAll(async () => {
  tenant = await GraphTenant.start();
});
beforeEach(() => tenant.context.reset());
afterAll(() => tenant.close());

const person = (scp: string, oid: string = userIds.admin): Promise<string> => tenant.sign({ scp, oid });
const principalOf = (appId: string): string =>
  tenant.context.directory.servicePrincipals.find(
    (one) => one.appId === appId && one.tenantId === tenantIds.muster,
  )!.id;
const bare = (): string => principalOf(clientIds.timeSensorGeneve);

describe('service principals', () => {
  const change = 'Application.ReadWrite.All';

  test('name the permissions of their application by id, value and kind', async () => {
    const token = await person('Application.Read.All');
    const filter = encodeURIComponent(`appId eq '${graphAppId}'`);
    const [graph] = await valueOf(await tenant.get(`servicePrincipals?$filter=${filter}`, token));
    expect(graph).toMatchObject({ displayName: 'Microsoft Graph', id: principalOf(graphAppId) });
    expect(graph!.appRoles).toContainEqual(
      expect.objectContaining({ id: calendarsRole, value: 'Calendars.ReadWrite', isEnabled: true }),
    );
    expect(graph!.oauth2PermissionScopes).toContainEqual(
      expect.objectContaining({ value: 'User.Read.All', type: 'Admin' }),
    );
  });

  test('are made once for an application the tenant knows', async () => {
    const token = await person(change);
    const { directory } = tenant.context;
    const response = await tenant.post('applications', token, { displayName: 'timeSensor Thun' });
    const { appId } = (await response.json()) as { appId: string };
    const post = (id: string) => tenant.post('servicePrincipals', token, { appId: id });
    expect((await post(appId)).status).toBe(201);
    expect(directory.servicePrincipals.at(-1)).toMatchObject({ appId, accountEnabled: true });
    expect(await refusal(await post(appId))).toBe('409 Request_MultipleObjectsWithSameKeyValue');
    const stranger = '11111111-2222-4333-8444-555555555555';
    expect(await refusal(await post(stranger))).toBe('400 NoBackingApplicationObject');
  });

  test('switched off, the application gets no token; switched on, it does', async () => {
    const path = `servicePrincipals(appId='${clientIds.timeSensor}')`;
    const turn = async (accountEnabled: boolean, token: string) =>
      tenant.request('PATCH', path, token, { accountEnabled });
    const itadmin = await person(change, userIds.itadmin);
    expect((await turn(false, itadmin)).status).toBe(204);
    await expect(tenant.entraToken(tenant.seed.ready)).rejects.toThrow('400');
    expect((await turn(true, itadmin)).status).toBe(204);
    expect(await tenant.entraToken(tenant.seed.ready)).toMatch(/^ey/);
    expect(await refusal(await turn(false, await person(change, userIds.lawyer)))).toBe(denied);
  });

  test('take the switch for assignment, and nothing that they do not have', async () => {
    const path = `servicePrincipals/${bare()}`;
    const token = await person(change);
    const patch = (body: Json) => tenant.request('PATCH', path, token, body);
    expect((await patch({ appRoleAssignmentRequired: true })).status).toBe(204);
    expect(await (await tenant.get(path, token)).json()).toMatchObject({ appRoleAssignmentRequired: true });
    expect(await refusal(await patch({ accountEnabled: 'no' }))).toBe('400 Request_BadRequest');
    expect(await refusal(await patch({ colour: 'red' }))).toBe('400 BadRequest');
  });
});

describe('app role assignments', () => {
  const assign = (token: string, overrides: Json = {}, side = 'appRoleAssignments'): Promise<Response> => {
    const body = {
      principalId: bare(),
      resourceId: principalOf(graphAppId),
      appRoleId: calendarsRole,
      ...overrides,
    };
    const at = side === 'appRoleAssignments' ? body.principalId : body.resourceId;
    return tenant.post(`servicePrincipals/${at}/${side}`, token, body);
  };
  const listed = async (side = 'appRoleAssignments', id = bare()): Promise<Json[]> =>
    valueOf(await tenant.get(`servicePrincipals/${id}/${side}`, await person('Application.Read.All')));

  test.each(['appRoleAssignments', 'appRoleAssignedTo'])(
    'granted at %s shows on both sides and is taken away again',
    async (side) => {
      const token = await person(assigning);
      const response = await assign(token, {}, side);
      expect(response.status).toBe(201);
      const made = (await response.json()) as Json;
      expect(made).toMatchObject({
        appRoleId: calendarsRole,
        principalDisplayName: 'timeSensor Genève',
        principalType: 'ServicePrincipal',
        resourceDisplayName: 'Microsoft Graph',
        resourceId: principalOf(graphAppId),
      });
      const { '@odata.context': _context, ...assignment } = made;
      expect(await listed()).toEqual([assignment]);
      expect(await listed('appRoleAssignedTo', principalOf(graphAppId))).toContainEqual(assignment);
      expect(await refusal(await assign(token, {}, side))).toBe('400 Request_BadRequest');
      const path = `servicePrincipals/${bare()}/appRoleAssignments/${String(made.id)}`;
      expect((await tenant.request('DELETE', path, token)).status).toBe(204);
      expect(await listed()).toEqual([]);
      expect(await refusal(await tenant.request('DELETE', path, token))).toBe('404 Request_ResourceNotFound');
    },
  );

  test.each([
    ['an Application Administrator', () => person(assigning, userIds.itadmin)],
    ['a member', () => person(assigning, userIds.lawyer)],
    ['an administrator without a right to read', () => person('AppRoleAssignment.ReadWrite.All')],
    ['an application that may change applications', () => tenant.appToken(['Application.ReadWrite.All'])],
  ])('of Graph are not granted by %s', async (_, token) => {
    expect(await refusal(await assign(await token()))).toBe(denied);
    expect(await listed()).toEqual([]);
  });

  test('of other applications are granted by an Application Administrator', async () => {
    const { applications } = tenant.context.directory;
    const { appRoles } = applications.find(({ appId }) => appId === clientIds.connect)!;
    const reader = appRoles.find(({ value }) => value === 'Reader')!;
    const overrides = {
      principalId: userIds.lawyer,
      resourceId: principalOf(clientIds.connect),
      appRoleId: reader.id,
    };
    const itadmin = await person(assigning, userIds.itadmin);
    expect((await assign(itadmin, overrides, 'appRoleAssignedTo')).status).toBe(201);
    const found = await listed('appRoleAssignedTo', principalOf(clientIds.connect));
    expect(found).toContainEqual(
      expect.objectContaining({ principalId: userIds.lawyer, principalType: 'User', appRoleId: reader.id }),
    );
  });

  test.each<[string, Json, string]>([
    ['a role of another kind of member', { principalId: userIds.lawyer }, '400 Request_BadRequest'],
    ['a role that does not exist', { appRoleId: userIds.lawyer }, '400 Request_BadRequest'],
    ['nobody', { principalId: noRole }, '404 Request_ResourceNotFound'],
    ['no GUID', { appRoleId: 'Calendars.ReadWrite' }, '400 Request_BadRequest'],
  ])('are refused for %s', async (_, overrides, expected) => {
    expect(await refusal(await assign(await person(assigning), overrides, 'appRoleAssignedTo'))).toBe(
      expected,
    );
  });
});

describe('delegated grants', () => {
  const grant = (overrides: Json = {}): Json => ({
    clientId: bare(),
    consentType: 'AllPrincipals',
    resourceId: principalOf(graphAppId),
    scope: 'POP.AccessAsUser.All SMTP.Send',
    ...overrides,
  });
  const filtered = (filter: string): string => `oauth2PermissionGrants?$filter=${encodeURIComponent(filter)}`;

  test('of consent pages are found by client and kind, one for each resource', async () => {
    const token = await person('Directory.Read.All');
    const filter = `clientId eq '${principalOf(clientIds.timeSensor)}' and consentType eq 'AllPrincipals'`;
    expect(await valueOf(await tenant.get(filtered(filter), token))).toEqual([
      {
        id: expect.stringMatching(/^[\w-]{43}$/),
        clientId: principalOf(clientIds.timeSensor),
        consentType: 'AllPrincipals',
        principalId: null,
        resourceId: principalOf(graphAppId),
        scope: 'POP.AccessAsUser.All SMTP.Send offline_access',
      },
    ]);
  });

  test('several acts of consent of one person are one grant', async () => {
    const { oauth2PermissionGrants } = tenant.context.directory;
    for (const scopes of [['User.Read'], ['SMTP.Send', 'User.Read']]) {
      oauth2PermissionGrants.push({
        tenantId: tenantIds.muster,
        clientAppId: clientIds.timeSensorGeneve,
        resourceAppId: graphAppId,
        userId: userIds.lawyer,
        scopes,
        grantedAt: new Date(0).toISOString(),
      });
    }
    const token = await person(granting);
    const found = await valueOf(await tenant.get(filtered(`principalId eq '${userIds.lawyer}'`), token));
    expect(found).toMatchObject([{ consentType: 'Principal', scope: 'User.Read SMTP.Send' }]);
  });

  test('are made once, changed as a whole and deleted', async () => {
    const token = await person(granting, userIds.itadmin);
    const response = await tenant.post('oauth2PermissionGrants', token, grant());
    expect(response.status).toBe(201);
    const { id } = (await response.json()) as { id: string };
    const path = `oauth2PermissionGrants/${id}`;
    expect(await refusal(await tenant.post('oauth2PermissionGrants', token, grant()))).toBe(
      '409 Request_MultipleObjectsWithSameKeyValue',
    );
    const patched = await tenant.request('PATCH', path, token, { scope: 'SMTP.Send offline_access' });
    expect(patched.status).toBe(204);
    expect(await (await tenant.get(path, token)).json()).toMatchObject({ scope: 'SMTP.Send offline_access' });
    const resource = await tenant.request('PATCH', path, token, { resourceId: bare(), scope: 'x' });
    expect(await refusal(resource)).toBe('400 BadRequest');
    expect((await tenant.request('DELETE', path, token)).status).toBe(204);
    expect(await refusal(await tenant.get(path, token))).toBe('404 Request_ResourceNotFound');
  });

  test.each<[string, () => Json, string]>([
    [
      'for one person without saying whom',
      () => grant({ consentType: 'Principal' }),
      '400 Request_BadRequest',
    ],
    ['for everyone and one person', () => grant({ principalId: userIds.lawyer }), '400 Request_BadRequest'],
    ['without scopes', () => grant({ scope: ' ' }), '400 Request_BadRequest'],
    [
      'for a person of nowhere',
      () => grant({ consentType: 'Principal', principalId: userIds.neighbourUser }),
      '404 Request_ResourceNotFound',
    ],
    [
      'at a client that is named by its application id',
      () => grant({ clientId: clientIds.timeSensor }),
      '404 Request_ResourceNotFound',
    ],
  ])('are refused %s', async (_, body, expected) => {
    expect(await refusal(await tenant.post('oauth2PermissionGrants', await person(granting), body()))).toBe(
      expected,
    );
  });

  test.each([
    ['a member', () => person(granting, userIds.lawyer)],
    ['an administrator whose token only reads', () => person('Directory.Read.All')],
    ['an application without the right', () => tenant.appToken(['Application.ReadWrite.All'])],
  ])('are not made by %s', async (_, token) => {
    const body = grant({ resourceId: principalOf(exchangeOnlineAppId) });
    expect(await refusal(await tenant.post('oauth2PermissionGrants', await token(), body))).toBe(denied);
  });
});

test.each([
  ['a method the path does not take', 'DELETE', 'servicePrincipals', '405 Request_BadRequest'],
  ['a path that is not there', 'GET', 'applications/x/y', '400 BadRequest'],
  ['an option that is not emulated', 'GET', 'applications?$expand=owners', '400 BadRequest'],
  ['a skip token that nobody issued', 'GET', 'applications?$skiptoken=xyz', '400 BadRequest'],
  ['a property the type does not have', 'GET', "applications?$filter=colour eq 'red'", '400 BadRequest'],
])('%s is refused', async (_, method, path, expected) => {
  expect(await refusal(await tenant.request(method, path, await person('Application.Read.All')))).toBe(
    expected,
  );
});
