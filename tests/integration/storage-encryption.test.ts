import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EncryptionKey } from '../../src/server/config/encryption-keys.ts';
import type { Database } from '../../src/server/storage/database.ts';
import { createEncryption, type Place } from '../../src/server/storage/encryption/encryption.ts';
import { databaseKinds, openTestDatabase } from '../support/database.ts';

const newKey = (id: string): EncryptionKey => ({ id, key: createSecretKey(randomBytes(32)) });

describe.each(databaseKinds())('encrypted columns on %s', (kind) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  });
  afterAll(() => database.close());

  const place = (change: Partial<Place> = {}): Place => ({
    ...{ tenantId: randomUUID(), table: 'registrations', rowId: 'a', column: 'secret_ciphertext' },
    ...change,
  });
  const keysOf = (tenantId: string) =>
    database.kysely
      .selectFrom('tenant_keys')
      .select(['kek_id', 'wrapped'])
      .where('tenant_id', '=', tenantId)
      .execute();

  test('a secret is read again by a process that starts later', async () => {
    const keys = [newKey('k1')];
    const at = place();
    const stored = await createEncryption({ keys, database }).encrypt(at, 'Vb~8Q~geheim…');
    expect(stored.includes('geheim')).toBe(false);
    expect(await createEncryption({ keys, database }).decrypt(at, stored)).toBe('Vb~8Q~geheim…');
  });

  test('moved to another row, column, table or tenant it cannot be read', async () => {
    const encryption = createEncryption({ keys: [newKey('k1')], database });
    const at = place();
    const stored = await encryption.encrypt(at, 'secret');
    await encryption.encrypt(place({ tenantId: at.tenantId }), 'the tenant has a key');
    const other = randomUUID();
    await encryption.encrypt(place({ tenantId: other }), 'and so has the other one');
    for (const change of [
      { rowId: 'b' },
      { column: 'ciphertext' },
      { table: 'registration_drafts' },
      { tenantId: other },
    ]) {
      await expect(encryption.decrypt({ ...at, ...change }, stored)).rejects.toMatchObject({
        code: 'damaged',
      });
    }
  });

  test('a data key copied to another tenant does not open', async () => {
    const encryption = createEncryption({ keys: [newKey('k1')], database });
    const at = place();
    const stored = await encryption.encrypt(at, 'secret');
    const thief = randomUUID();
    const [key] = await keysOf(at.tenantId);
    await database.kysely
      .insertInto('tenant_keys')
      .values({ ...key!, tenant_id: thief, key_number: 1, created_at: new Date() })
      .execute();
    await expect(encryption.decrypt({ ...at, tenantId: thief }, stored)).rejects.toMatchObject({
      code: 'damaged',
    });
  });

  test("replicas that make a tenant's first key at once end with one", async () => {
    const keys = [newKey('k1')];
    const replicas = Array.from({ length: 5 }, () => createEncryption({ keys, database }));
    const at = place();
    const stored = await Promise.all(replicas.map((replica, index) => replica.encrypt(at, `text ${index}`)));
    expect(await keysOf(at.tenantId)).toHaveLength(1);
    const late = createEncryption({ keys, database });
    expect(await Promise.all(stored.map((value) => late.decrypt(at, value)))).toEqual(
      [0, 1, 2, 3, 4].map((index) => `text ${index}`),
    );
  });

  test('after a change of the key-encryption key the old one can be retired', async () => {
    const [old, young] = [newKey('old'), newKey('young')];
    await database.kysely.deleteFrom('tenant_keys').execute();
    const at = place();
    const stored = await createEncryption({ keys: [old], database }).encrypt(at, 'secret');

    const rotating = createEncryption({ keys: [young, old], database });
    expect(await rotating.decrypt(at, stored)).toBe('secret');
    expect(await rotating.rewrapTenantKeys()).toBe(1);
    expect(await rotating.rewrapTenantKeys()).toBe(0);

    expect(await createEncryption({ keys: [young], database }).decrypt(at, stored)).toBe('secret');
    await expect(createEncryption({ keys: [old], database }).decrypt(at, stored)).rejects.toThrow(
      /key "young"/,
    );
  });

  test('another key under the same id is refused before anything is written with it', async () => {
    await database.kysely.deleteFrom('tenant_keys').execute();
    await createEncryption({ keys: [newKey('own')], database }).encrypt(place(), 'secret');
    await expect(createEncryption({ keys: [newKey('own')], database }).rewrapTenantKeys()).rejects.toThrow(
      /another key than the one given as "own"/,
    );
  });

  test('many more tenants than one batch are wrapped again', async () => {
    const [old, young] = [newKey('old'), newKey('young')];
    await database.kysely.deleteFrom('tenant_keys').execute();
    const before = createEncryption({ keys: [old], database });
    for (let tenants = 0; tenants < 510; tenants++) await before.encrypt(place(), 'x');
    expect(await createEncryption({ keys: [young, old], database }).rewrapTenantKeys()).toBe(510);
  });

  test('a value whose data key is gone says so', async () => {
    const keys = [newKey('k1')];
    const at = place();
    const stored = await createEncryption({ keys, database }).encrypt(at, 'secret');
    await database.kysely.deleteFrom('tenant_keys').where('tenant_id', '=', at.tenantId).execute();
    await expect(createEncryption({ keys, database }).decrypt(at, stored)).rejects.toMatchObject({
      code: 'data-key-missing',
    });
  });

  test('keys stay in memory for minutes only', async () => {
    let now = 0;
    const encryption = createEncryption({ keys: [newKey('k1')], database, now: () => now });
    const at = place();
    const stored = await encryption.encrypt(at, 'secret');
    await encryption.decrypt(at, stored);
    await database.kysely.deleteFrom('tenant_keys').where('tenant_id', '=', at.tenantId).execute();
    now = 4 * 60_000;
    expect(await encryption.decrypt(at, stored)).toBe('secret');
    now = 6 * 60_000;
    await expect(encryption.decrypt(at, stored)).rejects.toMatchObject({ code: 'data-key-missing' });
  });
});
