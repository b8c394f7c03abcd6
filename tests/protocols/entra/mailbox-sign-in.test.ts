import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startDevTenant, type DevTenant } from '../../../src/dev-tenant/dev-tenant.ts';
import { diagnose } from '../../../src/server/diagnosis/index.ts';
import { compareIdentity } from '../../../src/server/features/mailbox-sign-in/compare-identity.ts';
import {
  authorizationUrl,
  generateOneTimeValues,
  mailRefreshScope,
  redeemCode,
  refreshDelegatedTokens,
  type CodeAnswer,
  type CodeRedemption,
  type DelegatedTokens,
  type RefreshAnswer,
  type RefreshRequest,
} from '../../../src/server/protocols/entra/index.ts';
import { EntraBrowser, setFault, type Visit } from '../../integration/dev-tenant/entra-browser.ts';
import { exchangeWith, readyClient, redirectUri } from './mailbox-client.ts';

const lawyer = 'lawyer@muster.example';

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

interface Begun {
  page: Visit;
  redemption: Omit<CodeRedemption, 'code'>;
  state: string;
}

async function begin(loginHint = lawyer, change: Partial<CodeRedemption> = {}): Promise<Begun> {
  const values = generateOneTimeValues();
  const registered = { ...readyClient(tenant), ...change };
  const authorizationEndpoint = tenant
    .clientCloudEndpoints()
    .authorize.replace('{tenant}', registered.directoryId);
  const address = await authorizationUrl({
    ...values,
    ...registered,
    authorizationEndpoint,
    redirectUri,
    loginHint,
  });
  const { state, nonce, codeVerifier } = values;
  return {
    page: await browser.visit(address),
    redemption: { ...registered, redirectUri, nonce, codeVerifier },
    state,
  };
}

function codeIn(callback: URL | null): string {
  const code = callback?.searchParams.get('code');
  if (!code) throw new Error(`no code came: ${callback?.href ?? 'a page is shown'}`);
  return code;
}

const redeem = (request: CodeRedemption): Promise<CodeAnswer> =>
  redeemCode(exchangeWith(tenant.url), request, () => tenant.context.now());

async function codeFor(person = lawyer, change: Partial<CodeRedemption> = {}): Promise<CodeRedemption> {
  const { redemption } = await begin(person, change);
  const { location } = await browser.logIn(tenant, person);
  return { ...redemption, code: codeIn(location) };
}

async function signIn(person = lawyer) {
  const answer = await redeem(await codeFor(person));
  if (!('tokens' in answer)) throw new Error(JSON.stringify(answer));
  return answer.tokens;
}

const refresh = (refreshToken: string, change: Partial<RefreshRequest> = {}): Promise<RefreshAnswer> =>
  refreshDelegatedTokens(
    exchangeWith(tenant.url),
    { ...readyClient(tenant), scope: mailRefreshScope(), refreshToken, ...change },
    () => tenant.context.now(),
  );

function tokensOf(answer: CodeAnswer | RefreshAnswer): DelegatedTokens {
  if (!('tokens' in answer)) throw new Error(JSON.stringify(answer));
  return answer.tokens;
}

const causeOf = (answer: CodeAnswer | RefreshAnswer, stage: 'code-exchange' | 'refresh') =>
  'refusal' in answer ? diagnose({ protocol: 'entra', stage, ...answer.refusal }) : answer;

describe('a sign-in', () => {
  test('offers the mailbox’s address, brings code and state back, and ends with tokens for the mail hosts', async () => {
    const { page, redemption, state } = await begin();
    expect(page.text).toContain(`value="${lawyer}"`);
    const { location } = await browser.logIn(tenant, lawyer);
    expect(location!.origin + location!.pathname).toBe(redirectUri);
    expect(location!.searchParams.get('state')).toBe(state);

    const before = tenant.context.now();
    const answer = await redeem({ ...redemption, code: codeIn(location) });
    const tokens = tokensOf(answer);
    expect(tokens).toMatchObject({
      audience: 'https://outlook.office.com',
      identity: {
        tid: tenant.seed.ready.directoryId,
        oid: expect.stringMatching(/^[0-9a-f-]{36}$/),
        preferredUsername: lawyer,
        upn: null,
        email: null,
        name: 'Laura Meier',
      },
    });
    expect(tokens.scopes).toEqual(
      expect.arrayContaining([
        'https://outlook.office.com/POP.AccessAsUser.All',
        'https://outlook.office.com/SMTP.Send',
      ]),
    );
    expect(tokens.issuedAt).toBeGreaterThanOrEqual(before);
    const minutes = (tokens.expiresAt - tokens.issuedAt) / 60_000;
    expect(minutes).toBeGreaterThanOrEqual(60);
    expect(minutes).toBeLessThanOrEqual(91);
  });

  test('asks which account even where the browser is signed in with one', async () => {
    await codeFor('assistant@muster.example');
    const { page } = await begin();
    expect(page.location).toBeNull();
    expect(page.text).toContain('Pick an account');
  });

  test('with a colleague’s account, chosen from the list, is told from the lawyer’s own', async () => {
    const { identity } = await signIn();
    const { redemption } = await begin();
    await browser.submit({ step: 'other' });
    const { location } = await browser.logIn(tenant, 'assistant@muster.example');
    const answer = await redeem({ ...redemption, code: codeIn(location) });
    const mailbox = { address: lawyer, kind: 'personal', directoryId: identity.tid, owner: null } as const;
    const startedBy = { ...identity, upn: lawyer, actsFor: 'own' } as const;
    const compare = (signedIn: typeof identity) =>
      compareIdentity({ signedIn: { ...signedIn, directory: null }, startedBy, mailbox });
    expect(compare(identity)).toEqual({ kind: 'match', by: 'upn', replacesOwner: false });
    expect(compare(tokensOf(answer).identity!)).toEqual({ kind: 'mismatch', why: 'other-person' });
  });

  test.each<[string, (good: CodeRedemption) => Partial<CodeRedemption>, string]>([
    ['a code that nobody issued', () => ({ code: 'nonsense' }), 'code-expired-or-used'],
    [
      'the verifier of another sign-in',
      () => ({ codeVerifier: generateOneTimeValues().codeVerifier }),
      'request-malformed',
    ],
    ['another redirect URI', () => ({ redirectUri: `${redirectUri}/other` }), 'redirect-mismatch'],
    ['a wrong secret', () => ({ clientSecret: 'wrong~secret' }), 'secret-wrong'],
  ])('is refused with %s, in Microsoft’s own words', async (_name, change, cause) => {
    const good = await codeFor();
    const answer = await redeem({ ...good, ...change(good) });
    if (!('refusal' in answer)) throw new Error('it was accepted');
    expect(answer.refusal.raw).toMatch(/AADSTS\d+.*Trace ID/s);
    const verdict = diagnose({ protocol: 'entra', stage: 'code-exchange', ...answer.refusal });
    expect([verdict.cause, ...verdict.alternatives]).toContain(cause);
  });

  test('takes a code once', async () => {
    const request = await codeFor();
    expect(await redeem(request)).toHaveProperty('tokens');
    expect(causeOf(await redeem(request), 'code-exchange')).toMatchObject({ cause: 'code-expired-or-used' });
  });

  test('of two redemptions of one code at the same time one gets tokens', async () => {
    const request = await codeFor();
    const answers = await Promise.all([redeem(request), redeem(request)]);
    expect(answers.filter((answer) => 'tokens' in answer)).toHaveLength(1);
  });

  test('of another browser window is not taken for this one: its nonce differs', async () => {
    const request = await codeFor();
    expect(await redeem({ ...request, nonce: generateOneTimeValues().nonce })).toEqual({
      rejection: { check: 'nonce', found: null },
    });
  });

  test('whose scope names Graph ends before the token reaches a mail host', async () => {
    const scope = 'https://graph.microsoft.com/User.Read offline_access openid profile';
    tenant.context.directory.tenants[0]!.userConsent = 'all';
    const { redemption } = await begin(lawyer, { scope });
    let { location } = await browser.logIn(tenant, lawyer);
    location ??= (await browser.submit({ answer: 'accept' })).location;
    const answer = await redeem({ ...redemption, code: codeIn(location) });
    expect(answer).toEqual({ rejection: { check: 'audience', found: 'https://graph.microsoft.com' } });
  });

  test('that was not asked for offline access gives no grant', async () => {
    const scope = 'https://outlook.office.com/SMTP.Send openid profile';
    expect(await redeem(await codeFor(lawyer, { scope }))).toEqual({
      rejection: { check: 'refresh-token', found: null },
    });
  });
});

describe('a refresh', () => {
  test('brings a new access token and a new refresh token, without signing anybody in', async () => {
    const first = await signIn();
    const next = tokensOf(await refresh(first.refreshToken));
    expect(next).toMatchObject({ audience: 'https://outlook.office.com', identity: null });
    expect(next.accessToken).not.toBe(first.accessToken);
    expect(next.refreshToken).not.toBe(first.refreshToken);
    expect(tokensOf(await refresh(next.refreshToken)).refreshToken).not.toBe(next.refreshToken);
  });

  test('reads the person again where it is asked to', async () => {
    const first = await signIn();
    const answer = await refresh(first.refreshToken, { scope: readyClient(tenant).scope });
    expect(tokensOf(answer).identity).toEqual(first.identity);
  });

  test('works with the former refresh token, as Microsoft documents it', async () => {
    const { refreshToken } = await signIn();
    expect(await refresh(refreshToken)).toHaveProperty('tokens');
    expect(await refresh(refreshToken)).toHaveProperty('tokens');
  });

  test('with a token used up, where tokens are for single use, is refused', async () => {
    const { refreshToken } = await signIn();
    await setFault(tenant, 'single-use-refresh-tokens', { graceSeconds: 0 });
    expect(await refresh(refreshToken)).toHaveProperty('tokens');
    expect(await refresh(refreshToken)).toHaveProperty('refusal.httpStatus', 400);
  });

  test.each([
    ['grant-revoked', 'grant-revoked', true],
    ['refresh-token-expired', 'refresh-token-expired', true],
    ['mfa-required', 'mfa-required', false],
    ['conditional-access', 'conditional-access', false],
    ['user-disabled', 'user-disabled', false],
    ['secret-expired', 'secret-expired', false],
    ['consent-missing', 'consent-missing', false],
  ])('under %s is refused with the cause %s; that the grant is lost: %s', async (fault, cause, tokenLost) => {
    const { refreshToken } = await signIn();
    await setFault(tenant, fault);
    expect(causeOf(await refresh(refreshToken), 'refresh')).toMatchObject({ cause, tokenLost });
  });

  test('that is throttled says for how long', async () => {
    const { refreshToken } = await signIn();
    await setFault(tenant, 'throttled', { where: 'entra', retryAfterSeconds: 17 });
    expect(causeOf(await refresh(refreshToken), 'refresh')).toMatchObject({
      cause: 'throttled',
      retryAfter: 17,
    });
  });

  test('whose access token is for another resource still hands over the refresh token to keep', async () => {
    const { refreshToken } = await signIn();
    await setFault(tenant, 'single-use-refresh-tokens', { graceSeconds: 0 });
    await setFault(tenant, 'token-wrong-audience');
    const answer = await refresh(refreshToken);
    if (!('rejection' in answer)) throw new Error('it was accepted');
    expect(answer.rejection).toEqual({ check: 'audience', found: 'https://graph.microsoft.com' });
    await setFault(tenant, 'token-wrong-audience', { on: false });
    expect(await refresh(answer.refreshToken)).toHaveProperty('tokens');
  });
});
