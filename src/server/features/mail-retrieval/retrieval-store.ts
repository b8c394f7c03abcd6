import { sql, type Kysely, type Selectable } from 'kysely';
import type { Verdict } from '../../../shared/api/verdict.ts';
import { storableJson } from '../../storage/storable-json.ts';
import type { Tables } from '../../storage/tables.ts';
import type { MailboxKey } from '../mailboxes/index.ts';

export type RetrievalRow = Selectable<Tables['mailbox_retrievals']>;

/** A mailbox that this process alone retrieves, as long as its lease runs. */
export type Claimed = Pick<
  RetrievalRow,
  'tenant_id' | 'mailbox_id' | 'claim' | 'idle_rounds' | 'failed_rounds' | 'verdict'
>;

/** Schedule and lease lie on one row: whoever claims it reads what the last holder left. */
export interface RetrievalStore {
  /**
   * Gives mailboxes that have none a schedule, over all tenants or the one named: their entity's retrieval is on. Answers
   * how many.
   */
  addMissing(now: Date, mailbox?: MailboxKey): Promise<number>;
  /** Sets when mailboxes are due; null for never. Those that have no schedule yet get one. */
  plan(
    trx: Kysely<Tables>,
    tenantId: string,
    due: readonly { mailboxId: string; at: Date | null }[],
  ): Promise<void>;
  /** Due now, if it is scheduled at all. */
  dueNow(tenantId: string, mailboxId: string, now: Date): Promise<void>;
  /**
   * Claims the mailbox that has been due for longest, over all tenants, of those whose sign-in holds. null when none is
   * due, or all are with others.
   */
  claimDue(now: Date, leaseUntil: Date): Promise<Claimed | null>;
  /** Claims one mailbox, due or not; null while a session of it runs anywhere. */
  claim(tenantId: string, mailboxId: string, now: Date, leaseUntil: Date): Promise<Claimed | null>;
  /** false when the mailbox was claimed by another one meanwhile, or removed. */
  renew(claimed: Claimed, leaseUntil: Date): Promise<boolean>;
  /** Ends the lease and keeps what the round brought, if it is still this claim's to keep. */
  finish(claimed: Claimed, result: FinishedRound): Promise<boolean>;
}

export interface FinishedRound {
  /** Not for a mailbox that was switched off meanwhile. */
  dueAt: Date;
  idleRounds: number;
  failedRounds: number;
  /** null keeps the last one. */
  succeededAt: Date | null;
  verdict: Verdict | null;
}

const columns = ['tenant_id', 'mailbox_id', 'claim', 'idle_rounds', 'failed_rounds', 'verdict'] as const;

export function createRetrievalStore(db: Kysely<Tables>): RetrievalStore {
  const ofClaim = ({ tenant_id, mailbox_id, claim }: Claimed) =>
    db
      .updateTable('mailbox_retrievals')
      .where('tenant_id', '=', tenant_id)
      .where('mailbox_id', '=', mailbox_id)
      .where('claim', '=', claim);
  return {
    async addMissing(now, mailbox) {
      const done = await db
        .insertInto('mailbox_retrievals')
        .columns(['tenant_id', 'mailbox_id', 'due_at'])
        .expression(withoutSchedule(db, now, mailbox))
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return Number(done.numInsertedOrUpdatedRows ?? 0);
    },

    async plan(trx, tenant_id, due) {
      if (due.length === 0) return;
      await trx
        .insertInto('mailbox_retrievals')
        .values(due.map(({ mailboxId, at }) => ({ tenant_id, mailbox_id: mailboxId, due_at: at })))
        .onConflict((conflict) =>
          conflict
            .columns(['tenant_id', 'mailbox_id'])
            .doUpdateSet((eb) => ({ due_at: eb.ref('excluded.due_at') })),
        )
        .execute();
    },

    async dueNow(tenantId, mailboxId, now) {
      await db
        .updateTable('mailbox_retrievals')
        .set({ due_at: now })
        .where('tenant_id', '=', tenantId)
        .where('mailbox_id', '=', mailboxId)
        .where('due_at', '>', now)
        .execute();
    },

    async claimDue(now, leaseUntil) {
      const row = await db
        .with('due', (cte) => longestDue(cte, now))
        .updateTable('mailbox_retrievals as r')
        .from('due')
        .set((eb) => ({ claim: eb('r.claim', '+', 1), lease_until: leaseUntil, last_started_at: now }))
        .whereRef('r.tenant_id', '=', 'due.tenant_id')
        .whereRef('r.mailbox_id', '=', 'due.mailbox_id')
        .returning(columns.map((name) => `r.${name}` as const))
        .executeTakeFirst();
      return row ?? null;
    },

    async claim(tenantId, mailboxId, now, leaseUntil) {
      const row = await db
        .updateTable('mailbox_retrievals')
        .set((eb) => ({ claim: eb('claim', '+', 1), lease_until: leaseUntil, last_started_at: now }))
        .where('tenant_id', '=', tenantId)
        .where('mailbox_id', '=', mailboxId)
        .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', now)]))
        .returning([...columns])
        .executeTakeFirst();
      return row ?? null;
    },

    async renew(claimed, leaseUntil) {
      const done = await ofClaim(claimed).set({ lease_until: leaseUntil }).executeTakeFirst();
      return done.numUpdatedRows > 0n;
    },

    async finish(claimed, { dueAt, idleRounds, failedRounds, succeededAt, verdict }) {
      const done = await ofClaim(claimed)
        .set({
          lease_until: null,
          due_at: sql`case when due_at is null then null else ${dueAt}::timestamptz end`,
          idle_rounds: idleRounds,
          failed_rounds: failedRounds,
          verdict: verdict && storableJson(verdict),
          ...(succeededAt && { last_success_at: succeededAt }),
        })
        .executeTakeFirst();
      return done.numUpdatedRows > 0n;
    },
  };
}

function withoutSchedule(db: Kysely<Tables>, dueAt: Date, mailbox: MailboxKey | undefined) {
  return db
    .selectFrom('mailboxes as m')
    .innerJoin('retrieval_settings as s', (join) =>
      join.onRef('s.tenant_id', '=', 'm.tenant_id').onRef('s.entity_id', '=', 'm.entity_id'),
    )
    .leftJoin('mailbox_retrievals as r', (join) =>
      join.onRef('r.tenant_id', '=', 'm.tenant_id').onRef('r.mailbox_id', '=', 'm.id'),
    )
    .select(['m.tenant_id', 'm.id', sql<Date>`${dueAt}::timestamptz`.as('due_at')])
    .where('s.is_on', '=', true)
    .where('r.mailbox_id', 'is', null)
    .$if(mailbox !== undefined, (query) =>
      query.where('m.tenant_id', '=', mailbox?.tenantId ?? '').where('m.id', '=', mailbox?.mailboxId ?? ''),
    );
}

/**
 * Rows that others hold are passed over instead of waited for. Without a sign-in that holds there is nothing to open: such
 * a mailbox stays due and comes with its next sign-in.
 */
function longestDue(db: Pick<Kysely<Tables>, 'selectFrom'>, now: Date) {
  return db
    .selectFrom('mailbox_retrievals as d')
    .innerJoin('mailbox_grants as g', (join) =>
      join.onRef('g.tenant_id', '=', 'd.tenant_id').onRef('g.mailbox_id', '=', 'd.mailbox_id'),
    )
    .select(['d.tenant_id', 'd.mailbox_id'])
    .where('d.due_at', '<=', now)
    .where((eb) => eb.or([eb('d.lease_until', 'is', null), eb('d.lease_until', '<=', now)]))
    .where('g.state', '!=', 'needs-sign-in')
    .orderBy('d.due_at')
    .limit(1)
    .forUpdate('d')
    .skipLocked();
}
