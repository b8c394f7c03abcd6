import type { Pending } from './pending.ts';

/** Exchanges in the order of their replies: first those that have been sent, then those that wait to be. */
export class Turns {
  /** How many may be sent and not yet answered. */
  window = 1;
  readonly #sent: Pending[] = [];
  readonly #waiting: Pending[] = [];

  /** The one whose reply comes next. */
  get current(): Pending | undefined {
    return this.#sent[0];
  }

  get someWait(): boolean {
    return this.#waiting.length > 0;
  }

  /** Adds one that needs no sending: the greeting comes unasked. */
  await(pending: Pending): void {
    this.#sent.push(pending);
  }

  add(pending: Pending): void {
    this.#waiting.push(pending);
  }

  /** Moves on what may be sent now, and gives it. */
  send(): Pending[] {
    const sendable: Pending[] = [];
    for (let next = this.#waiting[0]; next && this.#maySend(next); next = this.#waiting[0]) {
      this.#waiting.shift();
      this.#sent.push(next);
      sendable.push(next);
    }
    return sendable;
  }

  /** Ends the current turn. */
  settle(): Pending | undefined {
    return this.#sent.shift();
  }

  /** Ends all turns. */
  clear(): Pending[] {
    return [...this.#sent.splice(0), ...this.#waiting.splice(0)];
  }

  #maySend({ exchange }: Pending): boolean {
    const last = this.#sent.at(-1)?.exchange;
    if (!last) return true;
    return !last.exclusive && !exchange.exclusive && this.#sent.length < this.window;
  }
}
