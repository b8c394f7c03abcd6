import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  authorizationUrl,
  generateOneTimeValues,
  mailRefreshScope,
  mailSignInScope,
} from '../../../src/server/protocols/entra/index.ts';

const values = generateOneTimeValues();
const request = {
  ...values,
  authorizationEndpoint:
    'https://login.microsoftonline.com/11111111-1111-4111-8111-111111111111/oauth2/v2.0/authorize',
  clientId: '33333333-3333-4333-8333-333333333333',
  redirectUri: 'https://connect.muster.example/auth/mailbox/callback',
  scope: mailSignInScope(),
  loginHint: 'laura+x@bücher.example',
};

describe('the address that starts a sign-in', () => {
  test('asks for the mail rights and a refresh token, and always offers the choice of an account', async () => {
    const url = new URL(await authorizationUrl(request));
    expect(url.origin + url.pathname).toBe(request.authorizationEndpoint);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: request.clientId,
      response_type: 'code',
      response_mode: 'query',
      redirect_uri: request.redirectUri,
      scope:
        'https://outlook.office.com/POP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access openid profile',
      state: values.state,
      nonce: values.nonce,
      code_challenge: createHash('sha256').update(values.codeVerifier).digest('base64url'),
      code_challenge_method: 'S256',
      prompt: 'select_account',
      login_hint: 'laura+x@bücher.example',
    });
  });

  test('does not contain the verifier', async () => {
    expect(await authorizationUrl(request)).not.toContain(values.codeVerifier);
  });

  test('offers no account where none is known', async () => {
    const url = new URL(await authorizationUrl({ ...request, loginHint: null }));
    expect(url.searchParams.has('login_hint')).toBe(false);
  });

  test('keeps every value in its place, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string(), async (loginHint, state) => {
        const { searchParams } = new URL(await authorizationUrl({ ...request, loginHint, state }));
        expect(searchParams.getAll('login_hint')).toEqual([loginHint]);
        expect(searchParams.getAll('state')).toEqual([state]);
        expect(searchParams.get('redirect_uri')).toBe(request.redirectUri);
      }),
    );
  });
});

test('one-time values are of 256 bits, unlike each other and unlike the next ones', () => {
  const all = Array.from({ length: 200 }, generateOneTimeValues).flatMap((one) => [
    one.state,
    one.nonce,
    one.codeVerifier,
  ]);
  expect(new Set(all).size).toBe(600);
  for (const value of all) expect(value).toMatch(/^[\w-]{43}$/);
});

test('another cloud is asked for the rights of its own mail hosts, and none names Graph', () => {
  expect(mailSignInScope('https://partner.outlook.cn')).toBe(
    'https://partner.outlook.cn/POP.AccessAsUser.All https://partner.outlook.cn/SMTP.Send offline_access openid profile',
  );
  expect(mailRefreshScope()).toBe(
    'https://outlook.office.com/POP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access',
  );
});
