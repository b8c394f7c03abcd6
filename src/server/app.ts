import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { clientConfigOf } from './client-config.ts';
import { forTenant } from './config/cloud.ts';
import type { Config } from './config/config.ts';
import { ownEncryptionKeys, type EncryptionKey } from './config/encryption-keys.ts';
import { auditKeptForMs, auditRoutes, recordAudit, removeAuditBefore } from './features/audit/index.ts';
import {
  ConnectionTests,
  connectionTestRoutes,
  createAppTokens,
  createConnectionTestStore,
  runDueTests,
} from './features/connection-test/index.ts';
import {
  createDraftStore,
  Entities,
  createEntityStore,
  createRegistrationStore,
  entityRoutes,
  registrationRoutes,
  Registrations,
} from './features/entity-registration/index.ts';
import { createLiveEvents, liveEventRoutes } from './features/live-events/index.ts';
import { secretRenewalRoutes, SecretRenewals } from './features/secret-renewal/index.ts';
import { createPresence, createTenantStore, tenantRoutes } from './features/tenants/index.ts';
import { createTokenVerifier, type TokenVerifier } from './http/access-token.ts';
import { serveHealth } from './http/health.ts';
import { meRoute } from './http/me-route.ts';
import { servePages } from './http/pages.ts';
import { createServer, type Server } from './http/server.ts';
import { startJobs, type Jobs } from './jobs/jobs.ts';
import { microsoftHostClients } from './microsoft-clients.ts';
import { createHttpExchange } from './protocols/http/index.ts';
import { openDatabase, type Database } from './storage/database.ts';
import { createEncryption } from './storage/encryption/encryption.ts';

export interface AppOptions {
  config: Config;
  log: Logger;
  /** Opened already; without it the one that the configuration names is opened. */
  database?: Database;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** Milliseconds until an answer of Microsoft must be complete; 15 seconds unless told otherwise. */
  answerWithinMs?: number;
}

export interface App {
  /** Where it listens, without a slash at the end. */
  url: string;
  /** Lets running requests and jobs end, then closes the database. */
  close(): Promise<void>;
}

/** What each part is given; made once, here. */
type Parts = Awaited<ReturnType<typeof createParts>>;

const answerWithinMs = 15_000;
/** Room for a batch of twenty answers; a proxy's page is told by its beginning. */
const longestAnswerBytes = 1024 * 1024;
const keysAreRefreshedEveryMs = 3600_000;
const bundle = join(import.meta.dirname, '../../dist/client');

/** Creates and wires everything, and starts what the role asks for. */
export async function startApp(options: AppOptions): Promise<App> {
  const { config, log } = options;
  // Before the database: a folder with data but without its key is refused, and must not come to be here.
  const keys = config.encryptionKeys === 'own' ? ownEncryptionKeys(config.dataDir) : config.encryptionKeys;
  const database = options.database ?? (await openDatabase(databaseOf(options)));
  try {
    const parts = await createParts(options, database, keys);
    const { app } = await createWeb(options, parts);
    const jobs = config.role === 'web' ? null : await startSchedule(parts, log);
    await app.listen({ host: config.host, port: config.port });
    const refreshing = setInterval(
      () => void refreshKeys(parts.verifier, log),
      keysAreRefreshedEveryMs,
    ).unref();
    void refreshKeys(parts.verifier, log);
    return {
      url: config.publicUrl ?? localUrl(app),
      async close() {
        clearInterval(refreshing);
        await app.close();
        await jobs?.stop();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

function databaseOf({ config, log }: AppOptions) {
  return config.database.kind === 'postgresql'
    ? { databaseUrl: config.database.url, log }
    : { dataDir: config.database.directory, log };
}

async function createParts(options: AppOptions, database: Database, keys: readonly EncryptionKey[]) {
  const { config, log, now = Date.now } = options;
  const { cloud } = config;
  const db = database.kysely;
  const encryption = createEncryption({ keys, database, now });
  await encryption.rewrapTenantKeys();
  const live = createLiveEvents();
  const tokenEndpoint = (directoryId: string) => forTenant(cloud.token, directoryId);
  const origins = [new URL(tokenEndpoint('organizations')).origin, new URL(cloud.graph).origin];
  const exchange = createHttpExchange({
    origins,
    timeoutMs: options.answerWithinMs ?? answerWithinMs,
    maxBytes: longestAnswerBytes,
  });
  const tokens = createAppTokens({ exchange, tokenEndpoint, scope: `${cloud.graphResource}/.default` }, now);
  const tests = createConnectionTestStore(db);
  const connectionTests = new ConnectionTests({
    store: tests,
    tokens,
    exchange,
    graphUrl: cloud.graph,
    live,
    now,
  });
  const entityStore = createEntityStore(db);
  const registrationStore = createRegistrationStore(db, encryption);
  const drafts = createDraftStore(db, encryption);
  const shared = { db, entities: entityStore, tokens, connectionTests, live, now, log };
  const registrations = new Registrations({ ...shared, registrations: registrationStore, drafts });
  const renewals = new SecretRenewals({ ...shared, store: registrationStore, registrations });
  const entities = new Entities({ ...shared, registrations: registrationStore, drafts, tests });
  const verifier = verifierOf(config);
  return {
    database,
    db,
    live,
    tests,
    connectionTests,
    entityStore,
    drafts,
    registrations,
    renewals,
    entities,
    verifier,
    now,
  };
}

function verifierOf({ cloud, client, allowedTenants, operatorTenant }: Config): TokenVerifier {
  return createTokenVerifier({
    clientId: client.id,
    issuer: cloud.issuer,
    jwksUri: forTenant(cloud.jwks, 'common'),
    clients: [client.id, ...microsoftHostClients],
    operatorTenant: operatorTenant ?? undefined,
    isAllowedTenant: (tenantId) => allowedTenants === 'any' || allowedTenants.includes(tenantId),
  });
}

async function createWeb({ config, log }: AppOptions, parts: Parts) {
  const { cloud } = config;
  const tenants = createTenantStore(parts.db);
  const isWorthNoting = createPresence();
  const { app, openEventStream } = await createServer({
    logger: log,
    verifier: parts.verifier,
    ...(config.trustProxy === null ? {} : { trustProxy: config.trustProxy }),
    pageOrigins: {
      frameAncestors: cloud.frameAncestors,
      login: new URL(forTenant(cloud.authorize, 'organizations')).origin,
      secure: config.publicUrl?.startsWith('https:') ?? false,
    },
    seen: ({ tenantId }) => {
      if (!isWorthNoting(tenantId, parts.now())) return;
      tenants
        .saw(tenantId, new Date(parts.now()))
        .catch((error: unknown) => log.error({ err: error }, 'tenant not noted'));
    },
  });
  serveHealth(app, () => isReachable(parts.database));
  if (config.role === 'worker') return { app };
  await servePages(app, bundle, () =>
    clientConfigOf(cloud, {
      clientId: config.client.id,
      publicUrl: config.publicUrl ?? localUrl(app),
      onlyTenant: onlyTenantOf(config),
    }),
  );
  meRoute(app);
  entityRoutes(app, parts.entities);
  registrationRoutes(app, parts.registrations, parts.entities);
  secretRenewalRoutes(app, parts.renewals);
  connectionTestRoutes(app, {
    connectionTests: parts.connectionTests,
    store: parts.tests,
    subjects: { find: (tenantId, entityId) => parts.registrations.subject(tenantId, entityId) },
    live: parts.live,
    record: async (actor, action, entityId) => {
      const entity = await parts.entityStore.find(actor.tenantId, entityId);
      await recordAudit(parts.db, { action, actor, entity }, parts.now());
    },
    openEventStream,
  });
  auditRoutes(app, parts.db);
  tenantRoutes(app, tenants);
  liveEventRoutes(app, parts.live, openEventStream);
  return { app };
}

async function startSchedule(parts: Parts, log: Logger): Promise<Jobs> {
  const jobs = await startJobs({ database: parts.database, log });
  const subjects = {
    find: (tenantId: string, entityId: string) => parts.registrations.subject(tenantId, entityId),
  };
  await jobs.schedule('connection-tests', '*/5 * * * *', async () => {
    const { connectionTests, tests, now } = parts;
    await runDueTests({ connectionTests, store: tests, subjects, now, log });
  });
  await jobs.schedule('housekeeping', '17 * * * *', async () => {
    await parts.drafts.removeExpired(new Date(parts.now()));
    await removeAuditBefore(parts.db, new Date(parts.now() - auditKeptForMs));
  });
  return jobs;
}

function onlyTenantOf({ allowedTenants }: Config): string | null {
  const [first, ...others] = allowedTenants === 'any' ? [] : allowedTenants;
  return first !== undefined && others.length === 0 ? first : null;
}

function localUrl(app: Server): string {
  return `http://localhost:${(app.server.address() as AddressInfo).port}`;
}

async function isReachable({ pool }: Database): Promise<boolean> {
  return pool.query('select 1').then(
    () => true,
    () => false,
  );
}

async function refreshKeys(verifier: TokenVerifier, log: Logger): Promise<void> {
  await verifier
    .refreshKeys()
    .catch((error: unknown) => log.warn({ err: error }, 'signing keys could not be fetched'));
}
