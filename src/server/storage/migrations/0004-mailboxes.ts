import { type Kysely, sql } from 'kysely';
import { ofEntity, ofMailbox } from './of-parent.ts';

/** Communicator accounts, and the tests of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await ofEntity(db, 'mailboxes')
    .addColumn('id', 'uuid', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('address_key', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('pop_user', 'text')
    .addColumn('smtp_user', 'text')
    .addColumn('from_address', 'text')
    .addColumn('holder_id', 'uuid')
    .addColumn('holder_name', 'text')
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addColumn('created_by', 'uuid', (column) => column.notNull())
    .addColumn('creator_name', 'text')
    .addPrimaryKeyConstraint('mailboxes_pkey', ['tenant_id', 'id'])
    .addUniqueConstraint('mailboxes_address', ['tenant_id', 'entity_id', 'address_key'])
    .execute();
  await sql`create index mailboxes_by_holder on mailboxes (tenant_id, holder_id)`.execute(db);

  await ofMailbox(db, 'mailbox_tests')
    .addColumn('id', 'uuid', (column) => column.notNull())
    .addColumn('trigger', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('steps', 'jsonb', (column) => column.notNull())
    .addColumn('started_at', 'timestamptz', (column) => column.notNull())
    .addColumn('finished_at', 'timestamptz', (column) => column.notNull())
    .addColumn('started_by', 'uuid')
    .addPrimaryKeyConstraint('mailbox_tests_pkey', ['tenant_id', 'mailbox_id', 'id'])
    .execute();
  await sql`create index mailbox_tests_by_time on mailbox_tests (tenant_id, mailbox_id, finished_at desc)`.execute(
    db,
  );
}
