import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { DurableNodeFS, durableStartParams } from './durable-node-fs.ts';
import { lockDirectory } from './process-lock.ts';

export interface EmbeddedDatabase {
  pglite: PGlite;
  /** How often data was forced to the disk; 0 in memory. */
  syncCount: () => number;
  close: () => Promise<void>;
}

/** A database that lives as long as the process, empty or loaded from a dump of `dumpDataDir`. */
export async function openInMemory(dump?: Blob): Promise<EmbeddedDatabase> {
  const pglite = await PGlite.create(dump ? { loadDataDir: dump } : {});
  return { pglite, syncCount: () => 0, close: () => pglite.close() };
}

/**
 * Opens the database in a directory of this machine, creating it when there is none.
 * @throws DirectoryInUseError when another process has it open.
 */
export async function openInDirectory(directory: string, dump?: Blob): Promise<EmbeddedDatabase> {
  // PGlite writes its files with mode 0666: the directory keeps others out.
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const lock = await lockDirectory(directory);
  try {
    if (!existsSync(join(directory, 'PG_VERSION'))) await initialize(directory, dump);
    const fs = new DurableNodeFS(directory);
    const pglite = await PGlite.create({ fs, startParams: durableStartParams });
    return {
      pglite,
      syncCount: () => fs.syncCount,
      close: async () => {
        await pglite.close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error instanceof Error ? error : unusable(directory, error);
  }
}

/** Number of "no space left on device" in WASI, by which PGlite's file system names its errors. */
const noSpaceLeft = 51;

/** What PGlite throws for a fault of the file system is no Error: it has a number and nothing to read. */
function unusable(directory: string, fault: unknown): Error {
  const number = typeof fault === 'object' && fault !== null && 'errno' in fault ? fault.errno : undefined;
  const reason = number === noSpaceLeft ? 'there is no space left' : `error ${String(number)} of WASI`;
  return new Error(`The embedded database cannot use ${directory}: ${reason}.`);
}

/** Builds the files beside their place and moves them in whole: a process killed half-way leaves no broken database. */
async function initialize(directory: string, dump: Blob | undefined): Promise<void> {
  const unfinished = `${resolve(directory)}-unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const fs = new DurableNodeFS(unfinished);
  const pglite = await PGlite.create({
    fs,
    startParams: durableStartParams,
    ...(dump ? { loadDataDir: dump } : {}),
  });
  await pglite.close();
  renameSync(unfinished, directory);
}
