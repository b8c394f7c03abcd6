import type { DevTenantContext } from '../../context.ts';
import { concernsMailbox } from '../../directory/mailbox-addresses.ts';
import type { OpenSessions } from '../open-sessions.ts';
import type { SignedIn } from '../sign-in.ts';
import type { Answer, Conversation } from '../wire/conversation.ts';
import { Authentication } from './authentication.ts';
import { MailTransaction } from './mail-transaction.ts';
import * as reply from './replies.ts';
import { connectionsOfOneMailbox } from './submission-limits.ts';
import type { Submissions } from './submissions.ts';

export interface SmtpSessionOptions {
  context: DevTenantContext;
  submissions: Submissions;
  sessions: OpenSessions;
  clientAddress: string;
  idleMs: number;
}

/** RFC 4954 section 4: room for a token in the line of AUTH. */
const longestLine = 12_288;
const badCommandsUntilClosed = 10;

/** Commands out of place and failed sign-ins; a recipient that does not exist is no misuse. */
const isMisuse = /^5[03]\d /;

const say = (text: string): Answer => ({ text: [text] });

/** One session of SMTP submission (RFC 5321, RFC 3207, RFC 4954, RFC 6409) as Exchange Online holds it. */
export class SmtpSession implements Conversation {
  readonly #options: SmtpSessionOptions;
  #badCommands = 0;
  #greeted = false;
  #isSecured = false;
  #authentication: Authentication | undefined;
  #signedIn: SignedIn | undefined;
  readonly #transaction: MailTransaction;

  constructor(options: SmtpSessionOptions) {
    this.#options = options;
    this.#transaction = new MailTransaction(options.context, options.clientAddress);
  }

  greeting(): string {
    return reply.greeting(this.#now());
  }

  stageOf(line: string): string {
    return /^[a-z]{4,8}(?= |$)/i.exec(line)?.[0].toLowerCase() ?? 'auth';
  }

  async answer(line: string): Promise<Answer> {
    const text = await this.#replyTo(Buffer.from(line, 'latin1').toString('utf8'));
    if (text === reply.readyForTls) return { text: [text], then: 'start-tls' };
    if (text === reply.startMessage) return { text: [text], then: 'read-message' };
    if (text === reply.closing) return { text: [text], then: 'close' };
    if (!isMisuse.test(text)) return say(text);
    this.#badCommands += 1;
    return this.#badCommands < badCommandsUntilClosed
      ? say(text)
      : { text: [reply.tooManyErrors], then: 'close' };
  }

  async accept(message: Buffer | 'too-large'): Promise<Answer> {
    const envelope = this.#transaction.take();
    const signedIn = this.#signedIn;
    if (!envelope || !signedIn) return say(reply.badSequence);
    if (message === 'too-large') return say(reply.messageTooLarge);
    if (this.#hasTooManyConnections(signedIn)) return say(reply.tooManyConnections);
    const { submissions, clientAddress } = this.#options;
    return say(submissions.submit({ signedIn, ...envelope, content: message, clientAddress }));
  }

  farewell(reason: 'idle' | 'line-too-long'): string {
    return reason === 'idle' ? reply.idle : reply.lineTooLong;
  }

  maximumLineBytes(): number {
    return longestLine;
  }

  maximumMessageBytes(): number {
    return this.#transaction.maximumMessageBytes();
  }

  idleMs(): number {
    return this.#options.idleMs;
  }

  /** Everything said before TLS is forgotten (RFC 3207 section 4.2). */
  secured(): void {
    this.#isSecured = true;
    this.#greeted = false;
    this.#transaction.reset();
  }

  closed(): void {
    if (this.#signedIn) this.#options.sessions.close(this.#signedIn.mailbox.userId, this);
  }

  async #replyTo(line: string): Promise<string> {
    if (this.#authentication) return this.#authenticate(line);
    const [, verb = '', rest = ''] = /^(\S*)(?: (.*))?$/s.exec(line) ?? [];
    switch (verb.toUpperCase()) {
      case 'EHLO':
        return this.#hello(rest, true);
      case 'HELO':
        return this.#hello(rest, false);
      case 'STARTTLS':
        return this.#startTls(rest);
      case 'AUTH':
        return this.#beginAuthentication(rest);
      case 'MAIL':
        return this.#mail(rest);
      case 'RCPT':
        return this.#transaction.recipient(rest);
      case 'DATA':
        return this.#transaction.data(rest);
      case 'RSET':
        this.#transaction.reset();
        return reply.resetting;
      case 'NOOP':
        return reply.ok;
      case 'VRFY':
        return reply.cannotVerify;
      case 'QUIT':
        return reply.closing;
      default:
        return reply.unrecognized(this.#now());
    }
  }

  #hello(name: string, isExtended: boolean): string {
    if (name.trim() === '') return reply.invalidArguments;
    this.#greeted = true;
    this.#transaction.reset();
    const { clientAddress } = this.#options;
    const offer = { secured: this.#isSecured, offersStartTls: this.#offersStartTls(), clientAddress };
    return isExtended ? reply.capabilities(offer) : reply.hello(clientAddress);
  }

  #startTls(rest: string): string {
    if (rest !== '') return reply.invalidArguments;
    if (this.#isSecured) return reply.badSequence;
    return this.#offersStartTls() ? reply.readyForTls : reply.unrecognized(this.#now());
  }

  async #beginAuthentication(rest: string): Promise<string> {
    if (!this.#greeted) return reply.helloFirst;
    if (!this.#isSecured) return reply.unrecognizedMechanism(this.#now());
    if (this.#signedIn) return reply.badSequence;
    const [mechanism = '', ...initialResponse] = rest.split(' ');
    this.#authentication = new Authentication(this.#options.context, mechanism, this.#options.clientAddress);
    if (initialResponse.length > 0) return this.#authenticate(initialResponse.join(' '));
    return this.#afterStep({ challenge: this.#authentication.begin() });
  }

  async #authenticate(response: string): Promise<string> {
    if (!this.#authentication) return reply.badSequence;
    return this.#afterStep(await this.#authentication.answer(response));
  }

  #afterStep(step: { challenge: string } | { signedIn: SignedIn }): string {
    if ('challenge' in step) {
      if (!step.challenge.startsWith('334')) this.#authentication = undefined;
      return step.challenge;
    }
    this.#authentication = undefined;
    this.#signedIn = step.signedIn;
    this.#options.sessions.open(step.signedIn.mailbox.userId, this);
    return reply.authenticated;
  }

  #mail(rest: string): string {
    if (!this.#greeted) return reply.helloFirst;
    if (!this.#isSecured) return reply.startTlsFirst(this.#now());
    return this.#signedIn ? this.#transaction.mail(rest) : reply.notAuthenticated(this.#now());
  }

  #hasTooManyConnections({ owner, mailbox }: SignedIn): boolean {
    return (
      concernsMailbox(this.#faults().get('too-many-connections'), owner, mailbox) ||
      this.#options.sessions.count(mailbox.userId) > connectionsOfOneMailbox
    );
  }

  #offersStartTls(): boolean {
    return this.#faults().get('starttls-missing') === undefined;
  }

  #faults() {
    return this.#options.context.faults;
  }

  #now(): number {
    return this.#options.context.now();
  }
}
