import { sql, type Kysely } from 'kysely';
import type { TenantList } from '../../../shared/api/tenants.ts';
import type { Tables } from '../../storage/tables.ts';

/** The firms that use this installation. */
export interface TenantStore {
  saw(tenantId: string, at: Date): Promise<void>;
  list(): Promise<TenantList['tenants']>;
}

export function createTenantStore(db: Kysely<Tables>): TenantStore {
  return {
    async saw(tenantId, at) {
      await db
        .insertInto('seen_tenants')
        .values({ tenant_id: tenantId, name: null, first_seen_at: at, last_seen_at: at })
        .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ last_seen_at: at }))
        .execute();
    },

    async list() {
      const tenants = await db.selectFrom('seen_tenants').selectAll().orderBy('first_seen_at').execute();
      const latest = db
        .selectFrom('connection_tests')
        .select(['tenant_id', 'entity_id', 'status'])
        .distinctOn(['tenant_id', 'entity_id'])
        .orderBy('tenant_id')
        .orderBy('entity_id')
        .orderBy('started_at', 'desc');
      const status = sql<'ok' | 'failed' | 'unknown'>`coalesce(t.status, 'unknown')`;
      const counts = await db
        .selectFrom('entities as e')
        .leftJoin(latest.as('t'), (join) =>
          join.onRef('t.tenant_id', '=', 'e.tenant_id').onRef('t.entity_id', '=', 'e.id'),
        )
        .select(['e.tenant_id', status.as('status'), (eb) => eb.fn.countAll<string>().as('entities')])
        .groupBy(['e.tenant_id', status])
        .execute();
      return tenants.map((tenant) => ({
        tenantId: tenant.tenant_id,
        firstSeenAt: tenant.first_seen_at.toISOString(),
        lastSeenAt: tenant.last_seen_at.toISOString(),
        entities: Object.fromEntries(
          counts
            .filter((row) => row.tenant_id === tenant.tenant_id)
            .map((row) => [row.status, Number(row.entities)]),
        ),
      }));
    },
  };
}
