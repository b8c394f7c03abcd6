import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from './migrations/index.ts';

/**
 * Brings the schema up to date, all or nothing. Replicas that start together wait for one another: kysely takes an
 * advisory lock of the session, so a process that dies leaves no lock behind.
 * @throws the first error; also when the database is newer than this program.
 */
export async function migrateToLatest<T>(kysely: Kysely<T>): Promise<void> {
  const migrator = new Migrator({ db: kysely, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined)
    throw new Error('The database schema could not be brought up to date.', { cause: error });
}
