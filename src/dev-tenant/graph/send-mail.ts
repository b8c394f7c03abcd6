import type { DevTenantContext } from '../context.ts';
import { addressesOf } from '../directory/mailbox-addresses.ts';
import type { Mailbox, User } from '../directory/model.ts';
import { isRecord } from './call.ts';
import { deliver } from './deliver.ts';
import type { Mailboxes } from './mailboxes.ts';
import { messageType, newItem } from './outlook-items.ts';
import { badRequest, invalidRecipients, sendAsDenied } from './refusals.ts';

/**
 * Sends a message and lays it into the inbox of every recipient who has a mailbox here ("user: sendMail").
 * Recipients elsewhere are accepted and never heard of again: nothing leaves the dev tenant.
 *
 * @throws GraphError 400 without a usable recipient, 403 when From is not the sender's own address
 */
export function sendMail(
  context: DevTenantContext,
  mailboxes: Mailboxes,
  sender: { owner: User; mailbox: Mailbox },
  body: unknown,
): void {
  if (!isRecord(body) || !isRecord(body['message'])) throw badRequest('The property message is required.');
  const message = newItem(messageType, { ...body['message'] }, context.now(), sender.owner);
  const recipients = new Set(
    ['toRecipients', 'ccRecipients', 'bccRecipients'].flatMap((field) => addressesIn(message[field])),
  );
  if (recipients.size === 0) throw invalidRecipients();
  const [from] = addressesIn([message['from']]);
  if (!addressesOf(sender.owner, sender.mailbox).includes(from ?? '')) throw sendAsDenied();

  const sent = { ...message, isDraft: false };
  if (body['saveToSentItems'] !== false) {
    const contents = mailboxes.contentsOf(sender.owner, sender.mailbox);
    contents.add(contents.messages, { ...sent, parentFolderId: contents.folderIds.sentitems });
  }
  for (const recipient of recipients) deliver(context, mailboxes, recipient, sent);
}

/** @throws GraphError 400 on a recipient that has no address */
function addressesIn(recipients: unknown): string[] {
  if (!Array.isArray(recipients)) throw invalidRecipients();
  return recipients.map((recipient: unknown) => {
    const emailAddress = isRecord(recipient) ? recipient['emailAddress'] : undefined;
    const address = isRecord(emailAddress) ? emailAddress['address'] : undefined;
    if (typeof address !== 'string' || !/^[^\s@]+@[^\s@]+$/.test(address)) throw invalidRecipients();
    return address.toLowerCase();
  });
}
