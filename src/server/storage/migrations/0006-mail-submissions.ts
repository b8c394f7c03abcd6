import { type Kysely, sql } from 'kysely';
import { ofMailbox } from './of-parent.ts';

/** One row for each submission under way or of the last minutes: Exchange's limits count over all replicas. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await ofMailbox(db, 'mail_submissions')
    .addColumn('id', 'uuid', (column) => column.notNull())
    .addColumn('started_at', 'timestamptz', (column) => column.notNull())
    .addColumn('lease_until', 'timestamptz')
    .addPrimaryKeyConstraint('mail_submissions_pkey', ['tenant_id', 'mailbox_id', 'id'])
    .execute();
  await sql`create index mail_submissions_by_time on mail_submissions (started_at)`.execute(db);
}
