import { type Kysely, sql } from 'kysely';
import { ofEntity, ofMailbox } from './of-parent.ts';

/** Retrieval: what the firm wants, when a mailbox is due and who is at it, and the messages. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await ofEntity(db, 'retrieval_settings')
    .addColumn('is_on', 'boolean', (column) => column.notNull())
    .addColumn('every_minutes', 'integer', (column) => column.notNull())
    .addColumn('delete_from_server', 'boolean', (column) => column.notNull())
    .addColumn('switched_on_at', 'timestamptz')
    .addPrimaryKeyConstraint('retrieval_settings_pkey', ['tenant_id', 'entity_id'])
    .execute();

  // The one truth of a mailbox's schedule: due time, lease and counter of messages on one row.
  await ofMailbox(db, 'mailbox_retrievals')
    .addColumn('due_at', 'timestamptz')
    .addColumn('claim', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('lease_until', 'timestamptz')
    .addColumn('idle_rounds', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('failed_rounds', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('last_number', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('last_started_at', 'timestamptz')
    .addColumn('last_success_at', 'timestamptz')
    .addColumn('verdict', 'jsonb')
    .addPrimaryKeyConstraint('mailbox_retrievals_pkey', ['tenant_id', 'mailbox_id'])
    .execute();
  await sql`create index mailbox_retrievals_due on mailbox_retrievals (due_at) where due_at is not null`.execute(
    db,
  );

  // The key is 16 bytes of the UIDL's digest: 100,000 rows a mailbox stay small.
  await ofMailbox(db, 'mailbox_messages')
    .addColumn('uidl_hash', 'bytea', (column) => column.notNull())
    .addColumn('id', 'uuid', (column) => column.notNull())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addColumn('content_hash', 'bytea')
    .addColumn('content_id', 'uuid')
    .addColumn('summary_ciphertext', 'bytea')
    .addColumn('octets', 'integer', (column) => column.notNull())
    .addColumn('retrieved_at', 'timestamptz', (column) => column.notNull())
    .addColumn('acknowledged_at', 'timestamptz')
    .addColumn('content_until', 'timestamptz')
    .addColumn('left_out', 'text')
    .addColumn('gone_at', 'timestamptz')
    .addPrimaryKeyConstraint('mailbox_messages_pkey', ['tenant_id', 'mailbox_id', 'uidl_hash'])
    .execute();
  await sql`create index mailbox_messages_by_number on mailbox_messages (tenant_id, mailbox_id, number)`.execute(
    db,
  );
  await sql`create index mailbox_messages_by_id on mailbox_messages (tenant_id, mailbox_id, id)`.execute(db);
  await sql`create index mailbox_messages_by_content on mailbox_messages (tenant_id, mailbox_id, content_hash)`.execute(
    db,
  );
  await sql`create index mailbox_messages_kept on mailbox_messages (tenant_id, mailbox_id, content_id) where content_id is not null`.execute(
    db,
  );
  await sql`create index mailbox_messages_gone on mailbox_messages (gone_at) where gone_at is not null`.execute(
    db,
  );
  await sql`create index mailbox_messages_ending on mailbox_messages (content_until) where content_until is not null`.execute(
    db,
  );

  // Chunks arrive before the message's row names them; those that none names are swept.
  await ofMailbox(db, 'message_chunks')
    .addColumn('content_id', 'uuid', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('ciphertext', 'bytea', (column) => column.notNull())
    .addColumn('stored_at', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('message_chunks_pkey', ['tenant_id', 'mailbox_id', 'content_id', 'position'])
    .execute();
  await sql`alter table message_chunks alter column ciphertext set storage external`.execute(db);
}
