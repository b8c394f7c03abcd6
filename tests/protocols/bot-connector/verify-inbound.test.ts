import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import {
  createConnectorKeys,
  createInboundVerifier,
  type InboundCheck,
} from '../../../src/server/protocols/bot-connector/index.ts';
import { createHttpExchange } from '../../../src/server/protocols/http/index.ts';
import { startReplayServer, type ReplayServer } from '../../support/replay-server.ts';

const botId = '33333333-3333-4333-8333-333333333333';
const tenantId = '11111111-1111-4111-8111-111111111111';
const otherTenant = '22222222-2222-4222-8222-222222222222';
const serviceUrl = 'https://smba.trafficmanager.net/emea/11111111/';
const day = 24 * 3600_000;

interface Key {
  privateKey: CryptoKey;
  jwk: object;
}

async function newKey(kid: string, endorsements: string[] = ['msteams', 'skype']): Promise<Key> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  return { privateKey, jwk: { ...(await exportJWK(publicKey)), kid, use: 'sig', endorsements } };
}

let connector: ReplayServer;
let known: Key;
let unendorsed: Key;
let stranger: Key;
let clock = Date.parse('2026-11-22T12:00:00Z');

beforeAll(async () => {
  [known, unendorsed, stranger] = await Promise.all([
    newKey('known'),
    newKey('unendorsed', ['webchat']),
    newKey('known'),
  ]);
  connector = await startReplayServer([]);
});
afterAll(() => connector.close());
beforeEach(() => serveKeys([known.jwk, unendorsed.jwk]));

function serveKeys(keys: object[]): void {
  connector.replaceWith([
    { path: '/openid', reply: json({ issuer: 'x', jwks_uri: `${connector.url}/keys` }) },
    { path: '/keys', reply: json({ keys }) },
  ]);
}

const json = (body: object, status = 200) => ({ status, body: JSON.stringify(body) });

function verifier() {
  const exchange = createHttpExchange({ origins: [connector.url], timeoutMs: 2000, maxBytes: 100_000 });
  const now = () => clock;
  const keys = createConnectorKeys(exchange, `${connector.url}/openid`, now);
  const isAllowedTenant = (id: string) => id === tenantId;
  const serviceHosts = ['smba.trafficmanager.net'];
  return createInboundVerifier({ botId, serviceHosts, isAllowedTenant, now }, keys);
}

const seconds = () => Math.floor(clock / 1000);
const claims = (change: Record<string, unknown> = {}): JWTPayload => ({
  iss: 'https://api.botframework.com',
  aud: botId,
  serviceurl: serviceUrl,
  nbf: seconds() - 10,
  exp: seconds() + 3600,
  ...change,
});
const activity = (change: object = {}) => ({
  type: 'message',
  id: '1',
  serviceUrl,
  channelId: 'msteams',
  from: { id: '29:x', aadObjectId: '44444444-4444-4444-8444-444444444444' },
  conversation: { id: 'a:1', tenantId },
  channelData: { tenant: { id: tenantId } },
  text: 'status',
  ...change,
});

async function sign(payload: JWTPayload, key = known, header: object = {}): Promise<string> {
  const cleaned = Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined));
  const token = new SignJWT(cleaned).setProtectedHeader({ alg: 'RS256', kid: 'known', ...header });
  return `Bearer ${await token.sign(key.privateKey)}`;
}

async function check(payload = claims(), body: unknown = activity()): Promise<InboundCheck> {
  return verifier()(await sign(payload), body);
}

const unsigned = (header: object, payload: object) =>
  [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');

test('a call that the connector signed for this bot is let in, with its tenant and where to answer', async () => {
  expect(await check()).toMatchObject({
    tenantId,
    serviceUrl: 'https://smba.trafficmanager.net/emea/11111111',
    activity: { text: 'status' },
  });
});

test('a slash at the end of the service address makes no difference', async () => {
  expect(await check(claims({ serviceurl: serviceUrl.replace(/\/$/, '') }))).toHaveProperty('tenantId');
});

describe('refused is', () => {
  test.each<[string, Record<string, unknown>]>([
    ['a token for another bot', { aud: otherTenant }],
    ['a token for several', { aud: [botId, otherTenant] }],
    [
      'the token of a person for the tab',
      { iss: `https://login.microsoftonline.com/${tenantId}/v2.0`, aud: botId },
    ],
    ['a token of an older Entra endpoint', { iss: `https://sts.windows.net/${tenantId}/` }],
    ['a token without issuer', { iss: undefined }],
    ['an issuer that only begins alike', { iss: 'https://api.botframework.com.evil.example' }],
    ['a token without an end', { exp: undefined }],
    ['a token that ended ten minutes ago', { exp: Date.parse('2026-11-22T11:50:00Z') / 1000 }],
    ['a token that begins in ten minutes', { nbf: Date.parse('2026-11-22T12:10:00Z') / 1000 }],
    ['a token without a service address', { serviceurl: undefined }],
    ['a service address that is no text', { serviceurl: ['x'] }],
    ['a token for another path', { serviceurl: 'https://smba.trafficmanager.net/amer/' }],
    ['a token for another port', { serviceurl: 'https://smba.trafficmanager.net:444/emea/11111111/' }],
    ['a token for http', { serviceurl: 'http://smba.trafficmanager.net/emea/11111111/' }],
  ])('%s', async (_what, change) => {
    clock = Date.parse('2026-11-22T12:00:00Z');
    expect(await check(claims(change))).toMatchObject({ refusal: 'token-refused' });
  });

  test.each<[string, string]>([
    ['another host', 'https://evil.example/emea/11111111/'],
    ['a host that ends alike', 'https://evil-smba.trafficmanager.net/'],
    ['a host below it', 'https://smba.trafficmanager.net.evil.example/'],
    ['a user name that looks like the host', 'https://smba.trafficmanager.net@evil.example/'],
    ['a user name before the host', 'https://x:y@smba.trafficmanager.net/emea/11111111/'],
    ['a query', `${serviceUrl}?to=x`],
    ['a fragment', `${serviceUrl}#x`],
    ['another port', 'https://smba.trafficmanager.net:8443/'],
    ['a file', 'file:///etc/passwd'],
    ['nothing', ''],
  ])('an address with %s, also when the token says the same', async (_what, address) => {
    const answer = await check(claims({ serviceurl: address }), activity({ serviceUrl: address }));
    expect(answer).toMatchObject({ refusal: 'token-refused' });
  });

  test.each([
    ['no header', undefined],
    ['no bearer', 'Basic abc'],
    ['two tokens', 'Bearer a.b.c d.e.f'],
    ['no token', 'Bearer '],
    ['not a token', 'Bearer a.b.c'],
    ['alg none', `Bearer ${unsigned({ alg: 'none', kid: 'known' }, claims())}.`],
    ['HS256', `Bearer ${unsigned({ alg: 'HS256', kid: 'known' }, claims())}.c2ln`],
    ['17,000 characters', `Bearer a.${'b'.repeat(17_000)}.c`],
  ])('%s', async (_what, header) => {
    expect(await verifier()(header, activity())).toMatchObject({ refusal: 'token-refused' });
  });

  test('another key under a known id, a key nobody knows, and one that is not endorsed for Teams', async () => {
    const check = verifier();
    for (const header of [
      await sign(claims(), stranger),
      await sign(claims(), stranger, { kid: 'unknown' }),
      await sign(claims(), unendorsed, { kid: 'unendorsed' }),
      await sign(claims(), known, { kid: undefined }),
    ]) {
      expect(await check(header, activity())).toMatchObject({ refusal: 'token-refused' });
    }
  });

  test.each<[string, object]>([
    ['another channel', { channelId: 'webchat' }],
    ['no tenant', { channelData: {}, conversation: { id: 'a:1' } }],
    ['two tenants', { channelData: { tenant: { id: otherTenant } } }],
  ])('an activity with %s', async (_what, change) => {
    expect(await check(claims(), activity(change))).toMatchObject({ refusal: 'token-refused' });
  });

  test('a tenant that is not admitted', async () => {
    const conversation = { id: 'a:1', tenantId: otherTenant };
    const body = activity({ conversation, channelData: { tenant: { id: otherTenant } } });
    expect(await check(claims(), body)).toMatchObject({ refusal: 'tenant-not-allowed' });
  });

  test.each([
    ['null', null],
    ['a list', []],
    ['no sender', { ...activity(), from: undefined }],
    ['a type of 1,000 characters', activity({ type: 'x'.repeat(1000) })],
    [
      'a sender whose object id is an address',
      activity({ from: { id: '29:x', aadObjectId: 'a@b.example' } }),
    ],
  ])('a body that is %s', async (_what, body) => {
    expect(await check(claims(), body)).toMatchObject({ refusal: 'not-an-activity' });
  });
});

describe('keys', () => {
  const asked = () => connector.requests.filter(({ path }) => path === '/keys').length;

  test('are asked for once a day, and a new one is found at once', async () => {
    const check = verifier();
    const before = asked();
    await check(await sign(claims()), activity());
    await check(await sign(claims()), activity());
    expect(asked() - before).toBe(1);
    const fresh = await newKey('fresh');
    serveKeys([known.jwk, fresh.jwk]);
    clock += 61_000;
    expect(await check(await sign(claims(), fresh, { kid: 'fresh' }), activity())).toHaveProperty('tenantId');
    expect(asked() - before).toBe(2);
    clock += day + 1000;
    await check(await sign(claims()), activity());
    expect(asked() - before).toBe(3);
  });

  test('that nobody knows are asked for once a minute at most, however often they are named', async () => {
    const check = verifier();
    const before = asked();
    for (let n = 0; n < 20; n++) {
      await check(await sign(claims(), stranger, { kid: `unknown-${n}` }), activity());
    }
    expect(asked() - before).toBe(1);
  });

  test('that are known stay good while the connector is down', async () => {
    const check = verifier();
    await check(await sign(claims()), activity());
    connector.replaceWith([{ path: '/openid', reply: 'reset' }]);
    clock += day + 1000;
    expect(await check(await sign(claims()), activity())).toHaveProperty('tenantId');
  });

  test.each([
    ['is down', 'reset' as const],
    ['answers a page', { status: 200, body: '<html>' }],
    ['answers 503', json({}, 503)],
    ['names keys elsewhere', json({ jwks_uri: 'https://evil.example/keys' })],
    ['names no keys', json({})],
  ])('that were never there are no fault of the caller when the connector %s', async (_what, reply) => {
    connector.replaceWith([{ path: '/openid', reply }]);
    expect(await check()).toMatchObject({ refusal: 'unavailable' });
  });
});
