/** One timer for whatever is awaited next; restarting it for each piece of a body costs next to nothing. */
export class ReplyTimer {
  readonly #onTimeout: (ms: number) => void;
  #timer: NodeJS.Timeout | undefined;
  #ms = 0;

  constructor(onTimeout: (ms: number) => void) {
    this.#onTimeout = onTimeout;
  }

  restart(ms: number): void {
    if (this.#timer && this.#ms === ms) {
      this.#timer.refresh();
      return;
    }
    this.stop();
    this.#ms = ms;
    this.#timer = setTimeout(() => this.#onTimeout(ms), ms);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
