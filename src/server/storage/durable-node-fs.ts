import { fsyncSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type EmscriptenOptions = Parameters<NodeFS['init']>[1];

/** The part of Emscripten's NODEFS that is replaced; `nfd` is the file descriptor of Node. */
interface EmscriptenModule {
  NODEFS: { stream_ops: { fsync?: (stream: { nfd?: number }) => number } };
}

/**
 * PGlite's Node file system with a real fsync.
 * As shipped, NODEFS has no fsync operation: PostgreSQL asks for one at every commit, is told that it succeeded, and the
 * row lives in the page cache alone (pglite issue 1107). This rests on internals: the version of PGlite is pinned
 * exactly, and a test counts the calls. A directory is still not synced after a rename.
 */
export class DurableNodeFS extends NodeFS {
  /** How often data was forced to the disk; for the test that this class is still in effect. */
  syncCount = 0;

  override async init(
    pg: PGlite,
    options: EmscriptenOptions,
  ): Promise<{ emscriptenOpts: EmscriptenOptions }> {
    const { emscriptenOpts } = await super.init(pg, options);
    const addFsync = (module: unknown) => {
      (module as EmscriptenModule).NODEFS.stream_ops.fsync = (stream) => {
        if (stream.nfd !== undefined) {
          fsyncSync(stream.nfd);
          this.syncCount += 1;
        }
        return 0;
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addFsync] } };
  }
}

/** PGlite starts with `-F` (no fsync). Its NODEFS knows fsync alone, not fdatasync, hence the WAL method. */
export const durableStartParams: string[] = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'wal_sync_method=fsync',
];
