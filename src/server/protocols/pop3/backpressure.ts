/** Counts what was received and not yet taken, and stops the socket above the limit until half of it is free. */
export class Backpressure {
  readonly #limit: number;
  readonly #stopReading: (stop: boolean) => void;
  #held = 0;
  #paused = false;

  constructor(limit: number, stopReading: (stop: boolean) => void) {
    this.#limit = limit;
    this.#stopReading = stopReading;
  }

  get paused(): boolean {
    return this.#paused;
  }

  hold(octets: number): void {
    this.#held += octets;
    if (this.#paused || this.#held <= this.#limit) return;
    this.#paused = true;
    this.#stopReading(true);
  }

  release(octets: number): void {
    this.#held -= octets;
    if (!this.#paused || this.#held > this.#limit / 2) return;
    this.#paused = false;
    this.#stopReading(false);
  }
}
