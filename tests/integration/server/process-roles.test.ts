import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { startApp, type App } from '../../../src/server/app.ts';
import { readConfig } from '../../../src/server/config/config.ts';
import { databaseKinds, testDatabaseConfig } from '../../support/database.ts';
import { clientId, tenantId } from '../../support/replay-cloud.ts';
import { startReplayServer, type ReplayServer } from '../../support/replay-server.ts';

const onServer = databaseKinds().includes('postgresql') ? describe : describe.skip;

onServer('processes that share a PostgreSQL database', () => {
  let microsoft: ReplayServer;
  const apps = new Map<string, App>();

  beforeAll(async () => {
    microsoft = await startReplayServer([]);
    const { databaseUrl } = await testDatabaseConfig('postgresql');
    for (const role of ['web', 'worker']) {
      const config = readConfig({
        ROLE: role,
        PORT: '0',
        HOST: 'localhost',
        DATABASE_URL: String(databaseUrl),
        ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
        CLOUD: 'custom',
        CLOUD_ENDPOINTS: JSON.stringify({
          issuer: `${microsoft.url}/{tenant}/v2.0`,
          authorize: `${microsoft.url}/{tenant}/authorize`,
          token: `${microsoft.url}/{tenant}/token`,
          adminConsent: `${microsoft.url}/{tenant}/adminconsent`,
          jwks: `${microsoft.url}/keys`,
          graph: `${microsoft.url}/graph`,
        }),
        ALLOWED_TENANTS: tenantId,
        CONNECT_CLIENT_ID: clientId,
      });
      apps.set(role, await startApp({ config, log: pino({ level: 'silent' }) }));
    }
  });
  afterAll(async () => {
    for (const app of apps.values()) await app.close();
    await microsoft.close();
  });

  const status = async (role: string, path: string) => (await fetch(`${apps.get(role)!.url}${path}`)).status;

  test('the web process serves tab and API, and is ready', async () => {
    expect(await status('web', '/readyz')).toBe(200);
    expect(await status('web', '/tab/config.json')).toBe(200);
    expect(await status('web', '/api/v1/me')).toBe(401);
  });

  test('the worker tells its health and serves nothing else', async () => {
    expect(await status('worker', '/readyz')).toBe(200);
    expect(await status('worker', '/tab/config.json')).toBe(404);
    expect(await status('worker', '/api/v1/me')).toBe(404);
  });
});
