import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Entity } from '../../../src/shared/api/entities.ts';
import { startProduct, type Caller, type Product } from '../../support/product.ts';
import { connectEntity } from '../../support/registration.ts';
import { callGraph, GraphTokens } from '../../support/service-key-example.ts';
import { createKey } from '../../support/service-keys.ts';

const root = join(import.meta.dirname, '../../..');
const page = readFileSync(join(root, 'docs/service-keys.md'), 'utf8');
const example = readFileSync(join(root, 'tests/support/service-key-example.ts'), 'utf8');
const run = promisify(execFile);
const minuteMs = 60_000;

let product: Product;
let admin: Caller;
let entity: Entity;
let graphUrl: string;
let ahead = 0;

beforeAll(async () => {
  product = await startProduct({ now: () => Date.now() + ahead });
  graphUrl = `${product.tenant.clientCloudEndpoints().graph}/v1.0`;
  admin = await product.as('admin@muster.example');
  entity = (await connectEntity(admin, product.tenant.seed.ready)).body.entity;
});
afterEach(() => product.noFaults());
afterAll(() => product.close());

async function newKey() {
  const { key, serviceKey } = await createKey(admin, entity.id);
  return {
    key,
    tokens: new GraphTokens({ url: product.url, entityId: entity.id, serviceKey: key }),
    revoke: () => admin.call('DELETE', `entities/${entity.id}/service-keys/${serviceKey.id}`),
  };
}

const eventsUrl = () => `${graphUrl}/users/lawyer@muster.example/events`;

describe('the example in TypeScript', () => {
  test('is the one that the page shows', () => {
    expect(page).toContain(`\`\`\`ts\n${example}\`\`\`\n`);
  });

  test('reads the events of a mailbox', async () => {
    const { tokens } = await newKey();
    const response = await callGraph(tokens, eventsUrl());
    expect(response.status).toBe(200);
    expect(await response.json()).toHaveProperty('value');
  });

  test('asks once for a hundred calls at the same time, and keeps the token', async () => {
    const { tokens, revoke } = await newKey();
    // Asked one by one they would exceed the sixty of a minute.
    const all = await Promise.all(Array.from({ length: 100 }, () => tokens.get()));
    expect(new Set(all).size).toBe(1);
    await revoke();
    expect((await callGraph(tokens, eventsUrl())).status).toBe(200);
  });

  test('asks again once when Graph says 401, and says why there is no token', async () => {
    const { tokens, revoke } = await newKey();
    expect((await callGraph(tokens, eventsUrl())).status).toBe(200);
    await product.fault('cae-challenge');
    expect((await callGraph(tokens, eventsUrl())).status).toBe(401);
    await revoke();
    await expect(callGraph(tokens, eventsUrl())).rejects.toMatchObject({
      name: 'NoTokenError',
      code: 'key-refused',
    });
  });

  test('tells how long to wait and what Microsoft said', async () => {
    const { tokens } = await newKey();
    ahead = 11 * minuteMs;
    await product.fault('throttled', { where: 'entra', retryAfterSeconds: 7 });
    const expected = { code: 'unavailable', reason: 'throttled', retryAfterSeconds: 7 };
    await expect(tokens.get()).rejects.toMatchObject(expected);
    // The time that Microsoft asked for is over before the next one asks.
    ahead += 8_000;
  });

  test('asks again for a token that has ended', async () => {
    const late = await startProduct({ now: () => Date.now() - 100 * minuteMs });
    const lateAdmin = await late.as('admin@muster.example');
    const { id } = (await connectEntity(lateAdmin, late.tenant.seed.ready)).body.entity;
    const { key, serviceKey } = await createKey(lateAdmin, id);
    const tokens = new GraphTokens({ url: late.url, entityId: id, serviceKey: key });
    await tokens.get();
    await lateAdmin.call('DELETE', `entities/${id}/service-keys/${serviceKey.id}`);
    await expect(tokens.get()).rejects.toMatchObject({ code: 'key-refused' });
    await late.close();
  });
});

describe('the example for curl', () => {
  const script = /```sh\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const runWith = (key: string) =>
    run('sh', ['-ec', script], {
      env: {
        PATH: process.env['PATH'],
        CONNECT_URL: product.url,
        GRAPH_URL: graphUrl,
        ENTITY_ID: entity.id,
        SERVICE_KEY: key,
        MAILBOX: 'lawyer@muster.example',
      },
    });

  test('reads the events of a mailbox', async () => {
    const { key } = await newKey();
    const { stdout } = await runWith(key);
    expect(JSON.parse(stdout)).toHaveProperty('value');
  });

  test('fails with a refused key, and says so', async () => {
    const { key } = await newKey();
    await expect(runWith(key.slice(1))).rejects.toThrow('401');
  });
});
