import { sql, type Kysely, type Selectable } from 'kysely';
import type { ConnectionTest } from '../../../shared/api/connection-tests.ts';
import type { Module } from '../../../shared/domain/modules.ts';
import type { Tables } from '../../storage/tables.ts';

/** A deep test wrote in these modules with a token of these rights. `at` in milliseconds since 1970. */
export interface WriteProof {
  modules: readonly Module[];
  rights: string;
  at: number;
}

export interface ConnectionTestStore {
  keep(tenantId: string, test: ConnectionTest, startedBy: string | null): Promise<void>;
  /** Newest first. */
  history(tenantId: string, entityId: string, most: number): Promise<ConnectionTest[]>;
  /** The newest test of each of the tenant's entities, by entity id. */
  latest(tenantId: string): Promise<Map<string, ConnectionTest>>;
  /** When writing was last proven with a token of these rights, in milliseconds since 1970, by module. */
  writeProofs(tenantId: string, entityId: string, rights: string): Promise<Map<Module, number>>;
  keepWriteProofs(tenantId: string, entityId: string, proof: WriteProof): Promise<void>;
  /** Deletes tests that ended before a time; answers how many. */
  removeBefore(time: Date): Promise<number>;
  /** Entities with a registration whose last test began before a time, over all tenants, longest ago first. */
  due(before: Date, most: number): Promise<{ tenantId: string; entityId: string }[]>;
}

export function createConnectionTestStore(db: Kysely<Tables>): ConnectionTestStore {
  return {
    async keep(tenantId, test, startedBy) {
      const row = {
        tenant_id: tenantId,
        entity_id: test.entityId,
        id: test.id,
        trigger: test.trigger,
        deep: test.deep,
        probe_mailbox: test.probeMailbox,
        status: test.status,
        steps: JSON.stringify(test.steps, storableText),
        started_at: new Date(test.startedAt),
        finished_at: test.finishedAt === null ? null : new Date(test.finishedAt),
        started_by: startedBy,
      };
      await db.insertInto('connection_tests').values(row).execute();
    },

    async history(tenantId, entityId, most) {
      const rows = await ofTenant(db, tenantId)
        .where('entity_id', '=', entityId)
        .orderBy('started_at', 'desc')
        .limit(most)
        .execute();
      return rows.map(testOf);
    },

    async latest(tenantId) {
      const rows = await ofTenant(db, tenantId)
        .distinctOn('entity_id')
        .orderBy('entity_id')
        .orderBy('started_at', 'desc')
        .execute();
      return new Map(rows.map((row) => [row.entity_id, testOf(row)]));
    },

    async writeProofs(tenantId, entityId, rights) {
      const rows = await db
        .selectFrom('write_proofs')
        .select(['module', 'proven_at'])
        .where('tenant_id', '=', tenantId)
        .where('entity_id', '=', entityId)
        .where('rights', '=', rights)
        .execute();
      return new Map(rows.map(({ module, proven_at }) => [module, proven_at.getTime()]));
    },

    async keepWriteProofs(tenantId, entityId, { modules, rights, at }) {
      if (modules.length === 0) return;
      const proof = { proven_at: new Date(at), rights };
      await db
        .insertInto('write_proofs')
        .values(modules.map((module) => ({ tenant_id: tenantId, entity_id: entityId, module, ...proof })))
        .onConflict((conflict) => conflict.columns(['tenant_id', 'entity_id', 'module']).doUpdateSet(proof))
        .execute();
    },

    async removeBefore(time) {
      const done = await db.deleteFrom('connection_tests').where('started_at', '<', time).executeTakeFirst();
      return Number(done.numDeletedRows);
    },

    async due(before, most) {
      const lastStart = sql<Date | null>`max(t.started_at)`;
      const rows = await db
        .selectFrom('registrations as r')
        .leftJoin('connection_tests as t', (join) =>
          join.onRef('t.tenant_id', '=', 'r.tenant_id').onRef('t.entity_id', '=', 'r.entity_id'),
        )
        .select(['r.tenant_id', 'r.entity_id'])
        .groupBy(['r.tenant_id', 'r.entity_id'])
        .having((eb) => eb.or([eb(lastStart, 'is', null), eb(lastStart, '<', before)]))
        .orderBy(lastStart, (order) => order.asc().nullsFirst())
        .limit(most)
        .execute();
      return rows.map((row) => ({ tenantId: row.tenant_id, entityId: row.entity_id }));
    },
  };
}

/**
 * What others wrote may hold a NUL, or half a character where it was cut: PostgreSQL's jsonb refuses both, and a failure
 * that cannot be kept would leave the former green standing.
 */
function storableText(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\ufffd') : value;
}

function ofTenant(db: Kysely<Tables>, tenantId: string) {
  return db.selectFrom('connection_tests').selectAll().where('tenant_id', '=', tenantId);
}

function testOf(row: Selectable<Tables['connection_tests']>): ConnectionTest {
  return {
    id: row.id,
    entityId: row.entity_id,
    trigger: row.trigger,
    deep: row.deep,
    probeMailbox: row.probe_mailbox,
    startedAt: row.started_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    status: row.status,
    steps: row.steps,
  };
}
