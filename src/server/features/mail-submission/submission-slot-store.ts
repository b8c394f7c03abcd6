import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../storage/tables.ts';
import type { MailboxKey } from '../mailboxes/index.ts';
import { decideSlot, minuteMs, type SlotDecision, type SlotPurpose } from './submission-limits.ts';

export type SlotClaim = { kind: 'taken'; id: string } | Extract<SlotDecision, { kind: 'wait' }>;

/**
 * Submissions under way and those of the last minute. Their time is the database's, since replicas may have clocks that
 * differ. A lease that nobody gives back, because its process is gone, ends by itself.
 */
export interface SubmissionSlotStore {
  /** null when the mailbox is gone. */
  claim(mailbox: MailboxKey, leaseMs: number, purpose?: SlotPurpose): Promise<SlotClaim | null>;
  /** The connection is over; that a message was sent in this minute still counts. */
  release(mailbox: MailboxKey, id: string): Promise<void>;
  /** Forgets what counts no more, in all tenants. */
  removeEnded(): Promise<void>;
}

const now = sql<Date>`clock_timestamp()`;
const after = (ms: number) => sql<Date>`clock_timestamp() + ${ms} * interval '1 millisecond'`;
const minuteAgo = sql<Date>`clock_timestamp() - ${minuteMs} * interval '1 millisecond'`;

export function createSubmissionSlotStore(db: Kysely<Tables>): SubmissionSlotStore {
  return {
    claim: (mailbox, leaseMs, purpose = 'message') =>
      db.transaction().execute((trx) => claim(trx, mailbox, { leaseMs, purpose })),

    async release({ tenantId, mailboxId }, id) {
      await db
        .updateTable('mail_submissions')
        .set({ lease_until: null })
        .where('tenant_id', '=', tenantId)
        .where('mailbox_id', '=', mailboxId)
        .where('id', '=', id)
        .execute();
    },

    async removeEnded() {
      await ended(db).execute();
    },
  };
}

async function claim(
  trx: Kysely<Tables>,
  { tenantId, mailboxId }: MailboxKey,
  { leaseMs, purpose }: { leaseMs: number; purpose: SlotPurpose },
): Promise<SlotClaim | null> {
  // One claim of a mailbox at a time: otherwise two would count the same free place.
  const mailbox = await trx
    .selectFrom('mailboxes')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', mailboxId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!mailbox) return null;
  await ended(trx).where('tenant_id', '=', tenantId).where('mailbox_id', '=', mailboxId).execute();
  const rows = await trx
    .selectFrom('mail_submissions')
    .select((eb) => [
      eb('lease_until', '>', now).as('is_under_way'),
      sql<number>`(extract(epoch from clock_timestamp() - started_at) * 1000)::float8`.as('age_ms'),
    ])
    .where('tenant_id', '=', tenantId)
    .where('mailbox_id', '=', mailboxId)
    .execute();
  const decision = decideSlot({
    underWay: rows.filter((row) => row.is_under_way).length,
    agesMs: purpose === 'message' ? rows.map((row) => row.age_ms) : [],
  });
  if (decision.kind === 'wait') return decision;
  const id = crypto.randomUUID();
  const key = { tenant_id: tenantId, mailbox_id: mailboxId, id };
  // What began before this minute counts in it no more.
  const startedAt = purpose === 'message' ? now : minuteAgo;
  await trx
    .insertInto('mail_submissions')
    .values({ ...key, started_at: startedAt, lease_until: after(leaseMs) })
    .execute();
  return { kind: 'taken', id };
}

function ended(db: Kysely<Tables>) {
  return db
    .deleteFrom('mail_submissions')
    .where('started_at', '<', minuteAgo)
    .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', now)]));
}
