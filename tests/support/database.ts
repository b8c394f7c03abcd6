import { createHash } from 'node:crypto';
import { existsSync, openAsBlob, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { type Database, type DatabaseConfig, openDatabase } from '../../src/server/storage/database.ts';
import { migrations } from '../../src/server/storage/migrations/index.ts';
import { postgresqlBinaries, type PostgresqlCluster, startPostgresqlCluster } from './postgresql-cluster.ts';

export type DatabaseKind = Database['kind'];

/** The back ends that store tests run against. In CI a missing PostgreSQL is an error, elsewhere a loud skip. */
export function databaseKinds(): DatabaseKind[] {
  if (postgresqlBinaries() !== undefined) return ['embedded', 'postgresql'];
  if (process.env['CI']) throw new Error('PostgreSQL is not installed: CI tests both databases.');
  process.stderr.write(
    'SKIPPED: PostgreSQL is not installed, stores are tested on the embedded database alone.\n',
  );
  return ['embedded'];
}

/** A new, empty, migrated database of the kind. Close it; everything else goes with the test file. */
export async function openTestDatabase(kind: DatabaseKind): Promise<Database> {
  return openDatabase(await testDatabaseConfig(kind));
}

/** What `openDatabase` needs for one; on PostgreSQL several processes or pools may open it at once. */
export async function testDatabaseConfig(kind: DatabaseKind): Promise<DatabaseConfig> {
  if (kind === 'embedded') return { loadDataDir: await migratedDump() };
  return { databaseUrl: await createFromTemplate(await migratedCluster()) };
}

/** Made once for each state of the migrations and kept; several workers may make it, the last one's stays. */
async function migratedDump(): Promise<Blob> {
  const path = join(tmpdir(), `legal365-connect-${migrationsHash()}.tar`);
  if (!existsSync(path)) {
    const database = await openDatabase({});
    const dump = await database.pglite!.dumpDataDir('none');
    await database.close();
    writeFileSync(`${path}.${process.pid}`, Buffer.from(await dump.arrayBuffer()));
    renameSync(`${path}.${process.pid}`, path);
  }
  return openAsBlob(path);
}

function migrationsHash(): string {
  const hash = createHash('sha256').update(pgliteVersion());
  for (const name of Object.keys(migrations)) {
    hash.update(readFileSync(new URL(`../../src/server/storage/migrations/${name}.ts`, import.meta.url)));
  }
  return hash.digest('hex').slice(0, 16);
}

function pgliteVersion(): string {
  const path = new URL('../../node_modules/@electric-sql/pglite/package.json', import.meta.url);
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}

const template = 'migrated';
let cluster: Promise<PostgresqlCluster> | undefined;
let lastNumber = 0;

function migratedCluster(): Promise<PostgresqlCluster> {
  cluster ??= (async () => {
    const started = await startPostgresqlCluster();
    await started.createDatabase(template);
    await (await openDatabase({ databaseUrl: started.url(template) })).close();
    return started;
  })();
  return cluster;
}

async function createFromTemplate(migrated: PostgresqlCluster): Promise<string> {
  const name = `test${++lastNumber}`;
  await migrated.createDatabase(name, template);
  return migrated.url(name);
}

afterAll(async () => {
  await (await cluster)?.stop();
});
