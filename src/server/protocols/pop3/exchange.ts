import type { Pop3ErrorDetails, Pop3Stage } from './error.ts';

/** Takes the body of a multi-line reply while it is parsed. What it throws ends the connection. */
export interface ReplyBody {
  /** The server has said +OK. */
  begin?(): void;
  write(content: Buffer): void;
  end(): void;
  /** There is no (more) body: refused, or the connection is gone. */
  fail(error: Error): void;
}

/** One command and what its reply looks like. */
export interface Exchange {
  stage: Pop3Stage;
  /** Without CR LF. Undefined for the greeting, for which nobody asks. */
  command: string | undefined;
  /** The command for errors and trace, where it holds a credential. */
  shownCommand?: string;
  /** Given for a multi-line reply. */
  body?: ReplyBody;
  /** Answers each "+" of the server with the next line to send (RFC 5034 section 4). */
  challenge?: (text: string) => { line: string; shown: string };
  /** Nothing may be sent before its reply has come: the server would read it as part of this one. */
  exclusive?: boolean;
  /** Details for its error that only the command knows. */
  errorDetails?: () => Partial<Pop3ErrorDetails>;
  signal?: AbortSignal | undefined;
}

/** What every command takes. */
export interface CommandOptions {
  /** Ends the whole connection, since POP3 cannot take a command back. */
  signal?: AbortSignal | undefined;
}
