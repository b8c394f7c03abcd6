import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openDatabase } from '../../src/server/storage/database.ts';
import { lockDirectory } from '../../src/server/storage/process-lock.ts';
import { testDatabaseConfig } from '../support/database.ts';

const writer = fileURLToPath(new URL('../support/embedded-writer.ts', import.meta.url));
const kills = 3;

let folder: string;
let dataDir: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'embedded-'));
  dataDir = join(folder, 'database');
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** Opens a database in `dataDir`, made from the migrated dump, which saves the time of making one anew. */
async function openHere() {
  return openDatabase({ ...(await testDatabaseConfig('embedded')), dataDir });
}

/** Starts the writing process; `lines` are what it told so far, the first one being "open". */
function startWriter(): {
  child: ChildProcess;
  lines: string[];
  untilLines: (count: number) => Promise<void>;
} {
  const child = spawn(process.execPath, ['--no-warnings', writer, dataDir], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  return {
    child,
    lines,
    async untilLines(count) {
      const ended = once(child, 'exit').then(() => Promise.reject(new Error(`The writer ended: ${errors}`)));
      ended.catch(() => undefined);
      while (lines.length < count) await Promise.race([once(reader, 'line'), ended]);
    },
  };
}

async function kill(child: ChildProcess): Promise<void> {
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}

describe('a database in a directory', () => {
  test('keeps its rows when it is closed and opened again', async () => {
    const id = randomUUID();
    const first = await openHere();
    await first.kysely
      .insertInto('seen_tenants')
      .values({ tenant_id: id, name: 'Muster', first_seen_at: new Date(), last_seen_at: new Date() })
      .execute();
    await first.close();
    const second = await openDatabase({ dataDir });
    expect(await second.kysely.selectFrom('seen_tenants').select('name').execute()).toEqual([
      { name: 'Muster' },
    ]);
    await second.close();
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  });

  test('forces every acknowledged change to the disk', async () => {
    const database = await openHere();
    const before = database.syncCount();
    for (let row = 0; row < 20; row++) {
      await database.kysely
        .insertInto('seen_tenants')
        .values({ tenant_id: randomUUID(), name: null, first_seen_at: new Date(), last_seen_at: new Date() })
        .execute();
    }
    expect(database.syncCount() - before).toBeGreaterThanOrEqual(20);
    const settings = await database.pool.query(
      "select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit, current_setting('full_page_writes') as pages",
    );
    expect(settings.rows).toEqual([{ fsync: 'on', commit: 'on', pages: 'on' }]);
    await database.close();
  });

  test('what a killed first start left half-made is made anew', async () => {
    mkdirSync(`${dataDir}-unfinished`);
    writeFileSync(join(`${dataDir}-unfinished`, 'PG_VERSION'), '18');
    const database = await openHere();
    expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await database.close();
  });

  test('a query past an open transaction fails instead of standing still', async () => {
    const database = await openDatabase(await testDatabaseConfig('embedded'));
    const work = database.kysely
      .transaction()
      .execute(() => database.kysely.selectFrom('entities').selectAll().execute());
    await expect(work).rejects.toThrow(/timeout/);
    await database.close();
  });
});

describe('a second process', () => {
  test('is told that another one uses the directory, even by a symbolic link, until that one is killed', async () => {
    await (await openHere()).close();
    const { child, untilLines } = startWriter();
    await untilLines(1);
    symlinkSync(dataDir, join(folder, 'link'));
    await expect(openDatabase({ dataDir })).rejects.toThrow(`Another process is using ${dataDir}`);
    await expect(openDatabase({ dataDir: join(folder, 'link') })).rejects.toThrow(/Another process is using/);
    await kill(child);
    await (await openDatabase({ dataDir })).close();
  });

  test(`killed ${kills} times in the middle of writing, it loses no row that it had acknowledged`, async () => {
    await (await openHere()).close();
    const acknowledged = new Set<string>();
    for (let round = 0; round < kills; round++) {
      const { child, lines, untilLines } = startWriter();
      await untilLines(2 + round * 7);
      await kill(child);
      for (const line of lines.slice(1)) acknowledged.add(line);
    }
    const database = await openDatabase({ dataDir });
    const rows = await database.kysely.selectFrom('seen_tenants').select('tenant_id').execute();
    await database.close();
    const stored = new Set(rows.map((row) => row.tenant_id));
    expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([]);
    expect(acknowledged.size).toBeGreaterThanOrEqual(kills);
    // One row of each round may have been committed before its writer could tell.
    expect(stored.size - acknowledged.size).toBeLessThanOrEqual(kills);
  }, 120_000);
});

describe('where the lock is a socket file', () => {
  test('it is held once and free again after its release', async () => {
    const lock = await lockDirectory(folder, 'darwin');
    await expect(lockDirectory(folder, 'darwin')).rejects.toThrow(/Another process is using/);
    await lock.release();
    await (await lockDirectory(folder, 'darwin')).release();
  });

  test('a file that a killed process left behind is no lock', async () => {
    const holder = spawn(process.execPath, [
      '--no-warnings',
      '--input-type=module',
      '-e',
      `const { lockDirectory } = await import(${JSON.stringify(new URL('../../src/server/storage/process-lock.ts', import.meta.url).href)});
       await lockDirectory(${JSON.stringify(folder)}, 'darwin');
       console.log('held');
       setInterval(() => {}, 1000);`,
    ]);
    children.push(holder);
    await once(holder.stdout, 'data');
    await expect(lockDirectory(folder, 'darwin')).rejects.toThrow(/Another process is using/);
    await kill(holder);
    await (await lockDirectory(folder, 'darwin')).release();
  });
});
