import { type CreateTableBuilder, type Kysely, sql } from 'kysely';

/** Entities, their registrations and tests, the tenants' keys and the audit log. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('tenant_keys')
    .addColumn('tenant_id', 'uuid', (column) => column.notNull())
    .addColumn('key_number', 'smallint', (column) => column.notNull())
    .addColumn('kek_id', 'text', (column) => column.notNull())
    .addColumn('wrapped', 'bytea', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('tenant_keys_pkey', ['tenant_id', 'key_number'])
    .execute();

  await db.schema
    .createTable('entities')
    .addColumn('tenant_id', 'uuid', (column) => column.notNull())
    .addColumn('id', 'uuid', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('modules', sql`text[]`, (column) => column.notNull())
    .addColumn('probe_mailbox', 'text')
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addColumn('updated_at', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('entities_pkey', ['tenant_id', 'id'])
    .execute();

  await createRegistrations(db);
  await createTests(db);
  await createLogs(db);
}

async function createRegistrations(db: Kysely<unknown>): Promise<void> {
  await ofEntity(db, 'registrations')
    .addColumn('directory_id', 'uuid', (column) => column.notNull())
    .addColumn('application_id', 'uuid', (column) => column.notNull())
    .addColumn('secret_ciphertext', 'bytea', (column) => column.notNull())
    .addColumn('secret_expires_on', 'date', (column) => column.notNull())
    .addColumn('stored_at', 'timestamptz', (column) => column.notNull())
    .addColumn('stored_by', 'text')
    .addColumn('version', 'integer', (column) => column.notNull().defaultTo(1))
    .addPrimaryKeyConstraint('registrations_pkey', ['tenant_id', 'entity_id'])
    .execute();
  // "Which other entities share this application?" is asked at every look at a registration.
  await db.schema
    .createIndex('registrations_by_application')
    .on('registrations')
    .columns(['tenant_id', 'directory_id', 'application_id'])
    .execute();

  await ofEntity(db, 'registration_drafts')
    .addColumn('ciphertext', 'bytea', (column) => column.notNull())
    .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('registration_drafts_pkey', ['tenant_id', 'entity_id'])
    .execute();
}

async function createTests(db: Kysely<unknown>): Promise<void> {
  await ofEntity(db, 'connection_tests')
    .addColumn('id', 'uuid', (column) => column.notNull())
    .addColumn('trigger', 'text', (column) => column.notNull())
    .addColumn('deep', 'boolean', (column) => column.notNull())
    .addColumn('probe_mailbox', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('steps', 'jsonb', (column) => column.notNull())
    .addColumn('started_at', 'timestamptz', (column) => column.notNull())
    .addColumn('finished_at', 'timestamptz')
    .addColumn('started_by', 'text')
    .addPrimaryKeyConstraint('connection_tests_pkey', ['tenant_id', 'entity_id', 'id'])
    .execute();
  await db.schema
    .createIndex('connection_tests_latest')
    .on('connection_tests')
    .columns(['tenant_id', 'entity_id', 'started_at desc'])
    .execute();

  await ofEntity(db, 'write_proofs')
    .addColumn('module', 'text', (column) => column.notNull())
    .addColumn('proven_at', 'timestamptz', (column) => column.notNull())
    .addColumn('rights', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('write_proofs_pkey', ['tenant_id', 'entity_id', 'module'])
    .execute();
}

async function createLogs(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit_events')
    .addColumn('tenant_id', 'uuid', (column) => column.notNull())
    .addColumn('id', 'uuid', (column) => column.notNull())
    .addColumn('at', 'timestamptz', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('actor_id', 'text')
    .addColumn('actor_name', 'text')
    .addColumn('entity_id', 'uuid')
    .addColumn('entity_name', 'text')
    .addColumn('details', 'jsonb', (column) => column.notNull())
    .addPrimaryKeyConstraint('audit_events_pkey', ['tenant_id', 'id'])
    .execute();
  await db.schema
    .createIndex('audit_events_newest')
    .on('audit_events')
    .columns(['tenant_id', 'at desc', 'id'])
    .execute();

  await db.schema
    .createTable('seen_tenants')
    .addColumn('tenant_id', 'uuid', (column) => column.primaryKey())
    .addColumn('name', 'text')
    .addColumn('first_seen_at', 'timestamptz', (column) => column.notNull())
    .addColumn('last_seen_at', 'timestamptz', (column) => column.notNull())
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
