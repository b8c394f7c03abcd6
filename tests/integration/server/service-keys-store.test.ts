import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { createEntityStore } from '../../../src/server/features/entity-registration/index.ts';
import {
  createServiceKeyStore,
  endedKeysKeptForMs,
  type ServiceKeyRow,
} from '../../../src/server/features/service-keys/index.ts';
import type { Database } from '../../../src/server/storage/database.ts';
import { digestOf } from '../../../src/server/features/service-keys/judge-service-key.ts';
import { formatServiceKey } from '../../../src/server/features/service-keys/service-key-text.ts';
import { databaseKinds, openTestDatabase } from '../../support/database.ts';
import { caller } from '../../support/product.ts';
import { startReplayedProduct, tenantId } from '../../support/replay-cloud.ts';

const otherTenant = '22222222-2222-4222-8222-222222222222';
const start = Date.parse('2026-11-22T10:00:00Z');
const at = (days: number) => new Date(start + days * 24 * 3600_000);

describe.each(databaseKinds())('service keys, on %s', (kind) => {
  let database: Database;
  let entityId: string;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
    const entities = createEntityStore(database.kysely);
    entityId = (await entities.create(tenantId, { name: 'Zürich', modules: ['mail'] }, at(0))).id;
  });
  afterAll(() => database.close());

  const store = () => createServiceKeyStore(database.kysely);
  async function addKey(change: Partial<ServiceKeyRow> = {}, most = 20): Promise<ServiceKeyRow | null> {
    const row = buildRow({ entity_id: entityId, expires_at: at(365), ...change });
    const transaction = database.kysely.transaction();
    return (await transaction.execute((trx) => store().add(trx, row, most))) ? row : null;
  }

  test('come back as they were written, to their own tenant alone', async () => {
    const row = await addKey();
    expect(await store().find(tenantId, row!.id)).toEqual(row);
    expect(await store().find(otherTenant, row!.id)).toBeNull();
    expect(await store().list(otherTenant, entityId, at(0), 10)).toEqual([]);
  });

  test('are not added to an entity of another tenant', async () => {
    expect(await addKey({ tenant_id: otherTenant })).toBeNull();
  });

  test('note a use at most as often as asked', async () => {
    const row = (await addKey())!;
    const used = async () => (await store().find(tenantId, row.id))?.last_used_at;
    await store().noteUse(row, at(1), at(0));
    expect(await used()).toEqual(at(1));
    await store().noteUse(row, at(2), at(0));
    expect(await used()).toEqual(at(1));
    await store().noteUse(row, at(3), at(1));
    expect(await used()).toEqual(at(3));
  });

  test('stay in the list for 90 days after their end, then go', async () => {
    const kept = [await addKey(), await addKey({ revoked_at: at(10) }), await addKey({ expires_at: at(10) })];
    const gone = [await addKey({ revoked_at: at(8) }), await addKey({ expires_at: at(8) })];
    const now = at(99).getTime();
    expect(await store().removeEndedBefore(new Date(now - endedKeysKeptForMs))).toBe(2);
    const ids = (await store().list(tenantId, entityId, at(99), 100)).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(kept.map((row) => row!.id)));
    for (const row of gone) expect(ids).not.toContain(row!.id);
  });

  test('that work are listed before the list is full of those that do not', async () => {
    const entities = createEntityStore(database.kysely);
    const { id } = await entities.create(tenantId, { name: 'Bern', modules: ['mail'] }, at(0));
    const works = await addKey({ entity_id: id, created_at: at(1) });
    for (const day of [2, 3, 4]) await addKey({ entity_id: id, created_at: at(day), revoked_at: at(5) });
    const listed = await store().list(tenantId, id, at(6), 3);
    expect(listed.map(({ created_at }) => created_at)).toEqual([at(4), at(3), at(1)]);
    expect(listed.at(-1)?.id).toBe(works!.id);
  });

  test('are limited to so many in use; ended ones do not count', async () => {
    const entities = createEntityStore(database.kysely);
    const { id } = await entities.create(tenantId, { name: 'Genève', modules: ['mail'] }, at(0));
    const many = await Promise.all(Array.from({ length: 6 }, () => addKey({ entity_id: id }, 2)));
    expect(many.filter((row) => row !== null)).toHaveLength(2);
    await addKey({ entity_id: id, revoked_at: at(0) }, 3);
    await addKey({ entity_id: id, expires_at: at(-1) }, 3);
    expect(await addKey({ entity_id: id }, 3)).not.toBeNull();
    expect(await addKey({ entity_id: id }, 3)).toBeNull();
  });

  test('go with their entity', async () => {
    const entities = createEntityStore(database.kysely);
    const { id } = await entities.create(tenantId, { name: 'Basel', modules: ['mail'] }, at(0));
    const row = await addKey({ entity_id: id });
    await entities.remove(tenantId, id);
    expect(await store().find(tenantId, row!.id)).toBeNull();
  });
});

describe('a key that is in the database', () => {
  test('is refused once its firm is no longer admitted', async () => {
    const database = await openTestDatabase('embedded');
    const entities = createEntityStore(database.kysely);
    const keys = createServiceKeyStore(database.kysely);
    const secret = randomBytes(32);
    const stored = async (tenant: string) => {
      const { id: entityId } = await entities.create(tenant, { name: 'Zürich', modules: ['mail'] }, at(0));
      const row = buildRow({ tenant_id: tenant, entity_id: entityId, key_hash: digestOf(secret) });
      await database.kysely.transaction().execute((trx) => keys.add(trx, row, 20));
      return { entityId, key: formatServiceKey({ tenantId: tenant, keyId: row.id, secret }) };
    };
    const [admitted, former] = [await stored(tenantId), await stored(otherTenant)];
    const logged: string[] = [];
    const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
    const product = await startReplayedProduct({ database, log });
    const ask = ({ key, entityId }: typeof admitted) =>
      caller(product.app.url, key).call('POST', `entities/${entityId}/access-token`);
    // The first one is accepted: what is missing is the registration.
    expect((await ask(admitted)).body.code).toBe('registration-missing');
    expect((await ask(former)).body.code).toBe('key-refused');
    expect(logged.join('')).toContain('"reason":"tenant not admitted"');
    await product.close();
  });
});

/** A key of the first tenant for a year. */
function buildRow(change: Partial<ServiceKeyRow> & { entity_id: string }): ServiceKeyRow {
  return {
    tenant_id: tenantId,
    id: crypto.randomUUID(),
    name: 'LEGAL 365',
    scopes: ['graph', 'mail'],
    key_hash: randomBytes(32),
    hint: 'abcd',
    created_at: at(0),
    created_by: null,
    expires_at: new Date(Date.now() + 365 * 24 * 3600_000),
    last_used_at: null,
    revoked_at: null,
    ...change,
  };
}
