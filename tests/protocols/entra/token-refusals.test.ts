import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Cause } from '../../../src/shared/causes.ts';
import { diagnose } from '../../../src/server/diagnosis/index.ts';
import {
  redeemCode,
  refreshDelegatedTokens,
  type CodeAnswer,
  type RefreshAnswer,
} from '../../../src/server/protocols/entra/index.ts';
import { startReplayServer, type ReplayAnswer, type ReplayServer } from '../../support/replay-server.ts';
import { exchangeWith, redirectUri, replayedClient } from './mailbox-client.ts';
import { entraError, json, refreshMark, signatureMark, tokenOf } from './token-replies.ts';

let microsoft: ReplayServer;
beforeAll(async () => {
  microsoft = await startReplayServer([]);
});
afterAll(() => microsoft.close());
beforeEach(() => {
  microsoft.requests.length = 0;
});

const play = (reply: ReplayAnswer) => microsoft.replaceWith([{ method: 'POST', path: /\/token$/, reply }]);
type Limits = Parameters<typeof exchangeWith>[1];
type Ask = (limits?: Limits) => Promise<CodeAnswer | RefreshAnswer>;

const redeem: Ask = (limits) =>
  redeemCode(
    exchangeWith(microsoft.url, limits),
    {
      ...replayedClient(microsoft.url),
      redirectUri,
      code: '1.AXkA-replayed-code',
      codeVerifier: 'v'.repeat(43),
      nonce: 'n-1',
    },
    Date.now,
  );
const refresh: Ask = (limits) =>
  refreshDelegatedTokens(
    exchangeWith(microsoft.url, limits),
    { ...replayedClient(microsoft.url), refreshToken: '1.AXkA-former' },
    Date.now,
  );

const both = [
  { name: 'redeeming a code', ask: redeem, stage: 'code-exchange' },
  { name: 'refreshing', ask: refresh, stage: 'refresh' },
] as const;

function refusalOf(answer: CodeAnswer | RefreshAnswer) {
  if (!('refusal' in answer)) throw new Error('it was not refused');
  return answer.refusal;
}

describe.each(both)('$name', ({ ask, stage }) => {
  const causeNow = async (limits?: Limits) =>
    diagnose({ protocol: 'entra', stage, ...refusalOf(await ask(limits)) });

  test.each<[number, string, Record<string, unknown>, Cause]>([
    [50173, 'invalid_grant', { suberror: 'bad_token' }, 'grant-revoked'],
    [700082, 'invalid_grant', {}, 'refresh-token-expired'],
    [70043, 'invalid_grant', { suberror: 'bad_token' }, 'refresh-token-expired'],
    [54005, 'invalid_grant', {}, 'code-expired-or-used'],
    [65001, 'invalid_grant', { suberror: 'consent_required' }, 'consent-missing'],
    [50076, 'invalid_grant', { suberror: 'basic_action', claims: '{"access_token":{}}' }, 'mfa-required'],
    [53003, 'invalid_grant', { suberror: 'message_only' }, 'conditional-access'],
    [50057, 'invalid_grant', {}, 'user-disabled'],
    [50196, 'invalid_grant', {}, 'throttled'],
    [7000222, 'invalid_client', {}, 'secret-expired'],
    [7000215, 'invalid_client', {}, 'secret-wrong'],
    [90033, 'temporarily_unavailable', {}, 'service-unavailable'],
  ])('AADSTS%d as %s %j comes whole and is %s', async (number, error, more, cause) => {
    const reply = json(entraError(number, error, more), error === 'invalid_client' ? 401 : 400, {
      'x-ms-request-id': '0f0e0d0c-0b0a-4908-8706-050403020100',
    });
    play(reply);
    const refusal = refusalOf(await ask());
    expect(refusal).toMatchObject({ httpStatus: reply.status, raw: reply.body });
    expect(refusal.headers).toHaveProperty('x-ms-request-id', '0f0e0d0c-0b0a-4908-8706-050403020100');
    expect(diagnose({ protocol: 'entra', stage, ...refusal }).cause).toBe(cause);
  });

  test('a challenge in a header instead of a body comes whole too', async () => {
    play({ status: 401, headers: { 'www-authenticate': 'Bearer error="invalid_client"' }, body: '' });
    expect(refusalOf(await ask())).toMatchObject({
      httpStatus: 401,
      headers: { 'www-authenticate': 'Bearer error="invalid_client"' },
    });
  });

  test('too many requests: the seconds to wait are told', async () => {
    play(json(entraError(90055, 'temporarily_unavailable'), 429, { 'retry-after': '17' }));
    expect(await causeNow()).toMatchObject({ cause: 'throttled', retry: 'later', retryAfter: 17 });
  });

  test.each([200, 302, 403, 502, 503, 504])(
    'HTML of a proxy with status %d is shown as it came',
    async (status) => {
      const body = '<!doctype html><title>Sign in to the guest network</title>';
      play({ status, headers: { 'content-type': 'text/html', location: 'http://portal.invalid/' }, body });
      expect(refusalOf(await ask())).toMatchObject({ httpStatus: status, raw: body });
      expect(microsoft.requests).toHaveLength(1);
    },
  );

  test.each([200, 204, 400, 500, 502])('an empty answer with status %d', async (status) => {
    play({ status, body: '' });
    expect(refusalOf(await ask())).toMatchObject({ httpStatus: status, raw: '' });
  });

  test.each(['{"ok":true}', '[]', 'null', '"text"', '{"error":"invalid_grant"', '{"error":42}', '\0\0'])(
    'the answer %j of another product is not taken for tokens',
    async (body) => {
      play(json(body));
      expect(refusalOf(await ask())).toMatchObject({ httpStatus: 200, raw: body });
    },
  );

  test('a proxy that wants a sign-in of its own, which fetch keeps to itself, is a refusal all the same', async () => {
    play({ status: 407, headers: { 'proxy-authenticate': 'Basic' }, body: 'Proxy Authentication Required' });
    expect(refusalOf(await ask())).toHaveProperty('networkError.host', '127.0.0.1');
  });

  test('no answer ends when the time is over', async () => {
    play('hang');
    expect(await causeNow({ timeoutMs: 100 })).toMatchObject({ cause: 'timeout' });
  });

  test('a connection that is cut', async () => {
    play('reset');
    expect(await causeNow()).toMatchObject({ cause: 'connection-dropped' });
  });

  test('a success that is cut off by the limit of size is rejected, and nothing of it is repeated', async () => {
    const body = { access_token: signatureMark, filler: 'x'.repeat(5000), refresh_token: refreshMark };
    play(json(body));
    const answer = await ask({ maxBytes: 1000 });
    expect(answer).toHaveProperty('rejection', { check: 'response', found: null });
    expect(JSON.stringify(answer)).not.toContain(signatureMark);
  });

  test('whatever the answer is, none is taken for tokens by mistake, and no token is repeated', async () => {
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(signatureMark, tokenOf({ aud: 'x' }), 'Bearer', 3600),
    );
    const body = fc.oneof(
      fc.string(),
      fc.dictionary(
        fc.constantFrom(
          'access_token',
          'token_type',
          'expires_in',
          'id_token',
          'scope',
          'error',
          'error_codes',
        ),
        value,
      ),
    );
    await fc.assert(
      fc.asyncProperty(body, fc.constantFrom(200, 200, 201, 400, 401, 500), async (content, status) => {
        play(json(content, status));
        const answer = await ask();
        if ('rejection' in answer) expect(JSON.stringify(answer)).not.toContain(signatureMark);
        else expect(refusalOf(answer).httpStatus).toBe(status);
      }),
      { numRuns: 150 },
    );
  });
});

describe('on the wire', () => {
  test('a host that is not on the list is not called', async () => {
    const request = { ...replayedClient(microsoft.url), refreshToken: 'former' };
    const elsewhere = exchangeWith('https://login.microsoftonline.com');
    const answer = await refreshDelegatedTokens(elsewhere, request, Date.now);
    expect(answer).toHaveProperty('refusal.networkError.code', 'EHOSTNOTALLOWED');
    expect(microsoft.requests).toHaveLength(0);
  });

  const formOf = (body: string) => Object.fromEntries(new URLSearchParams(body));

  test('a code goes in the body with verifier, redirect URI and secret', async () => {
    play(json(entraError(54005, 'invalid_grant'), 400));
    await redeem();
    expect(microsoft.requests).toHaveLength(1);
    const { path, query, headers, body } = microsoft.requests[0]!;
    expect(path).toBe('/11111111-1111-4111-8111-111111111111/oauth2/v2.0/token');
    expect([...query]).toEqual([]);
    expect(headers.authorization).toBeUndefined();
    expect(formOf(body)).toEqual({
      grant_type: 'authorization_code',
      code: '1.AXkA-replayed-code',
      redirect_uri: redirectUri,
      code_verifier: 'v'.repeat(43),
      client_id: '33333333-3333-4333-8333-333333333333',
      client_secret: 'replayed~secret',
      scope: replayedClient(microsoft.url).scope,
    });
  });

  test('a refresh token goes in the body with the secret', async () => {
    play(json(entraError(700082, 'invalid_grant'), 400));
    await refresh();
    expect(formOf(microsoft.requests[0]!.body)).toEqual({
      grant_type: 'refresh_token',
      refresh_token: '1.AXkA-former',
      client_id: '33333333-3333-4333-8333-333333333333',
      client_secret: 'replayed~secret',
      scope: replayedClient(microsoft.url).scope,
    });
  });
});
