import type { Kysely, Selectable } from 'kysely';
import type { EntityChange, NewEntity } from '../../../shared/api/entities.ts';
import type { Tables } from '../../storage/tables.ts';

export type EntityRow = Selectable<Tables['entities']>;

/** Entities of one tenant; none is ever reached by its id alone. */
export interface EntityStore {
  list(tenantId: string): Promise<EntityRow[]>;
  find(tenantId: string, entityId: string): Promise<EntityRow | null>;
  create(tenantId: string, entity: NewEntity, at: Date): Promise<EntityRow>;
  change(tenantId: string, entityId: string, change: EntityChange, at: Date): Promise<EntityRow | null>;
  /**
   * The mailbox that its tests probe, in the transaction that stores the registration it was entered with; false when
   * there is no such entity.
   */
  setProbeMailbox(
    trx: Kysely<Tables>,
    tenantId: string,
    entityId: string,
    address: string,
    at: Date,
  ): Promise<boolean>;
  /** Removes the entity with its registration, draft and tests. */
  remove(tenantId: string, entityId: string): Promise<EntityRow | null>;
}

export function createEntityStore(db: Kysely<Tables>): EntityStore {
  return {
    list: (tenantId) =>
      db.selectFrom('entities').selectAll().where('tenant_id', '=', tenantId).orderBy('created_at').execute(),

    async find(tenantId, entityId) {
      const row = await db
        .selectFrom('entities')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('id', '=', entityId)
        .executeTakeFirst();
      return row ?? null;
    },

    create: (tenantId, { name, modules }, at) =>
      db
        .insertInto('entities')
        .values({
          tenant_id: tenantId,
          id: crypto.randomUUID(),
          name,
          modules: [...new Set(modules)],
          probe_mailbox: null,
          created_at: at,
          updated_at: at,
        })
        .returningAll()
        .executeTakeFirstOrThrow(),

    async change(tenantId, entityId, { name, modules }, at) {
      const row = await db
        .updateTable('entities')
        .set({
          updated_at: at,
          ...(name === undefined ? {} : { name }),
          ...(modules === undefined ? {} : { modules: [...new Set(modules)] }),
        })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', entityId)
        .returningAll()
        .executeTakeFirst();
      return row ?? null;
    },

    async setProbeMailbox(trx, tenantId, entityId, address, at) {
      const done = await trx
        .updateTable('entities')
        .set({ probe_mailbox: address, updated_at: at })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', entityId)
        .executeTakeFirst();
      return done.numUpdatedRows === 1n;
    },

    async remove(tenantId, entityId) {
      const row = await db
        .deleteFrom('entities')
        .where('tenant_id', '=', tenantId)
        .where('id', '=', entityId)
        .returningAll()
        .executeTakeFirst();
      return row ?? null;
    },
  };
}
