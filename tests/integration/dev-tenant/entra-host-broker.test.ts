import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';

import { startDevTenant, type DevTenant } from '../../../src/dev-tenant/dev-tenant.ts';
import { issueHostToken, type HostTokenResult } from '../../../src/dev-tenant/entra/host-broker.ts';
import { hostClientIds } from '../../../src/dev-tenant/seed/identifiers.ts';

const teamsWeb: string = hostClientIds.teamsWeb;

let tenant: DevTenant;
beforeAll(async () => {
  tenant = await startDevTenant();
});
afterAll(() => tenant.close());
beforeEach(() => tenant.context.reset());

const idOf = (name: string): string =>
  tenant.seed.users.find(({ signInName }) => signInName.startsWith(name))!.id;
async function tokenFor(
  name: string,
  { hostClientId = teamsWeb, scopes = [`${tenant.seed.connect.identifierUri}/access_as_user`] } = {},
): Promise<HostTokenResult> {
  const clientId = tenant.seed.connect.applicationId;
  return issueHostToken(tenant.context, { userId: idOf(name), clientId, scopes, hostClientId });
}
async function claimsFor(name: string, options = {}) {
  const result = await tokenFor(name, options);
  if (!result.ok) throw new Error(result.description);
  const jwks = createRemoteJWKSet(new URL(tenant.clientCloudEndpoints().jwks));
  return (await jwtVerify(result.accessToken, jwks)).payload;
}

test('getAuthToken: a v2 token for the tab’s API, asked for by Teams', async () => {
  const { applicationId, directoryId } = tenant.seed.connect;
  expect(await claimsFor('lawyer@')).toMatchObject({
    aud: applicationId,
    iss: `${tenant.url}/${directoryId}/v2.0`,
    azp: hostClientIds.teamsWeb,
    azpacr: '0',
    scp: 'access_as_user',
    oid: idOf('lawyer@'),
    tid: directoryId,
    preferred_username: 'lawyer@muster.example',
    ver: '2.0',
  });
});

test('nested app authentication: the tab’s own application is the client, for its API and for Graph', async () => {
  const { applicationId, identifierUri } = tenant.seed.connect;
  const nested = { hostClientId: applicationId };
  expect((await claimsFor('admin@muster', nested)).azp).toBe(applicationId);
  const graph = await tokenFor('admin@muster', { ...nested, scopes: ['User.Read', 'openid', 'profile'] });
  expect(graph).toMatchObject({ ok: true, scope: 'User.Read openid profile' });
  expect(graph.ok && decodeJwt(graph.accessToken)).toMatchObject({
    aud: 'https://graph.microsoft.com',
    scp: 'User.Read',
  });
  const whole = await tokenFor('admin@muster', {
    ...nested,
    scopes: [`${identifierUri}/access_as_user`, 'openid'],
  });
  expect(whole).toMatchObject({
    ok: true,
    account: {
      homeAccountId: `${idOf('admin@muster')}.${tenant.seed.connect.directoryId}`,
      environment: new URL(tenant.url).host,
      username: 'admin@muster.example',
      name: 'Andrea Muster',
    },
  });
  expect(whole.ok && decodeJwt(whole.idToken)).toMatchObject({
    aud: applicationId,
    oid: idOf('admin@muster'),
  });
});

test.each([
  [
    'admin@muster',
    undefined,
    ['62e90394-69f5-4237-9190-012177145e10', 'b79fbf4d-3ef9-4689-8143-76b194e85509'],
  ],
  ['itadmin@', undefined, ['9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3', 'b79fbf4d-3ef9-4689-8143-76b194e85509']],
  ['support@', ['Reader'], ['10dae51f-b6af-4016-8d66-8c2a99b929b3']],
  ['operator@', ['Operator'], ['b79fbf4d-3ef9-4689-8143-76b194e85509']],
  ['user@nachbar', undefined, ['b79fbf4d-3ef9-4689-8143-76b194e85509']],
])('%s has the app roles %j and the directory roles %j', async (name, roles, wids) => {
  const claims = await claimsFor(name);
  expect(claims.roles).toEqual(roles);
  expect(claims.wids).toEqual(wids);
});

describe('refused as Entra would', () => {
  const refusal = (result: HostTokenResult): unknown =>
    result.ok ? 'issued' : [result.error, result.code, result.subError];

  test('a host that is not pre-authorised', async () => {
    const stranger = { hostClientId: '11111111-2222-4333-8444-555555555555' };
    expect(refusal(await tokenFor('lawyer@', stranger))).toEqual([
      'invalid_grant',
      65001,
      'consent_required',
    ]);
  });

  test('another API than the tab’s own, asked for by a host', async () => {
    expect(refusal(await tokenFor('lawyer@', { scopes: ['User.Read'] }))).toEqual([
      'invalid_grant',
      65001,
      'consent_required',
    ]);
  });

  test('nested, where nobody has consented', async () => {
    tenant.context.directory.oauth2PermissionGrants = [];
    const nested = { hostClientId: tenant.seed.connect.applicationId };
    expect(refusal(await tokenFor('lawyer@', nested))).toEqual(['invalid_grant', 65001, 'consent_required']);
  });

  test('a disabled account, a person who is not assigned, a scope that does not exist', async () => {
    expect(refusal(await tokenFor('disabled@'))).toEqual(['invalid_grant', 50057, undefined]);
    const scopes = [`${tenant.seed.connect.identifierUri}/nothing`];
    expect(refusal(await tokenFor('lawyer@', { scopes }))).toEqual(['invalid_scope', 70011, undefined]);
    for (const principal of tenant.context.directory.servicePrincipals)
      principal.appRoleAssignmentRequired = true;
    expect(refusal(await tokenFor('lawyer@'))).toEqual(['invalid_grant', 50105, undefined]);
    expect(refusal(await tokenFor('support@'))).toBe('issued');
  });

  test('an application the tenant does not know', async () => {
    tenant.context.directory.servicePrincipals = [];
    expect(refusal(await tokenFor('lawyer@'))).toEqual(['unauthorized_client', 700016, undefined]);
  });

  test('faults of a registration spare the tab, unless they name it', async () => {
    const { faults } = tenant.context;
    faults.set('conditional-access', { on: true });
    expect(refusal(await tokenFor('lawyer@'))).toBe('issued');
    faults.set('conditional-access', { on: true, appId: tenant.seed.connect.applicationId });
    expect(refusal(await tokenFor('lawyer@'))).toEqual(['invalid_grant', 53003, 'message_only']);
  });
});
