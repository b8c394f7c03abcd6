import type { Xoauth2Refusal } from '../sasl/index.ts';

/** Where a session can fail, in the order in which it gets there. */
export const pop3Stages = [
  'connect',
  'tls',
  'greeting',
  'capa',
  'auth',
  'stat',
  'uidl',
  'list',
  'retr',
  'top',
  'dele',
  'noop',
  'rset',
  'quit',
] as const;
export type Pop3Stage = (typeof pop3Stages)[number];

/**
 * - `refused`: the server said -ERR; the session goes on.
 * - `network`: no connection, certificate refused, or reset; `cause.code` has Node's or OpenSSL's code.
 * - `closed`: the server closed the connection in good order before it had answered.
 * - `timeout`: no answer within the limit of the stage.
 * - `protocol`: what came is not POP3. `limit`: it is, but more than we take.
 * - `aborted`: we ended it ourselves, by signal or by `close()`.
 *
 * After everything but `refused` the connection is gone.
 */
export type Pop3Failure = 'refused' | 'network' | 'closed' | 'timeout' | 'protocol' | 'limit' | 'aborted';

export interface Pop3ErrorDetails {
  stage: Pop3Stage;
  failure: Pop3Failure;
  command?: string | undefined;
  reply?: string | undefined;
  code?: string | undefined;
  cause?: unknown;
  xoauth2?: Xoauth2Refusal | undefined;
  accessTokenLength?: number | undefined;
}

const longestReply = 2048;

/** The one error of this client. Nothing in it holds a credential. */
export class Pop3Error extends Error {
  override readonly name = 'Pop3Error';
  readonly stage: Pop3Stage;
  readonly failure: Pop3Failure;
  /** The command as sent, credentials masked; undefined before the first one. */
  readonly command: string | undefined;
  /** The server's line as it came, at most 2,048 characters; undefined when it said nothing. */
  readonly reply: string | undefined;
  /** Response code in upper case, e.g. `AUTH`, `SYS/TEMP`, `IN-USE` (RFC 2449 section 8, RFC 3206). */
  readonly code: string | undefined;
  /** The decoded challenge of a refused token. */
  readonly xoauth2: Xoauth2Refusal | undefined;
  /** Characters of the token that was refused: Exchange's POP3 is reported to fail above 4,096. */
  readonly accessTokenLength: number | undefined;

  constructor(message: string, details: Pop3ErrorDetails) {
    super(`${details.stage}: ${message}`, details.cause === undefined ? {} : { cause: details.cause });
    this.stage = details.stage;
    this.failure = details.failure;
    this.command = details.command;
    this.reply = details.reply?.slice(0, longestReply);
    this.code = details.code;
    this.xoauth2 = details.xoauth2;
    this.accessTokenLength = details.accessTokenLength;
  }
}
