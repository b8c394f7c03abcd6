import { connectPop3, Pop3Error, type Pop3Client, type Pop3Options } from '../../protocols/pop3/index.ts';
import { ArrivalBatch, type ArrivalBatchDependencies } from './arrival-batch-service.ts';
import type { MailboxKey } from '../mailboxes/index.ts';
import type { BookkeepingStore } from './bookkeeping-store.ts';
import { MessageTransfer } from './message-transfer-service.ts';
import type { Claimed } from './retrieval-store.ts';
import { readListing, type Listed } from './uidl-listing.ts';

export interface SessionDependencies extends ArrivalBatchDependencies {
  bookkeeping: BookkeepingStore;
  log: {
    debug(fields: object, message: string): void;
    warn(fields: object, message: string): void;
  };
}

export interface SessionOrder {
  claimed: Claimed;
  leaseMs: number;
  server: Pick<Pop3Options, 'host' | 'port' | 'ca'>;
  user: string;
  accessToken: string;
  deleteFromServer: boolean;
  /** Whether no further message is to be begun: the rest is left to the next session. */
  isOver: () => boolean;
  /** Ends the connection at once: the claim is lost. */
  signal: AbortSignal;
}

export interface SessionResult {
  /** Messages that were new. Counted as they are stored, so that it also tells what a session brought that failed. */
  received: number;
  /** It ended before everything was fetched. */
  more: boolean;
  /** Messages without a UIDL of their own, which are left alone. */
  untellable: number;
}

/** One that the server refused is asked for again after a day: it may have been the server's bad hour. */
const refusedAgainAfterMs = 24 * 3600 * 1000;
const deletedAtOnce = 200;

/** One POP3 session of one mailbox, from the connection to QUIT. To be used once. */
export class RetrievalSession {
  readonly result: SessionResult = { received: 0, more: false, untellable: 0 };
  readonly #given: SessionDependencies;
  readonly #order: SessionOrder;
  readonly #mailbox: MailboxKey;
  /** Messages of this session that are safe here: what the firm may want to have deleted on the server. */
  readonly #deletable: Listed[] = [];
  #isListed: (uidlHash: Buffer) => boolean = () => false;
  /** The connection ended on the way: what is to be deleted waits for the next session. */
  #isCut = false;

  constructor(given: SessionDependencies, order: SessionOrder) {
    this.#given = given;
    this.#order = order;
    this.#mailbox = { tenantId: order.claimed.tenant_id, mailboxId: order.claimed.mailbox_id };
  }

  /**
   * Fetches what is new, stores it, and only then has it deleted on the server where that is wanted. A session that ends
   * in between loses nothing: what was stored is known by its UIDL, and deletions happen at QUIT alone (RFC 1939 section 6).
   * @throws Pop3Error, ClaimLostError; else what the database refuses with
   */
  async run(): Promise<void> {
    const { server, user, accessToken, signal } = this.#order;
    this.#stage('connect');
    const client = await connectPop3({ ...server, signal });
    try {
      this.#stage('auth');
      await client.authXoauth2({ user, accessToken });
      // The list of capabilities may be another one now; a server without it does not pipeline (RFC 2449 section 5).
      await ignoreRefusal(client.capa());
      await this.#fetch(client);
      if (!this.#isCut) await this.#leave(client);
    } finally {
      client.close();
    }
  }

  async #fetch(client: Pop3Client): Promise<void> {
    const { bookkeeping, now } = this.#given;
    const { messages: count } = await client.stat();
    this.#stage('uidl');
    const listing = readListing(count === 0 ? [] : await client.uidl(), count);
    this.result.untellable = listing.untellable;
    const listed = new Set(listing.messages.map(({ hash }) => hash.toString('latin1')));
    this.#isListed = (hash) => listed.has(hash.toString('latin1'));
    const before = await bookkeeping.countListed(this.#mailbox);
    const triedBefore = new Date(now() - refusedAgainAfterMs);
    const { unknown, deletable, known } = await bookkeeping.sift(
      this.#mailbox,
      listing.messages,
      triedBefore,
    );
    if (known === 0 && before > 0 && count > 0)
      this.#warn('every message has another UIDL than before', before);
    this.#deletable.push(...deletable);
    if (unknown.length > 0) await this.#retrieve(client, unknown);
    // Without a complete listing nobody knows what the server has no more.
    if (before > known && listing.untellable === 0) {
      await bookkeeping.markGone(this.#mailbox, this.#isListed, new Date(now()));
    }
  }

  async #retrieve(client: Pop3Client, unknown: readonly Listed[]): Promise<void> {
    const batch = new ArrivalBatch(
      this.#given,
      { ...this.#order, isListed: this.#isListed },
      ({ received, deletable }) => {
        this.result.received += received;
        this.#deletable.push(...deletable);
        this.#stage('stored');
      },
    );
    const { isOver } = this.#order;
    const transfer = new MessageTransfer(client, batch, { ...this.#given, mailbox: this.#mailbox, isOver });
    this.#stage('retr');
    const end = await transfer.run(unknown);
    this.result.more = end !== 'all';
    this.#isCut = end === 'cut';
  }

  /** DELE for what is safe here, then QUIT, which deletes. Without deletions nothing depends on the answer to QUIT. */
  async #leave(client: Pop3Client): Promise<void> {
    const deletable = this.#order.deleteFromServer ? this.#deletable : [];
    if (deletable.length > 0) this.#stage('dele');
    for (let from = 0; from < deletable.length; from += deletedAtOnce) {
      const some = deletable.slice(from, from + deletedAtOnce);
      await Promise.all(some.map(({ number }) => ignoreRefusal(client.dele(number))));
    }
    this.#stage('quit');
    const left = client.quit();
    await (deletable.length > 0 ? left : left.catch(() => undefined));
    this.#stage('done');
  }

  #stage(stage: string): void {
    this.#given.log.debug({ ...this.#mailbox, stage }, 'retrieval');
  }

  #warn(message: string, known: number): void {
    this.#given.log.warn({ ...this.#mailbox, known }, message);
  }
}

async function ignoreRefusal(answer: Promise<unknown>): Promise<void> {
  await answer.catch((error: unknown) => {
    if (!(error instanceof Pop3Error) || error.failure !== 'refused') throw error;
  });
}
