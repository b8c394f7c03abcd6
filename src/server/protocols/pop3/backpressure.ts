/** Counts what was received and not yet taken, and stops the socket above the limit until half of it is free. */
export class Backpressure {
  readonly #limit: number;
  readonly #pause: () => void;
  readonly #resume: () => void;
  #held = 0;
  #paused = false;

  constructor(limit: number, pause: () => void, resume: () => void) {
    this.#limit = limit;
    this.#pause = pause;
    this.#resume = resume;
  }

  get paused(): boolean {
    return this.#paused;
  }

  hold(octets: number): void {
    this.#held += octets;
    if (this.#paused || this.#held <= this.#limit) return;
    this.#paused = true;
    this.#pause();
  }

  release(octets: number): void {
    this.#held -= octets;
    if (!this.#paused || this.#held > this.#limit / 2) return;
    this.#paused = false;
    this.#resume();
  }
}
