import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { createRetrievalParts } from './app-mail-retrieval.ts';
import { createSignInParts } from './app-mail-sign-in.ts';
import { createSubmissionParts } from './app-mail-submission.ts';
import { forTenant } from './config/cloud.ts';
import type { Config } from './config/config.ts';
import type { AppTokens } from './features/connection-test/index.ts';
import type { EntityStore, Registrations } from './features/entity-registration/index.ts';
import type { LiveEvents } from './features/live-events/index.ts';
import {
  createGrantLeaseStore,
  createGrantStore,
  createTokenSeals,
  GrantRefresh,
  MailboxTokens,
  RegistrationRefusals,
  type GrantStore,
  type MailTokenIssuer,
  type TokenSeals,
} from './features/mailbox-grants/index.ts';
import { createMailboxTestStore, MailboxTests } from './features/mailbox-test/index.ts';
import { retrievalStates } from './features/mail-retrieval/index.ts';
import type { MailboxTester } from './features/mailbox-sign-in/index.ts';
import {
  createMailboxStore,
  MailboxImports,
  Mailboxes,
  type MailboxKnowledge,
} from './features/mailboxes/index.ts';
import { Messages } from './features/messages/index.ts';
import type { ServiceKeyStore } from './features/service-keys/index.ts';
import { mailRefreshScope } from './protocols/entra/index.ts';
import type { HttpExchange } from './protocols/http/index.ts';
import { MessageReader } from './protocols/mime/index.ts';
import type { Database } from './storage/database.ts';
import type { Encryption } from './storage/encryption/encryption.ts';
import type { Tables } from './storage/tables.ts';

/** What the mailboxes' parts share with the rest. */
export interface MailPartsOptions {
  config: Config;
  database: Database;
  db: Kysely<Tables>;
  encryption: Encryption;
  exchange: HttpExchange;
  entities: EntityStore;
  serviceKeys: ServiceKeyStore;
  registrations: Registrations;
  tokens: AppTokens;
  live: LiveEvents;
  now: () => number;
  log: Logger;
  /** Milliseconds until an answer of Microsoft must be complete. */
  answerWithinMs: number;
}

/** Stores and services of the communicator mailboxes, each made once. */
export function createMailParts(options: MailPartsOptions) {
  const { db, encryption, now } = options;
  const seals = createTokenSeals(encryption);
  const stores = {
    mailboxes: createMailboxStore(db),
    grants: createGrantStore(db, seals),
    mailboxTests: createMailboxTestStore(db),
  };
  const given = { ...options, store: stores.mailboxes };
  const mailboxTokens = mailboxTokensOf(options, stores.grants, seals);
  const tests = new MailboxTests({
    ...options,
    ...stores,
    tests: stores.mailboxTests,
    tokens: mailboxTokens,
    servers: { pop3: options.config.cloud.pop, smtp: options.config.cloud.smtp },
    resource: options.config.cloud.outlookResource,
  });
  const mailboxStore = stores.mailboxes;
  const retrieval = createRetrievalParts({
    ...options,
    mailboxStore,
    mailTokens: mailboxTokens,
    pop: options.config.cloud.pop,
  });
  const afterSignIn: MailboxTester = {
    run: async (tenantId, mailboxId, why) => {
      await tests.run(tenantId, mailboxId, why);
      await retrieval.store.dueNow(tenantId, mailboxId, new Date(now()));
    },
  };
  const signIn = createSignInParts({ ...options, ...stores, mailboxStore, tests: afterSignIn });
  const knowledge: MailboxKnowledge = {
    signIns: (tenantId) => stores.grants.signIns(tenantId, now()),
    pending: (reader) => signIn.pendingGrants.forReader(reader),
    latestTests: (tenantId) => tests.latest(tenantId),
    retrievals: (tenantId) => retrievalStates(db, tenantId, now()),
    mailKeys: (tenantId) => options.serviceKeys.mailKeys(tenantId, new Date(now())),
  };
  const mailboxes = new Mailboxes({ ...given, knowledge });
  return {
    mailStores: stores,
    mailboxes,
    messages: new Messages({
      ...options,
      mailboxes: stores.mailboxes,
      messages: retrieval.messages,
      contents: retrieval.contents,
      reader: new MessageReader(),
    }),
    mailboxSignIn: { ...signIn, signIns: signIn.signInsOf(mailboxes) },
    mailboxImports: new MailboxImports(given),
    mailboxTokens,
    mailboxTests: tests,
    retrieval,
    submission: createSubmissionParts({
      ...options,
      mailboxes,
      mailboxStore,
      mailTokens: mailboxTokens,
      smtp: options.config.cloud.smtp,
    }),
  };
}

/** A claim holds until an answer must have come, and as long again to store it. */
function mailboxTokensOf(options: MailPartsOptions, store: GrantStore, seals: TokenSeals): MailboxTokens {
  const { db, config, now, answerWithinMs } = options;
  const refusals = new RegistrationRefusals(now);
  const given = { ...options, store, seals, refusals, leases: createGrantLeaseStore(db) };
  const refresh = new GrantRefresh({ ...given, issuer: mailTokenIssuerOf(config) });
  return new MailboxTokens({ ...given, refresh, leaseMs: 2 * answerWithinMs });
}

function mailTokenIssuerOf({ cloud }: Config): MailTokenIssuer {
  return {
    tokenEndpoint: (directoryId) => forTenant(cloud.token, directoryId),
    issuer: (directoryId) => forTenant(cloud.issuer, directoryId),
    resource: cloud.outlookResource,
    refreshScope: mailRefreshScope(cloud.outlookResource),
  };
}

export type MailParts = ReturnType<typeof createMailParts>;
