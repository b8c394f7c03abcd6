import type { Kysely } from 'kysely';
import type { Mailbox, MailboxChange, NewMailbox } from '../../../shared/api/mailboxes.ts';
import type { ServedMailboxes } from '../../../shared/api/mailbox-tokens.ts';
import type { Tables } from '../../storage/tables.ts';
import { recordAudit, type Actor } from '../audit/index.ts';
import type { EntityRow, EntityStore } from '../entity-registration/index.ts';
import type { LiveEvents } from '../live-events/index.ts';
import { addressKey, readMailAddress } from './mail-address.ts';
import type { MailboxKnowledge, MailboxViews } from './mailbox-views-service.ts';
import type { MailboxRow, MailboxStore } from './mailbox-store.ts';
import { judgeTaken } from './taken-address.ts';
import { maySee, mayUse, type MailboxReader } from './who-may.ts';

export interface MailboxDependencies {
  db: Kysely<Tables>;
  store: MailboxStore;
  entities: EntityStore;
  views: MailboxViews;
  knowledge: Pick<MailboxKnowledge, 'signIns' | 'waitingFor'>;
  live: LiveEvents;
  now: () => number;
}

export type AddResult =
  | { kind: 'added' | 'claimed'; mailbox: Mailbox }
  | { kind: 'entity-unknown' | 'not-an-address' | 'yours' | 'anothers' | 'too-many' };

/** Whoever acts, with roles: what may be seen and used follows from both. */
export type MailboxActor = Actor & MailboxReader;

/** A person has a handful; who needs more is a mistake or an attack. */
const mostHeld = 50;

/** Communicator accounts of the signed-on person's tenant. An id that one may not see is answered like one that does not exist. */
export class Mailboxes {
  readonly #given: MailboxDependencies;

  constructor(given: MailboxDependencies) {
    this.#given = given;
  }

  /** One's own, those prepared for one, and those that wait for one's word. */
  async own(reader: MailboxReader): Promise<Mailbox[]> {
    const { store, knowledge, views } = this.#given;
    const address = readMailAddress(reader.username);
    const rows = await store.listFor(reader.tenantId, {
      holderId: reader.userId,
      addressKey: address === null ? '' : addressKey(address),
      ids: await knowledge.waitingFor(reader),
    });
    return views.of(rows, reader);
  }

  /** All of the tenant's, for Admin and Reader. */
  async ofFirm(reader: MailboxReader): Promise<Mailbox[]> {
    const { store, views } = this.#given;
    return views.ofAll(await store.list(reader.tenantId), reader);
  }

  /** Those that a key of the entity opens, in the order of their addresses. */
  async ofEntity(tenantId: string, entityId: string): Promise<ServedMailboxes['mailboxes']> {
    const { store, knowledge } = this.#given;
    const rows = await store.listOfEntity(tenantId, entityId);
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const signIns = await knowledge.signIns(tenantId, ids);
    return rows.map(({ id, address, kind }) => {
      const signIn = signIns.get(id)?.status ?? 'never';
      return { id, address, kind, signIn };
    });
  }

  /** null when there is none that the reader may see. */
  async find(reader: MailboxReader, mailboxId: string): Promise<Mailbox | null> {
    const { store, knowledge, views } = this.#given;
    const row = await store.find(reader.tenantId, mailboxId);
    if (row === null) return null;
    const isTheirs = maySee(row, reader) || (await knowledge.waitingFor(reader)).includes(mailboxId);
    return isTheirs ? views.one(row, reader) : null;
  }

  /**
   * The row, for features that act on the mailbox: `use` for its person, `manage` for its person and administrators,
   * `see` for Readers as well. null when there is none for them.
   */
  async row(
    reader: MailboxActor,
    mailboxId: string,
    to: 'use' | 'manage' | 'see',
  ): Promise<MailboxRow | null> {
    const row = await this.#given.store.find(reader.tenantId, mailboxId);
    if (row === null) return null;
    if (mayUse(row, reader)) return row.holder_id === null ? this.#forGood(row, reader) : row;
    const manages = to === 'manage' && reader.roles.includes('Admin');
    return manages || (to === 'see' && maySee(row, reader)) ? row : null;
  }

  /**
   * A mailbox that somebody signed in to for whoever has its address becomes the first one's who uses it: user names are
   * given to other people in time, and what was retrieved is not theirs.
   */
  async #forGood(row: MailboxRow, actor: MailboxActor): Promise<MailboxRow | null> {
    const { store } = this.#given;
    const entity = await this.#entityOf(row);
    if (entity === null || !(await this.#give(row, actor, entity, true))) {
      const after = await store.find(row.tenant_id, row.id);
      return after !== null && mayUse(after, actor) ? after : null;
    }
    this.#publish(row);
    return { ...row, holder_id: actor.userId, holder_name: actor.name };
  }

  /** false when somebody was faster, or signed in meanwhile. */
  #give(row: MailboxRow, actor: MailboxActor, entity: EntityRow, hasSignIn: boolean): Promise<boolean> {
    const { db, store, now } = this.#given;
    return db.transaction().execute(async (trx) => {
      const given = await store.giveIf(trx, row, { id: actor.userId, name: actor.name }, hasSignIn);
      const details = { address: row.address, holder: actor.name };
      if (given) await recordAudit(trx, { action: 'mailbox-changed', actor, entity, details }, now());
      return given;
    });
  }

  /** Adds an account to one's own list, or claims one that was prepared; `forOther` is for administrators. */
  async add(actor: MailboxActor, wanted: NewMailbox): Promise<AddResult> {
    const { db, store, entities, now } = this.#given;
    const entity = await entities.find(actor.tenantId, wanted.entityId);
    if (entity === null) return { kind: 'entity-unknown' };
    const address = readMailAddress(wanted.address);
    if (address === null) return { kind: 'not-an-address' };
    const holder = wanted.forOther === true ? null : { id: actor.userId, name: actor.name };
    if (holder !== null && (await store.countHeldBy(actor.tenantId, holder.id)) >= mostHeld) {
      return { kind: 'too-many' };
    }
    const key = addressKey(address);
    const row = await db.transaction().execute(async (trx) => {
      const { tenantId } = actor;
      const creator = { id: actor.userId, name: actor.name };
      const { entityId, address: typed, kind } = wanted;
      const toAdd = { tenantId, entityId, address: typed, addressKey: key, kind, holder, creator };
      const added = await store.add(trx, toAdd, new Date(now()));
      const details = { address: wanted.address, kind };
      if (added) await recordAudit(trx, { action: 'mailbox-created', actor, entity, details }, now());
      return added;
    });
    return row === null ? this.#claim(actor, entity, key) : this.#answer('added', row, actor);
  }

  /** null when there is none that the person may manage. */
  async change(actor: MailboxActor, mailboxId: string, change: MailboxChange): Promise<Mailbox | null> {
    const { db, store, now } = this.#given;
    const row = await this.row(actor, mailboxId, 'manage');
    const entity = row && (await this.#entityOf(row));
    if (row === null || entity === null) return null;
    const changed = await db.transaction().execute(async (trx) => {
      const after = await store.change(trx, actor.tenantId, mailboxId, withoutUndefined(change));
      const details = { address: row.address, ...namesOf(change) };
      if (after) await recordAudit(trx, { action: 'mailbox-changed', actor, entity, details }, now());
      return after;
    });
    if (changed === null) return null;
    this.#publish(changed);
    return this.find(actor, mailboxId);
  }

  /** Removes it with its sign-in, tests and messages; false when there is none that the person may manage. */
  async remove(actor: MailboxActor, mailboxId: string): Promise<boolean> {
    const { db, store, now } = this.#given;
    const row = await this.row(actor, mailboxId, 'manage');
    const entity = row && (await this.#entityOf(row));
    if (row === null || entity === null) return false;
    const removed = await db.transaction().execute(async (trx) => {
      const gone = await store.remove(trx, actor.tenantId, mailboxId);
      const details = { address: row.address };
      if (gone) await recordAudit(trx, { action: 'mailbox-removed', actor, entity, details }, now());
      return gone !== null;
    });
    if (removed) this.#publish(row);
    return removed;
  }

  /** An address that the entity has already: prepared for the person, or somebody's. */
  async #claim(actor: MailboxActor, entity: EntityRow, key: string): Promise<AddResult> {
    const { store, knowledge } = this.#given;
    const row = await store.findByAddress(actor.tenantId, entity.id, key);
    if (row === null) return { kind: 'anothers' };
    const signIn = (await knowledge.signIns(actor.tenantId, [row.id])).get(row.id);
    const judged = judgeTaken(row, actor, signIn !== undefined && signIn.status !== 'never');
    if (judged !== 'claimed') return { kind: judged };
    if (!(await this.#give(row, actor, entity, false))) return { kind: 'anothers' };
    return this.#answer('claimed', { ...row, holder_id: actor.userId, holder_name: actor.name }, actor);
  }

  async #answer(kind: 'added' | 'claimed', row: MailboxRow, reader: MailboxReader): Promise<AddResult> {
    this.#publish(row);
    return { kind, mailbox: await this.#given.views.one(row, reader) };
  }

  #entityOf(row: MailboxRow): Promise<EntityRow | null> {
    return this.#given.entities.find(row.tenant_id, row.entity_id);
  }

  #publish({ tenant_id: tenantId, id: mailboxId }: MailboxRow): void {
    this.#given.live.publish(tenantId, { type: 'mailbox-changed', mailboxId });
  }
}

function namesOf(change: MailboxChange): Record<string, string> {
  return Object.fromEntries(Object.entries(change).map(([name, value]) => [name, value ?? 'by rule']));
}

function withoutUndefined({ popUser, smtpUser, from }: MailboxChange) {
  return {
    ...(popUser !== undefined && { popUser }),
    ...(smtpUser !== undefined && { smtpUser }),
    ...(from !== undefined && { from }),
  };
}
