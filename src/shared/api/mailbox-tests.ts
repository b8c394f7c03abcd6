import * as z from 'zod/mini';
import { mailboxTestSteps } from '../domain/mailbox.ts';
import { stepStatuses } from '../domain/status.ts';
import { verdict } from './verdict.ts';

/** What is known of a step besides its verdict. */
export const mailboxEvidence = z.object({
  /** Host that was asked, and the name with which the account signed in there. */
  host: z.optional(z.string()),
  user: z.optional(z.string()),
  /** How far it has come: `connect tls greeting auth stat`, `connect greeting starttls auth`. */
  stage: z.optional(z.string()),
  /** Messages and octets that wait on the POP3 server. */
  messages: z.optional(z.int()),
  octets: z.optional(z.number()),
  /** Of the access token: audience, rights, end (ISO time), person and length in characters. */
  audience: z.optional(z.string()),
  scopes: z.optional(z.array(z.string())),
  expiresAt: z.optional(z.string()),
  person: z.optional(z.string()),
  tokenLength: z.optional(z.int()),
  /** The server's own last words, secrets masked. */
  reply: z.optional(z.string()),
});
export type MailboxEvidence = z.infer<typeof mailboxEvidence>;

export const mailboxTestStep = z.object({
  name: z.enum(mailboxTestSteps),
  status: z.enum(stepStatuses),
  verdict: z.nullable(verdict),
  evidence: z.nullable(mailboxEvidence),
  durationMs: z.nullable(z.number()),
  finishedAt: z.nullable(z.string()),
});
export type MailboxTestStep = z.infer<typeof mailboxTestStep>;

export const mailboxTestTriggers = ['person', 'sign-in', 'schedule'] as const;

/** POST /api/v1/mailboxes/{id}/tests runs one; GET answers history and latest, which may still be running. */
export const mailboxTest = z.object({
  id: z.string(),
  mailboxId: z.string(),
  trigger: z.enum(mailboxTestTriggers),
  startedAt: z.string(),
  /** null while it runs. */
  finishedAt: z.nullable(z.string()),
  /** The worst of its steps. */
  status: z.enum(stepStatuses),
  steps: z.array(mailboxTestStep),
});
export type MailboxTest = z.infer<typeof mailboxTest>;

export const mailboxTestHistory = z.object({
  latest: z.nullable(mailboxTest),
  history: z.array(mailboxTest),
});
export type MailboxTestHistory = z.infer<typeof mailboxTestHistory>;
