import * as z from 'zod/mini';
import { mailboxKinds, signInStatuses } from '../domain/mailbox.ts';
import { mailboxTest } from './mailbox-tests.ts';
import { retrievalState } from './retrievals.ts';
import { verdict } from './verdict.ts';

const mailAddress = z
  .string()
  .check(
    z.trim(),
    z.minLength(3),
    z.maxLength(320),
    z.regex(/^[^\s@<>()[\],;:\\"\p{C}]+@[^\s@<>()[\],;:\\"\p{C}]+$/u),
  );

/** A user or sender of the account: by rule, or chosen by hand. */
const accountName = z.object({ value: z.nullable(z.string()), byRule: z.boolean() });

/** The sign-in of a mailbox: whose token serves it, and since when. */
export const mailboxSignIn = z.object({
  status: z.enum(signInStatuses),
  /** Who signed in; null before the first time. */
  person: z.nullable(z.object({ name: z.nullable(z.string()), username: z.nullable(z.string()) })),
  signedInAt: z.nullable(z.string()),
  renewedAt: z.nullable(z.string()),
  /** Why it is not `ok`, where Microsoft said so. */
  verdict: z.nullable(verdict),
});

/** A sign-in that waits for a person's word. Nothing can be read or sent with it until then. */
export const pendingGrant = z.object({
  id: z.string(),
  /** Why it waits: another person signed in than the one who asked, or the address could not be verified. */
  why: z.enum(['other-person', 'address-not-visible', 'plus-address']),
  signedInAs: z.nullable(z.string()),
  /** Who asked for the sign-in. */
  startedBy: z.nullable(z.string()),
  /** Who will use the mailbox then; null when it is for the person who signed in, or for whoever has its address. */
  givenTo: z.nullable(z.string()),
  expiresAt: z.string(),
  /** Whether it is the reader who has to say yes or no. */
  forMe: z.boolean(),
});
export type PendingGrant = z.infer<typeof pendingGrant>;

/** A communicator account. What was fetched into it is not here: that is its owner's alone. */
export const mailbox = z.object({
  id: z.string(),
  entityId: z.string(),
  entityName: z.string(),
  address: z.string(),
  kind: z.enum(mailboxKinds),
  popUser: accountName,
  smtpUser: accountName,
  from: accountName,
  /** Whether it stands in the reader's own list. */
  mine: z.boolean(),
  /** Name of the person who uses it; null while nobody has claimed it. */
  holder: z.nullable(z.string()),
  createdAt: z.string(),
  createdBy: z.nullable(z.string()),
  signIn: mailboxSignIn,
  pending: z.nullable(pendingGrant),
  latestTest: z.nullable(mailboxTest),
  retrieval: retrievalState,
  /** Keys with which LEGAL 365 may fetch this mailbox's tokens and messages: its owner is told. */
  serviceKeys: z.array(z.object({ name: z.string(), lastUsedAt: z.nullable(z.string()) })),
});
export type Mailbox = z.infer<typeof mailbox>;

/** GET /api/v1/mailboxes?of=own|firm: one's own; or the firm's, for Admin and Reader. */
export const mailboxQuery = z.object({ of: z._default(z.enum(['own', 'firm']), 'own') });
export const mailboxList = z.object({ mailboxes: z.array(mailbox) });

/** POST /api/v1/mailboxes: for oneself; with `forOther`, an administrator prepares it for whoever it belongs to. */
export const newMailbox = z.strictObject({
  entityId: z.guid().check(z.toLowerCase()),
  address: mailAddress,
  kind: z.enum(mailboxKinds),
  forOther: z.optional(z.boolean()),
});
export type NewMailbox = z.infer<typeof newMailbox>;

/** PATCH /api/v1/mailboxes/{id}; null follows the rule again. */
export const mailboxChange = z.strictObject({
  popUser: z.optional(z.nullable(mailAddress)),
  smtpUser: z.optional(z.nullable(mailAddress)),
  from: z.optional(z.nullable(mailAddress)),
});
export type MailboxChange = z.infer<typeof mailboxChange>;

export const mostImported = 500;

/** POST /api/v1/mailbox-imports: accounts for many users; each waits for its owner's sign-in. */
export const mailboxImport = z.strictObject({
  entityId: z.guid().check(z.toLowerCase()),
  accounts: z
    .array(z.strictObject({ address: z.string().check(z.maxLength(400)), kind: z.enum(mailboxKinds) }))
    .check(z.minLength(1), z.maxLength(mostImported)),
});
export type MailboxImport = z.infer<typeof mailboxImport>;

export const importOutcomes = ['created', 'exists', 'not-an-address', 'twice'] as const;
/** One line for each that was sent, in its order. */
export const mailboxImportResult = z.object({
  accounts: z.array(z.object({ address: z.string(), outcome: z.enum(importOutcomes) })),
});
export type MailboxImportResult = z.infer<typeof mailboxImportResult>;
