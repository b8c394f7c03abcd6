import { type Kysely, sql } from 'kysely';

/** Results name what they are about, so that none of them stands for values that came later. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('connection_tests').addColumn('registration_version', 'integer').execute();
  await sql`
    update connection_tests as t set registration_version = r.version from registrations as r
    where t.tenant_id = r.tenant_id and t.entity_id = r.entity_id and t.started_at >= r.stored_at`.execute(
    db,
  );

  // Former proofs do not tell in which mailbox they were made.
  await sql`delete from write_proofs`.execute(db);
  await db.schema.alterTable('write_proofs').renameColumn('rights', 'basis').execute();
}
