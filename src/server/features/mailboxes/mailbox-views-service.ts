import type { MailboxTest } from '../../../shared/api/mailbox-tests.ts';
import type { Mailbox, PendingGrant } from '../../../shared/api/mailboxes.ts';
import type { RetrievalState } from '../../../shared/api/retrievals.ts';
import type { EntityStore } from '../entity-registration/index.ts';
import { mailboxResource } from './mailbox-resource.ts';
import type { MailboxRow } from './mailbox-store.ts';
import type { MailboxReader } from './who-may.ts';

/**
 * What the other features know of a tenant's mailboxes, by mailbox id; keys by entity id. `mailboxIds` are those that are
 * asked about, at least one; without them it is all of the tenant's.
 */
export interface MailboxKnowledge {
  signIns(tenantId: string, mailboxIds?: readonly string[]): Promise<ReadonlyMap<string, Mailbox['signIn']>>;
  pending(reader: MailboxReader, mailboxIds?: readonly string[]): Promise<ReadonlyMap<string, PendingGrant>>;
  /** Ids of the mailboxes at which a sign-in waits for this person's word. */
  waitingFor(person: MailboxReader): Promise<string[]>;
  latestTests(tenantId: string, mailboxIds?: readonly string[]): Promise<ReadonlyMap<string, MailboxTest>>;
  retrievals(tenantId: string, mailboxIds?: readonly string[]): Promise<ReadonlyMap<string, RetrievalState>>;
  mailKeys(tenantId: string): Promise<ReadonlyMap<string, Mailbox['serviceKeys']>>;
}

export interface MailboxViewDependencies {
  entities: Pick<EntityStore, 'list'>;
  knowledge: MailboxKnowledge;
}

/** Mailboxes of the reader's tenant as the API shows them. Whether the reader may see them is asked before. */
export class MailboxViews {
  readonly #given: MailboxViewDependencies;

  constructor(given: MailboxViewDependencies) {
    this.#given = given;
  }

  async one(row: MailboxRow, reader: MailboxReader): Promise<Mailbox> {
    return (await this.#showing(reader, [row.id]))(row);
  }

  async of(rows: readonly MailboxRow[], reader: MailboxReader): Promise<Mailbox[]> {
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    return rows.map(await this.#showing(reader, ids));
  }

  /** `rows` are all of the tenant's: what is known is read at once, not by hundreds of ids. */
  async ofAll(rows: readonly MailboxRow[], reader: MailboxReader): Promise<Mailbox[]> {
    return rows.map(await this.#showing(reader));
  }

  /** Answers what shows a row. */
  async #showing(reader: MailboxReader, ids?: readonly string[]): Promise<(row: MailboxRow) => Mailbox> {
    const { entities, knowledge } = this.#given;
    const { tenantId } = reader;
    const names = new Map((await entities.list(tenantId)).map(({ id, name }) => [id, name]));
    const signIns = await knowledge.signIns(tenantId, ids);
    const pending = await knowledge.pending(reader, ids);
    const tests = await knowledge.latestTests(tenantId, ids);
    const retrievals = await knowledge.retrievals(tenantId, ids);
    const keys = await knowledge.mailKeys(tenantId);
    return (row) => {
      const facts = {
        entityName: names.get(row.entity_id) ?? '',
        signIn: signIns.get(row.id),
        pending: pending.get(row.id),
        latestTest: tests.get(row.id),
        retrieval: retrievals.get(row.id),
        serviceKeys: keys.get(row.entity_id),
      };
      return mailboxResource(row, facts, reader);
    };
  }
}
