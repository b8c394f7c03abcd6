import type { Kysely } from 'kysely';
import type { Tables } from '../../storage/tables.ts';

/** Keys in use of one entity, and when one of them was last used (ISO time). */
export interface KeysInUse {
  active: number;
  lastUsedAt: string | null;
}

export interface ServiceKeyStore {
  /** Neither revoked nor expired, by entity id. */
  inUse(tenantId: string, now: Date): Promise<Map<string, KeysInUse>>;
}

export function createServiceKeyStore(db: Kysely<Tables>): ServiceKeyStore {
  return {
    async inUse(tenantId, now) {
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
    },
  };
}
