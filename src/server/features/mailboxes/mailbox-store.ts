import type { Kysely, Selectable } from 'kysely';
import type { MailAccountChoices, MailboxKind } from '../../../shared/domain/mailbox.ts';
import type { Tables } from '../../storage/tables.ts';

export type MailboxRow = Selectable<Tables['mailboxes']>;

/** Which mailbox. */
export interface MailboxKey {
  tenantId: string;
  mailboxId: string;
}

export interface NewMailboxRow {
  tenantId: string;
  entityId: string;
  address: string;
  /** See `MailboxesTable`. */
  addressKey: string;
  kind: MailboxKind;
  holder: { id: string; name: string } | null;
  creator: { id: string; name: string };
}

/** Mailboxes of one tenant; none is ever reached by its id alone. */
export interface MailboxStore {
  find(tenantId: string, mailboxId: string): Promise<MailboxRow | null>;
  /** In the order of their addresses. */
  list(tenantId: string): Promise<MailboxRow[]>;
  listOfEntity(tenantId: string, entityId: string): Promise<MailboxRow[]>;
  /** Those a person holds, those nobody holds that have one of the address keys, and those named by id. */
  listFor(
    tenantId: string,
    of: { holderId: string; addressKey: string; ids: readonly string[] },
  ): Promise<MailboxRow[]>;
  findByAddress(tenantId: string, entityId: string, addressKey: string): Promise<MailboxRow | null>;
  countHeldBy(tenantId: string, holderId: string): Promise<number>;
  /** null when the entity has the address already. */
  add(db: Kysely<Tables>, mailbox: NewMailboxRow, at: Date): Promise<MailboxRow | null>;
  /** Gives the mailbox to a person if it is still held by whom it was; false when somebody was faster. */
  give(
    db: Kysely<Tables>,
    row: Pick<MailboxRow, 'tenant_id' | 'id' | 'holder_id'>,
    holder: { id: string; name: string },
  ): Promise<boolean>;
  /** The same if somebody has ever signed in to it, or nobody has: looked at under its lock, under which sign-ins are stored. */
  giveIf(
    trx: Kysely<Tables>,
    row: Pick<MailboxRow, 'tenant_id' | 'id' | 'holder_id'>,
    holder: { id: string; name: string },
    hasSignIn: boolean,
  ): Promise<boolean>;
  change(
    db: Kysely<Tables>,
    tenantId: string,
    mailboxId: string,
    change: Partial<MailAccountChoices>,
  ): Promise<MailboxRow | null>;
  /** Removes it with its sign-in, tests and messages; null when there is none. */
  remove(db: Kysely<Tables>, tenantId: string, mailboxId: string): Promise<MailboxRow | null>;
}

export function createMailboxStore(db: Kysely<Tables>): MailboxStore {
  const ofTenant = (tenantId: string) =>
    db.selectFrom('mailboxes').selectAll().where('tenant_id', '=', tenantId);
  return {
    find: async (tenantId, mailboxId) =>
      (await ofTenant(tenantId).where('id', '=', mailboxId).executeTakeFirst()) ?? null,

    list: (tenantId) => ofTenant(tenantId).orderBy('address_key').execute(),

    listOfEntity: (tenantId, entityId) =>
      ofTenant(tenantId).where('entity_id', '=', entityId).orderBy('address_key').execute(),

    listFor: (tenantId, { holderId, addressKey, ids }) =>
      ofTenant(tenantId)
        .where((eb) =>
          eb.or([
            eb('holder_id', '=', holderId),
            eb.and([eb('holder_id', 'is', null), eb('address_key', '=', addressKey)]),
            ...(ids.length > 0 ? [eb('id', 'in', [...ids])] : []),
          ]),
        )
        .orderBy('address_key')
        .execute(),

    findByAddress: async (tenantId, entityId, addressKey) =>
      (await ofTenant(tenantId)
        .where('entity_id', '=', entityId)
        .where('address_key', '=', addressKey)
        .executeTakeFirst()) ?? null,

    async countHeldBy(tenantId, holderId) {
      const { held } = await db
        .selectFrom('mailboxes')
        .select((eb) => eb.fn.countAll<string>().as('held'))
        .where('tenant_id', '=', tenantId)
        .where('holder_id', '=', holderId)
        .executeTakeFirstOrThrow();
      return Number(held);
    },

    add,
    give,
    giveIf,
    change,

    async remove(trx, tenantId, mailboxId) {
      const row = await trx
        .deleteFrom('mailboxes')
        .where('tenant_id', '=', tenantId)
        .where('id', '=', mailboxId)
        .returningAll()
        .executeTakeFirst();
      return row ?? null;
    },
  };
}

const add: MailboxStore['add'] = async (db, mailbox, at) => {
  const row = await db
    .insertInto('mailboxes')
    .values({
      tenant_id: mailbox.tenantId,
      entity_id: mailbox.entityId,
      id: crypto.randomUUID(),
      address: mailbox.address,
      address_key: mailbox.addressKey,
      kind: mailbox.kind,
      pop_user: null,
      smtp_user: null,
      from_address: null,
      holder_id: mailbox.holder?.id ?? null,
      holder_name: mailbox.holder?.name ?? null,
      created_at: at,
      created_by: mailbox.creator.id,
      creator_name: mailbox.creator.name,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'entity_id', 'address_key']).doNothing())
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
};

const give: MailboxStore['give'] = async (db, row, holder) => {
  const given = await db
    .updateTable('mailboxes')
    .set({ holder_id: holder.id, holder_name: holder.name })
    .where('tenant_id', '=', row.tenant_id)
    .where('id', '=', row.id)
    .where('holder_id', 'is not distinct from', row.holder_id)
    .executeTakeFirst();
  return given.numUpdatedRows > 0n;
};

const giveIf: MailboxStore['giveIf'] = async (trx, row, holder, hasSignIn) => {
  const { tenant_id, id } = row;
  await trx
    .selectFrom('mailboxes')
    .select('id')
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  const grant = await trx
    .selectFrom('mailbox_grants')
    .select('mailbox_id')
    .where('tenant_id', '=', tenant_id)
    .where('mailbox_id', '=', id)
    .executeTakeFirst();
  return (grant !== undefined) === hasSignIn && give(trx, row, holder);
};

const change: MailboxStore['change'] = async (db, tenantId, mailboxId, { popUser, smtpUser, from }) => {
  const row = await db
    .updateTable('mailboxes')
    .set({
      // Sets at least something, so that a change of nothing answers the row too.
      tenant_id: tenantId,
      ...(popUser !== undefined && { pop_user: popUser }),
      ...(smtpUser !== undefined && { smtp_user: smtpUser }),
      ...(from !== undefined && { from_address: from }),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', mailboxId)
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
};
