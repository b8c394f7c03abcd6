import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { MailHost } from './config/cloud.ts';
import type { EntityStore } from './features/entity-registration/index.ts';
import type { LiveEvents } from './features/live-events/index.ts';
import type { MailboxTokenSource } from './features/mailbox-grants/index.ts';
import type { After } from './features/admin-consent/index.ts';
import {
  createArrivalStore,
  createBookkeepingStore,
  createContentStore,
  createMessageStore,
  createRetrievalSettingsStore,
  createRetrievalStore,
  keepRetrieving,
  RetrievalChoices,
  Retrievals,
} from './features/mail-retrieval/index.ts';
import type { MailboxStore } from './features/mailboxes/index.ts';
import type { Database } from './storage/database.ts';
import type { Encryption } from './storage/encryption/encryption.ts';
import type { Tables } from './storage/tables.ts';

export interface RetrievalPartsOptions {
  /** null where the cloud has no POP3. */
  pop: MailHost | null;
  database: Database;
  db: Kysely<Tables>;
  encryption: Encryption;
  entities: EntityStore;
  mailboxStore: MailboxStore;
  mailTokens: MailboxTokenSource;
  live: LiveEvents;
  after: After;
  now: () => number;
  log: Logger;
}

/** The embedded database is a process's single session, and on its thread: many at once would only wait for each other. */
const sessionsAtOnce = { embedded: 4, postgresql: 16 };

/** What fetches messages, and what keeps them. */
export function createRetrievalParts(options: RetrievalPartsOptions) {
  const { db, database, encryption } = options;
  const stores = {
    store: createRetrievalStore(db),
    settings: createRetrievalSettingsStore(db),
    bookkeeping: createBookkeepingStore(db),
    arrivals: createArrivalStore(db),
    contents: createContentStore(db, encryption),
    messages: createMessageStore(db, encryption),
  };
  const given = {
    ...options,
    ...stores,
    mailboxes: options.mailboxStore,
    tokens: options.mailTokens,
    mayDelete: database.kind === 'postgresql',
  };
  return {
    ...stores,
    retrievals: new Retrievals(given),
    choices: new RetrievalChoices(given),
    atOnce: sessionsAtOnce[database.kind],
  };
}

export type RetrievalParts = ReturnType<typeof createRetrievalParts>;

/** Retrieves what is due, in a process that works; in any, the function that is returned waits for running sessions. */
export function startRetrieval(
  { retrieval, now }: { retrieval: RetrievalParts; now: () => number },
  { works, after, log }: { works: boolean; after: After; log: Logger },
): () => Promise<void> {
  return keepRetrieving({ ...retrieval, atOnce: works ? retrieval.atOnce : 0, after, now, log });
}
