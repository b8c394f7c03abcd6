import { answerTo, readTabMessage, type TabMessage } from './tab-message.ts';

/** Returns the arguments of the answer; undefined when teams-js expects none; `unknown-command` when nobody knows it. */
export type TabMessageHandler = (
  message: TabMessage,
) => Promise<readonly unknown[] | undefined | 'unknown-command'>;

export interface ChannelLog {
  received(message: TabMessage, answered: 'answered' | 'no answer' | 'unknown'): void;
}

/** One window that speaks teams-js with this page: the tab's frame, or a popup that the tab asked for. */
export class TabChannel {
  readonly #peer: () => Window | null;
  readonly #origin: string;
  readonly #handle: TabMessageHandler;
  readonly #log: ChannelLog;

  /** @param origin of the framed app: messages from elsewhere are ignored, even out of the same window. */
  constructor(peer: () => Window | null, origin: string, handle: TabMessageHandler, log: ChannelLog) {
    this.#peer = peer;
    this.#origin = origin;
    this.#handle = handle;
    this.#log = log;
    window.addEventListener('message', this.#onMessage);
  }

  /** Tells the tab something it did not ask for, e.g. a change of theme. */
  sendEvent(func: string, args: readonly unknown[]): void {
    this.#post({ func, args });
  }

  close(): void {
    window.removeEventListener('message', this.#onMessage);
  }

  readonly #onMessage = (event: MessageEvent<unknown>): void => {
    if (event.source === null || event.source !== this.#peer() || event.origin !== this.#origin) return;
    const message = readTabMessage(event.data);
    if (message) void this.#answer(message);
  };

  async #answer(message: TabMessage): Promise<void> {
    const answer = await this.#handle(message);
    if (answer === 'unknown-command') {
      this.#log.received(message, 'unknown');
    } else {
      this.#log.received(message, answer ? 'answered' : 'no answer');
      if (answer) this.#post(answerTo(message, answer));
    }
  }

  #post(message: object): void {
    this.#peer()?.postMessage(message, this.#origin);
  }
}
