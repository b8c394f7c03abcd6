import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';

import { startDevTenant, type DevTenant } from '../../../src/dev-tenant/dev-tenant.ts';
import { graphAppId } from '../../../src/dev-tenant/seed/microsoft-applications.ts';
import { authorizeUrl, EntraBrowser, postToken, readyForm } from './entra-browser.ts';

/** Ids of Microsoft's permissions reference. */
const roles = {
  'Calendars.ReadWrite': 'ef54d2bf-783f-4e0f-bca1-3210c0444d99',
  'Mail.Send': 'b633e1c5-b582-4048-a93e-9f11b44c7e96',
};
const rights = [
  'Application.ReadWrite.All',
  'AppRoleAssignment.ReadWrite.All',
  'DelegatedPermissionGrant.ReadWrite.All',
  'User.Read.All',
];

let tenant: DevTenant;
beforeAll(async () => {
  tenant = await startDevTenant();
});
beforeEach(() => tenant.context.reset());
afterAll(() => tenant.close());

/** Signs the administrator in, consenting to the rights of provisioning. @returns the token Entra issues */
async function administratorToken(): Promise<string> {
  const scope = rights.map((right) => `https://graph.microsoft.com/${right}`).join(' ');
  const browser = new EntraBrowser();
  await browser.visit(authorizeUrl(tenant, { scope: `openid ${scope}` }));
  await browser.logIn(tenant, 'admin@muster.example');
  const { location } = await browser.submit({ answer: 'accept' });
  const code = location?.searchParams.get('code') ?? '';
  const { body } = await postToken(tenant, readyForm(tenant, { grant_type: 'authorization_code', code }));
  return body.access_token!;
}

type Json = Record<string, string>;
type Call = (method: string, path: string, body?: unknown) => Promise<Json>;

const graphCalls =
  (token: string): Call =>
  async (method, path, body) => {
    const response = await fetch(`${tenant.url}/graph/v1.0/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path} ${response.status} ${await response.text()}`);
    return response.status === 204 ? {} : ((await response.json()) as Json);
  };

test('a firm without a registration is provisioned over Graph, and Entra issues the rights that were granted', async () => {
  const call = graphCalls(await administratorToken());
  const application = await call('POST', 'applications', {
    displayName: 'timeSensor',
    signInAudience: 'AzureADMyOrg',
    requiredResourceAccess: [
      {
        resourceAppId: graphAppId,
        resourceAccess: Object.values(roles).map((id) => ({ id, type: 'Role' })),
      },
    ],
  });
  const secret = await call('POST', `applications/${application.id!}/addPassword`, {
    passwordCredential: { displayName: 'LEGAL 365 Connect' },
  });
  const principal = await call('POST', 'servicePrincipals', { appId: application.appId });
  const graph = await call('GET', `servicePrincipals(appId='${graphAppId}')?$select=id`);
  for (const appRoleId of Object.values(roles)) {
    const assignment = { principalId: principal.id, resourceId: graph.id, appRoleId };
    await call('POST', `servicePrincipals/${graph.id!}/appRoleAssignedTo`, assignment);
  }
  await call('POST', 'oauth2PermissionGrants', {
    clientId: principal.id,
    consentType: 'AllPrincipals',
    resourceId: graph.id,
    scope: 'POP.AccessAsUser.All SMTP.Send offline_access',
  });

  const { body } = await postToken(tenant, {
    grant_type: 'client_credentials',
    client_id: application.appId,
    client_secret: secret.secretText,
    scope: 'https://graph.microsoft.com/.default',
  });
  expect(decodeJwt(body.access_token!).roles).toEqual(Object.keys(roles));
  const events = await fetch(`${tenant.url}/graph/v1.0/users/lawyer@muster.example/events?$top=1`, {
    headers: { authorization: `Bearer ${body.access_token!}` },
  });
  expect(events.status).toBe(200);
});

test('where assignment is required a person is let in by an assignment without a role, and no role stands in the token', async () => {
  const call = graphCalls(await administratorToken());
  const { applicationId } = tenant.seed.ready;
  const path = `servicePrincipals(appId='${applicationId}')`;
  const principal = await call('GET', path);
  await call('PATCH', path, { appRoleAssignmentRequired: true });

  const browser = new EntraBrowser();
  await browser.visit(authorizeUrl(tenant));
  expect((await browser.logIn(tenant, 'lawyer@muster.example')).text).toContain('AADSTS50105');

  const lawyer = await call('GET', 'users/lawyer@muster.example');
  await call('POST', `${path}/appRoleAssignedTo`, {
    principalId: lawyer.id,
    resourceId: principal.id,
    appRoleId: '00000000-0000-0000-0000-000000000000',
  });
  const { location } = await browser.visit(authorizeUrl(tenant));
  const code = location?.searchParams.get('code') ?? '';
  const { body } = await postToken(tenant, readyForm(tenant, { grant_type: 'authorization_code', code }));
  expect(decodeJwt(body.id_token!)).toMatchObject({ oid: lawyer.id });
  expect(decodeJwt(body.id_token!)).not.toHaveProperty('roles');
});
