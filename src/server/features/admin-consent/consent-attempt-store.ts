import { sql, type Insertable, type Kysely, type Selectable } from 'kysely';
import type { ConsentAttempt } from '../../../shared/api/consent.ts';
import type { Verdict } from '../../../shared/api/verdict.ts';
import type { ConsentStatus } from '../../../shared/domain/consent.ts';
import { storableJson } from '../../storage/storable-json.ts';
import type { Tables } from '../../storage/tables.ts';
import { createLookStore, openStatuses, type LookStore } from './look-store.ts';

export type AttemptRow = Selectable<Tables['consent_attempts']>;
export type NewAttempt = Insertable<Tables['consent_attempts']>;
export interface Application {
  directory_id: string;
  application_id: string;
}

/** Tries to have consent granted. Where a state is looked for, it alone leads to the tenant. */
export interface ConsentAttemptStore extends LookStore {
  /** The newest attempt of each of the tenant's entities that is about the registration stored now, by entity id. */
  latest(tenantId: string): Promise<Map<string, ConsentAttempt>>;
  /** The same for one entity. */
  newest(tenantId: string, entityId: string): Promise<AttemptRow | null>;
  /**
   * Begins an attempt in place of the one that is open, whose state stays good for its answer; null when the entity was
   * removed. In the transaction given.
   */
  begin(trx: Kysely<Tables>, attempt: NewAttempt): Promise<AttemptRow | null>;
  /** Ends the attempt that is open, and the states of all that it overtook; false when none is open. */
  cancelOpen(tenantId: string, entityId: string): Promise<boolean>;
  /** Takes the state out of use and answers its attempt; null when it is unknown, expired or spent. */
  spendState(hash: Buffer, at: Date): Promise<AttemptRow | null>;
  /**
   * Microsoft said that consent was given: the newest attempt for this application looks from now on, also one that was
   * refused meanwhile, for the answer may be that to a link which it overtook. null when it has seen the grant already.
   */
  look(answered: AttemptRow, at: Date): Promise<AttemptRow | null>;
  /** Ends an attempt, unless it has seen the grant already. */
  end(attempt: AttemptRow, status: ConsentStatus, verdict: Verdict | null): Promise<void>;
  /** Whether an answer has ever come back for this application: its redirect URI is entered. */
  answeredBefore(tenantId: string, application: Application): Promise<boolean>;
  /** Forgets attempts that were given up before a time. */
  removeCancelledBefore(time: Date): Promise<number>;
}

/** Given up before an answer came, an attempt says nothing any more; its link has expired long before. */
export const cancelledAttemptsKeptForMs = 90 * 24 * 3600 * 1000;

/** Not yet decided, or given up waiting: an answer still counts. */
const undecided: readonly ConsentStatus[] = [...openStatuses, 'not-seen'];

export function createConsentAttemptStore(db: Kysely<Tables>): ConsentAttemptStore {
  return {
    ...createLookStore(db),

    async latest(tenantId) {
      const rows = await aboutStored(db, tenantId).execute();
      return new Map(rows.map((row) => [row.entity_id, attemptOf(row)]));
    },

    async newest(tenantId, entityId) {
      const row = await aboutStored(db, tenantId).where('c.entity_id', '=', entityId).executeTakeFirst();
      return row ?? null;
    },

    async begin(trx, attempt) {
      const { tenant_id, entity_id } = attempt;
      // Two admins at once: the second one waits here, and then ends what the first one began.
      if (!(await lockEntity(trx, tenant_id, entity_id))) return null;
      await openOf(trx, tenant_id, entity_id).execute();
      return trx.insertInto('consent_attempts').values(attempt).returningAll().executeTakeFirstOrThrow();
    },

    async cancelOpen(tenantId, entityId) {
      await db
        .updateTable('consent_attempts')
        .set({ state_hash: null, state_expires_at: null })
        .where('tenant_id', '=', tenantId)
        .where('entity_id', '=', entityId)
        .where('state_hash', 'is not', null)
        .execute();
      const done = await openOf(db, tenantId, entityId).executeTakeFirst();
      return done.numUpdatedRows > 0n;
    },

    async spendState(hash, at) {
      const row = await db
        .updateTable('consent_attempts')
        .set({ state_hash: null, state_expires_at: null, answered_at: at })
        .where('state_hash', '=', hash)
        .where('state_expires_at', '>', at)
        .returningAll()
        .executeTakeFirst();
      return row ?? null;
    },

    look: (answered, at) => db.transaction().execute((trx) => wakeNewest(trx, answered, at)),

    async end({ tenant_id, entity_id, id }, status, verdict) {
      await db
        .updateTable('consent_attempts')
        .set({ status, verdict: verdict && storableJson(verdict), next_look_at: null })
        .where('tenant_id', '=', tenant_id)
        .where('entity_id', '=', entity_id)
        .where('id', '=', id)
        .where('status', 'in', undecided)
        .execute();
    },

    async answeredBefore(tenantId, { directory_id, application_id }) {
      const row = await db
        .selectFrom('consent_attempts')
        .select('id')
        .where('tenant_id', '=', tenantId)
        .where('directory_id', '=', directory_id)
        .where('application_id', '=', application_id)
        .where('form', '=', 'redirect')
        .where('answered_at', 'is not', null)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    async removeCancelledBefore(time) {
      const done = await db
        .deleteFrom('consent_attempts')
        .where('status', '=', 'cancelled')
        .where('answered_at', 'is', null)
        .where('started_at', '<', time)
        .executeTakeFirst();
      return Number(done.numDeletedRows);
    },
  };
}

/** Beginning and answering an entity's attempts take turns until the transaction ends; false when it was removed. */
async function lockEntity(trx: Kysely<Tables>, tenantId: string, entityId: string): Promise<boolean> {
  const entity = await trx
    .selectFrom('entities')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', entityId)
    .forUpdate()
    .executeTakeFirst();
  return entity !== undefined;
}

async function wakeNewest(
  trx: Kysely<Tables>,
  { tenant_id, entity_id, directory_id, application_id }: AttemptRow,
  at: Date,
): Promise<AttemptRow | null> {
  if (!(await lockEntity(trx, tenant_id, entity_id))) return null;
  const newest = await aboutStored(trx, tenant_id).where('c.entity_id', '=', entity_id).executeTakeFirst();
  if (newest === undefined) return null;
  const row = await trx
    .updateTable('consent_attempts')
    .set({ status: 'looking', answered_at: at, next_look_at: at, verdict: null })
    .where('tenant_id', '=', tenant_id)
    .where('entity_id', '=', entity_id)
    .where('id', '=', newest.id)
    .where('directory_id', '=', directory_id)
    .where('application_id', '=', application_id)
    .where('status', '!=', 'granted')
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

/** Closes what is open; the state of an attempt that was overtaken stays good: its page may be open somewhere. */
function openOf(db: Kysely<Tables>, tenantId: string, entityId: string) {
  return db
    .updateTable('consent_attempts')
    .set({ status: 'cancelled', next_look_at: null })
    .where('tenant_id', '=', tenantId)
    .where('entity_id', '=', entityId)
    .where('status', 'in', openStatuses);
}

function aboutStored(db: Kysely<Tables>, tenantId: string) {
  return (
    db
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
      // Of two that began in the same millisecond, the one that was not overtaken.
      .orderBy(sql`c.status = 'cancelled'`)
  );
}

/** An attempt as the API shows it: without its state and ids of people. */
export function attemptOf(row: AttemptRow): ConsentAttempt {
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
