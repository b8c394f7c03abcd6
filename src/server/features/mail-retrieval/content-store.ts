import { sql, type Insertable, type Kysely } from 'kysely';
import type { Encryption } from '../../storage/encryption/encryption.ts';
import type { Tables } from '../../storage/tables.ts';
import type { MailboxKey } from '../mailboxes/index.ts';
import { chunkPlace, type StoredMessage } from './stored-message.ts';

/** Where a content lies. */
export interface ContentOf extends MailboxKey {
  contentId: string;
}

export type ChunkRow = Insertable<Tables['message_chunks']>;

/** The content was deleted, say by an acknowledgement, before it was read to its end. */
export class ContentGoneError extends Error {
  override readonly name = 'ContentGoneError';
}

/** Contents of messages, encrypted in chunks: no message is ever in memory as a whole, however large it is. */
export interface ContentStore {
  /**
   * The message as it came from the server, octet by octet, decrypted chunk by chunk.
   * @throws ContentGoneError when there is none (any more)
   */
  open(
    message: Pick<StoredMessage, 'tenantId' | 'mailboxId' | 'contentId' | 'octets'>,
  ): AsyncGenerator<Buffer>;
  /** A chunk ready to be stored; to be made before any transaction. */
  seal(of: ContentOf, position: number, chunk: Buffer, at: Date): Promise<ChunkRow>;
  /** In the transaction given, or as a statement of its own. */
  add(rows: readonly ChunkRow[], trx?: Kysely<Tables>): Promise<void>;
  remove(of: ContentOf): Promise<void>;
  /** Deletes contents and headers whose time has come; answers how many. */
  removeExpired(now: Date): Promise<number>;
  /** Deletes chunks that were stored before the time and that no message names: their session died. */
  removeOrphans(before: Date): Promise<number>;
}

const chunksRead = 4;
const mostExpiredAtOnce = 500;

export function createContentStore(db: Kysely<Tables>, encryption: Encryption): ContentStore {
  return {
    open: ({ contentId, octets, ...mailbox }) => open(db, encryption, { ...mailbox, contentId }, octets),

    async seal(of, position, chunk, at) {
      const ciphertext = await encryption.encrypt(chunkPlace(of, position), chunk);
      const { tenantId: tenant_id, mailboxId: mailbox_id, contentId: content_id } = of;
      return { tenant_id, mailbox_id, content_id, position, ciphertext, stored_at: at };
    },

    async add(rows, trx = db) {
      if (rows.length > 0) await trx.insertInto('message_chunks').values(rows).execute();
    },

    async remove(of) {
      await chunksOf(db, of).execute();
    },

    async removeExpired(now) {
      let removed = 0;
      for (;;) {
        const batch = await db.transaction().execute((trx) => expire(trx, now));
        removed += batch;
        if (batch < mostExpiredAtOnce) return removed;
      }
    },

    async removeOrphans(before) {
      const done = await db
        .deleteFrom('message_chunks as c')
        .where('c.stored_at', '<', before)
        .where((eb) =>
          eb.not(
            eb.exists(
              eb
                .selectFrom('mailbox_messages as m')
                .select(sql`1`.as('one'))
                .whereRef('m.tenant_id', '=', 'c.tenant_id')
                .whereRef('m.mailbox_id', '=', 'c.mailbox_id')
                .whereRef('m.content_id', '=', 'c.content_id'),
            ),
          ),
        )
        .executeTakeFirst();
      return Number(done.numDeletedRows);
    },
  };
}

function chunksOf(db: Kysely<Tables>, { tenantId, mailboxId, contentId }: ContentOf) {
  return db
    .deleteFrom('message_chunks')
    .where('tenant_id', '=', tenantId)
    .where('mailbox_id', '=', mailboxId)
    .where('content_id', '=', contentId);
}

async function* open(
  db: Kysely<Tables>,
  encryption: Encryption,
  { tenantId, mailboxId, contentId }: MailboxKey & { contentId: string | null },
  octets: number,
): AsyncGenerator<Buffer> {
  if (contentId === null) throw new ContentGoneError('the content is gone');
  let given = 0;
  for (let from = 0; given < octets || from === 0; from += chunksRead) {
    const chunks = await db
      .selectFrom('message_chunks')
      .select(['position', 'ciphertext'])
      .where('tenant_id', '=', tenantId)
      .where('mailbox_id', '=', mailboxId)
      .where('content_id', '=', contentId)
      .where('position', '>=', from)
      .where('position', '<', from + chunksRead)
      .orderBy('position')
      .execute();
    for (const { position, ciphertext } of chunks) {
      const place = chunkPlace({ tenantId, mailboxId, contentId }, position);
      const chunk = await encryption.decryptBytes(place, ciphertext);
      given += chunk.length;
      yield chunk;
    }
    if (given < octets && chunks.length < chunksRead) throw new ContentGoneError('the content is gone');
  }
}

async function expire(trx: Kysely<Tables>, now: Date): Promise<number> {
  const rows = await trx
    .selectFrom('mailbox_messages')
    .select(['tenant_id', 'mailbox_id', 'uidl_hash', 'content_id'])
    .where('content_until', '<=', now)
    .orderBy('content_until')
    .limit(mostExpiredAtOnce)
    .forUpdate()
    .skipLocked()
    .execute();
  for (const { tenant_id, mailbox_id, uidl_hash, content_id } of rows) {
    await trx
      .updateTable('mailbox_messages')
      .set({ content_id: null, content_until: null, summary_ciphertext: null })
      .where('tenant_id', '=', tenant_id)
      .where('mailbox_id', '=', mailbox_id)
      .where('uidl_hash', '=', uidl_hash)
      .execute();
    if (content_id === null) continue;
    await chunksOf(trx, { tenantId: tenant_id, mailboxId: mailbox_id, contentId: content_id }).execute();
  }
  return rows.length;
}
