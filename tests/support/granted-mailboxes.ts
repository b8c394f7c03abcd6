import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startDevTenant, type DevTenant } from '../../src/dev-tenant/dev-tenant.ts';
import { createParts, type Parts } from '../../src/server/app-parts.ts';
import { readConfig } from '../../src/server/config/config.ts';
import { ownEncryptionKeys } from '../../src/server/config/encryption-keys.ts';
import {
  generateOneTimeValues,
  authorizationUrl,
  redeemCode,
  type RedeemedTokens,
} from '../../src/server/protocols/entra/index.ts';
import type { Database } from '../../src/server/storage/database.ts';
import { EntraBrowser } from '../integration/dev-tenant/entra-browser.ts';
import { exchangeWith, readyClient, redirectUri } from '../protocols/entra/mailbox-client.ts';
import { startAlteredMicrosoft, type AlteredMicrosoft } from './altered-microsoft.ts';
import { openTestDatabase, type DatabaseKind } from './database.ts';

export interface GrantedMailboxes {
  tenant: DevTenant;
  /** Between the product and the tenant: records what is asked, and may answer differently. */
  microsoft: AlteredMicrosoft;
  database: Database;
  tenantId: string;
  entityId: string;
  /** A process of the product on the same database, without web and schedule. */
  process(options?: { now?: () => number; database?: Database }): Promise<Parts>;
  /** Refreshes that reached Microsoft. */
  refreshes(): number;
  /** Signs a person in at the tenant, as the product would ask. */
  signIn(userName?: string): Promise<RedeemedTokens>;
  /** A new mailbox of the entity with a grant of its own. Answers its id. */
  mailbox(userName?: string): Promise<string>;
  put(mailboxId: string, tokens: RedeemedTokens): Promise<void>;
  close(): Promise<void>;
}

/** An entity with the ready registration, for mailboxes that somebody signed in to; no page and no schedule run. */
export async function startGrantedMailboxes(options: {
  database: DatabaseKind;
  now: () => number;
  answerWithinMs?: number;
}): Promise<GrantedMailboxes> {
  const { now } = options;
  const tenant = await startDevTenant({ now });
  const microsoft = await startAlteredMicrosoft(tenant);
  const database = await openTestDatabase(options.database);
  const dataDir = mkdtempSync(join(tmpdir(), 'connect-'));
  const config = readConfig({
    HOST: 'localhost',
    PORT: '0',
    DATA_DIR: dataDir,
    CLOUD: 'custom',
    CLOUD_ENDPOINTS: JSON.stringify(microsoft.endpoints),
    CONNECT_CLIENT_ID: tenant.seed.connect.applicationId,
  });
  const keys = ownEncryptionKeys(dataDir);
  const processOf: GrantedMailboxes['process'] = (given = {}) =>
    createParts({
      config,
      keys,
      database,
      now,
      log: pino({ level: 'silent' }),
      after: () => () => undefined,
      answerWithinMs: options.answerWithinMs ?? 5000,
      ...given,
    });
  const parts = await processOf();
  const tenantId = tenant.seed.ready.directoryId;
  const entityId = await connectedEntity(parts, tenant, tenantId);
  const signIn = (userName = 'lawyer@muster.example') => signInAtTenant(tenant, userName, now);
  const put: GrantedMailboxes['put'] = async (mailboxId, tokens) => {
    const { tid, oid, name, preferredUsername: username } = tokens.identity;
    const { directoryId, applicationId } = tenant.seed.ready;
    const owner = { tid, oid, name, username };
    const { grants } = parts.mailStores;
    const sealed = await grants.sealGrant({ tenantId, mailboxId, owner, directoryId, applicationId, tokens });
    await database.kysely.transaction().execute((trx) => grants.put(trx, sealed));
  };
  return {
    tenant,
    microsoft,
    database,
    tenantId,
    entityId,
    process: processOf,
    refreshes: () =>
      microsoft.server.requests.filter(({ body }) => body.includes('grant_type=refresh_token')).length,
    signIn,
    put,
    async mailbox(userName) {
      const mailboxId = await addMailbox(parts, tenantId, entityId);
      await put(mailboxId, await signIn(userName));
      return mailboxId;
    },
    async close() {
      await database.close();
      await microsoft.server.close();
      await tenant.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function connectedEntity(parts: Parts, tenant: DevTenant, tenantId: string): Promise<string> {
  const { kysely: db } = parts.database;
  const entityId = randomUUID();
  const at = new Date(parts.now());
  await db
    .insertInto('entities')
    .values({
      tenant_id: tenantId,
      id: entityId,
      name: 'Zürich',
      modules: ['mail'],
      probe_mailbox: 'lawyer@muster.example',
      created_at: at,
      updated_at: at,
    })
    .execute();
  const { registrations } = parts.stores;
  const { ready } = tenant.seed;
  const encrypted = await registrations.encryptSecret(tenantId, entityId, ready.clientSecret);
  const values = { ...ready, tenantId, entityId, storedBy: 'Anna Admin' };
  await db.transaction().execute((trx) => registrations.store(trx, values, encrypted, at));
  return entityId;
}

export async function addMailbox(parts: Parts, tenantId: string, entityId: string): Promise<string> {
  const address = `${randomUUID()}@muster.example`;
  const row = await parts.mailStores.mailboxes.add(
    parts.database.kysely,
    {
      tenantId,
      entityId,
      address,
      addressKey: address,
      kind: 'personal',
      holder: null,
      creator: { id: randomUUID(), name: 'Anna Admin' },
    },
    new Date(parts.now()),
  );
  if (row === null) throw new Error('the address is taken');
  return row.id;
}

/** Signs a person in to the ready registration with a browser, and redeems the code as the product does. */
export async function signInAtTenant(
  tenant: DevTenant,
  userName: string,
  now: () => number,
): Promise<RedeemedTokens> {
  const values = generateOneTimeValues();
  const registered = readyClient(tenant);
  const authorize = tenant.clientCloudEndpoints().authorize;
  const browser = new EntraBrowser();
  await browser.visit(
    await authorizationUrl({
      ...values,
      ...registered,
      authorizationEndpoint: authorize.replace('{tenant}', registered.directoryId),
      redirectUri,
      loginHint: userName,
    }),
  );
  const callback = (await browser.logIn(tenant, userName)).location;
  const code = callback?.searchParams.get('code');
  if (!code) throw new Error(`no code: ${callback?.href ?? 'no redirect'}`);
  const answer = await redeemCode(
    exchangeWith(tenant.url),
    { ...registered, ...values, redirectUri, code },
    now,
  );
  if (!('tokens' in answer)) throw new Error(`not redeemed: ${JSON.stringify(answer)}`);
  return answer.tokens;
}
