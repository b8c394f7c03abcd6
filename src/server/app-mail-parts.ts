import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Config } from './config/config.ts';
import type { EntityStore, Registrations } from './features/entity-registration/index.ts';
import type { LiveEvents } from './features/live-events/index.ts';
import {
  createMailboxStore,
  MailboxImports,
  Mailboxes,
  type MailboxKnowledge,
} from './features/mailboxes/index.ts';
import type { HttpExchange } from './protocols/http/index.ts';
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
  registrations: Registrations;
  live: LiveEvents;
  now: () => number;
  log: Logger;
  /** Milliseconds until an answer of Microsoft must be complete. */
  answerWithinMs: number;
}

/** Stores and services of the communicator mailboxes, each made once. */
export function createMailParts(options: MailPartsOptions) {
  const { db } = options;
  const stores = { mailboxes: createMailboxStore(db) };
  const given = { ...options, store: stores.mailboxes };
  const knowledge: MailboxKnowledge = {
    signIns: async () => new Map(),
    pending: async () => new Map(),
    latestTests: async () => new Map(),
    retrievals: async () => new Map(),
    mailKeys: async () => new Map(),
  };
  return {
    mailStores: stores,
    mailboxes: new Mailboxes({ ...given, knowledge }),
    mailboxImports: new MailboxImports(given),
  };
}

export type MailParts = ReturnType<typeof createMailParts>;
