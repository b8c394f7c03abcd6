import { beginRetr, type Transfer } from './commands/retr.ts';
import type { Conversation } from './conversation.ts';
import { Pop3Error } from './error.ts';
import type { CommandOptions } from './exchange.ts';
import type { MessageContent } from './message-stream.ts';

export interface MessageToRetrieve {
  number: number;
  /** Size by LIST; 64 kB are assumed without it. Only the plan depends on it. */
  octets?: number;
}

/** The server may refuse one message and go on with the next. */
export type RetrievedMessage =
  { number: number; content: MessageContent } | { number: number; refusal: Pop3Error };

const assumedOctets = 64 * 1024;

/**
 * Many messages, in the order given, the next ones asked for while one is read. With PIPELINING (see `capa`) that is a
 * window of commands and octets; without, the next RETR leaves when the last octet of the former has arrived,
 * whether or not its reader is done. What arrives early waits in the buffer; when that is full the socket is paused.
 *
 * A content that is not read to its end when the next message is asked for is discarded.
 * @throws Pop3Error when the connection fails
 */
export async function* retrieve(
  conversation: Conversation,
  messages: Iterable<MessageToRetrieve>,
  { signal }: CommandOptions = {},
): AsyncGenerator<RetrievedMessage, void, undefined> {
  const forgetSignal = conversation.abortBy(signal);
  const window = new RetrievalWindow(conversation, messages);
  try {
    for (let next = window.take(); next; next = window.take()) {
      const { number, content } = next;
      const refusal = await refusalOf(content.accepted);
      yield refusal ? { number, refusal } : { number, content };
      content.discard();
    }
  } finally {
    window.stop();
    forgetSignal();
  }
}

async function refusalOf(accepted: Promise<void>): Promise<Pop3Error | undefined> {
  try {
    await accepted;
    return undefined;
  } catch (error) {
    if (error instanceof Pop3Error && error.failure === 'refused') return error;
    throw error;
  }
}

type Planned = Transfer & { number: number };

/** Keeps as much under way as window and buffer allow. */
class RetrievalWindow {
  readonly #conversation: Conversation;
  readonly #source: Iterator<MessageToRetrieve>;
  /** Asked for and not yet taken by the reader. */
  readonly #planned: Planned[] = [];
  #next: MessageToRetrieve | undefined;
  #failure: { reason: unknown } | undefined;
  #commands = 0;
  #octets = 0;

  constructor(conversation: Conversation, messages: Iterable<MessageToRetrieve>) {
    this.#conversation = conversation;
    this.#source = messages[Symbol.iterator]();
    this.#next = this.#advance();
  }

  /** @throws whatever the list of messages threw, once those before it are taken */
  take(): Planned | undefined {
    this.#fill();
    if (this.#planned.length === 0) this.#askNext();
    const next = this.#planned.shift();
    if (!next && this.#failure) throw this.#failure.reason;
    return next;
  }

  stop(): void {
    this.#next = undefined;
    this.#source.return?.();
    for (const { content } of this.#planned.splice(0)) content.discard();
  }

  #fill(): void {
    const { turns, limits } = this.#conversation;
    const { window } = turns;
    // Half a window at a time: one packet with many commands instead of one for each.
    if (this.#commands > window / 2) return;
    while (this.#commands < window && this.#planned.length < limits.windowCommands) {
      // Alone, a message may be larger than the window.
      if (this.#commands > 0 && this.#octets + this.#nextOctets() > limits.windowOctets) return;
      if (!this.#askNext()) return;
    }
  }

  #nextOctets(): number {
    return this.#next?.octets ?? assumedOctets;
  }

  /** Answers whether there was a message to ask for. The conversation holds back what may not be sent yet. */
  #askNext(): boolean {
    if (!this.#next) return false;
    const octets = this.#nextOctets();
    const { number } = this.#next;
    try {
      const transfer = beginRetr(this.#conversation, number);
      this.#planned.push({ number, ...transfer });
      this.#count(transfer, octets);
      this.#next = this.#advance();
    } catch (reason) {
      // Also reached from a callback of the socket, where nobody could catch it.
      this.#failure = { reason };
      this.#next = undefined;
    }
    return true;
  }

  #count({ received }: Transfer, octets: number): void {
    this.#commands++;
    this.#octets += octets;
    const free = () => {
      this.#commands--;
      this.#octets -= octets;
      this.#fill();
    };
    received.then(free, free);
  }

  #advance(): MessageToRetrieve | undefined {
    const next = this.#source.next();
    return next.done ? undefined : next.value;
  }
}
