import type { Backpressure } from './backpressure.ts';
import type { ReplyBody } from './exchange.ts';
import { ReplyViolation } from './reply-parser.ts';

/** A message as the server has it, line ends and 8-bit octets untouched, dots unstuffed. To be read once. */
export interface MessageContent extends AsyncIterable<Buffer> {
  /** Takes and forgets the rest. Leaving a `for await` early does the same; the server sends it all the same. */
  discard(): void;
}

/** What a buffer costs besides its octets: a server that sends single octets must not outgrow the limit. */
const octetsPerChunk = 128;

/** The body of RETR or TOP, between the socket, which fills it, and its consumer. */
export class MessageStream implements ReplyBody, MessageContent {
  /** The server has said +OK and sends the body. */
  readonly accepted: Promise<void>;
  readonly #backpressure: Backpressure;
  readonly #maxOctets: number;
  #settleAccepted!: { resolve: () => void; reject: (error: Error) => void };
  #chunks: Buffer[] = [];
  #octets = 0;
  #complete = false;
  #discarded = false;
  #error: Error | undefined;
  #wakeConsumer: (() => void) | undefined;

  constructor(backpressure: Backpressure, maxOctets: number) {
    this.#backpressure = backpressure;
    this.#maxOctets = maxOctets;
    this.accepted = new Promise((resolve, reject) => (this.#settleAccepted = { resolve, reject }));
    this.accepted.catch(() => undefined); // a message nobody waits for must not end the process
  }

  begin(): void {
    this.#settleAccepted.resolve();
  }

  write(content: Buffer): void {
    this.#octets += content.length;
    if (this.#octets > this.#maxOctets) {
      throw new ReplyViolation('limit', `a message of over ${this.#maxOctets} octets`);
    }
    if (this.#discarded) return;
    this.#chunks.push(content);
    this.#backpressure.hold(content.length + octetsPerChunk);
    this.#wake();
  }

  end(): void {
    this.#complete = true;
    this.#wake();
  }

  fail(error: Error): void {
    if (this.#complete) return;
    this.#error = error;
    this.#drop();
    this.#settleAccepted.reject(error);
    this.#wake();
  }

  discard(): void {
    this.#discarded = true;
    this.#drop();
  }

  /** @throws Pop3Error when the connection fails before the message is complete */
  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer, void, undefined> {
    try {
      for (;;) {
        const chunk = this.#chunks.shift();
        if (chunk) {
          this.#backpressure.release(chunk.length + octetsPerChunk);
          yield chunk;
        } else if (this.#error) {
          throw this.#error;
        } else if (this.#complete || this.#discarded) {
          return;
        } else {
          await new Promise<void>((resolve) => (this.#wakeConsumer = resolve));
        }
      }
    } finally {
      this.discard();
    }
  }

  #drop(): void {
    const dropped = this.#chunks;
    this.#chunks = [];
    for (const chunk of dropped) this.#backpressure.release(chunk.length + octetsPerChunk);
    this.#wake();
  }

  #wake(): void {
    this.#wakeConsumer?.();
    this.#wakeConsumer = undefined;
  }
}
