import type { DevTenantContext } from '../context.ts';
import { concernsMailbox, findMailbox } from '../directory/mailbox-addresses.ts';
import type { Mailboxes } from './mailboxes.ts';
import { newItemId, type OutlookItem } from './outlook-items.ts';

/**
 * Lays a message into the inbox of an address, whoever sent it by whatever protocol. An address elsewhere is accepted
 * and never heard of again: nothing leaves the dev tenant. A mailbox that is full or gone would bounce: the sender has
 * had the acceptance already.
 */
export function deliver(
  { directory, faults }: DevTenantContext,
  mailboxes: Mailboxes,
  address: string,
  message: OutlookItem,
): void {
  const found = findMailbox(directory, address);
  if (!found) return;
  const { owner, mailbox } = found;
  if (concernsMailbox(faults.get('mailbox-full'), owner, mailbox)) return;
  if (concernsMailbox(faults.get('mailbox-missing'), owner, mailbox)) return;
  const contents = mailboxes.contentsOf(owner, mailbox);
  const parentFolderId = contents.folderIds.inbox;
  const copy = { ...message, id: newItemId(), isRead: false, bccRecipients: [], parentFolderId };
  if (contents.hasRoomFor(copy)) contents.add(contents.messages, copy);
}
