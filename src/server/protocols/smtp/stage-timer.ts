import type { SmtpStage } from './error.ts';
import type { SmtpTimeouts } from './options.ts';

/** One timer for the stage under way. */
export class StageTimer {
  readonly #timeouts: SmtpTimeouts;
  readonly #onTimeout: (stage: SmtpStage, ms: number) => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(timeouts: SmtpTimeouts, onTimeout: (stage: SmtpStage, ms: number) => void) {
    this.#timeouts = timeouts;
    this.#onTimeout = onTimeout;
  }

  begin(stage: SmtpStage): void {
    this.stop();
    const ms = this.#timeouts[stage];
    this.#timer = setTimeout(() => this.#onTimeout(stage, ms), ms);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
