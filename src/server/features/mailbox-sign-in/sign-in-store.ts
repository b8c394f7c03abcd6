import type { Insertable, Kysely, Selectable } from 'kysely';
import type { SignInAttempt, SignInAttemptStatus } from '../../../shared/api/mailbox-sign-ins.ts';
import type { Verdict } from '../../../shared/api/verdict.ts';
import type { Encryption } from '../../storage/encryption/encryption.ts';
import { storableJson } from '../../storage/storable-json.ts';
import type { Tables } from '../../storage/tables.ts';

export type AttemptRow = Selectable<Tables['mailbox_sign_ins']>;
export type NewAttempt = Omit<
  Insertable<Tables['mailbox_sign_ins']>,
  'status' | 'secrets_ciphertext' | 'mismatch' | 'verdict'
> & { secrets: AttemptSecrets };

/** What the code is redeemed with, each used once. */
export interface AttemptSecrets {
  codeVerifier: string;
  nonce: string;
}

/** How an attempt ended, or that it waits for somebody's word until `expiresAt`. */
export interface AttemptEnd {
  status: Exclude<SignInAttemptStatus, 'waiting' | 'redeeming' | 'expired'>;
  mismatch?: SignInAttempt['mismatch'];
  verdict?: Verdict | null;
  expiresAt?: Date;
}

/** A mailbox with the application that serves it now; both null without a registration. */
export type ServedMailbox = Pick<Selectable<Tables['mailboxes']>, 'tenant_id' | 'id' | 'holder_id'> & {
  directory_id: string | null;
  application_id: string | null;
};

/** Sign-ins under way and how they ended. Where a state is looked for, it alone leads to the tenant. */
export interface SignInStore {
  /** Begins an attempt in place of the person's former one for this mailbox; false when the mailbox was removed. */
  begin(attempt: NewAttempt, alongWith: (trx: Kysely<Tables>) => Promise<void>): Promise<boolean>;
  /** The person's attempt for the mailbox that is open, else the newest. */
  latest(tenantId: string, mailboxId: string, startedBy: string): Promise<AttemptRow | null>;
  /** Ends what the person has under way for the mailbox; its link and its code are worth nothing any more. */
  cancelOpen(db: Kysely<Tables>, tenantId: string, mailboxId: string, startedBy: string): Promise<boolean>;
  /** Ends what waits for somebody's word at the mailbox, for another sign-in was stored, or `instead` waits now. */
  cancelPending(trx: Kysely<Tables>, tenantId: string, mailboxId: string, instead?: string): Promise<void>;
  find(tenantId: string, mailboxId: string, id: string): Promise<AttemptRow | null>;
  /** Sign-ins of the mailbox are stored one after the other until the transaction ends; null when it was removed. */
  lockServed(trx: Kysely<Tables>, tenantId: string, mailboxId: string): Promise<ServedMailbox | null>;
  /** Takes the state out of use and answers its attempt; null when it is unknown, expired, cancelled or spent. */
  spendState(hash: Buffer, at: Date): Promise<AttemptRow | null>;
  secretsOf(attempt: AttemptRow): Promise<AttemptSecrets>;
  /** Ends an attempt that is in the state given; false when it was given up meanwhile. */
  end(
    db: Kysely<Tables>,
    attempt: Pick<AttemptRow, 'tenant_id' | 'mailbox_id' | 'id'>,
    from: 'redeeming' | 'pending',
    end: AttemptEnd,
  ): Promise<boolean>;
  /** Forgets attempts whose time ended before. */
  removeEndedBefore(time: Date): Promise<number>;
}

/** A person has one of these at most for a mailbox. */
const open: readonly SignInAttemptStatus[] = ['waiting', 'redeeming', 'pending'];

export function createSignInStore(db: Kysely<Tables>, encryption: Encryption): SignInStore {
  return {
    async begin({ secrets, ...attempt }, alongWith) {
      const { tenant_id, mailbox_id, started_by } = attempt;
      const sealed = await encryption.encrypt(placeOf(attempt), JSON.stringify(secrets));
      return db.transaction().execute(async (trx) => {
        // Two starts at once: the second one waits here, and then ends what the first one began.
        if ((await lockServed(trx, tenant_id, mailbox_id)) === null) return false;
        await cancelOpen(trx, tenant_id, mailbox_id, started_by);
        const row = { ...attempt, status: 'waiting', secrets_ciphertext: sealed } as const;
        await trx
          .insertInto('mailbox_sign_ins')
          .values({ ...row, mismatch: null, verdict: null })
          .execute();
        await alongWith(trx);
        return true;
      });
    },

    async latest(tenantId, mailboxId, startedBy) {
      const row = await db
        .selectFrom('mailbox_sign_ins')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('mailbox_id', '=', mailboxId)
        .where('started_by', '=', startedBy)
        // The one that is open comes first, even if another began after it and was stored before it.
        .orderBy((eb) => eb('status', 'not in', open))
        .orderBy('started_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row ?? null;
    },

    cancelOpen,
    cancelPending,
    lockServed,

    async find(tenantId, mailboxId, id) {
      const row = await db
        .selectFrom('mailbox_sign_ins')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('mailbox_id', '=', mailboxId)
        .where('id', '=', id)
        .executeTakeFirst();
      return row ?? null;
    },

    async spendState(hash, at) {
      const row = await db
        .updateTable('mailbox_sign_ins')
        .set({ state_hash: null, status: 'redeeming' })
        .where('state_hash', '=', hash)
        .where('status', '=', 'waiting')
        .where('expires_at', '>', at)
        .returningAll()
        .executeTakeFirst();
      return row ?? null;
    },

    async secretsOf(attempt) {
      const { secrets_ciphertext: sealed } = attempt;
      if (sealed === null) throw new Error('the secrets of this sign-in were spent');
      return JSON.parse(await encryption.decrypt(placeOf(attempt), sealed)) as AttemptSecrets;
    },

    end,

    async removeEndedBefore(time) {
      const done = await db.deleteFrom('mailbox_sign_ins').where('expires_at', '<', time).executeTakeFirst();
      return Number(done.numDeletedRows);
    },
  };
}

const cancelOpen: SignInStore['cancelOpen'] = async (db, tenantId, mailboxId, startedBy) => {
  const done = await db
    .updateTable('mailbox_sign_ins')
    .set({ status: 'cancelled', state_hash: null, secrets_ciphertext: null })
    .where('tenant_id', '=', tenantId)
    .where('mailbox_id', '=', mailboxId)
    .where('started_by', '=', startedBy)
    .where('status', 'in', open)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
};

const end: SignInStore['end'] = async (db, attempt, from, { status, mismatch, verdict, expiresAt }) => {
  const done = await db
    .updateTable('mailbox_sign_ins')
    .set({
      status,
      secrets_ciphertext: null,
      mismatch: mismatch ? storableJson(mismatch) : null,
      verdict: verdict ? storableJson(verdict) : null,
      ...(expiresAt && { expires_at: expiresAt }),
    })
    .where('tenant_id', '=', attempt.tenant_id)
    .where('mailbox_id', '=', attempt.mailbox_id)
    .where('id', '=', attempt.id)
    .where('status', '=', from)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
};

const cancelPending: SignInStore['cancelPending'] = async (trx, tenantId, mailboxId, instead) => {
  await trx
    .updateTable('mailbox_sign_ins')
    .set({ status: 'cancelled' })
    .$if(instead !== undefined, (query) => query.where('id', '!=', instead ?? ''))
    .where('tenant_id', '=', tenantId)
    .where('mailbox_id', '=', mailboxId)
    .where('status', '=', 'pending')
    .execute();
};

const lockServed: SignInStore['lockServed'] = async (trx, tenantId, mailboxId) => {
  const row = await trx
    .selectFrom('mailboxes as m')
    .leftJoin('registrations as r', (join) =>
      join.onRef('r.tenant_id', '=', 'm.tenant_id').onRef('r.entity_id', '=', 'm.entity_id'),
    )
    .select(['m.tenant_id', 'm.id', 'm.holder_id', 'r.directory_id', 'r.application_id'])
    .where('m.tenant_id', '=', tenantId)
    .where('m.id', '=', mailboxId)
    .forUpdate('m')
    .executeTakeFirst();
  return row ?? null;
};

function placeOf({ tenant_id, mailbox_id, id }: Pick<AttemptRow, 'tenant_id' | 'mailbox_id' | 'id'>) {
  const rowId = `${mailbox_id} ${id}`;
  return { tenantId: tenant_id, table: 'mailbox_sign_ins', rowId, column: 'secrets_ciphertext' };
}
