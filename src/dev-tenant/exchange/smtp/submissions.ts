import { randomUUID } from 'node:crypto';

import type { DevTenantContext } from '../../context.ts';
import { addressesOf, concernsMailbox, findMailbox } from '../../directory/mailbox-addresses.ts';
import type { FaultName } from '../../faults.ts';
import { deliver } from '../../graph/deliver.ts';
import type { Mailboxes } from '../../graph/mailboxes.ts';
import { messageType, mimeContent, newItem, type OutlookItem } from '../../graph/outlook-items.ts';
import { readAddresses } from '../mime/addresses.ts';
import { dateHeader } from '../mime/compose-mime.ts';
import { splitMessage, valueOf, type HeaderField } from '../mime/header.ts';
import { readMime } from '../mime/read-mime.ts';
import type { SignedIn } from '../sign-in.ts';
import * as reply from './replies.ts';
import { SubmissionLimits } from './submission-limits.ts';

/** A message at the end of DATA. */
export interface Submission {
  signedIn: SignedIn;
  /** Envelope addresses in lower case. */
  sender: string;
  recipients: readonly string[];
  content: Buffer;
  clientAddress: string;
}

/** Takes messages of all sessions: judges, stores and delivers them. */
export class Submissions {
  readonly #context: DevTenantContext;
  readonly #mailboxes: Mailboxes;
  readonly #limits = new SubmissionLimits();
  /** Messages that wait for their minute. */
  readonly #waiting = new Set<NodeJS.Timeout>();

  constructor(context: DevTenantContext, mailboxes: Mailboxes) {
    this.#context = context;
    this.#mailboxes = mailboxes;
    context.onReset(() => {
      this.#limits.clear();
      this.dropWaiting();
    });
  }

  /** @returns the reply, a refusal or the acceptance */
  submit(submission: Submission): string {
    const { fields } = splitMessage(submission.content);
    const refusal = this.#refusalOf(submission, fields);
    if (refusal !== undefined) return refusal;
    const now = this.#context.now();
    const messageId = messageIdOf(fields) ?? `<${randomUUID()}@${domainOf(submission.sender)}>`;
    const content = completed(submission, fields, messageId, now);
    const { signedIn, recipients } = submission;
    const item = toItem(content, recipients, signedIn, now);
    const contents = this.#mailboxes.contentsOf(signedIn.owner, signedIn.mailbox);
    if (!contents.hasRoomFor(item)) return reply.mailboxFull;
    const at = this.#limits.take(signedIn.mailbox.userId, recipients.length, now);
    if (at <= now) this.#store(submission, item);
    else this.#later(at - now, () => this.#store(submission, item));
    return reply.accepted(messageId);
  }

  dropWaiting(): void {
    for (const timer of this.#waiting) clearTimeout(timer);
    this.#waiting.clear();
  }

  #refusalOf(submission: Submission, fields: readonly HeaderField[]): string | undefined {
    const { signedIn, sender, recipients, content } = submission;
    const { faults } = this.#context;
    const concerns = (name: FaultName): boolean =>
      concernsMailbox(faults.get(name), signedIn.owner, signedIn.mailbox);
    if (hasBareLineEnds(content)) return reply.bareLineFeeds;
    const [from] = readAddresses(valueOf(fields, 'from') ?? '');
    if (!from) return reply.noFromHeader;
    if (concerns('sending-blocked')) return reply.sendingBlocked;
    const isWithinLimit = this.#limits.allowsRecipients(
      signedIn.mailbox.userId,
      recipients.length,
      this.#context.now(),
    );
    if (concerns('send-limit-exceeded') || !isWithinLimit) return reply.quotaExceeded;
    if (concerns('mailbox-full')) return reply.mailboxFull;
    const mayUse = [from.address, sender].every((address) => this.#maySendAs(signedIn, address));
    return mayUse ? undefined : reply.sendAsDenied;
  }

  /** The own addresses, and those of mailboxes that the person has Send As for. */
  #maySendAs({ user, owner, mailbox }: SignedIn, address: string): boolean {
    const { directory, faults } = this.#context;
    const denied = faults.get('send-as-denied');
    if (denied && (denied.address === undefined || denied.address.toLowerCase() === address)) return false;
    if (addressesOf(owner, mailbox).includes(address)) return true;
    return findMailbox(directory, address, mailbox.tenantId)?.mailbox.sendAs?.includes(user.id) ?? false;
  }

  /** A copy for Sent Items of who has signed in, one for each recipient. */
  #store({ signedIn, recipients }: Submission, item: OutlookItem): void {
    const { owner, mailbox } = signedIn;
    const contents = this.#mailboxes.contentsOf(owner, mailbox);
    const sent = { ...item, parentFolderId: contents.folderIds.sentitems };
    if (contents.hasRoomFor(sent)) contents.add(contents.messages, sent);
    for (const recipient of recipients) deliver(this.#context, this.#mailboxes, recipient, item);
  }

  #later(milliseconds: number, action: () => void): void {
    const timer = setTimeout(() => {
      this.#waiting.delete(timer);
      action();
    }, milliseconds).unref();
    this.#waiting.add(timer);
  }
}

const domainOf = (address: string): string => address.split('@')[1] ?? 'localhost';

/** The client's own id, if it is one that a reply can repeat. */
function messageIdOf(fields: readonly HeaderField[]): string | undefined {
  const given = valueOf(fields, 'message-id');
  return given !== undefined && /^<[!-~]{1,250}>$/.test(given) ? given : undefined;
}

/** A line end that is not CRLF. */
const hasBareLineEnds = (content: Buffer): boolean => /(^|[^\r])\n/.test(content.toString('latin1'));

/**
 * The message as it is delivered (RFC 5321 section 4.4, RFC 6409 section 8): where it came from, identity and time when
 * missing, and nothing of hidden recipients.
 */
function completed(
  { content, clientAddress }: Submission,
  fields: readonly HeaderField[],
  messageId: string,
  now: number,
): Buffer {
  const has = (name: string): boolean => valueOf(fields, name) !== undefined;
  const added = [
    `Received: from [${clientAddress}] by outlook.office365.com with ESMTPSA; ${dateHeader(now)}\r\n`,
    ...(has('message-id') ? [] : [`Message-ID: ${messageId}\r\n`]),
    ...(has('date') ? [] : [`Date: ${dateHeader(now)}\r\n`]),
  ];
  if (!has('bcc')) return Buffer.concat([Buffer.from(added.join('')), content]);
  const shown = fields.filter(({ name }) => name !== 'bcc').map(({ source }) => source);
  const { body } = splitMessage(content);
  return Buffer.concat([Buffer.from(`${added.join('')}${shown.join('')}\r\n`), body]);
}

function toItem(
  content: Buffer,
  recipients: readonly string[],
  { owner }: SignedIn,
  now: number,
): OutlookItem {
  const properties = readMime(content);
  const named = JSON.stringify([properties['toRecipients'], properties['ccRecipients']]);
  const bccRecipients = recipients
    .filter((address) => !named.includes(JSON.stringify(address)))
    .map((address) => ({ emailAddress: { name: address, address } }));
  const item = newItem(messageType, { ...properties, bccRecipients, isDraft: false }, now, owner);
  return { ...item, [mimeContent]: content };
}
