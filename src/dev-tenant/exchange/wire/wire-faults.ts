import type { Faults, UntrustedKind } from '../../faults.ts';

export type MailPlace = 'pop3' | 'smtp';

/** The faults that hit a mail host below its protocol. */
export class WireFaults {
  readonly #faults: Faults;
  readonly #place: MailPlace;

  constructor(faults: Faults, place: MailPlace) {
    this.#faults = faults;
    this.#place = place;
  }

  /** Accepts the connection and never says a word. */
  isSilent(): boolean {
    return this.#faults.at('timeout', this.#place) !== undefined;
  }

  /** Something that speaks HTTP sits in between. */
  isProxyBlocked(): boolean {
    return this.#faults.at('proxy-blocked', this.#place) !== undefined;
  }

  /** Without a stage, a connection drops as soon as it is made. */
  dropsAt(stage: string): boolean {
    const fault = this.#faults.at('connection-dropped', this.#place);
    return fault !== undefined && (fault.stage ?? 'connect').toLowerCase() === stage;
  }

  /** Milliseconds before every answer. */
  latencyMs(): number {
    const fault = this.#faults.at('latency', this.#place);
    return fault ? (fault.ms ?? 1000) : 0;
  }

  untrusted(): UntrustedKind | undefined {
    const fault = this.#faults.at('tls-untrusted', this.#place);
    return fault && (fault.kind ?? 'self-signed');
  }
}
