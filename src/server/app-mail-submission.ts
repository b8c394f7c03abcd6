import type { Kysely } from 'kysely';
import type { MailHost } from './config/cloud.ts';
import type { EntityStore } from './features/entity-registration/index.ts';
import type { MailboxTokenSource } from './features/mailbox-grants/index.ts';
import type { Mailboxes, MailboxStore } from './features/mailboxes/index.ts';
import {
  createSubmissionSlotStore,
  MailSender,
  MailSubmissions,
  SubmissionSlots,
} from './features/mail-submission/index.ts';
import type { Tables } from './storage/tables.ts';

export interface SubmissionPartsOptions {
  db: Kysely<Tables>;
  entities: EntityStore;
  mailboxes: Mailboxes;
  mailboxStore: MailboxStore;
  mailTokens: MailboxTokenSource;
  slots: SubmissionSlots;
  /** Null where the cloud has none. */
  smtp: MailHost | null;
  now: () => number;
}

/** 35 MB take this long at 3 Mbit/s; whoever handed the mail over waits meanwhile. */
const withinMs = 110_000;
/** After that a process that is gone holds no connection any more, and its server has noticed. */
const leaseMs = withinMs + 10_000;
const patienceMs = 5000;

/** The connections to SMTP of each mailbox: they belong to whoever sends and to the mailbox test together. */
export function createSubmissionSlots(db: Kysely<Tables>): SubmissionSlots {
  return new SubmissionSlots({ store: createSubmissionSlotStore(db), leaseMs, patienceMs });
}

/** Sending as a mailbox. */
export function createSubmissionParts(options: SubmissionPartsOptions) {
  const { db, slots, mailTokens: tokens, smtp: host } = options;
  const sender = new MailSender({ tokens, slots, host, withinMs });
  return {
    store: createSubmissionSlotStore(db),
    slots,
    submissions: new MailSubmissions({ ...options, sender, hostName: host?.host ?? '' }),
  };
}
