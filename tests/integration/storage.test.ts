import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Database, openDatabase } from '../../src/server/storage/database.ts';
import { migrations } from '../../src/server/storage/migrations/index.ts';
import { databaseKinds, openTestDatabase, testDatabaseConfig } from '../support/database.ts';

const now = new Date('2026-11-22T10:00:00.123Z');

describe.each(databaseKinds())('stored on %s', (kind) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  });
  afterAll(() => database.close());

  async function entityOf(tenantId: string, id: string = randomUUID()): Promise<string> {
    await database.kysely
      .insertInto('entities')
      .values({
        tenant_id: tenantId,
        id,
        name: 'Zürich',
        modules: ['calendar', 'to-do'],
        probe_mailbox: null,
        created_at: now,
        updated_at: now,
      })
      .execute();
    return id;
  }

  async function registrationOf(tenantId: string, entityId: string): Promise<void> {
    await database.kysely
      .insertInto('registrations')
      .values({
        tenant_id: tenantId,
        entity_id: entityId,
        directory_id: randomUUID(),
        application_id: randomUUID(),
        secret_ciphertext: Buffer.from([0, 255, 1]),
        secret_expires_on: '2028-02-29',
        stored_at: now,
      })
      .execute();
  }

  test('values come back in the types the tables promise', async () => {
    const tenantId = randomUUID();
    const entityId = await entityOf(tenantId);
    await registrationOf(tenantId, entityId);
    const row = await database.kysely
      .selectFrom('registrations')
      .innerJoin('entities', (join) =>
        join
          .onRef('entities.tenant_id', '=', 'registrations.tenant_id')
          .onRef('entities.id', '=', 'entity_id'),
      )
      .select(['modules', 'created_at', 'secret_ciphertext', 'secret_expires_on', 'version'])
      .where('registrations.tenant_id', '=', tenantId)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({
      modules: ['calendar', 'to-do'],
      created_at: now,
      secret_ciphertext: Buffer.from([0, 255, 1]),
      secret_expires_on: '2028-02-29',
      version: 1,
    });
  });

  test("a test's steps come back as they were", async () => {
    const tenantId = randomUUID();
    const entityId = await entityOf(tenantId);
    const steps = [
      {
        name: 'calendar',
        status: 'ok',
        verdict: null,
        evidence: null,
        durationMs: 1.5,
        finishedAt: now.toISOString(),
      },
    ];
    await database.kysely
      .insertInto('connection_tests')
      .values({
        tenant_id: tenantId,
        entity_id: entityId,
        id: randomUUID(),
        trigger: 'save',
        deep: false,
        probe_mailbox: 'a@b.example',
        status: 'ok',
        steps: JSON.stringify(steps),
        started_at: now,
        finished_at: null,
        started_by: null,
      })
      .execute();
    const rows = await database.kysely
      .selectFrom('connection_tests')
      .select(['steps', 'finished_at'])
      .where('tenant_id', '=', tenantId)
      .execute();
    expect(rows).toEqual([{ steps, finished_at: null }]);
  });

  test('what belongs to an entity goes with it, the audit log stays, another tenant is untouched', async () => {
    const [mine, other, id] = [randomUUID(), randomUUID(), randomUUID()];
    for (const tenantId of [mine, other]) {
      await entityOf(tenantId, id);
      await registrationOf(tenantId, id);
      await database.kysely
        .insertInto('audit_events')
        .values({
          tenant_id: tenantId,
          id,
          at: now,
          action: 'entity-removed',
          actor_id: null,
          actor_name: null,
          entity_id: id,
          entity_name: 'Zürich',
          details: JSON.stringify({}),
        })
        .execute();
    }
    await database.kysely.deleteFrom('entities').where('tenant_id', '=', mine).where('id', '=', id).execute();
    const tenantsIn = async (table: 'registrations' | 'audit_events') =>
      (
        await database.kysely
          .selectFrom(table)
          .select('tenant_id')
          .where('tenant_id', 'in', [mine, other])
          .execute()
      ).map((row) => row.tenant_id);
    expect(await tenantsIn('registrations')).toEqual([other]);
    expect((await tenantsIn('audit_events')).sort()).toEqual([mine, other].sort());
  });

  test('an entity of another tenant cannot be given a registration', async () => {
    const entityId = await entityOf(randomUUID());
    await expect(registrationOf(randomUUID(), entityId)).rejects.toMatchObject({ code: '23503' });
  });

  test('every primary key begins with the tenant', async () => {
    const { rows } = await database.pool.query<{ table: string; column: string }>(
      `select c.relname as table, a.attname as column from pg_index i join pg_class c on c.oid = i.indrelid
       join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where i.indisprimary and n.nspname = 'public' and c.relname not like 'kysely%'`,
    );
    expect(rows).toHaveLength(21);
    expect(new Set(rows.map((row) => row.column))).toEqual(new Set(['tenant_id']));
  });

  test('a statement that fails leaves the next one unharmed', async () => {
    await expect(database.pool.query('select 1/0')).rejects.toMatchObject({ code: '22012' });
    await expect(database.pool.query('begin; select 1/0')).rejects.toMatchObject({ code: '22012' });
    const abandoned = await database.pool.connect();
    await abandoned.query('begin');
    abandoned.release(new Error('dropped in the middle of a transaction'));
    expect((await database.pool.query('select txid_current_if_assigned() as open, 1 as one')).rows).toEqual([
      { open: null, one: 1 },
    ]);
  });

  test('a transaction that throws leaves nothing behind', async () => {
    const tenantId = randomUUID();
    const work = database.kysely.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('seen_tenants')
        .values({ tenant_id: tenantId, name: null, first_seen_at: now, last_seen_at: now })
        .execute();
      throw new Error('halfway');
    });
    await expect(work).rejects.toThrow('halfway');
    expect(
      await database.kysely
        .selectFrom('seen_tenants')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .execute(),
    ).toEqual([]);
  });
});

const onServer = databaseKinds().includes('postgresql') ? test : test.skip;

onServer(
  'six replicas that start together on an empty database bring its schema up to date once',
  async () => {
    const { databaseUrl } = await testDatabaseConfig('postgresql');
    const admin = await openDatabase({ databaseUrl });
    await admin.pool.query('drop schema public cascade; create schema public');
    const replicas = await Promise.all(Array.from({ length: 6 }, () => openDatabase({ databaseUrl })));
    const { rows } = await admin.pool.query('select name from kysely_migration');
    expect(rows).toEqual(Object.keys(migrations).map((name) => ({ name })));
    await Promise.all([admin, ...replicas].map((database) => database.close()));
  },
);

onServer('a server that is not there is an error, not a wait', async () => {
  await expect(openDatabase({ databaseUrl: 'postgres://connect@127.0.0.1:1/connect' })).rejects.toMatchObject(
    {
      cause: expect.objectContaining({ code: 'ECONNREFUSED' }),
    },
  );
});
