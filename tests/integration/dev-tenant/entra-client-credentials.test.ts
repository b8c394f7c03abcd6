import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ConfidentialClientApplication } from '@azure/msal-node';
import { decodeJwt } from 'jose';
import * as client from 'openid-client';

import { startDevTenant, type DevTenant } from '../../../src/dev-tenant/dev-tenant.ts';
import type { SeedRegistration } from '../../../src/dev-tenant/seed/summary.ts';
import { postToken, setFault } from './entra-browser.ts';

const graphDefault = 'https://graph.microsoft.com/.default';
const allRights = [
  'Calendars.ReadWrite',
  'Contacts.ReadWrite',
  'Tasks.ReadWrite.All',
  'Mail.ReadWrite',
  'Mail.Send',
];

let tenant: DevTenant;
beforeAll(async () => {
  tenant = await startDevTenant();
});
afterAll(() => tenant.close());
beforeEach(() => tenant.context.reset());

async function discover({
  directoryId,
  applicationId,
  clientSecret,
}: SeedRegistration): Promise<client.Configuration> {
  return client.discovery(
    new URL(`${tenant.url}/${directoryId}/v2.0`),
    applicationId,
    clientSecret,
    undefined,
    {
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so as a warning; the dev tenant speaks http
      execute: [client.allowInsecureRequests],
    },
  );
}

async function graphToken(registration: SeedRegistration): Promise<string> {
  const configuration = await discover(registration);
  return (await client.clientCredentialsGrant(configuration, { scope: graphDefault })).access_token;
}

const rolesOf = async (registration = tenant.seed.ready): Promise<unknown> =>
  decodeJwt(await graphToken(registration)).roles;

describe('an app-only token, asked for with openid-client', () => {
  test('carries the five consented rights and the shape of a Graph token', async () => {
    const { directoryId, applicationId } = tenant.seed.ready;
    const claims = decodeJwt(await graphToken(tenant.seed.ready));
    expect(claims).toMatchObject({
      aud: 'https://graph.microsoft.com',
      iss: `https://sts.windows.net/${directoryId}/`,
      tid: directoryId,
      appid: applicationId,
      appidacr: '1',
      idtyp: 'app',
      ver: '1.0',
      roles: allRights,
    });
    expect(claims.scp).toBeUndefined();
    const life = (claims.exp ?? 0) - (claims.iat ?? 0);
    expect(life).toBeGreaterThanOrEqual(3600);
    expect(life).toBeLessThanOrEqual(5400);
  });

  test('is issued without roles when nobody has consented', async () => {
    expect(await rolesOf(tenant.seed.bare)).toBeUndefined();
  });

  test('is good at Graph under the address of the dev tenant too, with the one audience Graph knows', async () => {
    const scope = `${tenant.clientCloudEndpoints().graph}/.default`;
    const { access_token: token } = await client.clientCredentialsGrant(await discover(tenant.seed.ready), {
      scope,
    });
    expect(decodeJwt(token).aud).toBe('https://graph.microsoft.com');
  });

  test('a refusal reaches the caller with error word, status and number', async () => {
    const wrong = discover({ ...tenant.seed.ready, clientSecret: 'wrong' });
    await expect(client.clientCredentialsGrant(await wrong, { scope: graphDefault })).rejects.toMatchObject({
      error: 'invalid_client',
      status: 401,
      cause: { error_codes: [7000215] },
    });
  });
});

test('msal-node gets the same token, with the cloud described by authorityMetadata', async () => {
  const { directoryId, applicationId, clientSecret } = tenant.seed.ready;
  const endpoints = JSON.stringify(tenant.clientCloudEndpoints()).replaceAll('{tenant}', directoryId);
  const { authorize, token, issuer, jwks, endSession } = JSON.parse(endpoints) as Record<string, string>;
  const application = new ConfidentialClientApplication({
    auth: {
      clientId: applicationId,
      clientSecret,
      // msal insists on https in the name; requests go to the endpoints named below.
      authority: `https://login.microsoftonline.com/${directoryId}`,
      authorityMetadata: JSON.stringify({
        authorization_endpoint: authorize,
        token_endpoint: token,
        issuer,
        jwks_uri: jwks,
        end_session_endpoint: endSession,
      }),
    },
  });
  const result = await application.acquireTokenByClientCredential({ scopes: [graphDefault] });
  expect(decodeJwt(result?.accessToken ?? '').roles).toEqual(allRights);
});

describe('faults of consent change what the token says', () => {
  test.each([
    ['permission-missing', { module: 'calendar', access: 'all' }, allRights.slice(1)],
    [
      'permission-missing',
      { module: 'calendar', access: 'write' },
      ['Calendars.Read', ...allRights.slice(1)],
    ],
    ['permission-missing', { module: 'mail sending', access: 'write' }, allRights.slice(0, 4)],
    [
      'permission-missing',
      { module: 'todo', access: 'write' },
      ['Calendars.ReadWrite', 'Contacts.ReadWrite', 'Tasks.Read.All', 'Mail.ReadWrite', 'Mail.Send'],
    ],
    ['rbac-scope', { addresses: ['lawyer@muster.example'] }, ['Tasks.ReadWrite.All']],
    ['consent-missing', {}, undefined],
  ])('%s %j', async (fault, settings, roles) => {
    await setFault(tenant, fault, settings);
    expect(await rolesOf()).toEqual(roles);
  });

  test('propagation-delay keeps a fresh grant out of the token until the delay is over', async () => {
    await setFault(tenant, 'propagation-delay', { seconds: 120 });
    const grants = tenant.context.directory.appRoleAssignments.filter(({ role }) => role === 'Mail.Send');
    for (const grant of grants) grant.grantedAt = new Date(tenant.context.now()).toISOString();
    expect(await rolesOf()).toEqual(allRights.slice(0, 4));
    tenant.context.advanceClock(120_000);
    expect(await rolesOf()).toEqual(allRights);
  });

  test('token-wrong-audience: the token is for another resource', async () => {
    await setFault(tenant, 'token-wrong-audience');
    expect(decodeJwt(await graphToken(tenant.seed.ready)).aud).toBe('https://outlook.office.com');
  });
});

describe('the token endpoint refuses', () => {
  const good = (): Record<string, string> => ({
    grant_type: 'client_credentials',
    client_id: tenant.seed.ready.applicationId,
    client_secret: tenant.seed.ready.clientSecret,
    scope: graphDefault,
  });
  const unknownGuid = '11111111-2222-4333-8444-555555555555';

  test.each<[string, number, string, number, Record<string, string | undefined>]>([
    ['an unknown tenant', 90002, 'invalid_tenant', 400, { segment: unknownGuid }],
    ['an unknown domain', 90002, 'invalid_tenant', 400, { segment: 'nobody.example' }],
    ['a malformed tenant', 900023, 'invalid_request', 400, { segment: 'no%20tenant' }],
    ['an unknown application', 700016, 'unauthorized_client', 400, { client_id: unknownGuid }],
    [
      'an application of the tenant next door',
      700016,
      'unauthorized_client',
      400,
      { segment: 'nachbar.example' },
    ],
    ['a single-tenant application at /common', 50194, 'invalid_request', 400, { segment: 'common' }],
    ['a wrong secret', 7000215, 'invalid_client', 401, { client_secret: 'x' }],
    ['no secret', 7000218, 'invalid_client', 401, { client_secret: undefined }],
    ['no client id', 900144, 'invalid_request', 400, { client_id: undefined, client_secret: undefined }],
    ['no grant type', 900144, 'invalid_request', 400, { grant_type: undefined }],
    ['an unknown grant type', 70003, 'unsupported_grant_type', 400, { grant_type: 'password' }],
    [
      'an inherited property as grant type',
      70003,
      'unsupported_grant_type',
      400,
      { grant_type: 'constructor' },
    ],
    ['no scope', 900144, 'invalid_request', 400, { scope: undefined }],
    [
      'a scope other than .default',
      1002012,
      'invalid_scope',
      400,
      { scope: 'https://graph.microsoft.com/Mail.Send' },
    ],
    ['sign-in scopes only', 1002012, 'invalid_scope', 400, { scope: 'openid' }],
    [
      '.default beside a scope',
      70011,
      'invalid_scope',
      400,
      { scope: `${graphDefault} https://graph.microsoft.com/Mail.Send` },
    ],
    [
      'two resources',
      28000,
      'invalid_request',
      400,
      { scope: `${graphDefault} https://outlook.office.com/.default` },
    ],
    ['an unknown resource', 500011, 'invalid_resource', 400, { scope: 'https://nowhere.example/.default' }],
  ])('%s: AADSTS%i %s, %i', async (_, code, error, status, { segment, ...change }) => {
    const answer = await postToken(
      tenant,
      { ...good(), ...change },
      segment === undefined ? {} : { segment },
    );
    expect({ status: answer.status, error: answer.body.error, codes: answer.body.error_codes }).toEqual({
      status,
      error,
      codes: [code],
    });
  });

  test('in a body with ids and time, echoing the correlation id, never the secret', async () => {
    const correlationId = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
    const form = { ...good(), client_secret: 'not-the-secret-at-all' };
    const { body, headers } = await postToken(tenant, form, {
      headers: { 'client-request-id': correlationId },
    });
    expect(body.error_description).toMatch(
      /^AADSTS7000215: .+\r\nTrace ID: [0-9a-f-]{36}\r\nCorrelation ID: aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee\r\nTimestamp: \d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/,
    );
    expect(body).toMatchObject({
      correlation_id: correlationId,
      error_uri: `${tenant.url}/error?code=7000215`,
    });
    expect(headers.get('client-request-id')).toBe(correlationId);
    expect(JSON.stringify(body)).not.toContain('not-the-secret-at-all');
  });

  test('a JSON body, as malformed', async () => {
    const response = await fetch(`${tenant.url}/muster.example/oauth2/v2.0/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(good()),
    });
    expect(await response.json()).toMatchObject({ error: 'invalid_request', error_codes: [9002313] });
  });

  test('a body of a megabyte, without failing', async () => {
    const answer = await postToken(tenant, { ...good(), filler: 'x'.repeat(1024 * 1024) });
    expect(answer).toMatchObject({ status: 400, body: { error_codes: [9002313] } });
  });

  test('a secret past its end by the clock of the tenant', async () => {
    tenant.context.advanceClock(731 * 24 * 60 * 60 * 1000);
    expect(await postToken(tenant, good())).toMatchObject({ status: 401, body: { error_codes: [7000222] } });
  });

  test('an application switched off in the tenant', async () => {
    const presence = tenant.context.directory.servicePrincipals.find(
      ({ appId }) => appId === good().client_id,
    );
    presence!.accountEnabled = false;
    expect(await postToken(tenant, good())).toMatchObject({ status: 400, body: { error_codes: [7000112] } });
  });

  test.each([
    ['secret-wrong', 401, 7000215],
    ['secret-expired', 401, 7000222],
    ['app-not-found', 400, 700016],
    ['app-disabled', 400, 7000112],
    ['tenant-not-found', 400, 90002],
    ['app-config-wrong', 401, 650056],
  ])('everything while the fault %s is on: %i, AADSTS%i', async (fault, status, code) => {
    await setFault(tenant, fault);
    expect(await postToken(tenant, good())).toMatchObject({ status, body: { error_codes: [code] } });
    await setFault(tenant, fault, { on: false });
    expect((await postToken(tenant, good())).status).toBe(200);
  });

  test('only the application a fault names', async () => {
    await setFault(tenant, 'app-not-found', { appId: tenant.seed.bare.applicationId });
    expect((await postToken(tenant, good())).status).toBe(200);
  });
});

test('client id and secret may come by HTTP Basic', async () => {
  const { applicationId, clientSecret } = tenant.seed.ready;
  const credentials = Buffer.from(`${applicationId}:${encodeURIComponent(clientSecret)}`).toString('base64');
  const form = { grant_type: 'client_credentials', scope: graphDefault };
  expect((await postToken(tenant, form, { headers: { authorization: `Basic ${credentials}` } })).status).toBe(
    200,
  );
});
