import { defaultLimits, Pop3Error, type Pop3Client } from '../../protocols/pop3/index.ts';
import type { ArrivalBatch } from './arrival-batch-service.ts';
import type { MailboxKey } from '../mailboxes/index.ts';
import type { ContentStore } from './content-store.ts';
import { receiveMessage } from './incoming-message-service.ts';
import type { Listed } from './uidl-listing.ts';

export interface TransferDependencies {
  mailbox: MailboxKey;
  contents: ContentStore;
  /** Whether no further message is to be begun. */
  isOver: () => boolean;
  now: () => number;
  log: {
    debug(fields: object, message: string): void;
    warn(fields: object, message: string): void;
  };
}

/** `over`: some were left for another session. `cut`: the same, and the connection is gone. */
export type TransferEnd = 'all' | 'over' | 'cut';

const largestSize = 2 ** 31 - 1;

/** RETR of many messages into a batch; what cannot be had is noted there, so that it does not stand in the way for ever. */
export class MessageTransfer {
  readonly #client: Pop3Client;
  readonly #batch: ArrivalBatch;
  readonly #given: TransferDependencies;
  #sizes: ReadonlyMap<number, number> = new Map();
  #end: TransferEnd = 'all';

  constructor(client: Pop3Client, batch: ArrivalBatch, given: TransferDependencies) {
    this.#client = client;
    this.#batch = batch;
    this.#given = given;
  }

  /** @throws Pop3Error, ClaimLostError; else what the database refuses with */
  async run(wanted: readonly Listed[]): Promise<TransferEnd> {
    this.#sizes = new Map((await this.#client.list()).map(({ number, octets }) => [number, octets]));
    const tooLarge = ({ number }: Listed) => this.#sizeOf(number) > defaultLimits.messageOctets;
    for (const listed of wanted.filter(tooLarge)) await this.#leaveOut(listed, 'too-large');
    try {
      await this.#receive(wanted.filter((listed) => !tooLarge(listed)));
    } finally {
      // What arrived whole before the connection failed is kept: else one message that never ends would hold up all others.
      await this.#batch.finish();
    }
    return this.#end;
  }

  async #receive(wanted: readonly Listed[]): Promise<void> {
    const byNumber = new Map(wanted.map((listed) => [listed.number, listed]));
    let underWay: Listed | undefined;
    try {
      for await (const next of this.#client.retrieve(this.#untilOver(wanted))) {
        underWay = byNumber.get(next.number);
        if (underWay === undefined) continue;
        if ('refusal' in next) await this.#refused(next.refusal, underWay);
        else await this.#received(underWay, next.content);
      }
    } catch (error) {
      if (underWay === undefined || !isTooLarge(error)) throw error;
      // Larger than the server had said. The next session passes it over.
      await this.#leaveOut(underWay, 'too-large');
      this.#end = 'cut';
    }
  }

  async #received(listed: Listed, content: AsyncIterable<Buffer>): Promise<void> {
    const { mailbox, contents, now, log } = this.#given;
    const message = await receiveMessage(content, mailbox, { contents, at: new Date(now()) });
    if (message.isStored) log.debug({ ...mailbox, stage: 'chunks' }, 'retrieval');
    await this.#batch.add({ listed, message });
  }

  async #refused({ code, reply }: Pop3Error, listed: Listed): Promise<void> {
    const { mailbox, log } = this.#given;
    log.warn({ ...mailbox, code, reply }, 'the server refused a message');
    // RFC 3206 section 4: a fault of the moment, so the next session asks again.
    if (code !== 'SYS/TEMP' && code !== 'IN-USE') await this.#leaveOut(listed, 'refused');
  }

  #leaveOut(listed: Listed, why: 'too-large' | 'refused'): Promise<void> {
    const octets = Math.min(this.#sizeOf(listed.number), largestSize);
    return this.#batch.add({ listed, leftOut: why, octets });
  }

  #sizeOf(number: number): number {
    return this.#sizes.get(number) ?? 0;
  }

  *#untilOver(wanted: readonly Listed[]) {
    for (const { number } of wanted) {
      if (this.#given.isOver()) {
        this.#end = 'over';
        return;
      }
      const octets = this.#sizes.get(number);
      yield octets === undefined ? { number } : { number, octets };
    }
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Pop3Error && error.stage === 'retr' && error.failure === 'limit';
}
