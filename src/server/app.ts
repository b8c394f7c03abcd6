import type { Logger } from 'pino';
import { startRetrieval } from './app-mail-retrieval.ts';
import { createParts } from './app-parts.ts';
import { startSchedule } from './app-schedule.ts';
import { createWeb, localUrl } from './app-web.ts';
import type { Config } from './config/config.ts';
import { ownEncryptionKeys } from './config/encryption-keys.ts';
import type { After } from './features/admin-consent/index.ts';
import type { TokenVerifier } from './http/access-token.ts';
import { openDatabase, type Database } from './storage/database.ts';

export interface AppOptions {
  config: Config;
  log: Logger;
  /** Opened already; without it the one that the configuration names is opened. Either way the app closes it. */
  database?: Database;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** Runs something later; the process's own timers unless told otherwise. */
  after?: After;
  /** Milliseconds until an answer of Microsoft must be complete; 15 seconds unless told otherwise. */
  answerWithinMs?: number;
}

export interface App {
  /** Where it listens, without a slash at the end. */
  url: string;
  /** Lets running requests and jobs end, then closes the database. */
  close(): Promise<void>;
}

const answerWithinMs = 15_000;
const keysAreRefreshedEveryMs = 3600_000;

/**
 * Starts what the role asks for. What was opened is closed in the opposite order, also when the start fails half-way.
 * @throws ConfigError when the encryption key does not fit the data; else what the database or the port refuses with.
 */
export async function startApp(options: AppOptions): Promise<App> {
  const { config, log, now = Date.now, after = afterTimeout } = options;
  // Before the database: a folder with data but without its key is refused, and must not come to be here.
  const keys = config.encryptionKeys === 'own' ? ownEncryptionKeys(config.dataDir) : config.encryptionKeys;
  const database = options.database ?? (await openDatabase(databaseOf(config, log)));
  const opened: (() => Promise<void>)[] = [() => database.close()];
  const close = async () => {
    for (const closeOne of opened.splice(0).reverse()) await closeOne();
  };
  try {
    const limits = { answerWithinMs: options.answerWithinMs ?? answerWithinMs };
    const parts = await createParts({ config, database, keys, now, after, log, ...limits });
    opened.push(() => parts.watch.stop());
    opened.push(() => parts.mailboxTokens.stop());
    opened.push(() => parts.mailboxSignIn.signedIn.stop());
    if (config.role !== 'web') {
      const jobs = await startSchedule(parts, log);
      opened.push(() => jobs.stop());
    }
    const web = await createWeb(config, log, parts);
    opened.push(() => web.close());
    await web.listen({ host: config.host, port: config.port });
    opened.push(startRetrieval(parts, { works: config.role !== 'web', after: afterTimeout, log }));
    const stopRefreshing = keepKeysFresh(parts.verifier, log);
    opened.push(async () => stopRefreshing());
    return { url: config.publicUrl ?? localUrl(web), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What is left undone when the process ends is in the database: a timer must not keep it alive. */
const afterTimeout: After = (ms, run) => {
  const timer = setTimeout(() => void run(), ms).unref();
  return () => clearTimeout(timer);
};

function databaseOf({ database }: Config, log: Logger) {
  return database.kind === 'postgresql'
    ? { databaseUrl: database.url, log }
    : { dataDir: database.directory, log };
}

/** Fetches the signing keys now and every hour, so that no request has to wait for them. Answers what ends it. */
function keepKeysFresh(verifier: TokenVerifier, log: Logger): () => void {
  const refresh = () =>
    void verifier
      .refreshKeys()
      .catch((error: unknown) => log.warn({ err: error }, 'signing keys could not be fetched'));
  refresh();
  const hourly = setInterval(refresh, keysAreRefreshedEveryMs).unref();
  return () => clearInterval(hourly);
}
