import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../storage/tables.ts';
import type { MailboxKey } from '../mailboxes/index.ts';
import type { Listed } from './uidl-listing.ts';

/** What is to be done about a listing. */
export interface Sifted {
  /** Not fetched yet. */
  unknown: Listed[];
  /** Fetched in a former session that did not get to delete them on the server. */
  deletable: Listed[];
  /** How many of the listing were seen before. */
  known: number;
}

/** Which messages of a mailbox were seen: what keeps each from being fetched twice, or not at all. */
export interface BookkeepingStore {
  /** How many rows the mailbox has of messages that the server listed last time. */
  countListed(mailbox: MailboxKey): Promise<number>;
  /** `triedBefore`: messages that the server refused before then are unknown again. */
  sift(mailbox: MailboxKey, listed: readonly Listed[], triedBefore: Date): Promise<Sifted>;
  /** Marks the rows of messages that the server no longer lists. */
  markGone(mailbox: MailboxKey, isListed: (uidlHash: Buffer) => boolean, at: Date): Promise<number>;
  /** Forgets messages that the server has not listed since before the time and whose content is gone too. */
  removeGone(before: Date): Promise<number>;
}

/** Each is a query of some hundred kilobytes. */
const askedAtOnce = 5000;

export function createBookkeepingStore(db: Kysely<Tables>): BookkeepingStore {
  return {
    async countListed({ tenantId, mailboxId }) {
      const { rows } = await db
        .selectFrom('mailbox_messages')
        .select((eb) => eb.fn.countAll<string>().as('rows'))
        .where('tenant_id', '=', tenantId)
        .where('mailbox_id', '=', mailboxId)
        .where('gone_at', 'is', null)
        .executeTakeFirstOrThrow();
      return Number(rows);
    },

    async sift(mailbox, listed, triedBefore) {
      const sifted: Sifted = { unknown: [], deletable: [], known: 0 };
      for (let from = 0; from < listed.length; from += askedAtOnce) {
        await siftSome(db, mailbox, listed.slice(from, from + askedAtOnce), triedBefore, sifted);
      }
      return sifted;
    },

    markGone: (mailbox, isListed, at) => markGone(db, mailbox, isListed, at),

    async removeGone(before) {
      const done = await db
        .deleteFrom('mailbox_messages')
        .where('gone_at', '<', before)
        .where('content_id', 'is', null)
        .executeTakeFirst();
      return Number(done.numDeletedRows);
    },
  };
}

interface SiftedRow {
  place: string;
  unknown: boolean;
  deletable: boolean;
  gone: boolean;
}

/** Asks by the listing instead of loading what is known; answers come for those alone about which something is to be done. */
async function siftSome(
  db: Kysely<Tables>,
  { tenantId, mailboxId }: MailboxKey,
  listed: readonly Listed[],
  triedBefore: Date,
  into: Sifted,
): Promise<void> {
  const hashes = listed.map(({ hash }) => hash);
  const { rows } = await sql<SiftedRow>`
    select * from (
      select l.place,
        m.uidl_hash is null or (m.left_out = 'refused' and m.retrieved_at < ${triedBefore}) as unknown,
        m.gone_at is not null as gone,
        case
          when m.left_out is null then m.content_id is not null or m.acknowledged_at is not null
          when m.left_out = 'duplicate' then exists (
            select from mailbox_messages o
            where o.tenant_id = m.tenant_id and o.mailbox_id = m.mailbox_id
              and o.content_hash = m.content_hash and o.left_out is null
              and (o.content_id is not null or o.acknowledged_at is not null))
          else false
        end and m.uidl_hash is not null as deletable
      from unnest(${hashes}::bytea[]) with ordinality as l(hash, place)
      left join mailbox_messages m
        on m.tenant_id = ${tenantId} and m.mailbox_id = ${mailboxId} and m.uidl_hash = l.hash
    ) as sifted
    where unknown or deletable or gone`.execute(db);
  into.known += listed.length;
  const back: Buffer[] = [];
  for (const { place, unknown, deletable, gone } of rows) {
    const message = listed[Number(place) - 1];
    if (message === undefined) continue;
    if (unknown) {
      into.unknown.push(message);
      into.known--;
    } else if (deletable) into.deletable.push(message);
    if (gone) back.push(message.hash);
  }
  if (back.length > 0) await setGone(db, { tenantId, mailboxId }, back, null);
  into.unknown.sort((a, b) => a.number - b.number);
}

async function markGone(
  db: Kysely<Tables>,
  mailbox: MailboxKey,
  isListed: (uidlHash: Buffer) => boolean,
  at: Date,
): Promise<number> {
  let marked = 0;
  let last = Buffer.alloc(0);
  for (;;) {
    const rows = await db
      .selectFrom('mailbox_messages')
      .select('uidl_hash')
      .where('tenant_id', '=', mailbox.tenantId)
      .where('mailbox_id', '=', mailbox.mailboxId)
      .where('gone_at', 'is', null)
      .where('uidl_hash', '>', last)
      .orderBy('uidl_hash')
      .limit(askedAtOnce)
      .execute();
    const gone = rows.map(({ uidl_hash }) => uidl_hash).filter((hash) => !isListed(hash));
    if (gone.length > 0) await setGone(db, mailbox, gone, at);
    marked += gone.length;
    const end = rows.at(-1);
    if (end === undefined || rows.length < askedAtOnce) return marked;
    last = Buffer.from(end.uidl_hash);
  }
}

async function setGone(
  db: Kysely<Tables>,
  { tenantId, mailboxId }: MailboxKey,
  hashes: readonly Buffer[],
  at: Date | null,
): Promise<void> {
  await sql`
    update mailbox_messages m set gone_at = ${at}
    from unnest(${hashes}::bytea[]) as g(hash)
    where m.tenant_id = ${tenantId} and m.mailbox_id = ${mailboxId} and m.uidl_hash = g.hash`.execute(db);
}
