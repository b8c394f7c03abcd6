import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { createGrantParts } from './app-mail-grants.ts';
import { createRetrievalParts, type RetrievalParts } from './app-mail-retrieval.ts';
import { createSignInParts } from './app-mail-sign-in.ts';
import { createSubmissionParts, createSubmissionSlots } from './app-mail-submission.ts';
import type { After } from './features/admin-consent/index.ts';
import type { Config } from './config/config.ts';
import type { AppTokens } from './features/connection-test/index.ts';
import type { EntityStore, Registrations } from './features/entity-registration/index.ts';
import type { LiveEvents } from './features/live-events/index.ts';
import type { GrantStore } from './features/mailbox-grants/index.ts';
import { createMailboxTestStore, MailboxTests } from './features/mailbox-test/index.ts';
import { retrievalStates } from './features/mail-retrieval/index.ts';
import type { MailboxTester, PendingGrants } from './features/mailbox-sign-in/index.ts';
import {
  createMailboxStore,
  MailboxImports,
  Mailboxes,
  MailboxViews,
  type MailboxKnowledge,
} from './features/mailboxes/index.ts';
import { Messages } from './features/messages/index.ts';
import type { ServiceKeyStore } from './features/service-keys/index.ts';
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
  /** Runs something later, in this process. */
  after: After;
  now: () => number;
  log: Logger;
  /** Milliseconds until an answer of Microsoft must be complete. */
  answerWithinMs: number;
}

/** Stores and services of the communicator mailboxes, each made once. */
export function createMailParts(options: MailPartsOptions) {
  const { db } = options;
  const { cloud } = options.config;
  const { grants, mailTokens } = createGrantParts(options);
  const stores = { mailboxes: createMailboxStore(db), grants, mailboxTests: createMailboxTestStore(db) };
  const slots = createSubmissionSlots(db);
  const given = { ...options, ...stores, mailboxStore: stores.mailboxes, mailTokens, slots };
  const mailboxTests = new MailboxTests({
    ...given,
    tests: stores.mailboxTests,
    tokens: mailTokens,
    servers: { pop3: cloud.pop, smtp: cloud.smtp },
    resource: cloud.outlookResource,
  });
  const retrieval = createRetrievalParts({ ...given, pop: cloud.pop });
  const signIn = createSignInParts({ ...given, tests: afterSignIn(mailboxTests, retrieval, options.now) });
  const knowledge = knowledgeOf(options, { grants, mailboxTests, pendingGrants: signIn.pendingGrants });
  const views = new MailboxViews({ ...given, knowledge });
  const mailboxes = new Mailboxes({ ...given, store: stores.mailboxes, knowledge, views });
  return {
    mailStores: stores,
    mailboxes,
    mailboxImports: new MailboxImports({ ...given, store: stores.mailboxes }),
    mailboxTokens: mailTokens,
    mailboxTests,
    mailboxSignIn: { ...signIn, signIns: signIn.signInsOf(mailboxes) },
    retrieval,
    messages: new Messages({ ...given, ...retrieval, mailboxes, reader: new MessageReader() }),
    submission: createSubmissionParts({ ...given, mailboxes, smtp: cloud.smtp }),
  };
}

/** A mailbox that was just signed in to is tested, and then its messages are fetched. */
function afterSignIn(tests: MailboxTests, { store }: RetrievalParts, now: () => number): MailboxTester {
  return {
    run: async (tenantId, mailboxId, why) => {
      await tests.run(tenantId, mailboxId, why);
      await store.dueNow(tenantId, mailboxId, new Date(now()));
    },
  };
}

/** What the features around a mailbox know of it. */
function knowledgeOf(
  { db, serviceKeys, now }: MailPartsOptions,
  known: { grants: GrantStore; mailboxTests: MailboxTests; pendingGrants: PendingGrants },
): MailboxKnowledge {
  const { grants, mailboxTests, pendingGrants } = known;
  return {
    signIns: (tenantId, mailboxIds) => grants.signIns(tenantId, now(), mailboxIds),
    pending: (reader, mailboxIds) => pendingGrants.forReader(reader, mailboxIds),
    waitingFor: (person) => pendingGrants.waitingFor(person),
    latestTests: (tenantId, mailboxIds) => mailboxTests.latest(tenantId, mailboxIds),
    retrievals: (tenantId, mailboxIds) => retrievalStates(db, tenantId, now(), mailboxIds),
    mailKeys: (tenantId) => serviceKeys.mailKeys(tenantId, new Date(now())),
  };
}

export type MailParts = ReturnType<typeof createMailParts>;
