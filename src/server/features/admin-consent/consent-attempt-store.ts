import type { Kysely, Selectable } from 'kysely';
import type { ConsentAttempt } from '../../../shared/api/consent.ts';
import type { Tables } from '../../storage/tables.ts';

export interface ConsentAttemptStore {
  /** The newest attempt of each of the tenant's entities that is about the registration stored now, by entity id. */
  latest(tenantId: string): Promise<Map<string, ConsentAttempt>>;
}

export function createConsentAttemptStore(db: Kysely<Tables>): ConsentAttemptStore {
  return {
    async latest(tenantId) {
      const rows = await db
        .selectFrom('consent_attempts as c')
        .innerJoin('registrations as r', (join) =>
          join
            .onRef('r.tenant_id', '=', 'c.tenant_id')
            .onRef('r.entity_id', '=', 'c.entity_id')
            .onRef('r.directory_id', '=', 'c.directory_id')
            .onRef('r.application_id', '=', 'c.application_id'),
        )
        .selectAll('c')
        .where('c.tenant_id', '=', tenantId)
        .distinctOn('c.entity_id')
        .orderBy('c.entity_id')
        .orderBy('c.started_at', 'desc')
        .execute();
      return new Map(rows.map((row) => [row.entity_id, attemptOf(row)]));
    },
  };
}

function attemptOf(row: Selectable<Tables['consent_attempts']>): ConsentAttempt {
  return {
    id: row.id,
    form: row.form,
    status: row.status,
    startedAt: row.started_at.toISOString(),
    startedBy: row.starter_name,
    answeredAt: row.answered_at?.toISOString() ?? null,
    lookedAt: row.looked_at?.toISOString() ?? null,
    looks: row.looks,
    missing: row.missing,
    verdict: row.verdict,
  };
}
