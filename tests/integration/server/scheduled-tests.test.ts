import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  AppTokens,
  ConnectionTests,
  createConnectionTestStore,
  runDueTests,
} from '../../../src/server/features/connection-test/index.ts';
import type { TestSubject } from '../../../src/server/features/connection-test/index.ts';
import { LiveEvents } from '../../../src/server/features/live-events/index.ts';
import { createHttpExchange } from '../../../src/server/protocols/http/index.ts';
import type { Database } from '../../../src/server/storage/database.ts';
import { databaseKinds, openTestDatabase } from '../../support/database.ts';
import { json } from '../../support/replay-cloud.ts';
import { startReplayServer, type ReplayRoute, type ReplayServer } from '../../support/replay-server.ts';

const tenantId = '11111111-1111-4111-8111-111111111111';
const hourMs = 3600 * 1000;
const start = Date.parse('2026-11-22T06:00:00Z');
const ids = ['aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000002'] as const;

const answering: ReplayRoute[] = [
  { path: '/token', reply: json({ token_type: 'Bearer', expires_in: 3599, access_token: 'opaque' }) },
  {
    path: '/v1.0/$batch',
    reply: json({ responses: [{ id: 'calendar', status: 200, body: { value: [] } }] }),
  },
];

const subject = (entityId: string): TestSubject => ({
  tenantId,
  entityId,
  entityName: 'Zürich',
  modules: ['calendar'],
  probeMailbox: 'anna@muster.example',
  registration: {
    directoryId: tenantId,
    applicationId: tenantId,
    clientSecret: 'abc8Q~S0me.secret-value_of-40-characters',
  },
  registrationVersion: 1,
});

describe.each(databaseKinds())('tests by schedule, on %s', (kind) => {
  let database: Database;
  let microsoft: ReplayServer;
  let now = start;

  beforeAll(async () => {
    database = await openTestDatabase(kind);
    microsoft = await startReplayServer(answering);
    for (const id of ids) await insertEntity(id);
  });
  afterAll(async () => {
    await microsoft.close();
    await database.close();
  });

  async function insertEntity(id: string): Promise<void> {
    const at = new Date(start);
    const common = {
      tenant_id: tenantId,
      probe_mailbox: 'anna@muster.example',
      created_at: at,
      updated_at: at,
    };
    await database.kysely
      .insertInto('entities')
      .values({ ...common, id, name: id, modules: ['calendar'] })
      .execute();
    await database.kysely
      .insertInto('registrations')
      .values({
        tenant_id: tenantId,
        entity_id: id,
        directory_id: tenantId,
        application_id: tenantId,
        secret_ciphertext: Buffer.from('unread'),
        secret_expires_on: '2028-01-01',
        stored_at: at,
        stored_by: null,
      })
      .execute();
  }

  function schedule(find: (entityId: string) => TestSubject | null = subject) {
    const clock = () => now;
    const exchange = createHttpExchange({ origins: [microsoft.url], timeoutMs: 5000, maxBytes: 100_000 });
    const source = {
      exchange,
      tokenEndpoint: () => `${microsoft.url}/token`,
      scope: 'https://graph.example/.default',
    };
    const store = createConnectionTestStore(database.kysely);
    const live = new LiveEvents();
    const tokens = new AppTokens(source, clock);
    const connectionTests = new ConnectionTests({
      store,
      tokens,
      exchange,
      graphUrl: microsoft.url,
      live,
      now: clock,
    });
    const failures: object[] = [];
    const log = { error: (fields: object) => void failures.push(fields) };
    const subjects = { subject: async (_tenant: string, entityId: string) => find(entityId) };
    const tick = () => runDueTests({ connectionTests, store, subjects, now: clock, log });
    return { tick, store, failures };
  }

  const asked = (path: string) => microsoft.requests.filter((request) => request.path === path).length;

  test('test every entity once, and again after six hours', async () => {
    const { tick, store } = schedule();
    expect(await tick()).toBe(2);
    expect(await tick()).toBe(0);
    now += 6 * hourMs + 1;
    expect(await tick()).toBe(2);
    const history = await store.history(tenantId, ids[0], 10);
    expect(history.map(({ trigger, startedAt }) => [trigger, startedAt])).toEqual([
      ['schedule', new Date(now).toISOString()],
      ['schedule', new Date(start).toISOString()],
    ]);
  });

  test('ask for one token for all entities that share a registration', async () => {
    now += 6 * hourMs + 1;
    const before = { tokens: asked('/token'), batches: asked('/v1.0/$batch') };
    await schedule().tick();
    expect(asked('/v1.0/$batch') - before.batches).toBe(2);
    expect(asked('/token') - before.tokens).toBe(1);
  });

  test('go on with the others when one entity cannot be tested', async () => {
    now += 6 * hourMs + 1;
    const { tick, failures, store } = schedule((entityId) => {
      if (entityId === ids[0]) throw new Error('its key is missing');
      return subject(entityId);
    });
    expect(await tick()).toBe(2);
    expect(failures).toHaveLength(1);
    expect((await store.history(tenantId, ids[1], 1))[0]?.startedAt).toBe(new Date(now).toISOString());
  });

  test('are repeated after a quarter of an hour while Microsoft could not answer, and no sooner', async () => {
    now += 6 * hourMs + 1;
    const { tick, store } = schedule();
    microsoft.replaceWith([{ path: '/token', reply: { status: 503, body: '' } }]);
    expect(await tick()).toBe(2);
    expect((await store.history(tenantId, ids[0], 1))[0]?.status).toBe('unknown');
    now += 14 * 60_000;
    expect(await tick()).toBe(0);
    microsoft.replaceWith(answering);
    now += 2 * 60_000;
    expect(await tick()).toBe(2);
    expect((await store.history(tenantId, ids[0], 1))[0]?.status).toBe('unknown');
    now += 20 * 60_000;
    // Now Graph answered, but the token cannot be read: writing stays unproven, and waiting would not change that.
    expect(await tick()).toBe(0);
  });

  test('are forgotten after 90 days', async () => {
    now += 91 * 24 * hourMs;
    const { tick, store } = schedule();
    await tick();
    expect(await store.history(tenantId, ids[1], 10)).toHaveLength(1);
  });
});
