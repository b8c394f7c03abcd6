import type { Kysely } from 'kysely';
import type { PendingGrantAnswer } from '../../../shared/api/mailbox-sign-ins.ts';
import type { PendingGrant } from '../../../shared/api/mailboxes.ts';
import type { Tables } from '../../storage/tables.ts';
import { recordAudit, type Actor } from '../audit/index.ts';
import type { EntityStore } from '../entity-registration/index.ts';
import type { LiveEvents } from '../live-events/index.ts';
import { missingMailRights } from '../mailbox-grants/index.ts';
import type { MailboxRow, MailboxStore } from '../mailboxes/index.ts';
import { digestOf } from './digest.ts';
import type { PageAnswerOutcome } from './sign-in-outcome.ts';
import {
  isOwner,
  type PendingGrantStore,
  type PendingReader,
  type PendingRow,
} from './pending-grant-store.ts';
import type { SignedInGrants } from './signed-in-grant-service.ts';
import type { SignInStore } from './sign-in-store.ts';
import { declinedVerdict, registrationReplacedVerdict, rightsMissingVerdict } from './sign-in-verdicts.ts';

export interface PendingGrantDependencies {
  db: Kysely<Tables>;
  pending: PendingGrantStore;
  signIns: SignInStore;
  signedIn: SignedInGrants;
  mailboxes: MailboxStore;
  entities: EntityStore;
  live: LiveEvents;
  now: () => number;
}

/** `overtaken`: mailbox or registration changed since the sign-in, which was discarded. */
export type PendingAnswer = 'accepted' | 'declined' | 'not-found' | 'overtaken';

/** The person's own word, or nobody's who is signed on here: on the page the one-time token stands for the person. */
type Answerer = Actor | { tenantId: string; userId: null; name: null };

/** What the person who signed in says to what waits: nobody else's word counts. */
export class PendingGrants {
  readonly #given: PendingGrantDependencies;

  constructor(given: PendingGrantDependencies) {
    this.#given = given;
  }

  /** What waits at the tenant's mailboxes, or at those named, by id; `forMe` where the reader's word is missing. */
  forReader(reader: PendingReader, mailboxIds?: readonly string[]): Promise<Map<string, PendingGrant>> {
    return this.#given.pending.ofMailboxes(reader, mailboxIds, new Date(this.#given.now()));
  }

  /** Ids of the mailboxes at which the person's word is missing. */
  waitingFor(person: PendingReader): Promise<string[]> {
    return this.#given.pending.waitingFor(person, new Date(this.#given.now()));
  }

  async answer(person: Actor, mailboxId: string, { id, accept }: PendingGrantAnswer): Promise<PendingAnswer> {
    const { pending, now } = this.#given;
    const row = await pending.find(person.tenantId, mailboxId, id, new Date(now()));
    // A question that a page asks is not answered elsewhere.
    if (row === null || row.token_hash !== null || !isOwner(row, person)) return 'not-found';
    return this.#settle(row, person, accept);
  }

  /** The form of the page on which a person of another directory was asked. */
  async answerOnPage(token: string, accept: boolean): Promise<PageAnswerOutcome> {
    const { pending, mailboxes, signIns, now } = this.#given;
    const row = await pending.findByToken(digestOf(token), new Date(now()));
    const mailbox = row && (await mailboxes.find(row.tenant_id, row.mailbox_id));
    const attempt = row && (await signIns.find(row.tenant_id, row.mailbox_id, row.id));
    if (row === null || mailbox === null || attempt === null) return { kind: 'unasked', language: null };
    const nobody = { tenantId: row.tenant_id, userId: null, name: null } as const;
    const settled = await this.#settle(row, nobody, accept);
    if (settled === 'not-found') return { kind: 'unasked', language: null };
    const kind = settled === 'accepted' ? 'allowed' : settled;
    return { kind, language: attempt.language, address: mailbox.address };
  }

  async #settle(row: PendingRow, answerer: Answerer, accept: boolean): Promise<PendingAnswer> {
    const { mailboxes, live } = this.#given;
    const mailbox = await mailboxes.find(row.tenant_id, row.mailbox_id);
    if (mailbox === null) return 'not-found';
    const settled = await (accept
      ? this.#accept(row, mailbox, answerer)
      : this.#decline(row, mailbox, answerer));
    live.publish(row.tenant_id, { type: 'mailbox-changed', mailboxId: row.mailbox_id });
    return settled;
  }

  async #accept(row: PendingRow, mailbox: MailboxRow, answerer: Answerer): Promise<PendingAnswer> {
    const { db, pending, signIns, signedIn } = this.#given;
    const grant = await pending.unseal(row);
    const missing = missingMailRights(grant.tokens.scopes);
    const verdict = missing.length === 0 ? null : rightsMissingVerdict(missing);
    const holder = row.holder_id === null ? null : { id: row.holder_id, name: row.holder_name ?? '' };
    const entity = await this.#entityOf(mailbox);
    const kept = await signedIn.keep(grant, holder, async (trx) => {
      if (!(await pending.take(trx, row))) return false;
      await signIns.end(trx, row, 'pending', { status: 'signed-in', verdict });
      await this.#audit(trx, 'mailbox-grant-accepted', row, mailbox, entity, answerer);
      return true;
    });
    if (kept === 'kept') return 'accepted';
    // Taken by an answer at the same time, it is gone; else it fits no longer and goes now.
    if (!(await pending.take(db, row))) return 'not-found';
    const replaced = { status: 'failed', verdict: registrationReplacedVerdict() } as const;
    await signIns.end(db, row, 'pending', replaced);
    return 'overtaken';
  }

  async #decline(row: PendingRow, mailbox: MailboxRow, answerer: Answerer): Promise<PendingAnswer> {
    const { db, pending, signIns } = this.#given;
    const entity = await this.#entityOf(mailbox);
    const declined = await db.transaction().execute(async (trx) => {
      if (!(await pending.take(trx, row))) return false;
      await signIns.end(trx, row, 'pending', { status: 'refused', verdict: declinedVerdict() });
      await this.#audit(trx, 'mailbox-grant-declined', row, mailbox, entity, answerer);
      return true;
    });
    return declined ? 'declined' : 'not-found';
  }

  async #entityOf({ tenant_id, entity_id }: MailboxRow): Promise<{ id: string; name: string } | null> {
    return this.#given.entities.find(tenant_id, entity_id);
  }

  async #audit(
    trx: Kysely<Tables>,
    action: 'mailbox-grant-accepted' | 'mailbox-grant-declined',
    row: PendingRow,
    mailbox: MailboxRow,
    entity: { id: string; name: string } | null,
    actor: Answerer,
  ): Promise<void> {
    const details = {
      address: mailbox.address,
      signedInAs: row.owner_username ?? row.owner_name ?? '',
      startedBy: row.starter_name ?? '',
      ...(row.holder_name === null ? {} : { givenTo: row.holder_name }),
    };
    await recordAudit(trx, { action, actor, entity, details }, this.#given.now());
  }
}
