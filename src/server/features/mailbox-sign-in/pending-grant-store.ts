import type { Kysely, Selectable } from 'kysely';
import type { PendingGrant } from '../../../shared/api/mailboxes.ts';
import type { Encryption } from '../../storage/encryption/encryption.ts';
import type { Tables } from '../../storage/tables.ts';
import type { NewGrant } from '../mailbox-grants/index.ts';

export type PendingRow = Selectable<Tables['pending_grants']>;
export type NewPending = Omit<PendingRow, 'grant_ciphertext'>;

/** Grants that wait for the word of the person who signed in; whose time is over is as if it were not there. */
export interface PendingGrantStore {
  /** Ciphertext of a grant, bound to its row. Made before the transaction. */
  seal(pending: NewPending, grant: NewGrant): Promise<Buffer>;
  unseal(pending: PendingRow): Promise<NewGrant>;
  /** Puts it in place of what waits for the mailbox: one question at a time. */
  put(trx: Kysely<Tables>, pending: NewPending, sealed: Buffer): Promise<void>;
  find(tenantId: string, mailboxId: string, id: string, at: Date): Promise<PendingRow | null>;
  findByToken(hash: Buffer, at: Date): Promise<PendingRow | null>;
  /** false when it was answered, replaced or withdrawn meanwhile: of two answers at once one wins. */
  take(trx: Kysely<Tables>, pending: PendingRow): Promise<boolean>;
  /** Those of a mailbox, when a grant is stored; with `startedBy` those alone that this person asked for. */
  removeOf(db: Kysely<Tables>, tenantId: string, mailboxId: string, startedBy?: string): Promise<boolean>;
  /** What waits at these mailboxes, by mailbox id, as the reader may see it. */
  ofMailboxes(
    reader: PendingReader,
    mailboxIds: readonly string[] | undefined,
    at: Date,
  ): Promise<Map<string, PendingGrant>>;
  /** Ids of the mailboxes at which a grant waits for this person's word. */
  waitingFor(person: PendingReader, at: Date): Promise<string[]>;
  removeExpired(at: Date): Promise<number>;
}

export interface PendingReader {
  tenantId: string;
  userId: string;
}

export function createPendingGrantStore(db: Kysely<Tables>, encryption: Encryption): PendingGrantStore {
  const alive = (at: Date) => db.selectFrom('pending_grants').selectAll().where('expires_at', '>', at);
  return {
    seal: (pending, grant) => encryption.encrypt(placeOf(pending), JSON.stringify(grant)),

    unseal: async (pending) =>
      JSON.parse(await encryption.decrypt(placeOf(pending), pending.grant_ciphertext)) as NewGrant,

    async put(trx, pending, sealed) {
      await removeOf(trx, pending.tenant_id, pending.mailbox_id);
      await trx
        .insertInto('pending_grants')
        .values({ ...pending, grant_ciphertext: sealed })
        .execute();
    },

    find: async (tenantId, mailboxId, id, at) =>
      (await alive(at)
        .where('tenant_id', '=', tenantId)
        .where('mailbox_id', '=', mailboxId)
        .where('id', '=', id)
        .executeTakeFirst()) ?? null,

    findByToken: async (hash, at) =>
      (await alive(at).where('token_hash', '=', hash).executeTakeFirst()) ?? null,

    async take(trx, { tenant_id, mailbox_id, id }) {
      const done = await trx
        .deleteFrom('pending_grants')
        .where('tenant_id', '=', tenant_id)
        .where('mailbox_id', '=', mailbox_id)
        .where('id', '=', id)
        .executeTakeFirst();
      return done.numDeletedRows > 0n;
    },

    removeOf,

    async ofMailboxes(reader, mailboxIds, at) {
      const rows = await alive(at)
        .where('tenant_id', '=', reader.tenantId)
        .$if(mailboxIds !== undefined, (query) => query.where('mailbox_id', 'in', mailboxIds ?? []))
        .execute();
      return new Map(rows.map((row) => [row.mailbox_id, pendingOf(row, reader)]));
    },

    async waitingFor({ tenantId, userId }, at) {
      const rows = await alive(at)
        .where('tenant_id', '=', tenantId)
        .where('owner_tid', '=', tenantId)
        .where('owner_oid', '=', userId)
        .execute();
      return rows.map(({ mailbox_id }) => mailbox_id);
    },

    async removeExpired(at) {
      const done = await db.deleteFrom('pending_grants').where('expires_at', '<=', at).executeTakeFirst();
      return Number(done.numDeletedRows);
    },
  };
}

const removeOf: PendingGrantStore['removeOf'] = async (db, tenantId, mailboxId, startedBy) => {
  const ofMailbox = db
    .deleteFrom('pending_grants')
    .where('tenant_id', '=', tenantId)
    .where('mailbox_id', '=', mailboxId);
  const done = await (
    startedBy === undefined ? ofMailbox : ofMailbox.where('started_by', '=', startedBy)
  ).executeTakeFirst();
  return done.numDeletedRows > 0n;
};

function pendingOf(row: PendingRow, reader: PendingReader): PendingGrant {
  return {
    id: row.id,
    why: row.why,
    signedInAs: row.owner_username ?? row.owner_name,
    startedBy: row.starter_name,
    givenTo: row.holder_id === row.owner_oid ? null : row.holder_name,
    expiresAt: row.expires_at.toISOString(),
    forMe: isOwner(row, reader),
  };
}

/** Whether this person signed in, hence has to say yes or no. */
export function isOwner(row: Pick<PendingRow, 'owner_tid' | 'owner_oid'>, person: PendingReader): boolean {
  return row.owner_tid === person.tenantId && row.owner_oid === person.userId;
}

function placeOf({ tenant_id, mailbox_id, id }: Pick<PendingRow, 'tenant_id' | 'mailbox_id' | 'id'>) {
  const rowId = `${mailbox_id} ${id}`;
  return { tenantId: tenant_id, table: 'pending_grants', rowId, column: 'grant_ciphertext' };
}
