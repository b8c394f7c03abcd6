import { sql, type Kysely, type Selectable } from 'kysely';
import type { MailboxTest } from '../../../shared/api/mailbox-tests.ts';
import { storableJson } from '../../storage/storable-json.ts';
import type { Tables } from '../../storage/tables.ts';
import { forAccount } from './mailbox-test-steps.ts';

/** A mailbox whose last test began before these times is due again. */
export interface DueBefore {
  any: Date;
  /** For a test in which a step could not be checked and may work later. */
  passing: Date;
}

export interface MailboxTestStore {
  /** @param startedBy object id, or null for the schedule; false, and nothing is kept, when the mailbox is gone */
  keep(tenantId: string, test: MailboxTest, startedBy: string | null): Promise<boolean>;
  /** Newest first. */
  history(tenantId: string, mailboxId: string, most: number): Promise<MailboxTest[]>;
  /**
   * The newest test of each of the tenant's mailboxes, or of those of `mailboxIds` alone, by mailbox id, as it reads with the
   * users of today.
   */
  latest(tenantId: string, now: Date, mailboxIds?: readonly string[]): Promise<Map<string, MailboxTest>>;
  /** Deletes tests that ended before a time; answers how many. */
  removeBefore(time: Date): Promise<number>;
  /** Mailboxes with a grant whose last test is too long ago, over all tenants, longest ago first. */
  due(before: DueBefore, now: Date, most: number): Promise<{ tenantId: string; mailboxId: string }[]>;
}

/** Replicas' clocks differ a little. What began later than that was dated by a clock that was wrong. */
const clockToleranceMs = 5 * 60_000;
const lastCredible = (now: Date) => new Date(now.getTime() + clockToleranceMs);

export function createMailboxTestStore(db: Kysely<Tables>): MailboxTestStore {
  return {
    keep: (tenantId, test, startedBy) => keep(db, tenantId, test, startedBy),

    async history(tenantId, mailboxId, most) {
      const rows = await db
        .selectFrom('mailbox_tests')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('mailbox_id', '=', mailboxId)
        .orderBy('finished_at', 'desc')
        .limit(most)
        .execute();
      return rows.map(testOf);
    },

    async latest(tenantId, now, mailboxIds) {
      // One look into the index for each mailbox, however long its history is.
      const rows = await db
        .selectFrom('mailboxes as m')
        .innerJoinLateral(
          (eb) =>
            eb
              .selectFrom('mailbox_tests as t')
              .selectAll('t')
              .whereRef('t.tenant_id', '=', 'm.tenant_id')
              .whereRef('t.mailbox_id', '=', 'm.id')
              .where('t.finished_at', '<=', lastCredible(now))
              .orderBy('t.finished_at', 'desc')
              .limit(1)
              .as('last'),
          (join) => join.onTrue(),
        )
        .selectAll('last')
        .select(['m.address', 'm.pop_user', 'm.smtp_user'])
        .where('m.tenant_id', '=', tenantId)
        .$if(mailboxIds !== undefined, (query) => query.where('m.id', 'in', mailboxIds ?? []))
        .execute();
      return new Map(rows.map((row) => [row.mailbox_id, asOfToday(row)]));
    },

    async removeBefore(time) {
      const done = await db.deleteFrom('mailbox_tests').where('finished_at', '<', time).executeTakeFirst();
      return Number(done.numDeletedRows);
    },

    due: (before, now, most) => dueMailboxes(db, before, now, most),
  };
}

async function keep(db: Kysely<Tables>, tenantId: string, test: MailboxTest, startedBy: string | null) {
  const { mailboxId } = test;
  const isThere = await db
    .selectFrom('mailboxes')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', mailboxId)
    .executeTakeFirst();
  if (isThere === undefined || test.finishedAt === null) return false;
  const row = {
    tenant_id: tenantId,
    mailbox_id: mailboxId,
    id: test.id,
    trigger: test.trigger,
    status: test.status,
    steps: storableJson(test.steps),
    started_at: new Date(test.startedAt),
    finished_at: new Date(test.finishedAt),
    started_by: startedBy,
  };
  await db.insertInto('mailbox_tests').values(row).execute();
  return true;
}

async function dueMailboxes(db: Kysely<Tables>, before: DueBefore, now: Date, most: number) {
  const couldNotBeChecked = sql<boolean>`last.steps @> '[{"status": "unknown", "verdict": {"retry": "later"}}]'`;
  const rows = await db
    .selectFrom('mailbox_grants as g')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('mailbox_tests as t')
          .select(['t.started_at', 't.steps'])
          .whereRef('t.tenant_id', '=', 'g.tenant_id')
          .whereRef('t.mailbox_id', '=', 'g.mailbox_id')
          .where('t.finished_at', '<=', lastCredible(now))
          .orderBy('t.finished_at', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select(['g.tenant_id', 'g.mailbox_id'])
    .where('g.refresh_ciphertext', 'is not', null)
    .where((eb) =>
      eb.or([
        eb('last.started_at', 'is', null),
        eb('last.started_at', '<', before.any),
        eb.and([couldNotBeChecked, eb('last.started_at', '<', before.passing)]),
      ]),
    )
    .orderBy('last.started_at', (order) => order.asc().nullsFirst())
    .limit(most)
    .execute();
  return rows.map((row) => ({ tenantId: row.tenant_id, mailboxId: row.mailbox_id }));
}

type TestRow = Selectable<Tables['mailbox_tests']>;

function asOfToday(
  row: TestRow & { address: string; pop_user: string | null; smtp_user: string | null },
): MailboxTest {
  const { address, pop_user: popUser, smtp_user: smtpUser } = row;
  return forAccount(testOf(row), { address, popUser, smtpUser });
}

function testOf(row: TestRow): MailboxTest {
  return {
    id: row.id,
    mailboxId: row.mailbox_id,
    trigger: row.trigger,
    startedAt: row.started_at.toISOString(),
    finishedAt: row.finished_at.toISOString(),
    status: row.status,
    steps: row.steps,
  };
}
