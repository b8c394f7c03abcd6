import * as z from 'zod/mini';
import { verdict } from './verdict.ts';

/** POST /api/v1/mailboxes/{id}/test-mail: to oneself. It takes no body. */
export const testMailResult = z.object({
  /** `unknown`: the server had all of it, and its answer is missing. */
  outcome: z.enum(['sent', 'failed', 'unknown']),
  from: z.string(),
  to: z.string(),
  /** Message-ID of the mail, to find it by. */
  messageId: z.nullable(z.string()),
  /** The server's own last words, secrets masked. */
  reply: z.nullable(z.string()),
  verdict: z.nullable(verdict),
  /** What else could be tried for a shared mailbox: signing in as the shared address, or as the person. */
  otherUser: z.nullable(z.string()),
});
export type TestMailResult = z.infer<typeof testMailResult>;

const address = z.string().check(z.minLength(3), z.maxLength(320));
export const mostRecipients = 500;

/** POST /api/v1/mailboxes/{id}/submissions, by LEGAL 365 with a key of scope `mail`: a message of RFC 5322, and its envelope. */
export const submission = z.strictObject({
  /** Base64 of the whole message as it is to be sent. */
  message: z.base64().check(z.maxLength(35_000_000)),
  /** Envelope recipients (RFC 5321 section 4.1.1.3), `Bcc` included. */
  recipients: z.array(address).check(z.minLength(1), z.maxLength(mostRecipients)),
});
export type Submission = z.infer<typeof submission>;

export const submissionResult = z.object({
  /**
   * `partly`: some recipients were refused. `unknown`: the server had the whole message, and its answer is missing; sent
   * again it might arrive twice. `failed`: nobody gets it; `verdict.retry` says whether and when to try again.
   */
  outcome: z.enum(['sent', 'partly', 'failed', 'unknown']),
  messageId: z.nullable(z.string()),
  refused: z.array(z.object({ recipient: z.string(), reply: z.string() })),
  reply: z.nullable(z.string()),
  verdict: z.nullable(verdict),
});
export type SubmissionResult = z.infer<typeof submissionResult>;
