import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { forTenant } from './config/cloud.ts';
import type { Config } from './config/config.ts';
import type { AppTokens } from './features/connection-test/index.ts';
import type { EntityStore, Registrations } from './features/entity-registration/index.ts';
import type { LiveEvents } from './features/live-events/index.ts';
import type { GrantStore } from './features/mailbox-grants/index.ts';
import {
  createPendingGrantStore,
  createSignInStore,
  DirectoryRecords,
  MailboxSignIns,
  PendingGrants,
  SignedInAccounts,
  SignedInGrants,
  SignInAnswers,
  type MailboxTester,
} from './features/mailbox-sign-in/index.ts';
import type { Mailboxes, MailboxStore } from './features/mailboxes/index.ts';
import { mailSignInScope } from './protocols/entra/index.ts';
import type { HttpExchange } from './protocols/http/index.ts';
import type { Encryption } from './storage/encryption/encryption.ts';
import type { Tables } from './storage/tables.ts';

export interface MailSignInOptions {
  config: Config;
  db: Kysely<Tables>;
  encryption: Encryption;
  exchange: HttpExchange;
  entities: EntityStore;
  registrations: Registrations;
  tokens: AppTokens;
  live: LiveEvents;
  now: () => number;
  log: Logger;
  mailboxStore: MailboxStore;
  grants: GrantStore;
  /** Shows whether a mailbox can be opened after its sign-in. */
  tests: MailboxTester;
}

/** What takes Microsoft's answers and people's words to them, with what waits for those words. */
export function createSignInParts(options: MailSignInOptions) {
  const { db, encryption, config, registrations, mailboxStore } = options;
  const { cloud } = config;
  const stores = {
    signIns: createSignInStore(db, encryption),
    pending: createPendingGrantStore(db, encryption),
  };
  const given = { ...options, ...stores, mailboxes: mailboxStore, subjects: registrations };
  const scope = mailSignInScope(cloud.outlookResource);
  const signedIn = new SignedInGrants(given);
  const records = new DirectoryRecords({ ...given, graphUrl: cloud.graph });
  const accounts = new SignedInAccounts({ ...given, records, signedIn });
  const answers = new SignInAnswers({
    ...given,
    accounts,
    scope,
    resource: cloud.outlookResource,
    token: (directoryId) => forTenant(cloud.token, directoryId),
    issuer: (directoryId) => forTenant(cloud.issuer, directoryId),
  });
  const authorize = (directoryId: string) => forTenant(cloud.authorize, directoryId);
  return {
    answers,
    pendingGrants: new PendingGrants({ ...given, signedIn }),
    signedIn,
    /** The mailboxes' service knows of what waits; so it comes later than what lets it know. */
    signInsOf: (mailboxes: Mailboxes) => new MailboxSignIns({ ...given, mailboxes, authorize, scope }),
  };
}
