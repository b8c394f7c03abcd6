import type { Trace } from './trace.ts';

/** Milliseconds for each stage. */
export interface Pop3Timeouts {
  /** Name resolution and TCP. */
  connect: number;
  tls: number;
  greeting: number;
  /** For each reply of the sign-in. */
  auth: number;
  /** From the moment a command is next in turn until its first line is complete. */
  command: number;
  /** Between two pieces of a body, while we read: a slow consumer does not count. */
  body: number;
}

export interface Pop3Limits {
  /** Octets of a first line. RFC 2449 section 4 allows 512; some servers explain themselves at length. */
  lineOctets: number;
  /** Lines of a UIDL or LIST reply, hence messages of a maildrop. */
  listingLines: number;
  /** Octets of one line of a listing or of CAPA. */
  listingLineOctets: number;
  capabilityLines: number;
  /** Octets of one message. Exchange Online takes at most 150 MB, which its encoding makes about 205 MB. */
  messageOctets: number;
  /** Octets received and not yet taken by the consumer; above it the socket is paused. */
  bufferOctets: number;
  /** RETR commands sent ahead when the server offers PIPELINING. */
  windowCommands: number;
  /** Octets announced for messages asked for and not yet received. */
  windowOctets: number;
}

/** What a conversation is given from outside. */
export interface ConversationSettings {
  timeouts: Pop3Timeouts;
  limits: Pop3Limits;
  trace?: Trace | undefined;
  signal?: AbortSignal | undefined;
}

export const defaultTimeouts: Pop3Timeouts = {
  connect: 15_000,
  tls: 15_000,
  greeting: 15_000,
  auth: 30_000,
  // The first listing of a large mailbox takes Exchange a while.
  command: 60_000,
  body: 60_000,
};

export const defaultLimits: Pop3Limits = {
  lineOctets: 8 * 1024,
  listingLines: 500_000,
  listingLineOctets: 1024,
  capabilityLines: 200,
  messageOctets: 256 * 1024 * 1024,
  bufferOctets: 1024 * 1024,
  windowCommands: 512,
  windowOctets: 4 * 1024 * 1024,
};
