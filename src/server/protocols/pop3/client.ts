import { authXoauth2, type AuthOptions, type Xoauth2Credentials } from './commands/auth-xoauth2.ts';
import { capa, type Capabilities } from './commands/capa.ts';
import { dele } from './commands/dele.ts';
import { list, listOf, type ListEntry } from './commands/list.ts';
import { noop } from './commands/noop.ts';
import { quit } from './commands/quit.ts';
import { retr } from './commands/retr.ts';
import { rset } from './commands/rset.ts';
import { statAndQuit } from './commands/stat-and-quit.ts';
import { stat, type Maildrop } from './commands/stat.ts';
import { top } from './commands/top.ts';
import { uidl, uidlOf, type UidlEntry } from './commands/uidl.ts';
import type { Conversation } from './conversation.ts';
import type { CommandOptions } from './exchange.ts';
import type { MessageContent } from './message-stream.ts';
import { retrieve, type MessageToRetrieve, type RetrievedMessage } from './retrieval.ts';

/** What TLS agreed on, e.g. `TLSv1.3` and `TLS_AES_256_GCM_SHA384`. */
export interface Pop3Security {
  protocol: string;
  cipher: string;
}

/**
 * One POP3 session. Commands may be given at any time; they are sent one after the other, or pipelined once `capa`
 * has shown that the server can. Every method rejects with `Pop3Error` alone, except for arguments that make no sense
 * (TypeError, RangeError). Ends with `quit` or `close`.
 */
export class Pop3Client {
  readonly greeting: string;
  readonly security: Pop3Security;
  readonly #conversation: Conversation;

  /** Made by `connectPop3`. */
  constructor(conversation: Conversation, greeting: string, security: Pop3Security) {
    this.#conversation = conversation;
    this.greeting = greeting;
    this.security = security;
  }

  /** The list may be another one after the sign-in: whoever wants to pipeline asks then. */
  capa(options?: CommandOptions): Promise<Capabilities> {
    return capa(this.#conversation, options);
  }

  authXoauth2(credentials: Xoauth2Credentials, options?: AuthOptions): Promise<void> {
    return authXoauth2(this.#conversation, credentials, options);
  }

  stat(options?: CommandOptions): Promise<Maildrop> {
    return stat(this.#conversation, options);
  }

  /** STAT and the end of the session in one round trip. */
  statAndQuit(options?: CommandOptions): Promise<Maildrop> {
    return statAndQuit(this.#conversation, options);
  }

  uidl(options?: CommandOptions): Promise<UidlEntry[]> {
    return uidl(this.#conversation, options);
  }

  uidlOf(number: number, options?: CommandOptions): Promise<string> {
    return uidlOf(this.#conversation, number, options);
  }

  list(options?: CommandOptions): Promise<ListEntry[]> {
    return list(this.#conversation, options);
  }

  listOf(number: number, options?: CommandOptions): Promise<number> {
    return listOf(this.#conversation, number, options);
  }

  /** One message. Many are faster by `retrieve`. */
  retr(number: number, options?: CommandOptions): Promise<MessageContent> {
    return retr(this.#conversation, number, options);
  }

  retrieve(
    messages: Iterable<MessageToRetrieve>,
    options?: CommandOptions,
  ): AsyncGenerator<RetrievedMessage, void, undefined> {
    return retrieve(this.#conversation, messages, options);
  }

  top(number: number, lines: number, options?: CommandOptions): Promise<MessageContent> {
    return top(this.#conversation, number, lines, options);
  }

  dele(number: number, options?: CommandOptions): Promise<void> {
    return dele(this.#conversation, number, options);
  }

  noop(options?: CommandOptions): Promise<void> {
    return noop(this.#conversation, options);
  }

  rset(options?: CommandOptions): Promise<void> {
    return rset(this.#conversation, options);
  }

  quit(options?: CommandOptions): Promise<void> {
    return quit(this.#conversation, options);
  }

  /** Ends the connection at once, without QUIT: nothing marked as deleted is removed. */
  close(): void {
    this.#conversation.close();
  }
}
