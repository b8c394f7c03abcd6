import {
  exportJWK,
  generateKeyPair,
  SignJWT,
  type CryptoKey,
  type JWTHeaderParameters,
  type JWTPayload,
} from 'jose';
import { pino } from 'pino';
import { startApp, type App, type AppOptions } from '../../src/server/app.ts';
import { readConfig } from '../../src/server/config/config.ts';
import { openTestDatabase } from './database.ts';
import {
  startReplayServer,
  type ReplayAnswer,
  type ReplayRoute,
  type ReplayServer,
} from './replay-server.ts';

export const tenantId = '11111111-1111-4111-8111-111111111111';
export const clientId = '33333333-3333-4333-8333-333333333333';
export const userId = '44444444-4444-4444-8444-444444444444';

/** The real server whose Microsoft is the replay server: every reply is what the test wrote. */
export interface ReplayedProduct {
  app: App;
  microsoft: ReplayServer;
  /** From now on the token endpoint and the batch endpoint answer this. */
  play(replies: { token: ReplayRoute['reply']; batch?: ReplayAnswer }): void;
  /** Claims of a Global Administrator's token as Entra issues it for the tab, changed as told. */
  claims(change?: JWTPayload): JWTPayload;
  sign(
    claims: JWTPayload,
    key?: CryptoKey | Uint8Array,
    header?: Partial<JWTHeaderParameters>,
  ): Promise<string>;
  close(): Promise<void>;
}

export const seconds = () => Math.floor(Date.now() / 1000);

/** With a database that a test has filled, it starts as after a former run. */
export async function startReplayedProduct(
  given: Partial<Pick<AppOptions, 'now' | 'after' | 'database' | 'log'>> = {},
): Promise<ReplayedProduct> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'known', use: 'sig', kty: 'RSA' };
  const keys = { path: '/keys', reply: json({ keys: [jwk] }) };
  const microsoft = await startReplayServer([keys]);
  const { url } = microsoft;
  const endpoints = {
    issuer: `${url}/{tenant}/v2.0`,
    authorize: `${url}/{tenant}/authorize`,
    token: `${url}/{tenant}/token`,
    adminConsent: `${url}/{tenant}/adminconsent`,
    jwks: `${url}/keys`,
    graph: `${url}/graph`,
  };
  const config = readConfig({
    PORT: '0',
    HOST: 'localhost',
    ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
    CLOUD: 'custom',
    CLOUD_ENDPOINTS: JSON.stringify(endpoints),
    ALLOWED_TENANTS: tenantId,
    CONNECT_CLIENT_ID: clientId,
  });
  const database = given.database ?? (await openTestDatabase('embedded'));
  const app = await startApp({ config, log: pino({ level: 'silent' }), ...given, database });
  return {
    app,
    microsoft,
    play: ({ token, batch }) =>
      microsoft.replaceWith([
        keys,
        { method: 'POST', path: /\/token$/, reply: token },
        ...(batch ? [{ method: 'POST', path: '/graph/v1.0/$batch', reply: batch }] : []),
      ]),
    claims: (change = {}) => ({
      aud: clientId,
      iss: `${url}/${tenantId}/v2.0`,
      iat: seconds(),
      nbf: seconds(),
      exp: seconds() + 3600,
      tid: tenantId,
      oid: userId,
      azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
      scp: 'access_as_user',
      name: 'Anna Muster',
      preferred_username: 'anna@muster.example',
      ver: '2.0',
      wids: ['62e90394-69f5-4237-9190-012177145e10'],
      ...change,
    }),
    sign: (claims, key = privateKey, header = {}) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'known', typ: 'JWT', ...header }).sign(key),
    async close() {
      await app.close();
      await microsoft.close();
    },
  };
}

export function json(body: unknown, status = 200): ReplayAnswer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
