import { addAbortSignal, Readable } from 'node:stream';
import type { ContentState, MessageList, MessageQuery, MessageView } from '../../../shared/api/messages.ts';
import type { MessageContent, MessageReader, OpenedAttachment } from '../../protocols/mime/index.ts';
import type { LiveEvents } from '../live-events/index.ts';
import {
  ContentGoneError,
  type ContentStore,
  type MessageStore,
  type StoredMessage,
} from '../mail-retrieval/index.ts';
import {
  mayServe,
  type MailboxActor,
  type Mailboxes,
  type MailboxRow,
  type MailboxStore,
} from '../mailboxes/index.ts';
import { contentState, messageSummary } from './message-summary.ts';

export interface MessagesDependencies {
  /** The mailboxes of persons. */
  mailboxes: Pick<Mailboxes, 'row'>;
  mailboxStore: Pick<MailboxStore, 'find'>;
  messages: MessageStore;
  contents: ContentStore;
  reader: MessageReader;
  live: LiveEvents;
  now: () => number;
}

/** Somebody who wants to read: a person, or LEGAL 365 with a key of an entity. */
export type Caller = { person: MailboxActor } | { key: { tenantId: string; entityId: string } };

/** `gone` says where the content is instead. */
export type Gone = { kind: 'gone'; state: Exclude<ContentState, 'kept'> };
export type NotOpened = { kind: 'no-mailbox' | 'no-message' } | Gone;

const nothingRead: MessageContent = {
  to: [],
  cc: [],
  text: '',
  html: null,
  remoteImages: 0,
  attachments: [],
  incomplete: true,
};

/** Someone who takes longer to save a message than this has gone to sleep. */
const savedWithinMs = 15 * 60_000;

/**
 * Reads what was retrieved. A message is its owner's: besides the person whose mailbox it is, LEGAL 365 alone may have
 * it, by a key of the mailbox's entity. Administrators and supporters are told that there is no such mailbox.
 */
export class Messages {
  readonly #given: MessagesDependencies;

  constructor(given: MessagesDependencies) {
    this.#given = given;
  }

  /** null when there is no such mailbox for the caller. */
  async list(caller: Caller, mailboxId: string, query: MessageQuery): Promise<MessageList | null> {
    const mailbox = await this.#mailbox(caller, mailboxId);
    if (mailbox === null) return null;
    const { limit } = query;
    const wanted = { ...query, limit: limit + 1 };
    const rows = await this.#given.messages.list(mailbox.tenant_id, mailbox.id, wanted);
    const messages = rows.slice(0, limit).map(messageSummary);
    return { messages, next: rows.length > limit ? (messages.at(-1)?.number ?? null) : null };
  }

  /** The message taken apart. One that cannot be is answered with what the list knows, and as incomplete. */
  async view(
    caller: Caller,
    mailboxId: string,
    messageId: string,
  ): Promise<{ kind: 'read'; view: MessageView } | NotOpened> {
    const found = await this.#find(caller, mailboxId, messageId);
    if (found.kind !== 'found') return found;
    const { message } = found;
    const read = await this.#orGone(this.#given.reader.content(this.#given.contents.open(message)));
    if (read !== null && 'kind' in read) return read;
    const { attachments, ...content } = read ?? nothingRead;
    const numbered = attachments.map((attachment, index) => ({ index, ...attachment }));
    return { kind: 'read', view: { summary: messageSummary(message), ...content, attachments: numbered } };
  }

  /** The message as it came, octet by octet. */
  async open(
    caller: Caller,
    mailboxId: string,
    messageId: string,
  ): Promise<{ kind: 'opened'; message: StoredMessage; octets: Readable } | NotOpened> {
    const found = await this.#find(caller, mailboxId, messageId);
    if (found.kind !== 'found') return found;
    const { message } = found;
    const chunks = this.#given.contents.open(message);
    // Whether it is still there shows with the first chunk, while the answer can still say so.
    const first = await this.#orGone<IteratorResult<Buffer, undefined>>(chunks.next());
    if ('kind' in first) return first;
    const octets = Readable.from(startingWith(first.value, chunks), { objectMode: false });
    return { kind: 'opened', message, octets: addAbortSignal(AbortSignal.timeout(savedWithinMs), octets) };
  }

  async attachment(
    caller: Caller,
    mailboxId: string,
    messageId: string,
    index: number,
  ): Promise<{ kind: 'opened'; attachment: OpenedAttachment } | { kind: 'no-attachment' } | NotOpened> {
    const found = await this.#find(caller, mailboxId, messageId);
    if (found.kind !== 'found') return found;
    const { contents, reader } = this.#given;
    const opened = await this.#orGone(reader.attachment(contents.open(found.message), index));
    if (opened === null) return { kind: 'no-attachment' };
    return 'kind' in opened ? opened : { kind: 'opened', attachment: opened };
  }

  /** LEGAL 365 has stored these. Answers how many were acknowledged now; null when there is no such mailbox for it. */
  async acknowledge(
    caller: Caller,
    mailboxId: string,
    messageIds: readonly string[],
  ): Promise<number | null> {
    const { messages, live, now } = this.#given;
    const mailbox = await this.#mailbox(caller, mailboxId);
    if (mailbox === null) return null;
    const ids = [...new Set(messageIds)];
    const count = await messages.acknowledge(mailbox.tenant_id, mailbox.id, ids, new Date(now()));
    if (count > 0) live.publish(mailbox.tenant_id, { type: 'mailbox-changed', mailboxId: mailbox.id });
    return count;
  }

  async #mailbox(caller: Caller, mailboxId: string): Promise<MailboxRow | null> {
    const { mailboxes, mailboxStore } = this.#given;
    if ('person' in caller) return mailboxes.row(caller.person, mailboxId, 'use');
    const row = await mailboxStore.find(caller.key.tenantId, mailboxId);
    return row !== null && mayServe(row, caller.key) ? row : null;
  }

  async #find(
    caller: Caller,
    mailboxId: string,
    messageId: string,
  ): Promise<{ kind: 'found'; message: StoredMessage } | NotOpened> {
    const mailbox = await this.#mailbox(caller, mailboxId);
    if (mailbox === null) return { kind: 'no-mailbox' };
    const message = await this.#given.messages.find(mailbox.tenant_id, mailbox.id, messageId);
    if (message === null) return { kind: 'no-message' };
    const state = contentState(message);
    return state === 'kept' ? { kind: 'found', message } : { kind: 'gone', state };
  }

  /** LEGAL 365 may acknowledge a message while it is being read. */
  async #orGone<T>(reading: Promise<T>): Promise<T | Gone> {
    return reading.catch((error: unknown): Gone => {
      if (error instanceof ContentGoneError) return { kind: 'gone', state: 'acknowledged' };
      throw error;
    });
  }
}

async function* startingWith(
  first: Buffer | undefined,
  rest: AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer> {
  try {
    if (first !== undefined) yield first;
    yield* rest;
  } finally {
    // Whoever leaves before the second chunk has not begun `rest`.
    await rest.return(undefined);
  }
}
