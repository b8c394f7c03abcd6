import { type Db, PgBoss, type SendOptions } from 'pg-boss';
import type { Database } from '../storage/database.ts';

export interface JobsLog {
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Work that is due at a time or once, shared by all replicas. A name is made of letters, digits, dash and dot. */
export interface Jobs {
  /**
   * Runs the handler by a cron expression in UTC, of a minute at the finest, on one replica at a time: a run that is
   * still going on when the next is due swallows it. A run that fails is not repeated; the next one comes anyway.
   */
  schedule(name: string, cron: string, handler: (signal: AbortSignal) => Promise<void>): Promise<void>;
  /** Queues a job for `work`. Returns its id, or null when `singletonKey` found one of the kind. */
  send(name: string, data: object, options?: SendOptions): Promise<string | null>;
  /** Takes the jobs of a name, one at a time, each repeated twice when it fails. `data` is what was sent, as JSON gives it back. */
  work(name: string, handler: (data: unknown, signal: AbortSignal) => Promise<void>): Promise<void>;
  /** Waits for running jobs, 20 seconds at most. Call it before the database is closed. */
  stop(): Promise<void>;
}

const stopTimeoutMs = 20_000;
const retries = { retryLimit: 2, retryDelay: 30, retryBackoff: true };
const never = { retryLimit: 0 };

/** `pollingSeconds`: how soon a queued job is noticed, 1 at least. Small in tests only: every look is a query. */
export interface JobsOptions {
  database: Database;
  log: JobsLog;
  pollingSeconds?: number;
}

/** Starts the queue; its tables live in the schema `pgboss` of the same database. */
export async function startJobs({ database, log, pollingSeconds = 5 }: JobsOptions): Promise<Jobs> {
  const boss = new PgBoss({
    db: bossDatabase(database),
    backend: database.kind === 'embedded' ? 'pglite' : 'postgres',
    cronWorkerIntervalSeconds: pollingSeconds,
    cronMonitorIntervalSeconds: Math.min(30, pollingSeconds * 6),
    // Both look after large tables of a busy server.
    monitorVacuum: false,
    reindex: false,
  });
  boss.on('error', (error) => log.error({ err: error }, 'job queue'));
  boss.on('warning', (warning) => log.warn({ warning }, 'job queue'));
  await boss.start();

  const take = async (name: string, handler: (data: unknown, signal: AbortSignal) => Promise<void>) => {
    await boss.work<object>(name, { pollingIntervalSeconds: pollingSeconds }, async ([job]) => {
      if (!job) return;
      const failed = await handler(job.data, job.signal).then(
        () => false,
        (error: unknown) => {
          log.error({ err: error, job: name, jobId: job.id }, 'job failed');
          return true;
        },
      );
      // The queue keeps what is thrown in its table, where no redaction reaches: it gets none of the details.
      if (failed) throw new Error(`Job ${name} failed.`);
    });
  };
  const known = new Set<string>();
  const createQueue = async (name: string, policy: string, limits: object) => {
    if (known.has(name)) return;
    await boss.createQueue(name, { policy, ...limits });
    known.add(name);
  };

  return {
    async schedule(name, cron, handler) {
      await createQueue(name, 'exclusive', never);
      await boss.schedule(name, cron, null, { tz: 'UTC' });
      await take(name, (_data, signal) => handler(signal));
    },
    async work(name, handler) {
      await createQueue(name, 'standard', retries);
      await take(name, handler);
    },
    async send(name, data, options) {
      await createQueue(name, 'standard', retries);
      return boss.send(name, data, options);
    },
    stop: () => boss.stop({ graceful: true, timeout: stopTimeoutMs, close: false }),
  };
}

/**
 * The queue works through our pool on both back ends. pg-boss has an adapter for PGlite itself, but that one would run
 * its statements inside whatever transaction the pool has open on the only session, and roll that back on an error.
 */
function bossDatabase({ pool }: Database): Db {
  return {
    async executeSql(text, values) {
      const client = await pool.connect();
      try {
        // Several statements in one text answer with an array, which pg-boss takes apart.
        return values?.length ? await client.query(text, values) : await client.query(text);
      } catch (error) {
        await client.query('rollback').catch(() => undefined);
        throw error;
      } finally {
        client.release();
      }
    },
  };
}
