import type { CreateTableBuilder, Kysely } from 'kysely';

/** A table whose rows belong to an entity and go with it; the key pair keeps them inside the entity's tenant. */
export function ofEntity(
  db: Kysely<unknown>,
  table: string,
): CreateTableBuilder<string, 'tenant_id' | 'entity_id'> {
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

/** The same for rows that belong to a mailbox. */
export function ofMailbox(
  db: Kysely<unknown>,
  table: string,
): CreateTableBuilder<string, 'tenant_id' | 'mailbox_id'> {
  return db.schema
    .createTable(table)
    .addColumn('tenant_id', 'uuid', (column) => column.notNull())
    .addColumn('mailbox_id', 'uuid', (column) => column.notNull())
    .addForeignKeyConstraint(
      `${table}_mailbox`,
      ['tenant_id', 'mailbox_id'],
      'mailboxes',
      ['tenant_id', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    );
}
