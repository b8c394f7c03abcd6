import { sql, type Kysely, type Selectable } from 'kysely';
import type { ConnectionTest } from '../../../shared/api/connection-tests.ts';
import { storableJson } from '../../storage/storable-json.ts';
import type { Tables } from '../../storage/tables.ts';
import { createWriteProofStore, type WriteProofStore } from './write-proof-store.ts';

/** What a test was about, and who wanted it: an object id, or null for the schedule. */
export interface TestOrigin {
  registrationVersion: number;
  startedBy: string | null;
}

/** A test that began before these times is due again. */
export interface DueBefore {
  any: Date;
  /** For a test in which a step could not be checked and may work later: Microsoft was busy, or not to be reached. */
  passing: Date;
}

export interface ConnectionTestStore extends WriteProofStore {
  /** false, and nothing is kept, when the registration was replaced or removed meanwhile. */
  keep(tenantId: string, test: ConnectionTest, origin: TestOrigin): Promise<boolean>;
  /** Newest first. */
  history(tenantId: string, entityId: string, most: number): Promise<ConnectionTest[]>;
  /** The newest test of each of the tenant's entities that is about the registration stored now, by entity id. */
  latest(tenantId: string, now: Date): Promise<Map<string, ConnectionTest>>;
  /** Deletes tests that ended before a time; answers how many. */
  removeBefore(time: Date): Promise<number>;
  /**
   * Entities whose registration was never tested, or last before a time; what Microsoft could not answer is due again
   * earlier. Over all tenants, longest ago first.
   */
  due(before: DueBefore, now: Date, most: number): Promise<{ tenantId: string; entityId: string }[]>;
}

/** Replicas' clocks differ a little. What began later than that was dated by a clock that was wrong. */
const clockToleranceMs = 5 * 60_000;
const lastCredible = (now: Date) => new Date(now.getTime() + clockToleranceMs);

export function createConnectionTestStore(db: Kysely<Tables>): ConnectionTestStore {
  return {
    ...createWriteProofStore(db),

    async keep(tenantId, test, { registrationVersion, startedBy }) {
      const stored = await db
        .selectFrom('registrations')
        .select('version')
        .where('tenant_id', '=', tenantId)
        .where('entity_id', '=', test.entityId)
        .executeTakeFirst();
      if (stored?.version !== registrationVersion) return false;
      const row = {
        tenant_id: tenantId,
        entity_id: test.entityId,
        id: test.id,
        trigger: test.trigger,
        deep: test.deep,
        probe_mailbox: test.probeMailbox,
        status: test.status,
        steps: storableJson(test.steps),
        started_at: new Date(test.startedAt),
        finished_at: test.finishedAt === null ? null : new Date(test.finishedAt),
        started_by: startedBy,
        registration_version: registrationVersion,
      };
      await db.insertInto('connection_tests').values(row).execute();
      return true;
    },

    async history(tenantId, entityId, most) {
      const rows = await ofTenant(db, tenantId)
        .where('entity_id', '=', entityId)
        .orderBy('started_at', 'desc')
        .limit(most)
        .execute();
      return rows.map(testOf);
    },

    async latest(tenantId, now) {
      const rows = await db
        .selectFrom('connection_tests as t')
        .innerJoin('registrations as r', (join) =>
          join
            .onRef('r.tenant_id', '=', 't.tenant_id')
            .onRef('r.entity_id', '=', 't.entity_id')
            .onRef('r.version', '=', 't.registration_version'),
        )
        .selectAll('t')
        .where('t.tenant_id', '=', tenantId)
        .where('t.started_at', '<=', lastCredible(now))
        .distinctOn('t.entity_id')
        .orderBy('t.entity_id')
        .orderBy('t.started_at', 'desc')
        .execute();
      return new Map(rows.map((row) => [row.entity_id, testOf(row)]));
    },

    async removeBefore(time) {
      const done = await db.deleteFrom('connection_tests').where('started_at', '<', time).executeTakeFirst();
      return Number(done.numDeletedRows);
    },

    due: (before, now, most) => dueEntities(db, before, now, most),
  };
}

async function dueEntities(db: Kysely<Tables>, before: DueBefore, now: Date, most: number) {
  const couldNotBeChecked = sql<boolean>`t.steps @> '[{"status": "unknown", "verdict": {"retry": "later"}}]'`;
  const last = db
    .selectFrom('connection_tests')
    .select(['tenant_id', 'entity_id', 'registration_version', 'started_at', 'steps'])
    .where('started_at', '<=', lastCredible(now))
    .distinctOn(['tenant_id', 'entity_id', 'registration_version'])
    .orderBy('tenant_id')
    .orderBy('entity_id')
    .orderBy('registration_version')
    .orderBy('started_at', 'desc');
  const rows = await db
    .selectFrom('registrations as r')
    .leftJoin(last.as('t'), (join) =>
      join
        .onRef('t.tenant_id', '=', 'r.tenant_id')
        .onRef('t.entity_id', '=', 'r.entity_id')
        .onRef('t.registration_version', '=', 'r.version'),
    )
    .select(['r.tenant_id', 'r.entity_id'])
    .where((eb) =>
      eb.or([
        eb('t.started_at', 'is', null),
        eb('t.started_at', '<', before.any),
        eb.and([couldNotBeChecked, eb('t.started_at', '<', before.passing)]),
      ]),
    )
    .orderBy('t.started_at', (order) => order.asc().nullsFirst())
    .limit(most)
    .execute();
  return rows.map((row) => ({ tenantId: row.tenant_id, entityId: row.entity_id }));
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
