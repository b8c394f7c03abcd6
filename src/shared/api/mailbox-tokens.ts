import * as z from 'zod/mini';
import { mailboxKinds, signInStatuses } from '../domain/mailbox.ts';

/** POST /api/v1/mailboxes/{id}/access-token, by LEGAL 365 with a key of scope `mail`: for its own POP3 and SMTP client. */
export const mailboxAccessToken = z.object({
  accessToken: z.string(),
  tokenType: z.literal('Bearer'),
  expiresAt: z.string(),
  scopes: z.array(z.string()),
  /** With which names the token opens the mailbox, by XOAUTH2. */
  popUser: z.string(),
  smtpUser: z.nullable(z.string()),
  from: z.string(),
});
export type MailboxAccessToken = z.infer<typeof mailboxAccessToken>;

/** GET /api/v1/entities/{id}/mailboxes, by LEGAL 365 with a key of scope `mail`: what the key opens. */
export const servedMailboxes = z.object({
  mailboxes: z.array(
    z.object({
      id: z.string(),
      address: z.string(),
      kind: z.enum(mailboxKinds),
      /** Tokens and messages come with `ok` alone. */
      signIn: z.enum(signInStatuses),
    }),
  ),
});
export type ServedMailboxes = z.infer<typeof servedMailboxes>;
