import type { Selectable } from 'kysely';
import type { Tables } from '../../storage/tables.ts';
import type { Place } from '../../storage/encryption/encryption.ts';

export type MessageRow = Selectable<Tables['mailbox_messages']>;

/** What a message's header says, as far as a list shows it. */
export interface MessageHeader {
  from: { name: string | null; address: string | null } | null;
  subject: string | null;
  /** ISO time; null when the message says nothing that is a date. */
  sentAt: string | null;
  messageId: string | null;
}

/** A retrieved message, decrypted but for its content. */
export interface StoredMessage {
  tenantId: string;
  mailboxId: string;
  id: string;
  /** Grows with each message of the mailbox, and in the order in which they can be seen: a cursor never skips one. */
  number: number;
  /** Null when the content is gone, or there never was one. */
  header: MessageHeader | null;
  octets: number;
  retrievedAt: Date;
  acknowledgedAt: Date | null;
  /** Null when the content is gone (acknowledged, or 30 days old), or there never was one. */
  contentId: string | null;
  /** Why there never was a content: it is only at Microsoft. */
  leftOut: 'too-large' | 'refused' | null;
}

/** Where a message's header is encrypted. By its id: the UIDL of a message may change, its id does not. */
export function headerPlace(tenantId: string, mailboxId: string, id: string): Place {
  return { tenantId, table: 'mailbox_messages', rowId: `${mailboxId} ${id}`, column: 'summary_ciphertext' };
}

export function chunkPlace(
  { tenantId, mailboxId, contentId }: { tenantId: string; mailboxId: string; contentId: string },
  position: number,
): Place {
  const rowId = `${mailboxId} ${contentId} ${position}`;
  return { tenantId, table: 'message_chunks', rowId, column: 'ciphertext' };
}
