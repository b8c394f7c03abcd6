import type { FaultSettings } from '../faults.ts';
import type { Directory, Mailbox, User } from './model.ts';

/** A mailbox and the user object behind it. */
export interface MailboxOfOwner {
  owner: User;
  mailbox: Mailbox;
}

/** Every address under which the mailbox receives, in lower case. */
export function addressesOf(owner: User, mailbox: Mailbox): string[] {
  const proxies = owner.proxyAddresses.map((address) => address.replace(/^smtp:/i, ''));
  return [mailbox.address, owner.userPrincipalName, owner.mail ?? '', ...proxies]
    .filter(Boolean)
    .map((address) => address.toLowerCase());
}

/** The mailbox of an address, in any case; a tenant narrows the search to its own. */
export function findMailbox(
  directory: Directory,
  address: string,
  tenantId?: string,
): MailboxOfOwner | undefined {
  const wanted = address.toLowerCase();
  for (const mailbox of directory.mailboxes) {
    if (tenantId !== undefined && mailbox.tenantId !== tenantId) continue;
    const owner = directory.users.find((user) => user.id === mailbox.userId);
    if (owner && addressesOf(owner, mailbox).includes(wanted)) return { owner, mailbox };
  }
  return undefined;
}

/** Whether one of the names, addresses or object ids, means this mailbox. */
export function isNamed(names: readonly string[], owner: User, mailbox: Mailbox): boolean {
  const known = [owner.id.toLowerCase(), ...addressesOf(owner, mailbox)];
  return names.some((name) => known.includes(name.toLowerCase()));
}

/** A fault without an address holds for every mailbox. */
export function concernsMailbox(fault: FaultSettings | undefined, owner: User, mailbox: Mailbox): boolean {
  return fault !== undefined && (fault.address === undefined || isNamed([fault.address], owner, mailbox));
}
