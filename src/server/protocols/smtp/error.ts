import type { Xoauth2Refusal } from '../sasl/index.ts';

/** Where a session can fail, in the order in which it gets there. `starttls` lasts until the server spoke over TLS. */
export const smtpStages = ['connect', 'greeting', 'starttls', 'auth', 'mail', 'rcpt', 'data'] as const;
export type SmtpStage = (typeof smtpStages)[number];

/**
 * - `refused`: the server answered 4xx or 5xx; `reply` and `replyCode` say what.
 * - `no-starttls`: it offers no TLS; nothing secret was sent. `reply` is its answer to EHLO.
 * - `network`: no connection, certificate refused, or reset; `networkCode` has Node's or OpenSSL's code.
 * - `closed`: the server closed the connection in good order before it had answered.
 * - `timeout`: the stage was not over within its limit.
 * - `protocol`: what came is not SMTP. `limit`: it is, but more than we take.
 * - `aborted`: we ended it ourselves, by the signal.
 *
 * The connection is gone after each of them.
 */
export type SmtpFailure =
  'refused' | 'no-starttls' | 'network' | 'closed' | 'timeout' | 'protocol' | 'limit' | 'aborted';

/** A recipient that the server did not take, with its own words. */
export interface RefusedRecipient {
  recipient: string;
  reply: string;
}

export interface SmtpErrorDetails {
  stage: SmtpStage;
  failure: SmtpFailure;
  command?: string | undefined;
  reply?: string | undefined;
  networkCode?: string | undefined;
  xoauth2?: Xoauth2Refusal | undefined;
  refusedRecipients?: readonly RefusedRecipient[] | undefined;
  mayBeSent?: boolean | undefined;
  cause?: unknown;
}

const longestReply = 2048;

/** The one error of this client. Nothing in it holds a credential. */
export class SmtpError extends Error {
  override readonly name = 'SmtpError';
  readonly stage: SmtpStage;
  readonly failure: SmtpFailure;
  /** Verb of the command that failed, e.g. `RCPT TO`; undefined before the first one. */
  readonly command: string | undefined;
  /** The server's reply as it came, lines parted by LF, at most 2,048 characters; undefined when it said nothing. */
  readonly reply: string | undefined;
  /** Its three digits (RFC 5321 section 4.2). */
  readonly replyCode: number | undefined;
  /** Its enhanced status code, e.g. `5.7.3` (RFC 2034, RFC 3463). */
  readonly enhancedCode: string | undefined;
  readonly networkCode: string | undefined;
  /** The decoded challenge of a refused token. */
  readonly xoauth2: Xoauth2Refusal | undefined;
  /** At stage `rcpt`: every recipient was refused. */
  readonly refusedRecipients: readonly RefusedRecipient[];
  /** The server had the whole message and its answer is missing: whether it sends it is not known (RFC 5321 section 4.5.3.2.6). */
  readonly mayBeSent: boolean;

  constructor(message: string, details: SmtpErrorDetails) {
    super(`${details.stage}: ${message}`, details.cause === undefined ? {} : { cause: details.cause });
    this.stage = details.stage;
    this.failure = details.failure;
    this.command = details.command;
    this.reply = details.reply?.slice(0, longestReply);
    const [, digits, enhanced] =
      /^(\d{3})(?:[ -](\d\.\d{1,3}\.\d{1,3})(?![\d.]))?/.exec(this.reply ?? '') ?? [];
    this.replyCode = digits === undefined ? undefined : Number(digits);
    this.enhancedCode = enhanced;
    this.networkCode = details.networkCode;
    this.xoauth2 = details.xoauth2;
    this.refusedRecipients = details.refusedRecipients ?? [];
    this.mayBeSent = details.mayBeSent ?? false;
  }
}
