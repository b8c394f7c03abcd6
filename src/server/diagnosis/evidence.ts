import type { Protocol, Stage } from '../../shared/causes.ts';
import type { MailboxKind } from '../../shared/domain/mailbox.ts';

/** One refusal, as the caller met it. Everything in it may come from outside and is treated as such. */
export interface Evidence {
  protocol: Protocol;
  stage: Stage;
  httpStatus?: number | undefined;
  /** Response headers; names in any case. For an item of a Graph batch, the headers of that item. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** Body, callback address or error text. Only the first 64 KiB are read. */
  raw?: string | undefined;
  networkError?: NetworkError | undefined;
  /** What came before the refusal of a mail server, where the client has decoded it. */
  sasl?: SaslDetail | undefined;
  /** Milliseconds since 1970, for a Retry-After that names a date. */
  now?: number | undefined;
  known?: Known | undefined;
}

export interface NetworkError {
  code?: string | undefined;
  message: string;
  host?: string | undefined;
}

/** Fields of the challenge that explains a refused token (SASL XOAUTH2; RFC 7628 section 3.2.2). */
export interface SaslDetail {
  status?: string | undefined;
  scope?: string | undefined;
}

/** What the caller knows besides the answer itself. */
export interface Known {
  /** The right that the refused call needs, e.g. `Calendars.ReadWrite`. */
  permission?: string | undefined;
  rightInToken?: boolean | undefined;
  anyRightInToken?: boolean | undefined;
  mailbox?: string | undefined;
  /** For a refusal of a mail server. */
  ofMailbox?: KnownOfMailbox | undefined;
}

/** What is known of a mailbox's token and account when one of its servers refuses. What is not known is left out. */
export interface KnownOfMailbox {
  /** The token is for Exchange Online. */
  audienceOk?: boolean | undefined;
  hasPopScope?: boolean | undefined;
  hasSmtpScope?: boolean | undefined;
  expired?: boolean | undefined;
  /** Characters. */
  tokenLength?: number | undefined;
  kind?: MailboxKind | undefined;
  /** Whether the user named to this server is the person whose token it is, or a mailbox opened to that person. */
  signedInAs?: 'mailbox' | 'delegate' | undefined;
  /** What the other of the two servers did with the same token; left out when it said nothing about it. */
  otherServer?: 'ok' | 'refused' | 'refused-by-policy' | undefined;
}
