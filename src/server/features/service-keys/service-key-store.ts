import type { Kysely, Selectable } from 'kysely';
import type { Tables } from '../../storage/tables.ts';

export type ServiceKeyRow = Selectable<Tables['service_keys']>;

/** Keys in use of one entity, and when one of them was last used (ISO time). */
export interface KeysInUse {
  active: number;
  lastUsedAt: string | null;
}

/** A key that opens an entity's mailboxes, as their owners see it (ISO time). */
export interface MailKey {
  name: string;
  lastUsedAt: string | null;
}

/** Keys of one tenant's entities; none is ever reached by its id alone. */
export interface ServiceKeyStore {
  /** Neither revoked nor expired, by entity id. */
  inUse(tenantId: string, now: Date): Promise<Map<string, KeysInUse>>;
  /** Those in use with scope `mail`, by entity id: the owners of its mailboxes are told. */
  mailKeys(tenantId: string, now: Date): Promise<Map<string, MailKey[]>>;
  /** Newest first; of many, those that still work. */
  list(tenantId: string, entityId: string, now: Date, most: number): Promise<ServiceKeyRow[]>;
  find(tenantId: string, keyId: string): Promise<ServiceKeyRow | null>;
  /** false when the entity already has so many keys in use, or is gone. */
  add(trx: Kysely<Tables>, row: ServiceKeyRow, mostInUse: number): Promise<boolean>;
  /** null when it was revoked already, or there is no such key. */
  revoke(
    trx: Kysely<Tables>,
    tenantId: string,
    entityId: string,
    keyId: string,
    at: Date,
  ): Promise<ServiceKeyRow | null>;
  /** Notes a use, unless one was noted after `since`. */
  noteUse(row: ServiceKeyRow, at: Date, since: Date): Promise<void>;
  /** Forgets keys that were revoked or expired before the time. */
  removeEndedBefore(time: Date): Promise<number>;
}

/** Revoked or expired, a key stays in the list for 90 days: whoever finds it in a log can still see whose it was. */
export const endedKeysKeptForMs = 90 * 24 * 3600 * 1000;

export function createServiceKeyStore(db: Kysely<Tables>): ServiceKeyStore {
  return {
    inUse: (tenantId, now) => countInUse(db, tenantId, now),
    mailKeys: (tenantId, now) => mailKeys(db, tenantId, now),

    async list(tenantId, entityId, now, most) {
      const rows = await db
        .selectFrom('service_keys')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('entity_id', '=', entityId)
        .orderBy((eb) => eb.and([eb('revoked_at', 'is', null), eb('expires_at', '>', now)]), 'desc')
        .orderBy('created_at', 'desc')
        .limit(most)
        .execute();
      return rows.sort((a, b) => b.created_at.getTime() - a.created_at.getTime());
    },

    async find(tenantId, keyId) {
      const row = await db
        .selectFrom('service_keys')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('id', '=', keyId)
        .executeTakeFirst();
      return row ?? null;
    },

    async add(trx, row, mostInUse) {
      // Held until the transaction ends, so that two admins cannot both create the last one.
      const entity = await trx
        .selectFrom('entities')
        .select('id')
        .where('tenant_id', '=', row.tenant_id)
        .where('id', '=', row.entity_id)
        .forUpdate()
        .executeTakeFirst();
      const inUse = await countInUse(trx, row.tenant_id, row.created_at);
      if (entity === undefined || (inUse.get(row.entity_id)?.active ?? 0) >= mostInUse) return false;
      await trx.insertInto('service_keys').values(row).execute();
      return true;
    },

    async revoke(trx, tenantId, entityId, keyId, at) {
      const row = await trx
        .updateTable('service_keys')
        .set({ revoked_at: at })
        .where('tenant_id', '=', tenantId)
        .where('entity_id', '=', entityId)
        .where('id', '=', keyId)
        .where('revoked_at', 'is', null)
        .returningAll()
        .executeTakeFirst();
      return row ?? null;
    },

    async noteUse({ tenant_id, id }, at, since) {
      await db
        .updateTable('service_keys')
        .set({ last_used_at: at })
        .where('tenant_id', '=', tenant_id)
        .where('id', '=', id)
        .where((eb) => eb.or([eb('last_used_at', 'is', null), eb('last_used_at', '<=', since)]))
        .execute();
    },

    async removeEndedBefore(time) {
      const done = await db
        .deleteFrom('service_keys')
        .where((eb) => eb.or([eb('revoked_at', '<', time), eb('expires_at', '<', time)]))
        .executeTakeFirst();
      return Number(done.numDeletedRows);
    },
  };
}

async function countInUse(db: Kysely<Tables>, tenantId: string, now: Date): Promise<Map<string, KeysInUse>> {
  const rows = await db
    .selectFrom('service_keys')
    .select(({ fn }) => [
      'entity_id',
      fn.countAll<string>().as('active'),
      fn.max('last_used_at').as('lastUsedAt'),
    ])
    .where('tenant_id', '=', tenantId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .groupBy('entity_id')
    .execute();
  return new Map(
    rows.map(({ entity_id, active, lastUsedAt }) => [
      entity_id,
      { active: Number(active), lastUsedAt: lastUsedAt?.toISOString() ?? null },
    ]),
  );
}

async function mailKeys(db: Kysely<Tables>, tenantId: string, now: Date): Promise<Map<string, MailKey[]>> {
  const rows = await db
    .selectFrom('service_keys')
    .select(['entity_id', 'name', 'last_used_at', 'scopes'])
    .where('tenant_id', '=', tenantId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('created_at')
    .execute();
  const mail = rows.filter(({ scopes }) => scopes.includes('mail'));
  const byEntity = Map.groupBy(mail, ({ entity_id }) => entity_id);
  return new Map(
    [...byEntity].map(([entityId, keys]) => [
      entityId,
      keys.map(({ name, last_used_at }) => ({ name, lastUsedAt: last_used_at?.toISOString() ?? null })),
    ]),
  );
}
