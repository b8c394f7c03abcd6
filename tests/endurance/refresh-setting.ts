import { randomBytes, randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { createParts, type Parts } from '../../src/server/app-parts.ts';
import { readConfig, type Config } from '../../src/server/config/config.ts';
import type { Environment } from '../../src/server/config/environment.ts';
import { openDatabase, type Database } from '../../src/server/storage/database.ts';
import { startPostgresqlCluster } from '../support/postgresql-cluster.ts';
import { startTokenServer, type TokenServer, type TokenServerOptions } from './token-server.ts';

/** Mailboxes with grants on PostgreSQL whose access tokens have all expired. */
export interface RefreshSetting {
  server: TokenServer;
  database: Database;
  /** What a process of the product is started with. */
  environment: Environment;
  tenantId: string;
  mailboxIds: string[];
  parts: Parts;
  close(): Promise<void>;
}

/** As long as in production unless told otherwise: shorter, what a killed process held is free sooner. */
const usualAnswerWithinMs = 15_000;

export async function startRefreshSetting(
  mailboxes: number,
  options: TokenServerOptions,
): Promise<RefreshSetting> {
  const server = await startTokenServer(options);
  const cluster = await startPostgresqlCluster();
  await cluster.createDatabase('endurance');
  const environment = environmentOf(server.url, cluster.url('endurance'));
  const database = await openDatabase({ databaseUrl: cluster.url('endurance') });
  const parts = await partsOf(environment, database);
  const tenantId = randomUUID();
  const mailboxIds = await addGrants(parts, server, tenantId, mailboxes);
  return {
    server,
    database,
    environment,
    tenantId,
    mailboxIds,
    parts,
    async close() {
      await database.close();
      await cluster.stop();
      await server.close();
    },
  };
}

/** What a process works with; it listens nowhere and runs nothing by itself. */
export function partsOf(
  environment: Environment,
  database: Database,
  answerWithinMs = usualAnswerWithinMs,
): Promise<Parts> {
  const config = readConfig(environment);
  return createParts({
    config,
    database,
    keys: keysOf(config),
    now: Date.now,
    log: pino({ level: 'silent' }),
    after: () => () => undefined,
    answerWithinMs,
  });
}

function keysOf({ encryptionKeys }: Config) {
  if (encryptionKeys === 'own') throw new Error('the key stands in the environment');
  return encryptionKeys;
}

function environmentOf(url: string, databaseUrl: string): Environment {
  const endpoints = {
    issuer: `${url}/{tenant}/v2.0`,
    authorize: `${url}/{tenant}/authorize`,
    token: `${url}/{tenant}/token`,
    adminConsent: `${url}/{tenant}/adminconsent`,
    jwks: `${url}/keys`,
    graph: `${url}/graph`,
  };
  return {
    CLOUD: 'custom',
    CLOUD_ENDPOINTS: JSON.stringify(endpoints),
    CONNECT_CLIENT_ID: randomUUID(),
    DATABASE_URL: databaseUrl,
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
  };
}

async function addGrants(
  parts: Parts,
  server: TokenServer,
  tenantId: string,
  mailboxes: number,
): Promise<string[]> {
  const { kysely: db } = parts.database;
  const [entityId, directoryId, applicationId] = [randomUUID(), randomUUID(), randomUUID()];
  const at = new Date();
  const entity = { tenant_id: tenantId, id: entityId, name: 'Zürich', probe_mailbox: 'a@muster.example' };
  await db
    .insertInto('entities')
    .values({ ...entity, modules: [], created_at: at, updated_at: at })
    .execute();
  const { registrations } = parts.stores;
  const encrypted = await registrations.encryptSecret(tenantId, entityId, 'secret~of~the~endurance~test');
  const values = {
    tenantId,
    entityId,
    directoryId,
    applicationId,
    secretExpiresOn: '2099-01-01',
    storedBy: '',
  };
  await db.transaction().execute((trx) => registrations.store(trx, values, encrypted, at));
  const { mailboxes: store, grants } = parts.mailStores;
  const ids: string[] = [];
  for (let number = 0; number < mailboxes; number++) {
    const address = `m${number}@muster.example`;
    const creator = { id: randomUUID(), name: '' };
    const row = await store.add(
      db,
      { tenantId, entityId, address, addressKey: address, kind: 'personal', holder: null, creator },
      at,
    );
    const mailboxId = row!.id;
    const owner = { tid: tenantId, oid: randomUUID(), name: null, username: address };
    const issuedAt = at.getTime() - 3600_000;
    const tokens = {
      accessToken: 'expired',
      refreshToken: server.grant(mailboxId),
      issuedAt,
      expiresAt: issuedAt + 1000,
      scopes: [],
    };
    const sealed = await grants.sealGrant({ tenantId, mailboxId, owner, directoryId, applicationId, tokens });
    await db.transaction().execute((trx) => grants.put(trx, sealed));
    ids.push(mailboxId);
  }
  return ids;
}
