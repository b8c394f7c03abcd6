import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  redeemCode,
  refreshDelegatedTokens,
  type CodeAnswer,
  type RefreshAnswer,
  type Rejection,
} from '../../../src/server/protocols/entra/index.ts';
import { startReplayServer, type ReplayServer } from '../../support/replay-server.ts';
import { exchangeWith, redirectUri, replayedClient } from './mailbox-client.ts';
import { json, refreshMark, signatureMark, tokenOf } from './token-replies.ts';

const nonce = 'nonce-of-this-sign-in';
const otherTenant = '22222222-2222-4222-8222-222222222222';
const oid = '44444444-4444-4444-8444-444444444444';
/** Far from the clock of this machine: the time that counts is the one passed in. */
const now = Date.UTC(2031, 4, 6, 7, 8, 9);
const seconds = now / 1000;

let microsoft: ReplayServer;
beforeAll(async () => {
  microsoft = await startReplayServer([]);
});
afterAll(() => microsoft.close());

type Changes = {
  id?: Record<string, unknown>;
  access?: Record<string, unknown>;
  body?: Record<string, unknown>;
};

/** Entra's answer to a sign-in in which everything is right, changed as told; undefined takes a claim or field away. */
function success({ id = {}, access = {}, body = {} }: Changes = {}) {
  const { directoryId, clientId, issuer, scope } = replayedClient(microsoft.url);
  const times = { iat: seconds, nbf: seconds, exp: seconds + 4000 };
  const idToken = tokenOf({
    ...times,
    aud: clientId,
    iss: issuer,
    tid: directoryId,
    oid,
    sub: 'pairwise',
    nonce,
    preferred_username: 'lawyer@muster.example',
    name: 'Laura Meier',
    ver: '2.0',
    ...id,
  });
  const accessToken = tokenOf({ ...times, aud: 'https://outlook.office.com', oid, ...access });
  return {
    token_type: 'Bearer',
    scope,
    expires_in: 4000,
    ext_expires_in: 4000,
    access_token: accessToken,
    refresh_token: refreshMark,
    id_token: idToken,
    ...body,
  };
}

async function redeemed(reply: unknown): Promise<CodeAnswer> {
  microsoft.replaceWith([{ path: /\/token$/, reply: json(reply) }]);
  const request = { redirectUri, code: 'code', codeVerifier: 'v'.repeat(43), nonce };
  return redeemCode(exchangeWith(microsoft.url), { ...replayedClient(microsoft.url), ...request }, () => now);
}

async function refreshed(reply: unknown): Promise<RefreshAnswer> {
  microsoft.replaceWith([{ path: /\/token$/, reply: json(reply) }]);
  const request = { ...replayedClient(microsoft.url), refreshToken: 'former' };
  return refreshDelegatedTokens(exchangeWith(microsoft.url), request, () => now);
}

const tokensOf = (answer: CodeAnswer | RefreshAnswer) => {
  if (!('tokens' in answer)) throw new Error(JSON.stringify(answer));
  return answer.tokens;
};

describe('a sign-in in which everything is right', () => {
  test('gives tokens with their times by the clock passed in', async () => {
    expect(tokensOf(await redeemed(success()))).toMatchObject({
      issuedAt: now,
      expiresAt: now + 4_000_000,
      refreshToken: refreshMark,
      audience: 'https://outlook.office.com',
    });
  });

  test('names the person with the optional claims too, ids in small letters', async () => {
    const id = { oid: oid.toUpperCase(), upn: 'lm@muster.example', email: 'lawyer@muster.example' };
    expect(tokensOf(await redeemed(success({ id }))).identity).toEqual({
      tid: replayedClient(microsoft.url).directoryId,
      oid,
      preferredUsername: 'lawyer@muster.example',
      upn: 'lm@muster.example',
      email: 'lawyer@muster.example',
      name: 'Laura Meier',
    });
  });

  test.each([42, '', 'a'.repeat(1001), { a: 1 }, null])('takes the name %j for none', async (odd) => {
    const id = { preferred_username: odd, email: odd };
    expect(tokensOf(await redeemed(success({ id }))).identity).toMatchObject({
      preferredUsername: null,
      email: null,
      oid,
    });
  });

  test('may come with fewer rights than asked for, and says which', async () => {
    const scope = 'https://outlook.office.com/SMTP.Send openid';
    expect(tokensOf(await redeemed(success({ body: { scope } }))).scopes).toEqual(scope.split(' '));
  });

  test('without a scope has the scope that was asked for', async () => {
    const { scopes } = tokensOf(await redeemed(success({ body: { scope: undefined } })));
    expect(scopes).toContain('https://outlook.office.com/POP.AccessAsUser.All');
  });

  test('is not stopped by clocks that differ by four minutes', async () => {
    expect(await redeemed(success({ id: { nbf: seconds + 240, iat: seconds + 240 } }))).toHaveProperty(
      'tokens',
    );
    expect(await redeemed(success({ id: { exp: seconds - 240 } }))).toHaveProperty('tokens');
  });

  test('may name the resource with a slash at its end', async () => {
    const access = { aud: 'https://outlook.office.com/' };
    expect(tokensOf(await redeemed(success({ access }))).audience).toBe('https://outlook.office.com/');
  });
});

const none = null;
const rejected: [string, Changes, Rejection][] = [
  ['the nonce of another sign-in', { id: { nonce: 'another' } }, { check: 'nonce', found: none }],
  ['an id token without a nonce', { id: { nonce: undefined } }, { check: 'response', found: none }],
  [
    'the id token of another application',
    { id: { aud: 'other-app' } },
    { check: 'client', found: 'other-app' },
  ],
  [
    'an id token for two applications',
    { id: { aud: ['other-app', '33333333-3333-4333-8333-333333333333'] } },
    { check: 'client', found: 'other-app 33333333-3333-4333-8333-333333333333' },
  ],
  [
    'the id token of another tenant',
    { id: { iss: `https://login.invalid/${otherTenant}/v2.0`, tid: otherTenant } },
    { check: 'issuer', found: `https://login.invalid/${otherTenant}/v2.0` },
  ],
  [
    'our issuer, but the person of another tenant',
    { id: { tid: otherTenant } },
    { check: 'directory', found: otherTenant },
  ],
  ['an expired id token', { id: { exp: seconds - 301 } }, { check: 'time', found: none }],
  ['an id token that is not valid yet', { id: { nbf: seconds + 301 } }, { check: 'time', found: none }],
  ['an id token without an end', { id: { exp: undefined } }, { check: 'response', found: none }],
  ['an id token that names nobody', { id: { oid: undefined } }, { check: 'person', found: none }],
  ['an id token that names no tenant', { id: { tid: undefined } }, { check: 'person', found: none }],
  ['an id token that is none', { body: { id_token: 'not.a.token' } }, { check: 'response', found: none }],
  ['no id token', { body: { id_token: undefined } }, { check: 'response', found: none }],
  [
    'an access token for Graph',
    { access: { aud: 'https://graph.microsoft.com' } },
    { check: 'audience', found: 'https://graph.microsoft.com' },
  ],
  [
    'an access token for a host that begins alike',
    { access: { aud: 'https://outlook.office.com.invalid' } },
    { check: 'audience', found: 'https://outlook.office.com.invalid' },
  ],
  [
    'an access token for two resources',
    { access: { aud: ['https://outlook.office.com', 'https://graph.microsoft.com'] } },
    { check: 'audience', found: 'https://outlook.office.com https://graph.microsoft.com' },
  ],
  ['an access token without a resource', { access: { aud: undefined } }, { check: 'audience', found: none }],
  [
    'an access token that cannot be read',
    { body: { access_token: 'EwBAA-opaque' } },
    { check: 'audience', found: none },
  ],
  ['no access token', { body: { access_token: undefined } }, { check: 'response', found: none }],
  ['a token of another kind', { body: { token_type: 'mac' } }, { check: 'response', found: none }],
  ['a life that is no number', { body: { expires_in: 'soon' } }, { check: 'response', found: none }],
];

describe('a sign-in is rejected with', () => {
  test.each(rejected)('%s; nothing of the tokens is repeated', async (_name, changes, rejection) => {
    const answer = await redeemed(success(changes));
    expect(answer).toEqual({ rejection });
    expect(JSON.stringify(answer)).not.toContain(refreshMark);
  });

  test('no refresh token', async () => {
    expect(await redeemed(success({ body: { refresh_token: undefined } }))).toEqual({
      rejection: { check: 'refresh-token', found: null },
    });
  });

  test.each(['none', 'HS256', 'ES256'])('an id token that says it is signed by %s', async (alg) => {
    const claims = JSON.parse(
      Buffer.from(success().id_token.split('.')[1]!, 'base64url').toString(),
    ) as Record<string, unknown>;
    const answer = await redeemed(success({ body: { id_token: tokenOf(claims, { typ: 'JWT', alg }) } }));
    expect(answer).toEqual({ rejection: { check: 'response', found: null } });
  });

  test('what was found told in at most 200 characters', async () => {
    const answer = await redeemed(success({ access: { aud: 'x'.repeat(5000) } }));
    expect(answer).toEqual({ rejection: { check: 'audience', found: 'x'.repeat(200) } });
  });
});

describe('a refresh', () => {
  test('needs no id token', async () => {
    const answer = await refreshed(success({ body: { id_token: undefined } }));
    expect(tokensOf(answer)).toMatchObject({ refreshToken: refreshMark, identity: null });
  });

  test('keeps the former refresh token where no new one comes', async () => {
    const answer = await refreshed(success({ body: { refresh_token: undefined } }));
    expect(tokensOf(answer).refreshToken).toBe('former');
  });

  // A refresh has no nonce and asks for no id token.
  const concerned = rejected.filter(([name]) => !/nonce|no id token/.test(name));
  test.each(concerned)(
    'with %s is rejected, and the new refresh token is kept',
    async (_name, changes, rejection) => {
      const answer = await refreshed(success(changes));
      expect(answer).toEqual({ rejection, refreshToken: refreshMark });
      expect(JSON.stringify(answer)).not.toContain(signatureMark);
    },
  );

  test('that cannot be used keeps the former refresh token where no new one came', async () => {
    const answer = await refreshed(success({ access: { aud: 'x' }, body: { refresh_token: undefined } }));
    expect(answer).toEqual({ rejection: { check: 'audience', found: 'x' }, refreshToken: 'former' });
  });
});
