import type { Socket } from 'node:net';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { connectionOptions } from './connection-options.ts';
import { Dialogue } from './dialogue.ts';
import { type RefusedRecipient, SmtpError, type SmtpErrorDetails, type SmtpStage } from './error.ts';
import { networkCodeOf } from './network-code.ts';
import { failureOf, stageOf, type NodemailerFailure } from './nodemailer-failure.ts';
import type { SmtpOptions, SmtpTimeouts } from './options.ts';
import { StageTimer } from './stage-timer.ts';
import { exchangeXoauth2, type Xoauth2Outcome } from './xoauth2-exchange.ts';

const farewellMs = 2000;

/** Under its own name nodemailer would take XOAUTH2 for its OAuth2 client, or sign in by LOGIN when that is missing. */
const mechanism = 'TWO-LINE-XOAUTH2';

/** An SMTP session of nodemailer's, with the errors, limits and sign-in of ours. Every method rejects with SmtpError alone. */
export class SmtpSession {
  /** After `signIn`: the largest message that the server takes, in octets, where it says. */
  largestMessage: number | undefined;
  readonly #connection: SMTPConnection;
  readonly #dialogue: Dialogue;
  readonly #socket: Socket;
  readonly #timer: StageTimer;
  readonly #signal: AbortSignal | undefined;
  readonly #failed: Promise<never>;
  #fail: (error: SmtpError) => void = () => undefined;
  #outcome: Xoauth2Outcome | undefined;
  readonly #secrets: readonly string[];

  /** Made by `openSession`. */
  constructor(socket: Socket, response: string, options: SmtpOptions, timeouts: SmtpTimeouts) {
    this.#secrets = [response, options.credentials.accessToken];
    this.#socket = socket;
    this.#signal = options.signal;
    this.#failed = new Promise((_, reject) => {
      this.#fail = (error) => {
        reject(error);
        this.close();
      };
    });
    this.#failed.catch(() => undefined);
    this.#timer = new StageTimer(timeouts, (stage, ms) => {
      this.#fail(this.#error(`no answer within ${ms / 1000} s`, { stage, failure: 'timeout' }));
    });
    const mask = (text: string) => this.#masked(text);
    const onChange = (from: SmtpStage) => {
      this.#timer.begin(this.#dialogue.stage);
      if (from === 'greeting') options.onStage?.('greeting');
    };
    this.#dialogue = new Dialogue({ onChange, trace: options.trace, mask });
    this.#connection = new SMTPConnection({
      ...connectionOptions(options),
      connection: socket,
      logger: this.#dialogue.logger,
      customAuth: { [mechanism]: (context) => this.#authenticate(context, response) },
    });
    this.#connection.on('error', (error: NodemailerFailure) => this.#fail(this.#read(error)));
    this.#connection.on('end', () => this.#onEnd());
    this.#signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  /** Greeting, EHLO, STARTTLS, TLS and EHLO once more. */
  async secure(): Promise<void> {
    this.#timer.begin('greeting');
    await this.#step<undefined>((resolve, reject) =>
      this.#connection.connect((error) => (error ? reject(error) : resolve(undefined))),
    );
  }

  async signIn(): Promise<void> {
    await this.#step((resolve, reject) =>
      this.#connection.login({ method: mechanism }, (error) => (error ? reject(error) : resolve(true))),
    );
    const { reply, refusal, violation } = this.#outcome ?? { reply: '' };
    if (reply.startsWith('235') && violation === undefined) return;
    this.close();
    throw this.#error(violation ?? reply, {
      stage: 'auth',
      failure: violation === undefined && /^[45]\d\d/.test(reply) ? 'refused' : 'protocol',
      reply,
      xoauth2: refusal,
    });
  }

  /** @returns the server's last reply, and whom it refused */
  async send(envelope: SMTPConnection.Envelope, message: Buffer) {
    const sent = await this.#step<SMTPConnection.SentMessageInfo>((resolve, reject) =>
      this.#connection.send(envelope, message, (error, info) => (error ? reject(error) : resolve(info))),
    );
    return { reply: this.#masked(sent.response), refused: this.#refusedIn(sent) };
  }

  /** QUIT. Resolves when the connection is gone, after two seconds at the latest; it need not be waited for. */
  end(): Promise<void> {
    this.#settle();
    if (this.#socket.destroyed) return Promise.resolve();
    return new Promise((resolve) => {
      const late = setTimeout(() => this.#socket.destroy(), farewellMs);
      this.#socket.once('close', () => {
        clearTimeout(late);
        resolve();
      });
      this.#connection.quit();
    });
  }

  /** Ends the connection at once, without QUIT. */
  close(): void {
    this.#settle();
    this.#connection.close();
    this.#socket.destroy();
  }

  readonly #onAbort = () => {
    const cause: unknown = this.#signal?.reason;
    this.#fail(this.#error('cancelled', { stage: this.#dialogue.stage, failure: 'aborted', cause }));
  };

  /**
   * Where the other side is gone when it has something to say, nodemailer ends without an error. Where it has one, or the
   * last reply, that comes first.
   */
  #onEnd(): void {
    const stage = this.#dialogue.stage;
    setImmediate(() =>
      this.#fail(this.#error('the server closed the connection', { stage, failure: 'closed' })),
    );
  }

  #settle(): void {
    this.#timer.stop();
    this.#signal?.removeEventListener('abort', this.#onAbort);
  }

  /** Whatever comes first: the answer to the step, or the end of the connection. */
  async #step<T>(
    begin: (resolve: (value: T) => void, reject: (error: NodemailerFailure) => void) => void,
  ): Promise<T> {
    const answered = new Promise<T>((resolve, reject) =>
      begin(resolve, (error) => {
        reject(this.#read(error));
        this.close();
      }),
    );
    answered.catch(() => undefined);
    return Promise.race([this.#failed, answered]);
  }

  async #authenticate(context: SMTPConnection.CustomAuthenticationContext, response: string): Promise<void> {
    this.largestMessage = context.maxAllowedSize || undefined;
    const say = async (line: string) => (await context.sendCommand(line)).response;
    this.#outcome = await exchangeXoauth2(say, response);
  }

  #read(error: NodemailerFailure): SmtpError {
    const refusedAt = stageOf(error);
    const stage = refusedAt ?? this.#dialogue.stage;
    const { firstHello } = this.#dialogue;
    const command = refusedAt === undefined ? this.#dialogue.command : error.command;
    const failure = failureOf(error);
    const networkCode = failure === 'network' ? networkCodeOf(error) : undefined;
    // Words of the server in an error that is not ours could hold a credential that it has echoed.
    const cause = error.response === undefined ? error : undefined;
    const details = { stage, failure, command, networkCode, cause };
    if (command === 'STARTTLS' && !/[ -]STARTTLS *$/im.test(firstHello ?? '')) {
      return this.#error('the server offers no STARTTLS', {
        ...details,
        failure: 'no-starttls',
        reply: firstHello,
      });
    }
    const refusedRecipients = this.#refusedIn(error);
    return this.#error(error.message, { ...details, reply: error.response, refusedRecipients });
  }

  #refusedIn({ rejectedErrors = [] }: Pick<NodemailerFailure, 'rejectedErrors'>): RefusedRecipient[] {
    return rejectedErrors.map(({ recipient = '', response = '' }) => ({
      recipient,
      reply: this.#masked(response),
    }));
  }

  #error(message: string, details: SmtpErrorDetails): SmtpError {
    return new SmtpError(this.#masked(message), {
      command: this.#dialogue.command,
      ...details,
      reply: details.reply === undefined ? undefined : this.#masked(details.reply),
      mayBeSent: this.#dialogue.isMessageWritten && details.failure !== 'refused',
    });
  }

  /** Servers do echo what they did not understand. */
  #masked(text: string): string {
    return this.#secrets.reduce((masked, secret) => masked.replaceAll(secret, '***'), text);
  }
}
