import type { Kysely } from 'kysely';
import type { Tables } from '../../storage/tables.ts';
import type { LiveEvents } from '../live-events/index.ts';
import type { GrantStore, NewGrant } from '../mailbox-grants/index.ts';
import type { MailboxStore } from '../mailboxes/index.ts';
import { mayBecome, type Holder } from './holder.ts';
import type { NewPending, PendingGrantStore } from './pending-grant-store.ts';
import type { ServedMailbox, SignInStore } from './sign-in-store.ts';

/** What shows whether a mailbox can be opened with its new grant. */
export interface MailboxTester {
  run(
    tenantId: string,
    mailboxId: string,
    options: { trigger: 'sign-in'; startedBy: string | null },
  ): Promise<unknown>;
}

export interface SignedInGrantDependencies {
  db: Kysely<Tables>;
  signIns: SignInStore;
  pending: PendingGrantStore;
  mailboxes: MailboxStore;
  grants: GrantStore;
  tests: MailboxTester;
  live: LiveEvents;
  log: { error(fields: object, message: string): void };
}

/** `replaced`: the registration is another one than the tokens were issued to; `overtaken`: somebody or something was faster. */
export type Kept = 'kept' | 'replaced' | 'overtaken';

type Decide = (trx: Kysely<Tables>) => Promise<boolean>;

/** Stores what a sign-in brought, once it is settled whose it is. */
export class SignedInGrants {
  readonly #given: SignedInGrantDependencies;
  readonly #running = new Set<Promise<unknown>>();

  constructor(given: SignedInGrantDependencies) {
    this.#given = given;
  }

  /**
   * Puts the grant in place of the former one, gives the mailbox to its holder if it is nobody's, and has it tested. Whether
   * mailbox and registration are still those of the sign-in is looked at under the mailbox's lock; then `decide` writes
   * what goes along with it, or answers false and nothing is stored.
   */
  async keep(grant: NewGrant, holder: Holder | null, decide: Decide): Promise<Kept> {
    const { signIns, pending, mailboxes, grants, live } = this.#given;
    const { tenantId, mailboxId } = grant;
    const sealed = await grants.sealGrant(grant);
    const kept = await this.#underLock(grant, holder, async (trx, mailbox) => {
      if (!(await decide(trx))) return false;
      await pending.removeOf(trx, tenantId, mailboxId);
      await signIns.cancelPending(trx, tenantId, mailboxId);
      await grants.put(trx, sealed);
      if (mailbox.holder_id === null && holder !== null) await mailboxes.give(trx, mailbox, holder);
      return true;
    });
    live.publish(tenantId, { type: 'mailbox-changed', mailboxId });
    if (kept === 'kept') this.#test(grant, holder);
    return kept;
  }

  /** Keeps a grant for the word of the person who signed in, in place of what waited for the mailbox before. */
  async keepPending(waiting: NewPending, grant: NewGrant, decide: Decide): Promise<Kept> {
    const { signIns, pending, live } = this.#given;
    const { tenantId, mailboxId } = grant;
    const holder = waiting.holder_id === null ? null : { id: waiting.holder_id };
    const sealed = await pending.seal(waiting, grant);
    const kept = await this.#underLock(grant, holder, async (trx) => {
      if (!(await decide(trx))) return false;
      await signIns.cancelPending(trx, tenantId, mailboxId, waiting.id);
      await pending.put(trx, waiting, sealed);
      return true;
    });
    live.publish(tenantId, { type: 'mailbox-changed', mailboxId });
    return kept;
  }

  /** Waits for the tests that run. */
  async stop(): Promise<void> {
    await Promise.all(this.#running);
  }

  async #underLock(
    { tenantId, mailboxId, directoryId, applicationId }: NewGrant,
    holder: Pick<Holder, 'id'> | null,
    write: (trx: Kysely<Tables>, mailbox: ServedMailbox) => Promise<boolean>,
  ): Promise<Kept> {
    return this.#given.db.transaction().execute(async (trx) => {
      const mailbox = await this.#given.signIns.lockServed(trx, tenantId, mailboxId);
      if (mailbox === null || !mayBecome(mailbox, holder)) return 'overtaken';
      const { directory_id, application_id } = mailbox;
      if (directory_id !== directoryId || application_id !== applicationId) return 'replaced';
      return (await write(trx, mailbox)) ? 'kept' : 'overtaken';
    });
  }

  /** The page that is open sees the steps; nobody waits for them here. */
  #test({ tenantId, mailboxId }: NewGrant, holder: Holder | null): void {
    const { tests, log } = this.#given;
    const running: Promise<unknown> = tests
      .run(tenantId, mailboxId, { trigger: 'sign-in', startedBy: holder?.id ?? null })
      .catch((error: unknown) => {
        log.error({ err: error, tenantId, mailboxId }, 'testing a mailbox after its sign-in failed');
      })
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }
}
