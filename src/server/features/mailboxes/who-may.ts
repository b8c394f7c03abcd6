import type { Role } from '../../../shared/domain/roles.ts';
import { isSameAddress, readMailAddress } from './mail-address.ts';

/** A signed-on person, as far as it matters to mailboxes. */
export interface MailboxReader {
  tenantId: string;
  userId: string;
  username: string;
  roles: readonly Role[];
}

type Held = { tenant_id: string; address: string; holder_id: string | null };

/**
 * Whether the mailbox is the person's to use: to sign in, send, retrieve and read. It is the holder's; one that nobody
 * holds yet is for whoever has its address as user name, which is how accounts prepared by an administrator find their
 * people. The address opens nothing by itself: without a sign-in there is nothing to open, and with one it is held for good
 * by the first who uses it.
 */
export function mayUse(mailbox: Held, person: MailboxReader): boolean {
  if (mailbox.tenant_id !== person.tenantId) return false;
  if (mailbox.holder_id !== null) return mailbox.holder_id === person.userId;
  return isSameAddress(readMailAddress(mailbox.address), readMailAddress(person.username));
}

/** Whether the person may see the mailbox's states. Contents are for those alone who may use it. */
export function maySee(mailbox: Held, person: MailboxReader): boolean {
  if (mailbox.tenant_id !== person.tenantId) return false;
  return person.roles.includes('Admin') || person.roles.includes('Reader') || mayUse(mailbox, person);
}

/**
 * Whether LEGAL 365 reaches the mailbox with the key: it reaches those of the key's entity. Another entity's is answered
 * like one that does not exist, also to a key of the same tenant.
 */
export function mayServe(
  mailbox: { tenant_id: string; entity_id: string },
  key: { tenantId: string; entityId: string },
): boolean {
  return mailbox.tenant_id === key.tenantId && mailbox.entity_id === key.entityId;
}
