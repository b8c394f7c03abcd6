import type { Kysely } from 'kysely';
import type { MailboxImport, MailboxImportResult } from '../../../shared/api/mailboxes.ts';
import type { Tables } from '../../storage/tables.ts';
import { recordAudit } from '../audit/index.ts';
import type { EntityStore } from '../entity-registration/index.ts';
import type { LiveEvents } from '../live-events/index.ts';
import { addressKey, readMailAddress } from './mail-address.ts';
import type { MailboxActor } from './mailbox-service.ts';
import type { MailboxStore } from './mailbox-store.ts';

export interface MailboxImportDependencies {
  db: Kysely<Tables>;
  store: MailboxStore;
  entities: EntityStore;
  live: LiveEvents;
  now: () => number;
}

type Outcome = MailboxImportResult['accounts'][number]['outcome'];

/** Accounts for many users at once. Each waits for its owner's sign-in; a bad line stops none of the others. */
export class MailboxImports {
  readonly #given: MailboxImportDependencies;

  constructor(given: MailboxImportDependencies) {
    this.#given = given;
  }

  /** null when there is no such entity. */
  async run(actor: MailboxActor, { entityId, accounts }: MailboxImport): Promise<MailboxImportResult | null> {
    const { db, entities, now } = this.#given;
    const entity = await entities.find(actor.tenantId, entityId);
    if (entity === null) return null;
    const created: string[] = [];
    const seen = new Set<string>();
    const outcomes = await db.transaction().execute(async (trx) => {
      const all: MailboxImportResult['accounts'] = [];
      for (const account of accounts) {
        const { outcome, id } = await this.#add(trx, actor, entityId, account, seen);
        if (id !== null) created.push(id);
        all.push({ address: account.address, outcome });
      }
      const details = { accounts: String(created.length) };
      if (created.length > 0)
        await recordAudit(trx, { action: 'mailbox-created', actor, entity, details }, now());
      return all;
    });
    for (const mailboxId of created) {
      this.#given.live.publish(actor.tenantId, { type: 'mailbox-changed', mailboxId });
    }
    return { accounts: outcomes };
  }

  async #add(
    trx: Kysely<Tables>,
    actor: MailboxActor,
    entityId: string,
    { address: typed, kind }: MailboxImport['accounts'][number],
    seen: Set<string>,
  ): Promise<{ outcome: Outcome; id: string | null }> {
    const address = readMailAddress(typed);
    if (address === null) return { outcome: 'not-an-address', id: null };
    const key = addressKey(address);
    if (seen.has(key)) return { outcome: 'twice', id: null };
    seen.add(key);
    const mailbox = {
      tenantId: actor.tenantId,
      entityId,
      address: typed.trim(),
      addressKey: key,
      kind,
      holder: null,
      creator: { id: actor.userId, name: actor.name },
    };
    const row = await this.#given.store.add(trx, mailbox, new Date(this.#given.now()));
    return row === null ? { outcome: 'exists', id: null } : { outcome: 'created', id: row.id };
  }
}
