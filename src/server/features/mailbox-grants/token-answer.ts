import type { Verdict } from '../../../shared/api/verdict.ts';

/** A token with which a mailbox can be opened now. `accessToken` is a secret: it goes to the mail host or to LEGAL 365. */
export interface MailboxToken {
  accessToken: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
  scopes: string[];
  /** Whose token it is. */
  owner: { tid: string; oid: string; name: string | null; username: string | null };
}

/**
 * `never`: nobody has signed in. `needs-sign-in`: the person has to sign in again. `unavailable`: Microsoft could not be
 * asked, or the registration has a fault that its administrator mends; the grant stays as it is.
 */
export type MailboxTokenAnswer =
  | { kind: 'token'; token: MailboxToken }
  | { kind: 'never' }
  | { kind: 'needs-sign-in'; verdict: Verdict | null }
  | { kind: 'unavailable'; verdict: Verdict };

/** Where everything that opens a mailbox gets its token from. */
export interface MailboxTokenSource {
  /** With more than ten minutes left, refreshed when it has less. `fresh` asks Microsoft in any case. */
  access(tenantId: string, mailboxId: string, options?: { fresh?: boolean }): Promise<MailboxTokenAnswer>;
}
