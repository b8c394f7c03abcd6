import type { DevTenantContext } from '../../context.ts';
import { concernsMailbox } from '../../directory/mailbox-addresses.ts';
import type { Mailboxes } from '../../graph/mailboxes.ts';
import type { OpenSessions } from '../open-sessions.ts';
import { signInToMailbox, type SignedIn } from '../sign-in.ts';
import type { Answer, Conversation } from '../wire/conversation.ts';
import { readXoauth2 } from '../xoauth2.ts';
import { Maildrop } from './maildrop.ts';
import * as reply from './replies.ts';
import { transactionCommands } from './transaction-commands.ts';

export interface Pop3SessionOptions {
  context: DevTenantContext;
  mailboxes: Mailboxes;
  sessions: OpenSessions;
  /** Without a word before and after sign-in ("Set-PopSettings": one minute and thirty). */
  idleMs: { beforeSignIn: number; afterSignIn: number };
}

/** RFC 2449 section 4; a line with a token is longer by far. */
const longestCommand = 255;
const longestLine = 32 * 1024;
/** Reported since July 2025: jstedfast/MailKit#1948. */
const longestToken = 4096;
const badCommandsUntilClosed = 10;
/** Default of "Set-PopSettings" for one user; what Exchange Online allows is not published. */
const connectionsOfOneUser = 16;

const say = (text: string): Answer => ({ text: [text] });
const sayAndClose = (text: string): Answer => ({ text: [text], then: 'close' });

/** One session of POP3 (RFC 1939, RFC 2449, RFC 5034) as Exchange Online holds it. */
export class Pop3Session implements Conversation {
  readonly #options: Pop3SessionOptions;
  #badCommands = 0;
  /** What the next line is when it is no command. */
  #awaiting: 'xoauth2' | 'plain' | undefined;
  #signedIn: SignedIn | undefined;
  #maildrop: Maildrop | undefined;

  constructor(options: Pop3SessionOptions) {
    this.#options = options;
  }

  greeting(): string {
    return reply.greeting;
  }

  stageOf(line: string): string {
    return /^[a-z]{3,4}(?= |$)/i.exec(line)?.[0].toLowerCase() ?? 'auth';
  }

  async answer(line: string): Promise<Answer> {
    const awaiting = this.#awaiting;
    this.#awaiting = undefined;
    if (awaiting) return line === '*' ? this.#bad(reply.protocolError) : this.#answerResponse(awaiting, line);
    if (line.length > longestCommand) return sayAndClose(reply.protocolErrorClosed);
    const [verb = '', ...parameters] = line.split(' ');
    const command = verb.toUpperCase();
    if (command === 'CAPA') return say(reply.capabilities(this.#isOn('pipelining')));
    if (command === 'QUIT') {
      this.#maildrop?.removeDeleted();
      return sayAndClose(reply.signingOff);
    }
    return this.#maildrop
      ? this.#transact(this.#maildrop, command, parameters)
      : this.#authorize(command, parameters);
  }

  async accept(): Promise<Answer> {
    throw new Error('POP3 takes no messages.');
  }

  farewell(reason: 'idle' | 'line-too-long'): string {
    return reason === 'idle' ? reply.idle : reply.protocolErrorClosed;
  }

  maximumLineBytes(): number {
    return longestLine;
  }

  maximumMessageBytes(): number {
    return 0;
  }

  idleMs(): number {
    const { beforeSignIn, afterSignIn } = this.#options.idleMs;
    return this.#maildrop ? afterSignIn : beforeSignIn;
  }

  secured(): void {}

  closed(): void {
    if (this.#signedIn) this.#options.sessions.close(this.#signedIn.mailbox.userId, this);
  }

  /** The AUTHORIZATION state. */
  #authorize(command: string, parameters: readonly string[]): Answer {
    if (command === 'AUTH') return this.#authenticate(parameters);
    // Exchange lists USER and takes the name, whatever it thinks of passwords.
    if (command === 'USER' && parameters.length > 0) return say(reply.ok());
    if (command === 'PASS') return this.#bad(reply.logonFailure);
    return this.#bad(transactionCommands.has(command) ? reply.wrongState : reply.protocolError);
  }

  #authenticate([mechanism = '', ...initialResponse]: readonly string[]): Answer {
    const name = mechanism.toLowerCase();
    if (name !== 'xoauth2' && name !== 'plain') return this.#bad(reply.protocolError);
    if (initialResponse.length > 0) return sayAndClose(reply.protocolErrorClosed);
    this.#awaiting = name;
    return say(reply.continuation);
  }

  async #answerResponse(mechanism: 'xoauth2' | 'plain', response: string): Promise<Answer> {
    if (mechanism === 'plain') return this.#bad(reply.logonFailure);
    const credentials = readXoauth2(response);
    if (!credentials) return this.#bad(reply.authenticationFailure);
    if (credentials.accessToken.length > longestToken) return sayAndClose(reply.protocolErrorClosed);
    if (this.#isUnavailable()) return this.#bad(reply.serverUnavailable);
    const signedIn = await signInToMailbox(this.#options.context, credentials, 'POP.AccessAsUser.All');
    if (!signedIn || this.#isPopRefused(signedIn)) return this.#bad(reply.authenticationFailure);
    if (this.#isOneTooMany(signedIn)) return this.#bad(reply.tooManyConnections);
    return this.#open(signedIn);
  }

  #open(signedIn: SignedIn): Answer {
    const { sessions, mailboxes } = this.#options;
    sessions.open(signedIn.mailbox.userId, this);
    this.#signedIn = signedIn;
    this.#maildrop = new Maildrop(mailboxes.contentsOf(signedIn.owner, signedIn.mailbox));
    return say(reply.authenticated);
  }

  #transact(maildrop: Maildrop, command: string, parameters: readonly string[]): Answer {
    const run = transactionCommands.get(command);
    if (!run) return this.#bad(command === 'AUTH' ? reply.wrongState : reply.protocolError);
    const text = run(maildrop, parameters);
    return text === undefined ? this.#bad(reply.invalidArguments) : { text };
  }

  #isUnavailable(): boolean {
    const { faults } = this.#options.context;
    return (
      faults.at('service-unavailable', 'pop3') !== undefined || faults.at('throttled', 'pop3') !== undefined
    );
  }

  #isPopRefused({ owner, mailbox }: SignedIn): boolean {
    const { faults } = this.#options.context;
    return (
      !mailbox.popEnabled ||
      concernsMailbox(faults.get('pop-disabled-or-no-licence'), owner, mailbox) ||
      concernsMailbox(faults.get('auth-policy-blocked'), owner, mailbox)
    );
  }

  #isOneTooMany({ owner, mailbox }: SignedIn): boolean {
    const { context, sessions } = this.#options;
    return (
      concernsMailbox(context.faults.get('too-many-connections'), owner, mailbox) ||
      sessions.count(mailbox.userId) >= connectionsOfOneUser
    );
  }

  #isOn(name: 'pipelining'): boolean {
    return this.#options.context.faults.get(name) !== undefined;
  }

  /** A client that never gets it right is sent away. */
  #bad(text: string): Answer {
    this.#badCommands += 1;
    return this.#badCommands < badCommandsUntilClosed ? say(text) : sayAndClose(reply.protocolErrorClosed);
  }
}
