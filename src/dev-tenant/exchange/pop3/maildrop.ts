import { createHash } from 'node:crypto';

import type { MailboxContents } from '../../graph/mailbox-contents.ts';
import type { OutlookItem } from '../../graph/outlook-items.ts';
import { mimeOf } from '../mime/mime-of.ts';

/** One message of a maildrop, by its number in the session. */
export interface MaildropMessage {
  number: number;
  /** Unique id, the same in every session as long as the message stays where it is (RFC 1939 section 7). */
  uidl: string;
  /** What LIST and STAT say: an estimate, as Exchange gives it, and not the length of what RETR sends. */
  size: number;
  content(): Buffer;
}

/** The store counts properties of its own besides the message. */
const estimatedOverhead = 1024;

/**
 * The inbox as it was when the session began: numbers stay, whatever arrives or is deleted meanwhile. Deleting takes effect
 * at QUIT only.
 */
export class Maildrop {
  readonly #contents: MailboxContents;
  readonly #items: readonly OutlookItem[];
  readonly #deleted = new Set<number>();

  constructor(contents: MailboxContents) {
    this.#contents = contents;
    this.#items = contents.messagesIn(contents.folderIds.inbox).reverse();
  }

  /** What is there and not marked as deleted, oldest first. */
  messages(): MaildropMessage[] {
    return this.#items.flatMap((_, index) => this.message(index + 1) ?? []);
  }

  message(number: number): MaildropMessage | undefined {
    const item = this.#items[number - 1];
    if (!item || this.#deleted.has(number)) return undefined;
    return {
      number,
      // Outlook's ids are longer than the 70 characters that a unique id may have.
      uidl: createHash('sha256').update(item.id).digest('base64url').slice(0, 32),
      size: mimeOf(item).length + estimatedOverhead,
      content: () => mimeOf(item),
    };
  }

  /** Whether somebody has deleted or moved the message since the session began. */
  isGone(number: number): boolean {
    const item = this.#items[number - 1];
    return item !== undefined && !this.#contents.messages.has(item.id);
  }

  markDeleted(number: number): void {
    this.#deleted.add(number);
  }

  unmarkAll(): void {
    this.#deleted.clear();
  }

  /** The UPDATE state (RFC 1939 section 6). */
  removeDeleted(): void {
    for (const number of this.#deleted) {
      const item = this.#items[number - 1];
      if (item) this.#contents.remove(this.#contents.messages, item.id);
    }
  }
}
