import type { MailboxKind } from '../../../shared/domain/mailbox.ts';
import type { Cause } from '../../../shared/causes.ts';
import { isSameAddress, readMailAddress } from '../mailboxes/index.ts';

/** Refusals that may hang on who signed in, so that the other way of sending from a shared mailbox is worth a try. */
const onWhoSignedIn: ReadonlySet<Cause> = new Set<Cause>([
  'ambiguous-auth',
  'wrong-account',
  'mailbox-missing',
  'smtp-auth-disabled-mailbox',
  'smtp-auth-disabled-tenant',
  'auth-policy-blocked',
  'send-as-denied',
]);

/**
 * With which other name a shared mailbox could sign in to send: as the person whose token it is, or as the shared
 * address itself. Microsoft documents the second, field reports tell that mostly the first works; it is for the person to
 * decide, since a failed sign-in counts. Null where another name would change nothing.
 */
export function otherUserOf(
  mailbox: { kind: MailboxKind; address: string },
  used: { user: string; person: string | null; cause: Cause },
): string | null {
  if (mailbox.kind !== 'shared' || !onWhoSignedIn.has(used.cause)) return null;
  const isUsed = (name: string) => isSameAddress(readMailAddress(name), readMailAddress(used.user));
  return [used.person, mailbox.address].find((name) => name !== null && !isUsed(name)) ?? null;
}
