import type { Protocol, Stage } from '../../shared/causes.ts';

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
  /** Milliseconds since 1970, for a Retry-After that names a date. */
  now?: number | undefined;
  known?: Known | undefined;
}

export interface NetworkError {
  code?: string | undefined;
  message: string;
  host?: string | undefined;
}

/** What the caller knows besides the answer itself. */
export interface Known {
  /** The right that the refused call needs, e.g. `Calendars.ReadWrite`. */
  permission?: string | undefined;
  rightInToken?: boolean | undefined;
  anyRightInToken?: boolean | undefined;
  mailbox?: string | undefined;
}
