import type { Encryption } from '../../storage/encryption/encryption.ts';
import { storableJson } from '../../storage/storable-json.ts';
import type { Arrivals, ArrivalRow, ArrivalStore, Twin } from './arrival-store.ts';
import type { MailboxKey } from '../mailboxes/index.ts';
import type { ChunkRow, ContentStore } from './content-store.ts';
import type { Incoming } from './incoming-message-service.ts';
import { readMessageHeader } from './message-header-service.ts';
import type { Claimed } from './retrieval-store.ts';
import { headerPlace } from './stored-message.ts';
import type { Listed } from './uidl-listing.ts';

export interface ArrivalBatchDependencies {
  arrivals: ArrivalStore;
  contents: ContentStore;
  encryption: Encryption;
  now: () => number;
  log: { debug(fields: object, message: string): void };
}

export interface BatchOf {
  claimed: Claimed;
  /** Milliseconds for which each commit renews the lease. */
  leaseMs: number;
  isListed: (uidlHash: Buffer) => boolean;
}

/** What is in the database now: how many messages are new, and which of the server's copies are not needed any more. */
export interface Committed {
  received: number;
  deletable: Listed[];
}

type Arrived = { listed: Listed } & (
  { message: Incoming } | { leftOut: 'too-large' | 'refused'; octets: number }
);

const contentsKeptForMs = 30 * 24 * 3600 * 1000;
/** A transaction for so many messages or octets: fewer would wait for the disk each time, more for the network. */
const most = { messages: 64, octets: 2 * 1024 * 1024 };

/** Gathers messages and stores them, many in a transaction; while one runs, the next ones arrive. */
export class ArrivalBatch {
  readonly #given: ArrivalBatchDependencies;
  readonly #of: BatchOf;
  readonly #mailbox: MailboxKey;
  readonly #onCommitted: (committed: Committed) => void;
  #gathered: Arrived[] = [];
  #octets = 0;
  #running: Promise<void> = Promise.resolve();

  /** @param onCommitted called after each transaction that has succeeded */
  constructor(given: ArrivalBatchDependencies, of: BatchOf, onCommitted: (committed: Committed) => void) {
    this.#given = given;
    this.#of = of;
    this.#mailbox = { tenantId: of.claimed.tenant_id, mailboxId: of.claimed.mailbox_id };
    this.#onCommitted = onCommitted;
  }

  /** @throws ClaimLostError; else what the database refused the batch before with */
  async add(arrived: Arrived): Promise<void> {
    this.#gathered.push(arrived);
    if ('message' in arrived && !arrived.message.isStored) this.#octets += arrived.message.octets;
    if (this.#gathered.length < most.messages && this.#octets < most.octets) return;
    await this.#running;
    this.#begin();
  }

  /** Resolves when everything is in the database. @throws like `add` */
  async finish(): Promise<void> {
    await this.#running;
    this.#begin();
    await this.#running;
  }

  #begin(): void {
    const batch = this.#gathered;
    this.#gathered = [];
    this.#octets = 0;
    if (batch.length === 0) return;
    this.#running = this.#store(batch);
    // It is thrown to whoever waits for it next; until then nobody listens.
    this.#running.catch(() => undefined);
  }

  async #store(batch: readonly Arrived[]): Promise<void> {
    const { arrivals, now, log } = this.#given;
    const { claimed, leaseMs } = this.#of;
    const messages = batch.flatMap((each) => ('message' in each ? [each.message] : []));
    const known =
      messages.length === 0
        ? []
        : await arrivals.twins(
            this.#mailbox,
            messages.map(({ contentHash }) => contentHash),
          );
    const twins = new Map(known.map((twin) => [twin.contentHash.toString('hex'), twin]));
    const sorted = await this.#sort(batch, twins);
    log.debug({ ...this.#mailbox, stage: 'commit' }, 'retrieval');
    await arrivals.commit(claimed, sorted, new Date(now() + leaseMs));
    this.#onCommitted(sorted);
    for (const contentId of sorted.unneeded) {
      await this.#given.contents.remove({ ...this.#mailbox, contentId });
    }
  }

  async #sort(batch: readonly Arrived[], twins: Map<string, Twin>): Promise<Sorted> {
    const sorted: Sorted = { rows: [], chunks: [], renamed: [], deletable: [], unneeded: [], received: 0 };
    for (const arrived of batch) {
      const { listed } = arrived;
      if (!('message' in arrived)) {
        sorted.rows.push({ ...this.#row(listed), octets: arrived.octets, left_out: arrived.leftOut });
        continue;
      }
      const { message } = arrived;
      const key = message.contentHash.toString('hex');
      const twin = twins.get(key);
      if (twin === undefined) {
        const row = await this.#storedRow(listed, message);
        sorted.rows.push(row);
        sorted.chunks.push(...message.chunks);
        sorted.received++;
        twins.set(key, { ...message, id: row.id, uidlHash: listed.hash, isSafe: true });
      } else {
        if (message.isStored) sorted.unneeded.push(message.contentId);
        this.#again(listed, message, twin, sorted);
      }
      if (twins.get(key)?.isSafe === true) sorted.deletable.push(listed);
    }
    return sorted;
  }

  /**
   * The same octets once more. Where the server lists the first one no longer, it is the same message under another UIDL:
   * its mailbox was moved or the server's list made anew. Else it is a copy, which is noted and not handed over.
   */
  #again(listed: Listed, { octets, contentHash }: Incoming, twin: Twin, sorted: Sorted): void {
    if (this.#of.isListed(twin.uidlHash)) {
      const row = { ...this.#row(listed), octets, content_hash: contentHash, left_out: 'duplicate' as const };
      sorted.rows.push(row);
    } else {
      sorted.renamed.push({ id: twin.id, uidlHash: listed.hash });
      twin.uidlHash = listed.hash;
    }
  }

  async #storedRow(listed: Listed, message: Incoming): Promise<ArrivalRow> {
    const row = this.#row(listed);
    const { tenantId, mailboxId } = this.#mailbox;
    const header = await readMessageHeader(message.beginning);
    const place = headerPlace(tenantId, mailboxId, row.id);
    return {
      ...row,
      octets: message.octets,
      content_hash: message.contentHash,
      content_id: message.contentId,
      summary_ciphertext: await this.#given.encryption.encrypt(place, storableJson(header)),
      content_until: new Date(row.retrieved_at.getTime() + contentsKeptForMs),
    };
  }

  #row({ hash }: Listed) {
    return {
      tenant_id: this.#mailbox.tenantId,
      mailbox_id: this.#mailbox.mailboxId,
      uidl_hash: hash,
      id: crypto.randomUUID(),
      content_hash: null,
      content_id: null,
      summary_ciphertext: null,
      retrieved_at: new Date(this.#given.now()),
      acknowledged_at: null,
      content_until: null,
      left_out: null,
      gone_at: null,
    };
  }
}

interface Sorted extends Arrivals, Committed {
  rows: ArrivalRow[];
  chunks: ChunkRow[];
  renamed: { id: string; uidlHash: Buffer }[];
  /** Contents that were stored before they turned out to be here already. */
  unneeded: string[];
}
