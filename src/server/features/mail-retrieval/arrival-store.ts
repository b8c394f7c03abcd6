import { sql, type Insertable, type Kysely } from 'kysely';
import type { Tables } from '../../storage/tables.ts';
import type { MailboxKey } from '../mailboxes/index.ts';
import type { ChunkRow } from './content-store.ts';
import type { Claimed } from './retrieval-store.ts';

/** A message that is here already. */
export interface Twin {
  id: string;
  uidlHash: Buffer;
  contentHash: Buffer;
  /** Its content is here or was handed over: the server's copy is not needed any more. */
  isSafe: boolean;
}

export type ArrivalRow = Omit<Insertable<Tables['mailbox_messages']>, 'number'>;

/** What one transaction makes known. */
export interface Arrivals {
  rows: readonly ArrivalRow[];
  /** Chunks that are not stored yet. */
  chunks: readonly ChunkRow[];
  /** Messages that are listed under another UIDL now. */
  renamed: readonly { id: string; uidlHash: Buffer }[];
}

/** Another process has claimed the mailbox, or it was removed: nothing of this session counts any more. */
export class ClaimLostError extends Error {
  override readonly name = 'ClaimLostError';
}

/** The one way in for messages. */
export interface ArrivalStore {
  /** Messages of the mailbox with one of the contents. */
  twins(mailbox: MailboxKey, contentHashes: readonly Buffer[]): Promise<Twin[]>;
  /**
   * Numbers the messages and stores all in one transaction, which also renews the lease.
   * @throws ClaimLostError when the claim is no longer the newest: then nothing was stored
   */
  commit(claimed: Claimed, arrivals: Arrivals, leaseUntil: Date): Promise<void>;
}

export function createArrivalStore(db: Kysely<Tables>): ArrivalStore {
  return {
    async twins({ tenantId, mailboxId }, contentHashes) {
      const rows = await db
        .selectFrom('mailbox_messages')
        .select(['id', 'uidl_hash', 'content_hash', 'content_id', 'acknowledged_at'])
        .where('tenant_id', '=', tenantId)
        .where('mailbox_id', '=', mailboxId)
        .where('content_hash', 'in', [...contentHashes])
        .where('left_out', 'is', null)
        .execute();
      return rows.map(({ id, uidl_hash, content_hash, content_id, acknowledged_at }) => ({
        id,
        uidlHash: uidl_hash,
        contentHash: content_hash ?? Buffer.alloc(0),
        isSafe: content_id !== null || acknowledged_at !== null,
      }));
    },

    commit: (claimed, arrivals, leaseUntil) =>
      db.transaction().execute((trx) => commit(trx, claimed, arrivals, leaseUntil)),
  };
}

async function commit(
  trx: Kysely<Tables>,
  { tenant_id, mailbox_id, claim }: Claimed,
  { rows, chunks, renamed }: Arrivals,
  leaseUntil: Date,
): Promise<void> {
  // First, so that the row stays locked: whoever claims it now waits, and then numbers on from here.
  const counter = await trx
    .updateTable('mailbox_retrievals')
    .set({ last_number: sql`last_number + ${rows.length}`, lease_until: leaseUntil })
    .where('tenant_id', '=', tenant_id)
    .where('mailbox_id', '=', mailbox_id)
    .where('claim', '=', claim)
    .returning('last_number')
    .executeTakeFirst();
  if (counter === undefined) throw new ClaimLostError('the mailbox was claimed by another process');
  const first = Number(counter.last_number) - rows.length + 1;
  if (chunks.length > 0) await trx.insertInto('message_chunks').values(chunks).execute();
  if (rows.length > 0) await insert(trx, rows, first);
  if (renamed.length > 0) await rename(trx, tenant_id, mailbox_id, renamed);
}

/** One that the server refused before may be here now, or refused again: then it stays where it stands. */
async function insert(trx: Kysely<Tables>, rows: readonly ArrivalRow[], first: number): Promise<void> {
  const isHere = sql`excluded.left_out is distinct from 'refused'`;
  await trx
    .insertInto('mailbox_messages')
    .values(rows.map((row, index) => ({ ...row, number: first + index })))
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'mailbox_id', 'uidl_hash'])
        .doUpdateSet((eb) => ({
          id: sql`case when ${isHere} then excluded.id else mailbox_messages.id end`,
          number: sql`case when ${isHere} then excluded.number else mailbox_messages.number end`,
          content_hash: eb.ref('excluded.content_hash'),
          content_id: eb.ref('excluded.content_id'),
          summary_ciphertext: eb.ref('excluded.summary_ciphertext'),
          octets: eb.ref('excluded.octets'),
          retrieved_at: eb.ref('excluded.retrieved_at'),
          content_until: eb.ref('excluded.content_until'),
          left_out: eb.ref('excluded.left_out'),
        }))
        .where('mailbox_messages.left_out', '=', 'refused'),
    )
    .execute();
}

async function rename(
  trx: Kysely<Tables>,
  tenantId: string,
  mailboxId: string,
  renamed: Arrivals['renamed'],
): Promise<void> {
  const ids = renamed.map(({ id }) => id);
  const hashes = renamed.map(({ uidlHash }) => uidlHash);
  // One that was refused under its new UIDL makes room.
  await trx
    .deleteFrom('mailbox_messages')
    .where('tenant_id', '=', tenantId)
    .where('mailbox_id', '=', mailboxId)
    .where('uidl_hash', 'in', hashes)
    .where('left_out', '=', 'refused')
    .execute();
  await sql`
    update mailbox_messages m set uidl_hash = r.hash, gone_at = null
    from unnest(${ids}::uuid[], ${hashes}::bytea[]) as r(id, hash)
    where m.tenant_id = ${tenantId} and m.mailbox_id = ${mailboxId} and m.id = r.id`.execute(trx);
}
