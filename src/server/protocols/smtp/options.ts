import type { Trace } from './dialogue.ts';
import type { SmtpStage } from './error.ts';

/** Milliseconds for each stage, from its beginning to its end, however busily the server talks meanwhile. */
export type SmtpTimeouts = Readonly<Record<SmtpStage, number>>;

export const defaultTimeouts: SmtpTimeouts = {
  // Name resolution and TCP.
  connect: 15_000,
  greeting: 15_000,
  starttls: 15_000,
  auth: 30_000,
  mail: 60_000,
  rcpt: 120_000,
  // 35 MB at 1 Mbit/s take 280 seconds.
  data: 360_000,
};

/** Octets of one reply with all its lines. RFC 5321 section 4.5.3.1.5 allows 512 a line. */
export const longestReplyOctets = 64 * 1024;

export interface SmtpTarget {
  host: string;
  /** 587: submission, in clear until STARTTLS (RFC 6409 section 3.1). */
  port: number;
  /** Name to send (SNI) and to find in the certificate, where it is not `host`. */
  serverName?: string | undefined;
  /** Certificate authorities in PEM instead of the public ones. There is no way to accept any certificate. */
  ca?: string | undefined;
}

export interface Xoauth2Credentials {
  /** With whose name to sign in: for most servers the person of the token. */
  user: string;
  accessToken: string;
}

export interface SmtpOptions extends SmtpTarget {
  credentials: Xoauth2Credentials;
  timeouts?: Partial<SmtpTimeouts> | undefined;
  /** Ends the connection, whatever it is doing. */
  signal?: AbortSignal | undefined;
  /** Gets each line of the dialogue, credentials masked. Messages are not traced. */
  trace?: Trace | undefined;
  /** Called when a stage has succeeded, from `connect` to `auth`. */
  onStage?: ((stage: SmtpStage) => void) | undefined;
}
