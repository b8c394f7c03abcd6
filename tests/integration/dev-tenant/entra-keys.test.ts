import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  decodeProtectedHeader,
  jwtVerify,
  SignJWT,
  type JSONWebKeySet,
} from 'jose';

import { startDevTenant, type DevTenant } from '../../../src/dev-tenant/dev-tenant.ts';
import { postToken, readyForm, setFault } from './entra-browser.ts';

let tenant: DevTenant;
beforeAll(async () => {
  tenant = await startDevTenant();
});
afterAll(() => tenant.close());
beforeEach(() => tenant.context.reset());

const appToken = async (): Promise<string> => {
  const form = readyForm(tenant, {
    grant_type: 'client_credentials',
    scope: 'https://graph.microsoft.com/.default',
  });
  return (await postToken(tenant, form)).body.access_token!;
};
const read = async (path: string): Promise<Record<string, unknown>> =>
  (await (await fetch(`${tenant.url}/${path}`)).json()) as Record<string, unknown>;

describe('signing keys', () => {
  test('a verifier with the published keys accepts tokens from before and after a rollover', async () => {
    const before = await appToken();
    const keysBefore = (await read('common/discovery/v2.0/keys')) as unknown as JSONWebKeySet;
    await setFault(tenant, 'key-rollover');
    const after = await appToken();
    expect(decodeProtectedHeader(after).kid).not.toBe(decodeProtectedHeader(before).kid);
    const jwks = createRemoteJWKSet(new URL(tenant.clientCloudEndpoints().jwks));
    for (const token of [before, after]) {
      const { payload } = await jwtVerify(token, jwks, {
        algorithms: ['RS256'],
        audience: 'https://graph.microsoft.com',
      });
      expect(payload.tid).toBe(tenant.seed.ready.directoryId);
    }
    // Who has only the keys of before does not know the new one: the reason to ask again.
    await expect(jwtVerify(after, createLocalJWKSet(keysBefore))).rejects.toMatchObject({
      code: 'ERR_JWKS_NO_MATCHING_KEY',
    });
  });

  test('only public halves are published, the same for every tenant, and old keys go some day', async () => {
    for (let rollover = 0; rollover < 6; rollover++) await tenant.context.keys.rollOver();
    const { keys } = (await read('nachbar.example/discovery/v2.0/keys')) as unknown as JSONWebKeySet;
    expect(keys).toHaveLength(4);
    for (const key of keys) expect(Object.keys(key).sort()).toEqual(['e', 'kid', 'kty', 'n', 'use']);
    expect((await read('common/discovery/v2.0/keys')).keys).toEqual(keys);
  });
});

describe('discovery', () => {
  const muster = '6d757374-6572-4e61-8a01-000000000001';
  test.each([
    [muster, muster],
    ['muster.example', muster],
    ['common', '{tenantid}'],
    ['organizations', '{tenantid}'],
  ])('%s names the issuer %s', async (segment, issuer) => {
    const document = await read(`${segment}/v2.0/.well-known/openid-configuration`);
    expect(document.issuer).toBe(`${tenant.url}/${issuer}/v2.0`);
    const place = segment === 'muster.example' ? muster : segment;
    expect(document.token_endpoint).toBe(`${tenant.url}/${place}/oauth2/v2.0/token`);
  });

  test('a domain is read in any case, an unknown tenant refused', async () => {
    expect((await read('MUSTER.example/v2.0/.well-known/openid-configuration')).issuer).toContain(muster);
    expect((await read('nobody.example/v2.0/.well-known/openid-configuration')).error).toBe('invalid_tenant');
  });

  test('instance discovery trusts this host and leads to the tenant asked for', async () => {
    const endpoint = encodeURIComponent(`${tenant.url}/muster.example/oauth2/v2.0/authorize`);
    expect(
      await read(`common/discovery/instance?api-version=1.1&authorization_endpoint=${endpoint}`),
    ).toMatchObject({
      tenant_discovery_endpoint: `${tenant.url}/muster.example/v2.0/.well-known/openid-configuration`,
      metadata: [{ preferred_network: new URL(tenant.url).host }],
    });
  });
});

describe('a resource of the tenant accepts', () => {
  const audiences = ['https://graph.microsoft.com'];
  const verify = (authorization: string | undefined) =>
    tenant.context.verifyAccessToken(authorization, audiences);

  test('a token of an application with its rights, as nobody', async () => {
    expect(await verify(`Bearer ${await appToken()}`)).toMatchObject({
      ok: true,
      token: {
        appId: tenant.seed.ready.applicationId,
        userId: null,
        scopes: [],
        roles: expect.arrayContaining(['Mail.Send']) as unknown,
      },
    });
  });

  test('nothing missing, malformed, forged, for others or expired', async () => {
    const token = await appToken();
    const [header, payload] = token.split('.');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
    const foreign = await new SignJWT({ tid: 'x', appid: 'y', aud: audiences[0]! })
      .setProtectedHeader({ alg: 'HS256', kid: tenant.context.keys.current.kid })
      .setExpirationTime('1h')
      .sign(new Uint8Array(32));
    const reasons = await Promise.all(
      [
        undefined,
        'Basic eDp5',
        'Bearer x',
        `Bearer ${header}.${payload}.AAAA`,
        `Bearer ${unsigned}`,
        `Bearer ${foreign}`,
      ].map(verify),
    );
    expect(reasons.map((result) => (result.ok ? 'accepted' : result.reason))).toEqual([
      'missing',
      'malformed',
      'malformed',
      'malformed',
      'malformed',
      'malformed',
    ]);
    expect(await tenant.context.verifyAccessToken(`Bearer ${token}`, ['https://outlook.office.com'])).toEqual(
      { ok: false, reason: 'audience' },
    );
    tenant.context.advanceClock(2 * 60 * 60 * 1000);
    expect(await verify(`Bearer ${token}`)).toEqual({ ok: false, reason: 'expired' });
  });
});
