import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createHttpExchange } from '../../../src/server/protocols/http/index.ts';
import { createLogger } from '../../../src/server/http/logger.ts';
import { startApp } from '../../../src/server/app.ts';
import { readConfig } from '../../../src/server/config/config.ts';
import { createServer, type ServerOptions } from '../../../src/server/http/server.ts';
import { createTokenVerifier } from '../../../src/server/http/access-token.ts';
import { startReplayServer, type ReplayServer } from '../../support/replay-server.ts';
import { openTestDatabase } from '../../support/database.ts';
import { startProduct, type Product } from '../../support/product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

describe('every answer', () => {
  test('of a page says who may frame it and that nothing but our own script runs', async () => {
    const { headers } = await fetch(`${product.url}/tab/`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toMatch(/frame-ancestors 'self'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBeNull();
  });

  test('of the API is kept out of caches', async () => {
    const admin = await product.as('admin@muster.example');
    expect((await admin.call('GET', 'entities')).headers.get('cache-control')).toBe('no-store');
    expect((await admin.call('GET', 'nothing')).headers.get('cache-control')).toBe('no-store');
  });

  test('of the health routes tells that the server lives and reaches its database', async () => {
    expect(await (await fetch(`${product.url}/healthz`)).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(`${product.url}/readyz`)).json()).toEqual({ status: 'ok' });
  });

  test('of the description names every route of the API with its answers', async () => {
    const description = (await (await fetch(`${product.url}/openapi.json`)).json()) as {
      openapi: string;
      paths: object;
    };
    expect(description.openapi).toBe('3.1.0');
    expect(Object.keys(description.paths)).toEqual(
      expect.arrayContaining(['/api/v1/me', '/api/v1/entities', '/api/v1/entities/{id}/registration']),
    );
  });

  test('of the configuration for the tab holds nothing secret', async () => {
    const config = await (await fetch(`${product.url}/tab/config.json`)).text();
    expect(JSON.parse(config)).toMatchObject({ clientId: product.tenant.seed.connect.applicationId });
    expect(config).not.toMatch(/secret|password/i);
  });
});

describe('a path that leads nowhere', () => {
  const paths = [
    '/tab/..%2f..%2fpackage.json',
    '/tab/%2e%2e/x',
    '/tab//etc/passwd',
    '/tab/%ff?code=abc',
    '/nope',
  ];
  const tooLong = `/api/v1/entities/${'a'.repeat(200)}`;
  test.each([...paths, tooLong])('%s is answered 404 and is no error of the server', async (path) => {
    const response = await fetch(product.url + path);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.text()).not.toContain('code=abc');
    expect(product.logged()).not.toContain('request failed');
  });
});

describe('a server of which a part is broken or missing', () => {
  const closers: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0)) await close();
  });

  const options = (change: Partial<ServerOptions> = {}): ServerOptions => ({
    logger: createLogger('silent'),
    verifier: {
      check: async () => ({ refusal: 'token-refused', reason: 'a test' }),
      refreshKeys: async () => undefined,
    },
    serviceKeys: { check: async () => ({ reason: 'a test' }) },
    pageOrigins: { frameAncestors: [], login: 'https://login.example', secure: true },
    seen: () => undefined,
    ...change,
  });

  async function listening(change?: Partial<ServerOptions>) {
    const { app } = await createServer(options(change));
    closers.push(() => app.close());
    app.get('/api/v1/open', { config: { access: ['User'] } }, () => ({}));
    app.get('/broken', { config: { access: 'public' } }, () => {
      throw new Error('the password is 1234');
    });
    return app.listen({ port: 0, host: 'localhost' });
  }

  test('whose port is taken does not start, and lets go of its jobs and its database', async () => {
    const database = await openTestDatabase('embedded');
    const config = readConfig({
      HOST: 'localhost',
      PORT: new URL(product.url).port,
      ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
      CLOUD: 'custom',
      CLOUD_ENDPOINTS: JSON.stringify(product.tenant.clientCloudEndpoints()),
      CONNECT_CLIENT_ID: product.tenant.seed.connect.applicationId,
    });
    const complaints: string[] = [];
    const log = createLogger('warn', { write: (line) => void complaints.push(line) });
    await expect(startApp({ config, log, database })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    expect(database.pool.ended).toBe(true);
    expect(complaints).toEqual([]);
  });

  test('does not start with a route that says nothing of who may call it', async () => {
    const { app } = await createServer(options());
    closers.push(() => app.close());
    expect(() => app.get('/forgotten', () => ({}))).toThrow('/forgotten does not say who may call it');
  });

  test('tells nothing of what went wrong inside', async () => {
    const response = await fetch(`${await listening()}/broken`);
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(JSON.parse(text)).toMatchObject({ code: 'internal' });
    expect(text).not.toContain('1234');
  });

  test('asks for https for a year when it is served by https', async () => {
    const { headers } = await fetch(`${await listening()}/broken`);
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
  });

  test('does not let anybody try tokens without end', async () => {
    const url = await listening({ requestsPerMinute: 5 });
    const statuses: number[] = [];
    for (let count = 0; count < 7; count++) {
      const response = await fetch(`${url}/api/v1/open`, { headers: { authorization: 'Bearer wrong' } });
      statuses.push(response.status);
      if (count === 6) expect(await response.json()).toMatchObject({ code: 'too-many-requests' });
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
  });

  test('counts each person behind a proxy that it was told of', async () => {
    const url = await listening({ requestsPerMinute: 1, trustProxy: ['127.0.0.1', '::1'] });
    const from = async (address: string) =>
      (
        await fetch(`${url}/api/v1/open`, {
          headers: { authorization: 'Bearer x', 'x-forwarded-for': address },
        })
      ).status;
    expect([await from('203.0.113.1'), await from('203.0.113.2'), await from('203.0.113.1')]).toEqual([
      401, 401, 429,
    ]);
  });

  const tokens = (keys: ReplayServer) =>
    createTokenVerifier({
      clientId: 'c',
      issuer: `${keys.url}/{tenant}`,
      jwksUri: `${keys.url}/keys`,
      clients: [],
      operatorTenant: undefined,
      isAllowedTenant: () => true,
      now: Date.now,
    });
  const someToken = `${Buffer.from('{"alg":"RS256","kid":"a"}').toString('base64url')}.e30.c2ln`;

  test.each(['reset', { status: 503, body: 'down' }, { status: 200, body: '<html>' }] as const)(
    'blames no token while the signing keys cannot be fetched (%j)',
    async (reply) => {
      const keys = await startReplayServer([{ path: '/keys', reply }]);
      closers.push(() => keys.close());
      const url = await listening({ verifier: tokens(keys) });
      const response = await fetch(`${url}/api/v1/open`, {
        headers: { authorization: `Bearer ${someToken}` },
      });
      const body = (await response.json()) as unknown;
      expect({ status: response.status, body }).toMatchObject({
        status: 503,
        body: { code: 'unavailable' },
      });
    },
  );
});

describe('a request to the outside', () => {
  const limits = { timeoutMs: 300, maxBytes: 1000 };

  test('leaves for the hosts of the cloud alone', async () => {
    const elsewhere = await startReplayServer([{ path: '/', reply: { status: 200, body: '' } }]);
    const exchange = createHttpExchange({ origins: ['https://graph.example'], ...limits });
    await expect(exchange(`${elsewhere.url}/`, { method: 'GET' })).rejects.toMatchObject({
      code: 'EHOSTNOTALLOWED',
    });
    expect(elsewhere.requests).toEqual([]);
    await elsewhere.close();
  });

  test('is bounded in time and size, and follows no redirect', async () => {
    const server = await startReplayServer([
      { path: '/slow', reply: 'hang' },
      { path: '/large', reply: { status: 200, body: 'x'.repeat(100_000) } },
      { path: '/portal', reply: { status: 302, headers: { location: '/large' }, body: '' } },
    ]);
    const exchange = createHttpExchange({ origins: [server.url], ...limits });
    await expect(exchange(`${server.url}/slow`, { method: 'GET' })).rejects.toMatchObject({
      code: 'ETIMEDOUT',
    });
    expect((await exchange(`${server.url}/large`, { method: 'GET' })).body).toHaveLength(1000);
    expect((await exchange(`${server.url}/portal`, { method: 'GET' })).status).toBe(302);
    await server.close();
  });
});
