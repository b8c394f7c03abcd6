import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateKeyPair, UnsecuredJWT, type CryptoKey, type JWTPayload } from 'jose';
import { caller } from '../../support/product.ts';
import {
  clientId,
  seconds,
  startReplayedProduct,
  tenantId,
  userId,
  type ReplayedProduct,
} from '../../support/replay-cloud.ts';

const strangerId = '22222222-2222-4222-8222-222222222222';

let product: ReplayedProduct;
let foreign: CryptoKey;

beforeAll(async () => {
  product = await startReplayedProduct();
  foreign = (await generateKeyPair('RS256')).privateKey;
});
afterAll(() => product.close());

const issuer = (tenant: string) => `${product.microsoft.url}/${tenant}/v2.0`;
const claims = (change?: JWTPayload) => product.claims(change);
const sign: ReplayedProduct['sign'] = (...given) => product.sign(...given);
const without = (name: string) => {
  return Object.fromEntries(Object.entries(claims()).filter(([key]) => key !== name)) as JWTPayload;
};
const as = (token: string) => caller(product.app.url, token).call('GET', 'me');

describe('an access token', () => {
  test('that Microsoft issued for the tab lets the person in', async () => {
    expect(await as(await sign(claims()))).toMatchObject({
      status: 200,
      body: { tenantId, userId, roles: ['User', 'Admin'] },
    });
  });

  test('is accepted four minutes after its end and four before its beginning, for clocks differ', async () => {
    expect((await as(await sign(claims({ exp: seconds() - 240 })))).status).toBe(200);
    expect((await as(await sign(claims({ nbf: seconds() + 240 })))).status).toBe(200);
  });

  const forgeries: [what: string, token: () => Promise<string> | string][] = [
    ['signed by another key', () => sign(claims(), foreign)],
    ['signed by an unknown key id', () => sign(claims(), foreign, { kid: 'unknown' })],
    ['without a signature (alg none)', () => new UnsecuredJWT(claims()).encode()],
    [
      'signed with HS256 and a guessed secret',
      () => sign(claims(), new TextEncoder().encode('known'.repeat(8)), { alg: 'HS256' }),
    ],
    [
      'with its payload exchanged',
      async () => swapPayload(await sign(claims()), claims({ oid: strangerId })),
    ],
    ['with its signature cut off', async () => (await sign(claims())).split('.').slice(0, 2).join('.') + '.'],
    ['for another audience', () => sign(claims({ aud: 'https://graph.microsoft.com' }))],
    ['for the v1 audience form', () => sign(claims({ aud: `api://localhost/${clientId}` }))],
    ['of version 1', () => sign(claims({ ver: '1.0', iss: `https://sts.windows.net/${tenantId}/` }))],
    ['whose issuer is another tenant', () => sign(claims({ iss: issuer(strangerId) }))],
    ['whose issuer is another server', () => sign(claims({ iss: `https://login.example/${tenantId}/v2.0` }))],
    ['whose tenant is not a GUID', () => sign(claims({ tid: '{tenant}', iss: issuer('{tenant}') }))],
    [
      'whose tenant climbs the path',
      () => sign(claims({ tid: `../${tenantId}`, iss: issuer(`../${tenantId}`) })),
    ],
    ['without tid', () => sign(without('tid'))],
    ['without oid', () => sign(without('oid'))],
    ['without exp', () => sign(without('exp'))],
    ['that ended six minutes ago', () => sign(claims({ exp: seconds() - 360 }))],
    ['that begins in six minutes', () => sign(claims({ nbf: seconds() + 360 }))],
    ['asked for by an unknown application', () => sign(claims({ azp: strangerId }))],
    ['without azp', () => sign(without('azp'))],
    ['without a scope (app-only)', () => sign(without('scp'))],
    ['with another scope', () => sign(claims({ scp: 'access_as_user_too openid' }))],
    ['with a critical header nobody knows', () => sign(claims()).then(critical)],
    ['longer than any token', async () => `${await sign(claims())}${'A'.repeat(20_000)}`.slice(0, 15_000)],
    ['that is no token', () => 'not-a-token'],
  ];

  test.each(forgeries)('%s is refused', async (_what, token) => {
    const { status, body, headers } = await as(await token());
    expect({ status, code: body.code }).toEqual({ status: 401, code: 'token-refused' });
    expect(headers.get('www-authenticate')).toBe('Bearer');
  });

  test('of a tenant that is not admitted is told so', async () => {
    const token = await sign(claims({ tid: strangerId, iss: issuer(strangerId) }));
    expect(await as(token)).toMatchObject({ status: 403, body: { code: 'tenant-not-allowed' } });
  });

  test.each([
    ['Operator of a tenant that does not operate', { roles: ['Operator'], wids: [] }, ['User']],
    ['Reader', { roles: ['Reader'], wids: [] }, ['User', 'Reader']],
    ['app role Admin', { roles: ['Admin'], wids: [] }, ['User', 'Admin']],
    ['Exchange Administrator', { wids: ['29232cdf-9323-42fd-ade2-1d097af3e4de'] }, ['User']],
    ['roles that are no list', { roles: 'Admin', wids: 'Admin' }, ['User']],
  ])('of a person with %s gives the right roles', async (_what, change, roles) => {
    expect((await as(await sign(claims(change)))).body).toMatchObject({ roles });
  });
});

describe('a stream of events', () => {
  test('ends with its token', async () => {
    const almostOver = await sign(claims({ exp: seconds() - 298 }));
    const headers = { authorization: `Bearer ${almostOver}` };
    const response = await fetch(`${product.app.url}/api/v1/events`, { headers });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(': still here\n\n');
  });
});

describe('a request without a usable header', () => {
  test.each([undefined, '', 'Basic YTpi', 'Bearer', 'Bearer a b'])(
    '%j is asked to sign on',
    async (authorization) => {
      const headers = authorization === undefined ? {} : { authorization };
      const response = await fetch(`${product.app.url}/api/v1/me`, { headers });
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ code: 'token-missing' });
    },
  );

  test('a token in the address is not looked at', async () => {
    const token = await sign(claims());
    expect((await fetch(`${product.app.url}/api/v1/me?access_token=${token}`)).status).toBe(401);
  });
});

function swapPayload(token: string, payload: JWTPayload): string {
  const [header, , signature] = token.split('.');
  return `${header}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.${signature}`;
}

function critical(token: string): string {
  const [, payload, signature] = token.split('.');
  const header = Buffer.from(JSON.stringify({ alg: 'RS256', kid: 'known', crit: ['x'], x: 1 })).toString(
    'base64url',
  );
  return `${header}.${payload}.${signature}`;
}
