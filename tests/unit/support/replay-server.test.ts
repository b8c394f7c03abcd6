import { afterEach, describe, expect, test } from '@jest/globals';
import { startReplayServer, type ReplayRoute, type ReplayServer } from '../../support/replay-server.ts';

let server: ReplayServer | undefined;
const start = async (routes: ReplayRoute[]) => (server = await startReplayServer(routes));
afterEach(async () => {
  await server?.close();
  server = undefined;
});

describe('the replay server', () => {
  test('plays the first route that fits and records what was asked', async () => {
    const { url, requests } = await start([
      {
        method: 'POST',
        path: /\/oauth2\/v2\.0\/token$/,
        reply: { status: 401, headers: { 'retry-after': '7' }, body: '{"error":"invalid_client"}' },
      },
      { path: '/v1.0/$batch', reply: ({ body }) => ({ status: 200, body: `you said ${body}` }) },
    ]);
    const refused = await fetch(`${url}/t/oauth2/v2.0/token?x=1`, { method: 'POST', body: 'scope=a' });
    expect([refused.status, refused.headers.get('retry-after'), await refused.text()]).toEqual([
      401,
      '7',
      '{"error":"invalid_client"}',
    ]);
    expect(await (await fetch(`${url}/v1.0/$batch`, { method: 'POST', body: 'hello' })).text()).toBe(
      'you said hello',
    );
    expect((await fetch(`${url}/elsewhere`)).status).toBe(404);
    expect(requests.map(({ method, path, body }) => [method, path, body])).toEqual([
      ['POST', '/t/oauth2/v2.0/token', 'scope=a'],
      ['POST', '/v1.0/$batch', 'hello'],
      ['GET', '/elsewhere', ''],
    ]);
    expect(requests[0]!.query.get('x')).toBe('1');
  });

  test('can be given other replies while it runs', async () => {
    const replay = await start([{ path: '/', reply: { status: 200, body: '' } }]);
    replay.replaceWith([{ path: '/', reply: { status: 503, body: '' } }]);
    expect((await fetch(replay.url)).status).toBe(503);
  });

  test('can cut the connection, keep silent, and still be closed', async () => {
    const { url } = await start([
      { path: '/reset', reply: 'reset' },
      { path: '/hang', reply: 'hang' },
    ]);
    await expect(fetch(`${url}/reset`)).rejects.toThrow('fetch failed');
    const silent = fetch(`${url}/hang`);
    await fetch(`${url}/elsewhere`);
    await server!.close();
    server = undefined;
    await expect(silent).rejects.toThrow('fetch failed');
  });
});
