import type { Logger } from 'pino';
import { createMailParts } from './app-mail-parts.ts';
import { forTenant, tenantWideConsentPage } from './config/cloud.ts';
import type { Config } from './config/config.ts';
import type { EncryptionKey } from './config/encryption-keys.ts';
import {
  AdminConsents,
  ConsentLooks,
  ConsentWatch,
  createConsentAttemptStore,
  type After,
} from './features/admin-consent/index.ts';
import { AppTokens, ConnectionTests, createConnectionTestStore } from './features/connection-test/index.ts';
import {
  createDraftStore,
  createEntityStore,
  createRegistrationStore,
  createSetupMarkStore,
  Entities,
  Registrations,
} from './features/entity-registration/index.ts';
import { LiveEvents } from './features/live-events/index.ts';
import { SecretRenewals } from './features/secret-renewal/index.ts';
import { createServiceKeyStore, GraphTokens, ServiceKeys } from './features/service-keys/index.ts';
import { createTenantStore, Presence } from './features/tenants/index.ts';
import { createTokenVerifier, type TokenVerifier } from './http/access-token.ts';
import { microsoftHostClients } from './microsoft-clients.ts';
import { createHttpExchange, type HttpExchange } from './protocols/http/index.ts';
import type { Database } from './storage/database.ts';
import { createEncryption } from './storage/encryption/encryption.ts';

export interface PartsOptions {
  config: Config;
  database: Database;
  /** The first one encrypts. */
  keys: readonly EncryptionKey[];
  /** Milliseconds since 1970. */
  now: () => number;
  log: Logger;
  /** Runs something later, in this process. */
  after: After;
  /** Milliseconds until an answer of Microsoft must be complete. */
  answerWithinMs: number;
}

/** Stores and services, each made once; what they share is given to them here and nowhere else. */
export type Parts = Awaited<ReturnType<typeof createParts>>;

/** Room for a batch of twenty answers; a proxy's page is told by its beginning. */
const longestAnswerBytes = 1024 * 1024;

export async function createParts(options: PartsOptions) {
  const { config, database, keys, now, after, log } = options;
  const db = database.kysely;
  const encryption = createEncryption({ keys, database, now });
  await encryption.rewrapTenantKeys();
  const stores = {
    entities: createEntityStore(db),
    registrations: createRegistrationStore(db, encryption),
    drafts: createDraftStore(db, encryption),
    tests: createConnectionTestStore(db),
    marks: createSetupMarkStore(db),
    consents: createConsentAttemptStore(db),
    serviceKeys: createServiceKeyStore(db),
    tenants: createTenantStore(db),
  };
  const live = new LiveEvents();
  const exchange = exchangeOf(config, options.answerWithinMs);
  const tokens = new AppTokens({ exchange, ...tokenSourceOf(config) }, now);
  const graphUrl = config.cloud.graph;
  const connectionTests = new ConnectionTests({ store: stores.tests, tokens, exchange, graphUrl, live, now });
  const given = { ...stores, db, tokens, connectionTests, live, now, log };
  const registrations = new Registrations(given);
  const looks = new ConsentLooks({ ...given, subjects: registrations });
  const watch = new ConsentWatch({ ...given, looks, after });
  const consentPage = (directoryId: string) => forTenant(tenantWideConsentPage(config.cloud), directoryId);
  const shared = { config, database, encryption, exchange, after, answerWithinMs: options.answerWithinMs };
  return {
    ...createMailParts({ ...given, ...shared, registrations }),
    database,
    stores,
    live,
    connectionTests,
    registrations,
    serviceKeys: new ServiceKeys({
      ...given,
      store: stores.serviceKeys,
      isAllowedTenant: tenantRuleOf(config),
    }),
    graphTokens: new GraphTokens({ registrations, tokens, now }),
    renewals: new SecretRenewals({ ...given, store: stores.registrations, registrations }),
    entities: new Entities(given),
    watch,
    consents: new AdminConsents({ ...given, watch, consentPage }),
    presence: new Presence(given),
    verifier: verifierOf(config, now),
    now,
  };
}

function tokenSourceOf({ cloud }: Config) {
  return {
    tokenEndpoint: (directoryId: string) => forTenant(cloud.token, directoryId),
    scope: `${cloud.graphResource}/.default`,
  };
}

/** Requests to the token endpoint and Graph of the configured cloud, and to nobody else. */
function exchangeOf({ cloud }: Config, timeoutMs: number): HttpExchange {
  const login = forTenant(cloud.token, 'organizations');
  const origins = [new URL(login).origin, new URL(cloud.graph).origin];
  return createHttpExchange({ origins, timeoutMs, maxBytes: longestAnswerBytes });
}

function verifierOf(config: Config, now: () => number): TokenVerifier {
  const { cloud, client, operatorTenant } = config;
  return createTokenVerifier({
    clientId: client.id,
    issuer: cloud.issuer,
    jwksUri: forTenant(cloud.jwks, 'common'),
    clients: [client.id, ...microsoftHostClients],
    operatorTenant: operatorTenant ?? undefined,
    now,
    isAllowedTenant: tenantRuleOf(config),
  });
}

function tenantRuleOf({ allowedTenants }: Config): (tenantId: string) => boolean {
  return (tenantId) => allowedTenants === 'any' || allowedTenants.includes(tenantId);
}
