import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import * as client from 'openid-client';

import { startDevTenant, type DevTenant } from '../../../src/dev-tenant/dev-tenant.ts';
import { authorizeUrl, EntraBrowser, mailScope, setFault, type Visit } from './entra-browser.ts';

const redirectUri = 'http://localhost:3979/auth/mailbox/callback';

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

const open = (overrides: Record<string, string | undefined> = {}): Promise<Visit> =>
  browser.visit(authorizeUrl(tenant, overrides));
const codeIn = ({ location }: Visit): string | null | undefined => location?.searchParams.get('code');
const errorIn = ({ location }: Visit): [string | null, string | undefined] => {
  const { searchParams } = location ?? new URL('http://none.invalid/');
  return [searchParams.get('error'), /AADSTS\d+/.exec(searchParams.get('error_description') ?? '')?.[0]];
};
/** Takes the consent of the ready registration away, so that the consent page has to ask. */
function withdrawConsent(): void {
  const { directory } = tenant.context;
  const { applicationId } = tenant.seed.ready;
  directory.oauth2PermissionGrants = directory.oauth2PermissionGrants.filter(
    ({ clientAppId }) => clientAppId !== applicationId,
  );
}

test('openid-client signs a person in with PKCE and nonce, and refreshes with the rotated token', async () => {
  const { directoryId, applicationId, clientSecret } = tenant.seed.ready;
  const issuer = new URL(`${tenant.url}/${directoryId}/v2.0`);
  const configuration = await client.discovery(issuer, applicationId, clientSecret, undefined, {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so as a warning; the dev tenant speaks http
    execute: [client.allowInsecureRequests],
  });
  const pkceCodeVerifier = client.randomPKCECodeVerifier();
  const expectedNonce = client.randomNonce();
  const expectedState = client.randomState();
  const url = client.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: mailScope,
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    nonce: expectedNonce,
    state: expectedState,
    login_hint: 'lawyer@muster.example',
  });
  expect((await browser.visit(url)).text).toContain('value="lawyer@muster.example"');
  const { location } = await browser.logIn(tenant, 'lawyer@muster.example');
  const tokens = await client.authorizationCodeGrant(configuration, location!, {
    pkceCodeVerifier,
    expectedNonce,
    expectedState,
  });
  expect(tokens.claims()).toMatchObject({
    tid: directoryId,
    oid: '6d757374-0001-4a00-8b01-0000000000a3',
    preferred_username: 'lawyer@muster.example',
    name: 'Laura Meier',
    ver: '2.0',
  });
  expect(decodeJwt(tokens.access_token)).toMatchObject({
    aud: 'https://outlook.office.com',
    scp: 'SMTP.Send',
    appid: applicationId,
    upn: 'lawyer@muster.example',
    ver: '1.0',
  });
  const refreshed = await client.refreshTokenGrant(configuration, tokens.refresh_token!, {
    scope: mailScope,
  });
  expect(refreshed.refresh_token).not.toBe(tokens.refresh_token);
  expect(decodeJwt(refreshed.access_token).aud).toBe('https://outlook.office.com');
});

describe('the sign-in page', () => {
  test('shows the password, is not framed and keeps nothing in caches', async () => {
    const page = await open();
    expect(page.text).toContain(`<code>${tenant.seed.password}</code>`);
    expect(page.headers.get('x-frame-options')).toBe('DENY');
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  test.each([
    ['nobody@muster.example', undefined, 'does not exist in the Muster &amp; Partner directory'],
    ['lawyer@muster.example', 'wrong', 'invalid username or password'],
    ['disabled@muster.example', undefined, 'The user account is disabled.'],
    ['kanzlei@muster.example', undefined, 'The user account is disabled.'],
  ])('tells %s what is wrong and lets them try again', async (loginfmt, passwd, problem) => {
    await open();
    const page = await browser.submit({ loginfmt, passwd: passwd ?? tenant.seed.password });
    expect(page.text).toContain(problem);
    expect(codeIn(await browser.logIn(tenant, 'lawyer@muster.example'))).toMatch(/^1\./);
  });

  test('escapes what it shows again', async () => {
    const page = await open({ login_hint: '"><script>alert(1)</script>' });
    expect(page.text).not.toContain('<script>');
  });

  test('a guest signs in with the home address', async () => {
    await open();
    expect(codeIn(await browser.logIn(tenant, 'support@extern.example'))).toMatch(/^1\./);
  });

  test("somebody of the tenant next door is refused on Microsoft's own page (50020)", async () => {
    await open();
    const page = await browser.logIn(tenant, 'user@nachbar.example');
    expect(page).toMatchObject({ status: 400, location: null });
    expect(page.text).toContain('AADSTS50020');
  });
});

describe('several accounts', () => {
  async function signInBoth(): Promise<void> {
    await open();
    await browser.logIn(tenant, 'lawyer@muster.example');
    await open({ prompt: 'login' });
    await browser.logIn(tenant, 'assistant@muster.example');
  }
  const assistantId = '6d757374-0001-4a00-8b01-0000000000a4';

  test('one account signed in: the next request is answered without a page', async () => {
    await open();
    await browser.logIn(tenant, 'lawyer@muster.example');
    expect(codeIn(await open())).toMatch(/^1\./);
  });

  test('two accounts: the person picks one, or another', async () => {
    await signInBoth();
    const page = await open();
    expect(page.text).toContain('Laura Meier');
    expect(page.text).toContain('Anouk Favre');
    expect(codeIn(await browser.submit({ userId: assistantId }))).toMatch(/^1\./);
    await open();
    expect((await browser.submit({ step: 'other' })).text).toContain('name="passwd"');
  });

  test('a login hint chooses between two; for a third person the sign-in page comes', async () => {
    await signInBoth();
    expect(codeIn(await open({ login_hint: 'Assistant@muster.example' }))).toMatch(/^1\./);
    expect((await open({ login_hint: 'admin@muster.example' })).text).toContain(
      'value="admin@muster.example"',
    );
  });

  test('an account this browser is not signed in to cannot be picked', async () => {
    await signInBoth();
    await open();
    const page = await browser.submit({ userId: '6d757374-0001-4a00-8b01-0000000000a1' });
    expect(page.text).toContain('name="passwd"');
  });

  test('prompt=login asks again, prompt=select_account always lets choose', async () => {
    await open();
    await browser.logIn(tenant, 'lawyer@muster.example');
    expect((await open({ prompt: 'login' })).text).toContain('name="passwd"');
    expect((await open({ prompt: 'select_account' })).text).toContain('Use another account');
  });

  test('signing out forgets them', async () => {
    await signInBoth();
    const page = await browser.visit(`${tenant.url}/common/oauth2/v2.0/logout`);
    expect(page.text).toContain('You signed out');
    expect((await open()).text).toContain('name="passwd"');
  });
});

describe('sign-out', () => {
  test.each([
    ['a registered address, with state', redirectUri, `${redirectUri}?state=s`],
    ['no foreign address', 'https://evil.example/', undefined],
  ])('goes back to %s', async (_, address, expected) => {
    const query = new URLSearchParams({ post_logout_redirect_uri: address, state: 's' });
    const answer = await browser.visit(`${tenant.url}/common/oauth2/v2.0/logout?${query.toString()}`);
    expect(answer.location?.href).toBe(expected);
  });
});

describe('prompt=none', () => {
  test.each([
    ['nobody signed in', [], {}, ['login_required', 'AADSTS50058']],
    ['several accounts', ['lawyer', 'assistant'], {}, ['interaction_required', 'AADSTS16000']],
    [
      'consent missing',
      ['lawyer'],
      { scope: 'openid https://outlook.office.com/IMAP.AccessAsUser.All' },
      ['consent_required', 'AADSTS65001'],
    ],
    [
      'somebody else hinted',
      ['lawyer'],
      { login_hint: 'admin@muster.example' },
      ['login_required', 'AADSTS50058'],
    ],
  ])('%s is answered to the application', async (_, people, parameters, expected) => {
    for (const person of people) {
      await open({ prompt: 'login' });
      await browser.logIn(tenant, `${person}@muster.example`);
    }
    const answer = await open({ prompt: 'none', ...parameters });
    expect(errorIn(answer)).toEqual(expected);
    expect(answer.location?.searchParams.get('state')).toBe('st&te=1');
  });

  test('one account and consent: a code without a page', async () => {
    await open();
    await browser.logIn(tenant, 'lawyer@muster.example');
    expect(codeIn(await open({ prompt: 'none' }))).toMatch(/^1\./);
  });
});

describe('consent', () => {
  const consentPage = async (person: string): Promise<Visit> => {
    withdrawConsent();
    await open();
    return browser.logIn(tenant, person);
  };

  test('a person is asked once and the answer counts for that person alone', async () => {
    const page = await consentPage('lawyer@muster.example');
    expect(page.text).toContain('<li>SMTP.Send</li>');
    expect(page.text).not.toContain('on behalf of your organization');
    expect(codeIn(await browser.submit({ answer: 'accept' }))).toMatch(/^1\./);
    expect(codeIn(await open())).toMatch(/^1\./);
    await open({ prompt: 'login' });
    expect((await browser.logIn(tenant, 'assistant@muster.example')).text).toContain('Permissions requested');
  });

  test('an administrator may answer for the whole organization', async () => {
    expect((await consentPage('admin@muster.example')).text).toContain(
      'Consent on behalf of your organization',
    );
    await browser.submit({ answer: 'accept', forOrganization: 'true' });
    await open({ prompt: 'login' });
    expect(codeIn(await browser.logIn(tenant, 'assistant@muster.example'))).toMatch(/^1\./);
  });

  test('an ordinary person cannot answer for everyone by adding the field', async () => {
    const page = await consentPage('lawyer@muster.example');
    const action = /action="([^"]*)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const body = new URLSearchParams({
      step: 'consent',
      userId: '6d757374-0001-4a00-8b01-0000000000a3',
      answer: 'accept',
      forOrganization: 'true',
    });
    await browser.visit(new URL(action, tenant.url), { method: 'POST', body });
    const { applicationId } = tenant.seed.ready;
    const grants = tenant.context.directory.oauth2PermissionGrants.filter(
      ({ clientAppId }) => clientAppId === applicationId,
    );
    expect(grants.map(({ userId }) => userId)).toEqual(['6d757374-0001-4a00-8b01-0000000000a3']);
  });

  test('Cancel is answered as access_denied 65004', async () => {
    await consentPage('lawyer@muster.example');
    expect(errorIn(await browser.submit({ answer: 'cancel' }))).toEqual(['access_denied', 'AADSTS65004']);
  });

  test('a permission for administrators: others meet "Need admin approval" and may go back', async () => {
    await open({ scope: 'openid https://graph.microsoft.com/User.Read.All' });
    const page = await browser.logIn(tenant, 'lawyer@muster.example');
    expect(page.text).toContain('Need admin approval');
    const back = new URL(/<a href="([^"]*)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&') ?? '');
    expect(back.searchParams.get('error')).toBe('access_denied');
    expect(back.searchParams.get('error_description')).toContain('AADSTS90094');
    expect(back.searchParams.get('state')).toBe('st&te=1');
  });

  test('prompt=consent asks again although everything is granted', async () => {
    await open({ prompt: 'consent' });
    expect((await browser.logIn(tenant, 'lawyer@muster.example')).text).toContain('Permissions requested');
  });
});

describe('the answer', () => {
  test.each([
    ['query', (visit: Visit) => visit.location?.searchParams],
    ['fragment', (visit: Visit) => new URLSearchParams(visit.location?.hash.slice(1))],
    [
      'form_post',
      ({ text }: Visit) =>
        new URLSearchParams(
          [...text.matchAll(/name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [
            name!,
            value!.replaceAll('&amp;', '&'),
          ]),
        ),
    ],
  ] as const)('by response_mode=%s carries code, state and client_info', async (mode, read) => {
    await open({ response_mode: mode, client_info: '1' });
    const fields = read(await browser.logIn(tenant, 'lawyer@muster.example'));
    expect(fields?.get('code')).toMatch(/^1\./);
    expect(fields?.get('state')).toBe('st&te=1');
    expect(JSON.parse(Buffer.from(fields?.get('client_info') ?? '', 'base64url').toString())).toEqual({
      uid: '6d757374-0001-4a00-8b01-0000000000a3',
      utid: tenant.seed.ready.directoryId,
    });
  });

  test.each([
    ['a redirect URI that is not registered', { redirect_uri: 'https://evil.example/cb' }, 'AADSTS50011'],
    ['a redirect URI of another path', { redirect_uri: `${redirectUri}/x` }, 'AADSTS50011'],
    ['an unknown application', { client_id: '11111111-2222-4333-8444-555555555555' }, 'AADSTS700016'],
    ['no application', { client_id: '' }, 'AADSTS900144'],
    ['an unknown tenant', { tenant: 'nobody.example' }, 'AADSTS90002'],
    ['a single-tenant application at /common', { tenant: 'common' }, 'AADSTS50194'],
  ])("to %s stays on Microsoft's page", async (_, parameters, code) => {
    const page = await open(parameters);
    expect(page).toMatchObject({ status: 400, location: null });
    expect(page.text).toContain(code);
  });

  test('to an application without any redirect URI stays on the page too', async () => {
    const page = await open({ client_id: tenant.seed.bare.applicationId, redirect_uri: undefined });
    expect(page.text).toContain('AADSTS900971');
  });

  test('on localhost the port of a redirect URI is not compared', async () => {
    await open({ redirect_uri: 'http://localhost:4444/auth/mailbox/callback' });
    expect((await browser.logIn(tenant, 'lawyer@muster.example')).location?.port).toBe('4444');
  });

  test.each([
    ['another response type', { response_type: 'token' }, ['unsupported_response_type', 'AADSTS70005']],
    [
      'two resources',
      { scope: 'User.Read https://outlook.office.com/SMTP.Send' },
      ['invalid_request', 'AADSTS28000'],
    ],
    ['no scope', { scope: '' }, ['invalid_request', 'AADSTS900144']],
    ['an unknown prompt', { prompt: 'never' }, ['invalid_request', 'AADSTS90023']],
    [
      'another challenge method',
      { code_challenge: 'x', code_challenge_method: 'S512' },
      ['invalid_request', 'AADSTS90023'],
    ],
  ])('to %s is an error to the application', async (_, parameters, expected) => {
    expect(errorIn(await open(parameters))).toEqual(expected);
  });
});

describe('faults of a sign-in', () => {
  const outcome = async (): Promise<string> => {
    const first = await open();
    const visit = first.location ? first : await browser.logIn(tenant, 'lawyer@muster.example');
    if (visit.location) return errorIn(visit).join(' ') || 'code';
    return /AADSTS\d+|Need admin approval/.exec(visit.text)?.[0] ?? visit.text;
  };

  test.each([
    ['redirect-mismatch', 'AADSTS50011'],
    ['user-declined', 'access_denied AADSTS65004'],
    ['admin-approval-needed', 'Need admin approval'],
    ['consent-missing', 'consent_required AADSTS65001'],
    ['conditional-access', 'AADSTS53003'],
    ['user-not-assigned', 'AADSTS50105'],
    ['user-disabled', 'AADSTS50057'],
  ])('%s ends with %s', async (fault, expected) => {
    await setFault(tenant, fault);
    // A redirect that is refused shows no sign-in page at all.
    const page = await open();
    const shown = page.text.includes('name="passwd"') ? await outcome() : /AADSTS\d+/.exec(page.text)?.[0];
    expect(shown).toBe(expected);
  });

  test('a fault with an address concerns that person alone', async () => {
    await setFault(tenant, 'user-declined', { address: 'assistant@muster.example' });
    await open();
    expect(codeIn(await browser.logIn(tenant, 'lawyer@muster.example'))).toMatch(/^1\./);
  });

  test('mfa-required: silence is refused, signing in again satisfies it', async () => {
    await open();
    await browser.logIn(tenant, 'lawyer@muster.example');
    await setFault(tenant, 'mfa-required');
    expect(errorIn(await open({ prompt: 'none' }))).toEqual(['interaction_required', 'AADSTS50076']);
    expect((await open()).text).toContain('name="passwd"');
    expect(codeIn(await browser.logIn(tenant, 'lawyer@muster.example'))).toMatch(/^1\./);
    expect(codeIn(await open({ prompt: 'none' }))).toMatch(/^1\./);
  });
});
