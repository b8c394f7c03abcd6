import { Pop3Error, type Pop3Failure } from './error.ts';
import type { Exchange } from './exchange.ts';
import type { Pop3Timeouts } from './limits.ts';
import type { StatusLine } from './status-line.ts';

/** Why a reply is not what was asked for. */
export interface Ending {
  failure: Pop3Failure;
  message: string;
  reply?: string | undefined;
  code?: string | undefined;
  cause?: unknown;
}

/** An exchange that has been asked for and not yet answered in full. */
export class Pending {
  readonly exchange: Exchange;
  readonly reply: Promise<StatusLine>;
  /** The last line that the server sent for it, credentials masked. */
  lastLine: string | undefined;
  /** The positive first line, once it has come. */
  status: StatusLine | undefined;
  readonly #forgetSignal: () => void;
  #settle!: { resolve: (line: StatusLine) => void; reject: (error: Pop3Error) => void };

  constructor(exchange: Exchange, forgetSignal: () => void) {
    this.exchange = exchange;
    this.#forgetSignal = forgetSignal;
    this.reply = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));
    // Several may fail at once while the caller waits for the first: that must not end the process.
    this.reply.catch(() => undefined);
  }

  /** Milliseconds that the next part of the reply may take. */
  timeLimit(timeouts: Pop3Timeouts): number {
    const { stage } = this.exchange;
    if (this.status) return timeouts.body;
    return stage === 'greeting' || stage === 'auth' ? timeouts[stage] : timeouts.command;
  }

  resolve(line: StatusLine): void {
    this.#forgetSignal();
    this.exchange.body?.end();
    this.#settle.resolve(line);
  }

  reject(ending: Ending): void {
    this.#forgetSignal();
    const error = errorOf(this.exchange, { ...ending, reply: ending.reply ?? this.lastLine });
    this.exchange.body?.fail(error);
    this.#settle.reject(error);
  }
}

export function errorOf(exchange: Exchange, { message, ...ending }: Ending): Pop3Error {
  const { stage, command, shownCommand = command, errorDetails } = exchange;
  return new Pop3Error(message, { stage, command: shownCommand, ...ending, ...errorDetails?.() });
}
