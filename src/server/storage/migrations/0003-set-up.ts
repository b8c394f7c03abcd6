import { type CreateTableBuilder, type Kysely, sql } from 'kysely';

/** The guided set-up: what people ticked, tries to have consent granted, and LEGAL 365's keys. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await ofEntity(db, 'setup_marks')
    .addColumn('mark', 'text', (column) => column.notNull())
    .addColumn('marked_at', 'timestamptz', (column) => column.notNull())
    .addColumn('marked_by', 'text')
    .addPrimaryKeyConstraint('setup_marks_pkey', ['tenant_id', 'entity_id', 'mark'])
    .execute();

  await ofEntity(db, 'consent_attempts')
    .addColumn('id', 'uuid', (column) => column.notNull())
    .addColumn('form', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('directory_id', 'uuid', (column) => column.notNull())
    .addColumn('application_id', 'uuid', (column) => column.notNull())
    .addColumn('state_hash', 'bytea')
    .addColumn('state_expires_at', 'timestamptz')
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('started_at', 'timestamptz', (column) => column.notNull())
    .addColumn('started_by', 'text', (column) => column.notNull())
    .addColumn('starter_name', 'text')
    .addColumn('answered_at', 'timestamptz')
    .addColumn('looked_at', 'timestamptz')
    .addColumn('looks', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('next_look_at', 'timestamptz')
    .addColumn('missing', 'jsonb')
    .addColumn('verdict', 'jsonb')
    .addPrimaryKeyConstraint('consent_attempts_pkey', ['tenant_id', 'entity_id', 'id'])
    .execute();
  // The callback brings the state alone, and nobody is signed on there.
  await sql`create unique index consent_attempts_by_state on consent_attempts (state_hash)`.execute(db);
  await sql`create index consent_attempts_due on consent_attempts (next_look_at) where next_look_at is not null`.execute(
    db,
  );

  await ofEntity(db, 'service_keys')
    .addColumn('id', 'uuid', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('scopes', sql`text[]`, (column) => column.notNull())
    .addColumn('key_hash', 'bytea', (column) => column.notNull())
    .addColumn('hint', 'text', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addColumn('created_by', 'text')
    .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
    .addColumn('last_used_at', 'timestamptz')
    .addColumn('revoked_at', 'timestamptz')
    .addPrimaryKeyConstraint('service_keys_pkey', ['tenant_id', 'id'])
    .execute();
}

/** A table whose rows belong to an entity and go with it; the key pair keeps them inside the entity's tenant. */
function ofEntity(db: Kysely<unknown>, table: string): CreateTableBuilder<string, 'tenant_id' | 'entity_id'> {
  return db.schema
    .createTable(table)
    .addColumn('tenant_id', 'uuid', (column) => column.notNull())
    .addColumn('entity_id', 'uuid', (column) => column.notNull())
    .addForeignKeyConstraint(
      `${table}_entity`,
      ['tenant_id', 'entity_id'],
      'entities',
      ['tenant_id', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    );
}
