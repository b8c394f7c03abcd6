import type { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { Secret } from '../config/secrets.ts';
import { openInDirectory, openInMemory } from './embedded.ts';
import { migrateToLatest } from './migrate.ts';
import { pglitePool, postgresqlPool } from './pools.ts';
import type { Tables } from './tables.ts';

export interface DatabaseConfig {
  /** Address of a PostgreSQL server; without it the embedded database is used. */
  databaseUrl?: Secret | string | undefined;
  /** Directory of the embedded database; without it the database lives in memory. */
  dataDir?: string | undefined;
  /** A dump of `PGlite.dumpDataDir` that an embedded database begins with when it is new. */
  loadDataDir?: Blob | undefined;
  log?: { error(fields: object, message: string): void } | undefined;
}

/**
 * One way in for both back ends. Inside a transaction use the transaction object alone: the embedded database has a
 * single connection, and a query past the transaction waits for it in vain.
 */
export interface Database {
  kysely: Kysely<Tables>;
  kind: 'embedded' | 'postgresql';
  pool: pg.Pool;
  /** The embedded engine itself, for dumps. */
  pglite?: PGlite;
  /** How often the embedded engine forced data to the disk; 0 in memory and on a server. */
  syncCount: () => number;
  close: () => Promise<void>;
}

/**
 * Opens the database and brings its schema up to date.
 * @throws DirectoryInUseError when another process has the embedded database open; else what node-postgres throws.
 */
export async function openDatabase(config: DatabaseConfig): Promise<Database> {
  const { close: closeEngine, ...engine } = config.databaseUrl
    ? openPostgresql(config.databaseUrl)
    : await openEmbedded(config);
  // Without a listener a broken idle connection would end the process; the pool replaces it by itself.
  engine.pool.on('error', (error) => config.log?.error({ err: error }, 'database connection lost'));
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: engine.pool }) });
  const close = async () => {
    await kysely.destroy();
    await closeEngine();
  };
  try {
    await migrateToLatest(kysely);
  } catch (error) {
    await close();
    throw error;
  }
  return { ...engine, kysely, close };
}

type Engine = Omit<Database, 'kysely'>;

function openPostgresql(url: Secret | string): Engine {
  const pool = postgresqlPool(typeof url === 'string' ? url : url.reveal());
  // The pool is kysely's to end.
  return { kind: 'postgresql', pool, syncCount: () => 0, close: () => Promise.resolve() };
}

async function openEmbedded({ dataDir, loadDataDir }: DatabaseConfig): Promise<Engine> {
  const engine = dataDir ? await openInDirectory(dataDir, loadDataDir) : await openInMemory(loadDataDir);
  return { kind: 'embedded', pool: pglitePool(engine.pglite), ...engine };
}
