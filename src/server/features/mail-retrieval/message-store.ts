import type { Kysely } from 'kysely';
import type { Encryption } from '../../storage/encryption/encryption.ts';
import type { Tables } from '../../storage/tables.ts';
import { headerPlace, type MessageHeader, type MessageRow, type StoredMessage } from './stored-message.ts';

export interface MessagePage {
  /** Numbers above it. */
  after?: number | undefined;
  /** Numbers below it. */
  before?: number | undefined;
  limit: number;
  order: 'oldest' | 'newest';
  /** `kept`: content is here, hence neither acknowledged nor expired. `left-out`: it never came. */
  of: 'kept' | 'left-out' | 'all';
}

/** Messages of a mailbox for those who read them. A message that came twice is listed once. */
export interface MessageStore {
  list(tenantId: string, mailboxId: string, page: MessagePage): Promise<StoredMessage[]>;
  find(tenantId: string, mailboxId: string, messageId: string): Promise<StoredMessage | null>;
  /**
   * LEGAL 365 has stored these: their contents and headers are deleted here. Answers how many were acknowledged now;
   * those that were before, and ids of no message, do not count.
   */
  acknowledge(tenantId: string, mailboxId: string, messageIds: readonly string[], at: Date): Promise<number>;
}

export function createMessageStore(db: Kysely<Tables>, encryption: Encryption): MessageStore {
  const ofMailbox = (tenantId: string, mailboxId: string) =>
    db
      .selectFrom('mailbox_messages')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .where('mailbox_id', '=', mailboxId)
      .where((eb) => eb.or([eb('left_out', 'is', null), eb('left_out', '!=', 'duplicate')]));
  return {
    async list(tenantId, mailboxId, { after, before, limit, order, of }) {
      let query = ofMailbox(tenantId, mailboxId);
      if (after !== undefined) query = query.where('number', '>', String(after));
      if (before !== undefined) query = query.where('number', '<', String(before));
      if (of === 'kept') query = query.where('content_id', 'is not', null);
      if (of === 'left-out') query = query.where('left_out', 'is not', null);
      const rows = await query
        .orderBy('number', order === 'oldest' ? 'asc' : 'desc')
        .limit(limit)
        .execute();
      return Promise.all(rows.map((row) => storedMessage(row, encryption)));
    },

    async find(tenantId, mailboxId, messageId) {
      const row = await ofMailbox(tenantId, mailboxId).where('id', '=', messageId).executeTakeFirst();
      return row ? storedMessage(row, encryption) : null;
    },

    acknowledge: (tenantId, mailboxId, messageIds, at) =>
      db.transaction().execute((trx) => acknowledge(trx, { tenantId, mailboxId, messageIds, at })),
  };
}

interface Acknowledged {
  tenantId: string;
  mailboxId: string;
  messageIds: readonly string[];
  at: Date;
}

async function acknowledge(
  trx: Kysely<Tables>,
  { tenantId, mailboxId, messageIds, at }: Acknowledged,
): Promise<number> {
  const rows = await trx
    .selectFrom('mailbox_messages')
    .select(['uidl_hash', 'content_id'])
    .where('tenant_id', '=', tenantId)
    .where('mailbox_id', '=', mailboxId)
    .where('id', 'in', [...messageIds])
    .where('acknowledged_at', 'is', null)
    .where('left_out', 'is', null)
    // In one order, so that two that acknowledge the same messages wait instead of blocking each other.
    .orderBy('uidl_hash')
    .forUpdate()
    .execute();
  if (rows.length === 0) return 0;
  await trx
    .updateTable('mailbox_messages')
    .set({ acknowledged_at: at, content_id: null, content_until: null, summary_ciphertext: null })
    .where('tenant_id', '=', tenantId)
    .where('mailbox_id', '=', mailboxId)
    .where(
      'uidl_hash',
      'in',
      rows.map(({ uidl_hash }) => uidl_hash),
    )
    .execute();
  const contentIds = rows.flatMap(({ content_id }) => content_id ?? []);
  if (contentIds.length > 0) {
    await trx
      .deleteFrom('message_chunks')
      .where('tenant_id', '=', tenantId)
      .where('mailbox_id', '=', mailboxId)
      .where('content_id', 'in', contentIds)
      .execute();
  }
  return rows.length;
}

async function storedMessage(row: MessageRow, encryption: Encryption): Promise<StoredMessage> {
  const { tenant_id: tenantId, mailbox_id: mailboxId, id, summary_ciphertext: sealed, left_out } = row;
  const place = headerPlace(tenantId, mailboxId, id);
  const header = sealed && (JSON.parse(await encryption.decrypt(place, sealed)) as MessageHeader);
  return {
    tenantId,
    mailboxId,
    id,
    number: Number(row.number),
    header,
    octets: row.octets,
    retrievedAt: row.retrieved_at,
    acknowledgedAt: row.acknowledged_at,
    contentId: row.content_id,
    leftOut: left_out === 'duplicate' ? null : left_out,
  };
}
