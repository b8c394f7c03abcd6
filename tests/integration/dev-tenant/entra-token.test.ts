import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';

import { startDevTenant, type DevTenant } from '../../../src/dev-tenant/dev-tenant.ts';
import { codeOf, control, pkce, postToken, readyForm, setFault, type TokenAnswer } from './entra-browser.ts';

const lawyerId = '6d757374-0001-4a00-8b01-0000000000a3';
const tabOrigin = 'http://localhost:3979';

let tenant: DevTenant;
beforeAll(async () => {
  tenant = await startDevTenant();
});
afterAll(() => tenant.close());
beforeEach(() => tenant.context.reset());

const outcome = ({ status, body }: TokenAnswer): [number, string | undefined, number | undefined] => [
  status,
  body.error,
  body.error_codes?.[0],
];
const redeem = (code: string, change: Record<string, string | undefined> = {}): Promise<TokenAnswer> =>
  postToken(tenant, readyForm(tenant, { grant_type: 'authorization_code', code, ...change }));
const refresh = (
  token: string | undefined,
  change: Record<string, string | undefined> = {},
): Promise<TokenAnswer> =>
  postToken(
    tenant,
    readyForm(tenant, {
      grant_type: 'refresh_token',
      refresh_token: token,
      redirect_uri: undefined,
      ...change,
    }),
  );
const refreshTokenOf = async (person?: string): Promise<string> =>
  (await redeem(await codeOf(tenant, person))).body.refresh_token!;
const advanceDays = (advanceDays: number): Promise<Response> => control(tenant, 'clock', { advanceDays });

describe('a code is refused', () => {
  test('a second time: 54005', async () => {
    const code = await codeOf(tenant);
    expect((await redeem(code)).status).toBe(200);
    expect(outcome(await redeem(code))).toEqual([400, 'invalid_grant', 54005]);
  });

  test('of two redemptions at once exactly one is answered', async () => {
    const code = await codeOf(tenant);
    const statuses = (await Promise.all([redeem(code), redeem(code)])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 400]);
  });

  test('after ten minutes: 70008', async () => {
    const code = await codeOf(tenant);
    await control(tenant, 'clock', { advanceSeconds: 601 });
    expect(outcome(await redeem(code))).toEqual([400, 'invalid_grant', 70008]);
  });

  test.each<[string, Record<string, string | undefined>, number, string, number]>([
    ['without secret', { client_secret: undefined }, 401, 'invalid_client', 7000218],
    ['with a wrong secret', { client_secret: 'x' }, 401, 'invalid_client', 7000215],
    [
      'with another redirect URI',
      { redirect_uri: 'http://localhost:50993/authorize/' },
      400,
      'invalid_grant',
      500112,
    ],
    ['when there is none', { code: undefined }, 400, 'invalid_request', 900144],
    ['when it was made up', { code: '1.made-up' }, 400, 'invalid_grant', 70000],
  ])('%s: %j', async (_, change, status, error, number) => {
    expect(outcome(await redeem(await codeOf(tenant), change))).toEqual([status, error, number]);
  });

  test('by another application: 70000', async () => {
    const { applicationId, clientSecret } = tenant.seed.bare;
    const answer = await redeem(await codeOf(tenant), {
      client_id: applicationId,
      client_secret: clientSecret,
    });
    expect(outcome(answer)).toEqual([400, 'invalid_grant', 70000]);
  });

  test.each([['another verifier'], [undefined]])(
    'with PKCE and the verifier %s: 501481, and it stays usable',
    async (wrong) => {
      const { verifier, challenge } = pkce();
      const code = await codeOf(tenant, undefined, challenge);
      expect(outcome(await redeem(code, { code_verifier: wrong }))).toEqual([400, 'invalid_grant', 501481]);
      expect((await redeem(code, { code_verifier: verifier })).status).toBe(200);
    },
  );
});

describe('a single-page application', () => {
  const spa = (change: Record<string, string | undefined> = {}): Record<string, string | undefined> => ({
    client_id: tenant.seed.connect.applicationId,
    redirect_uri: `${tabOrigin}/tab/auth.html`,
    scope: `${tenant.seed.connect.identifierUri}/access_as_user openid offline_access`,
    ...change,
  });
  const spaCode = (challenge: Record<string, string>): Promise<string> =>
    codeOf(tenant, 'admin@muster.example', { ...spa(challenge), response_mode: 'fragment' });
  const exchange = (
    form: Record<string, string | undefined>,
    origin: string | undefined,
  ): Promise<TokenAnswer> =>
    postToken(tenant, form, { segment: 'organizations', headers: origin === undefined ? {} : { origin } });

  test('redeems with PKCE from its own origin, may read the answer, and gets 24 hours of refreshing', async () => {
    const { verifier, challenge } = pkce();
    const form = spa({
      grant_type: 'authorization_code',
      code: await spaCode(challenge),
      code_verifier: verifier,
    });
    const { headers, body } = await exchange(form, tabOrigin);
    expect(headers.get('access-control-allow-origin')).toBe(tabOrigin);
    expect(decodeJwt(body.access_token!)).toMatchObject({
      aud: tenant.seed.connect.applicationId,
      iss: `${tenant.url}/${tenant.seed.connect.directoryId}/v2.0`,
      azp: tenant.seed.connect.applicationId,
      azpacr: '0',
      scp: 'access_as_user',
      ver: '2.0',
    });
    expect(body.scope).toBe(`${tenant.seed.connect.identifierUri}/access_as_user openid`);

    const again = (token: string): Promise<TokenAnswer> =>
      exchange(
        spa({ grant_type: 'refresh_token', refresh_token: token, redirect_uri: undefined }),
        tabOrigin,
      );
    await control(tenant, 'clock', { advanceSeconds: 23 * 3600 });
    const second = await again(body.refresh_token!);
    expect(second.status).toBe(200);
    await control(tenant, 'clock', { advanceSeconds: 3600 });
    expect(outcome(await again(second.body.refresh_token!))).toEqual([400, 'invalid_grant', 700084]);
  });

  test.each<[string, string | undefined, boolean, Record<string, string>, number]>([
    ['without PKCE', tabOrigin, false, {}, 9002325],
    ['from a server', undefined, true, {}, 9002327],
    ['with a secret', tabOrigin, true, { client_secret: 'x' }, 700025],
  ])('%s is refused', async (_, origin, withPkce, change, number) => {
    const { verifier, challenge } = pkce();
    const code = await spaCode(withPkce ? challenge : {});
    const form = spa({
      grant_type: 'authorization_code',
      code,
      code_verifier: withPkce ? verifier : undefined,
      ...change,
    });
    expect((await exchange(form, origin)).body.error_codes).toEqual([number]);
  });

  test("a browser may not redeem a Web application's code: 9002326, which no foreign page can read", async () => {
    const form = readyForm(tenant, { grant_type: 'authorization_code', code: await codeOf(tenant) });
    const answer = await postToken(tenant, form, { headers: { origin: 'http://localhost:1234' } });
    expect(outcome(answer)).toEqual([400, 'invalid_request', 9002326]);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  test.each([
    [tabOrigin, tabOrigin],
    ['https://evil.example', null],
  ])('a preflight from %s is allowed for %s', async (origin, allowed) => {
    const response = await fetch(`${tenant.url}/common/oauth2/v2.0/token`, {
      method: 'OPTIONS',
      headers: { origin },
    });
    expect(response.headers.get('access-control-allow-origin')).toBe(allowed);
  });
});

describe('a refresh token', () => {
  test('is replaced at every use, and the used one stays valid', async () => {
    const first = await refreshTokenOf();
    const second = (await refresh(first)).body.refresh_token;
    expect(second).not.toBe(first);
    expect((await refresh(first)).status).toBe(200);
    expect((await refresh(second)).status).toBe(200);
  });

  test('is only given to those who ask for offline_access', async () => {
    const code = await codeOf(tenant, undefined, { scope: 'openid https://outlook.office.com/SMTP.Send' });
    const { body } = await redeem(code, { client_info: '1' });
    expect(Object.keys(body).sort()).toEqual(
      [
        'access_token',
        'client_info',
        'expires_in',
        'ext_expires_in',
        'id_token',
        'scope',
        'token_type',
      ].sort(),
    );
  });

  test('serves another resource of the same person, if consented', async () => {
    const token = await refreshTokenOf();
    const { body } = await refresh(token, { scope: 'https://graph.microsoft.com/POP.AccessAsUser.All' });
    expect(decodeJwt(body.access_token!)).toMatchObject({
      aud: 'https://graph.microsoft.com',
      scp: 'POP.AccessAsUser.All',
    });
    expect(outcome(await refresh(token, { scope: 'https://graph.microsoft.com/Mail.Send' }))).toEqual([
      400,
      'invalid_grant',
      65001,
    ]);
  });

  test('lives 90 days without use, and longer when used', async () => {
    const first = await refreshTokenOf();
    await advanceDays(89);
    const second = (await refresh(first)).body.refresh_token;
    await advanceDays(2);
    expect(await refresh(first)).toMatchObject({ body: { error_codes: [700082], suberror: 'bad_token' } });
    expect((await refresh(second)).status).toBe(200);
  });

  test.each<[string, Record<string, string | undefined>, number, string, number]>([
    ['without secret', { client_secret: undefined }, 401, 'invalid_client', 7000218],
    ['cut off', { refresh_token: 'eyJhbGciOiJkaXIi' }, 400, 'invalid_grant', 70000],
    ['left out', { refresh_token: undefined }, 400, 'invalid_request', 900144],
    ['with an unknown scope', { scope: 'https://outlook.office.com/Nothing' }, 400, 'invalid_scope', 70011],
  ])('%s is refused', async (_, change, status, error, number) => {
    expect(outcome(await refresh(await refreshTokenOf(), change))).toEqual([status, error, number]);
  });

  test('of another application or at another tenant is refused', async () => {
    const token = await refreshTokenOf();
    const { applicationId, clientSecret } = tenant.seed.bare;
    const foreign = await refresh(token, { client_id: applicationId, client_secret: clientSecret });
    expect(outcome(foreign)).toEqual([400, 'invalid_grant', 70000]);
  });

  test('ends when sessions are revoked, not for those who sign in after', async () => {
    const token = await refreshTokenOf();
    tenant.context.advanceClock(1000);
    const user = tenant.context.directory.users.find(({ id }) => id === lawyerId)!;
    user.signInSessionsValidFrom = new Date(tenant.context.now()).toISOString();
    expect(outcome(await refresh(token))).toEqual([400, 'invalid_grant', 50173]);
    expect((await refresh(await refreshTokenOf())).status).toBe(200);
  });

  test('is useless while the account is disabled or not assigned', async () => {
    const token = await refreshTokenOf();
    const { directory } = tenant.context;
    const user = directory.users.find(({ id }) => id === lawyerId)!;
    const presence = directory.servicePrincipals.find(
      ({ appId }) => appId === tenant.seed.ready.applicationId,
    )!;
    user.accountEnabled = false;
    expect(outcome(await refresh(token))).toEqual([400, 'invalid_grant', 50057]);
    user.accountEnabled = true;
    presence.appRoleAssignmentRequired = true;
    expect(outcome(await refresh(token))).toEqual([400, 'invalid_grant', 50105]);
  });

  test.each([
    ['refresh-token-expired', 700082],
    ['grant-revoked', 50173],
    ['user-disabled', 50057],
    ['user-not-assigned', 50105],
    ['mfa-required', 50076],
    ['conditional-access', 53003],
    ['consent-missing', 65001],
  ])('while the fault %s is on is refused with %i, and good again after', async (fault, number) => {
    const token = await refreshTokenOf();
    await setFault(tenant, fault);
    expect(outcome(await refresh(token))).toEqual([400, 'invalid_grant', number]);
    await setFault(tenant, fault, { on: false });
    expect((await refresh(token)).status).toBe(200);
  });

  test('single-use-refresh-tokens: a second use is refused after the grace', async () => {
    await setFault(tenant, 'single-use-refresh-tokens', { graceSeconds: 30 });
    const token = await refreshTokenOf();
    expect((await refresh(token)).status).toBe(200);
    await control(tenant, 'clock', { advanceSeconds: 29 });
    expect((await refresh(token)).status).toBe(200);
    await control(tenant, 'clock', { advanceSeconds: 1 });
    expect(outcome(await refresh(token))).toEqual([400, 'invalid_grant', 70000]);
  });

  test('the default scope is answered with everything that is granted at the resource', async () => {
    const { body } = await refresh(await refreshTokenOf(), { scope: 'https://outlook.office.com/.default' });
    expect(decodeJwt(body.access_token!).scp).toBe('POP.AccessAsUser.All SMTP.Send');
    expect(body.scope).toContain('https://outlook.office.com/SMTP.Send');
  });
});
