import { type Kysely, sql } from 'kysely';
import { ofMailbox } from './of-parent.ts';

/** Sign-ins of mailboxes: what they ended with, what waits for somebody's word, and those under way. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Tokens, version and lease on one row: a lease elsewhere would be read from an older snapshot than the token.
  await ofMailbox(db, 'mailbox_grants')
    .addColumn('owner_tid', 'uuid', (column) => column.notNull())
    .addColumn('owner_oid', 'uuid', (column) => column.notNull())
    .addColumn('owner_name', 'text')
    .addColumn('owner_username', 'text')
    .addColumn('directory_id', 'uuid', (column) => column.notNull())
    .addColumn('application_id', 'uuid', (column) => column.notNull())
    .addColumn('refresh_ciphertext', 'bytea')
    .addColumn('access_ciphertext', 'bytea')
    .addColumn('access_expires_at', 'timestamptz')
    .addColumn('scopes', sql`text[]`, (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('verdict', 'jsonb')
    .addColumn('signed_in_at', 'timestamptz', (column) => column.notNull())
    .addColumn('renewed_at', 'timestamptz', (column) => column.notNull())
    .addColumn('refresh_at', 'timestamptz')
    .addColumn('not_before', 'timestamptz')
    .addColumn('version', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('claim', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('lease_until', 'timestamptz')
    .addPrimaryKeyConstraint('mailbox_grants_pkey', ['tenant_id', 'mailbox_id'])
    .execute();
  await sql`create index mailbox_grants_due on mailbox_grants (refresh_at) where refresh_at is not null`.execute(
    db,
  );

  await ofMailbox(db, 'mailbox_sign_ins')
    .addColumn('id', 'uuid', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('state_hash', 'bytea')
    .addColumn('secrets_ciphertext', 'bytea')
    .addColumn('directory_id', 'uuid', (column) => column.notNull())
    .addColumn('application_id', 'uuid', (column) => column.notNull())
    .addColumn('redirect_uri', 'text', (column) => column.notNull())
    .addColumn('acts_for', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('started_at', 'timestamptz', (column) => column.notNull())
    .addColumn('started_by', 'uuid', (column) => column.notNull())
    .addColumn('starter_name', 'text')
    .addColumn('starter_upn', 'text')
    .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
    .addColumn('mismatch', 'jsonb')
    .addColumn('verdict', 'jsonb')
    .addPrimaryKeyConstraint('mailbox_sign_ins_pkey', ['tenant_id', 'mailbox_id', 'id'])
    .execute();
  // The callback brings the state alone, and nobody is signed on there.
  await sql`create unique index mailbox_sign_ins_by_state on mailbox_sign_ins (state_hash)`.execute(db);

  await ofMailbox(db, 'pending_grants')
    .addColumn('id', 'uuid', (column) => column.notNull())
    .addColumn('why', 'text', (column) => column.notNull())
    .addColumn('owner_tid', 'uuid', (column) => column.notNull())
    .addColumn('owner_oid', 'uuid', (column) => column.notNull())
    .addColumn('owner_name', 'text')
    .addColumn('owner_username', 'text')
    .addColumn('started_by', 'uuid', (column) => column.notNull())
    .addColumn('starter_name', 'text')
    .addColumn('holder_id', 'uuid')
    .addColumn('holder_name', 'text')
    .addColumn('token_hash', 'bytea')
    .addColumn('grant_ciphertext', 'bytea', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('pending_grants_pkey', ['tenant_id', 'mailbox_id', 'id'])
    .execute();
  await sql`create index pending_grants_by_owner on pending_grants (tenant_id, owner_oid)`.execute(db);
  await sql`create unique index pending_grants_by_token on pending_grants (token_hash)`.execute(db);
}
