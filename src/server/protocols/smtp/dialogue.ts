import type { SmtpStage } from './error.ts';

export interface TraceLine {
  from: 'client' | 'server';
  /** One command or one reply, credentials masked. */
  text: string;
}

export type Trace = (line: TraceLine) => void;

const stages: Readonly<Record<string, SmtpStage>> = {
  EHLO: 'starttls',
  STARTTLS: 'starttls',
  'AUTH XOAUTH2': 'auth',
  'MAIL FROM': 'mail',
  'RCPT TO': 'rcpt',
  DATA: 'data',
};
const verb = /^(?:EHLO|STARTTLS|MAIL FROM|RCPT TO|DATA|QUIT)\b/;

/** Where a session stands, told from what nodemailer logs: commands and replies, in their order. */
export class Dialogue {
  /** The first answer to EHLO, which is given in clear. */
  firstHello: string | undefined;
  /** Whether the whole message, up to the closing dot, was given to the socket. */
  isMessageWritten = false;
  readonly #onChange: (from: SmtpStage) => void;
  readonly #trace: Trace;
  readonly #mask: (text: string) => string;
  readonly #awaited: string[] = [];
  #last: string | undefined;
  #stage: SmtpStage = 'greeting';

  constructor(options: {
    onChange: (from: SmtpStage) => void;
    trace: Trace | undefined;
    mask: (text: string) => string;
  }) {
    this.#onChange = options.onChange;
    this.#trace = options.trace ?? (() => undefined);
    this.#mask = options.mask;
  }

  get stage(): SmtpStage {
    return this.#stage;
  }

  /** Verb of the command whose answer is awaited, or of the last one. */
  get command(): string | undefined {
    return this.#awaited[0] ?? this.#last;
  }

  /** In the form in which nodemailer takes a logger; it calls it before it acts on a reply. */
  readonly logger = {
    debug: (entry: unknown, text?: unknown) => this.#read(entry, text),
    info: (entry: unknown) => {
      if (kindOf(entry) === 'message') this.isMessageWritten = true;
    },
  };

  #read(entry: unknown, text: unknown): void {
    if (typeof text !== 'string') return;
    if (kindOf(entry) === 'client') this.#sent(text);
    else if (kindOf(entry) === 'server') this.#received(text);
    else return;
    const from = this.#stage;
    this.#stage = stages[this.command ?? ''] ?? from;
    if (this.#stage !== from) this.#onChange(from);
  }

  #sent(text: string): void {
    this.#trace({ from: 'client', text: this.#mask(text) });
    // What is no verb is a response to a challenge: nodemailer shows it masked.
    this.#awaited.push(verb.exec(text)?.[0] ?? 'AUTH XOAUTH2');
  }

  #received(text: string): void {
    this.#trace({ from: 'server', text: this.#mask(text) });
    const answered = this.#awaited.shift();
    if (answered === 'EHLO') this.firstHello ??= text;
    this.#last = answered ?? this.#last;
  }
}

function kindOf(entry: unknown): unknown {
  return typeof entry === 'object' && entry !== null ? (entry as { tnx?: unknown }).tnx : undefined;
}
