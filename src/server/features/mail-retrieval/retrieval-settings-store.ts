import type { Kysely, Selectable } from 'kysely';
import type { Tables } from '../../storage/tables.ts';

export type RetrievalSettingsRow = Selectable<Tables['retrieval_settings']>;

/** What firms want of retrieval, entity by entity. None stored: off. */
export interface RetrievalSettingsStore {
  find(tenantId: string, entityId: string): Promise<RetrievalSettingsRow | null>;
  replace(trx: Kysely<Tables>, row: RetrievalSettingsRow): Promise<void>;
}

export function createRetrievalSettingsStore(db: Kysely<Tables>): RetrievalSettingsStore {
  return {
    async find(tenantId, entityId) {
      const row = await db
        .selectFrom('retrieval_settings')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('entity_id', '=', entityId)
        .executeTakeFirst();
      return row ?? null;
    },

    async replace(trx, { tenant_id, entity_id, ...wanted }) {
      await trx
        .insertInto('retrieval_settings')
        .values({ tenant_id, entity_id, ...wanted })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'entity_id']).doUpdateSet(wanted))
        .execute();
    },
  };
}
