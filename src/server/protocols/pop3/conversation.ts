import type { Duplex } from 'node:stream';
import { Backpressure } from './backpressure.ts';
import type { Pop3Error } from './error.ts';
import type { Exchange } from './exchange.ts';
import type { ConversationSettings, Pop3Limits, Pop3Timeouts } from './limits.ts';
import { errorOf, Pending, type Ending } from './pending.ts';
import { ReplyParser, ReplyViolation } from './reply-parser.ts';
import { ReplyTimer } from './reply-timer.ts';
import { parseStatusLine, type StatusLine } from './status-line.ts';
import { Mask, type Trace } from './trace.ts';
import { Turns } from './turns.ts';

/**
 * Commands out, replies in, in the same order (RFC 1939 section 3). A command waits until the former is answered,
 * unless the window allows more to be under way (RFC 2449 section 6.6). Every way out ends in a destroyed socket.
 */
export class Conversation {
  readonly turns = new Turns();
  readonly limits: Pop3Limits;
  readonly mask = new Mask();
  readonly backpressure: Backpressure;
  readonly #socket: Duplex;
  readonly #timeouts: Pop3Timeouts;
  readonly #trace: Trace;
  readonly #parser: ReplyParser;
  readonly #timer = new ReplyTimer((ms) =>
    this.#finish({ failure: 'timeout', message: `no answer within ${ms / 1000} s` }),
  );
  #forgetSignal: () => void = () => undefined;
  #flushIsDue = false;
  #ending: Ending | undefined;

  /** @param socket connected and secured; any stream of octets will do */
  constructor(socket: Duplex, { timeouts, limits, trace, signal }: ConversationSettings) {
    this.#socket = socket;
    this.#timeouts = timeouts;
    this.#trace = trace ?? (() => undefined);
    this.limits = limits;
    this.backpressure = new Backpressure(limits.bufferOctets, (stop) => this.#stopReading(stop));
    this.#parser = new ReplyParser(
      {
        line: (line) => this.#onLine(line),
        body: (content) => this.#onBody(content),
        end: () => this.#onBodyEnd(),
      },
      limits.lineOctets,
    );
    const closed = () => this.#finish({ failure: 'closed', message: 'the server closed the connection' });
    socket.on('data', (chunk: Buffer) => this.#receive(chunk));
    socket.on('error', (cause) => this.#finish({ failure: 'network', message: cause.message, cause }));
    socket.on('end', closed).on('close', closed);
    if (socket.destroyed || socket.readableEnded) closed();
    this.#forgetSignal = this.abortBy(signal);
  }

  /**
   * Resolves with the first line of a reply that says +OK, once the whole reply has arrived.
   * @throws Pop3Error
   */
  send(exchange: Exchange): Promise<StatusLine> {
    const pending = new Pending(exchange, this.abortBy(exchange.signal));
    if (this.#ending) {
      pending.reject(this.#ending);
    } else if (exchange.command === undefined) {
      this.turns.await(pending);
      this.#awaitNext();
    } else {
      this.turns.add(pending);
      this.#flushSoon();
    }
    return pending.reply;
  }

  /** Ends the connection because a reply makes no sense, and gives the error to throw. */
  breakOff(exchange: Exchange, message: string, reply: string): Pop3Error {
    const ending: Ending = { failure: 'protocol', message, reply: this.mask.apply(reply) };
    this.#finish(ending);
    return errorOf(exchange, ending);
  }

  /** Ends the connection at once; commands that still wait for a reply fail as `aborted`. */
  close(): void {
    this.#finish({ failure: 'aborted', message: 'the connection was closed on this side' });
  }

  /** The signal ends the connection, until the function that is returned has been called. */
  abortBy(signal: AbortSignal | undefined): () => void {
    if (!signal) return () => undefined;
    const abort = () =>
      this.#finish({ failure: 'aborted', message: 'cancelled', cause: signal.reason as unknown });
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
    return () => signal.removeEventListener('abort', abort);
  }

  /** In a microtask, so that commands given in one go leave in one packet. */
  #flushSoon(): void {
    if (this.#flushIsDue) return;
    this.#flushIsDue = true;
    queueMicrotask(() => {
      this.#flushIsDue = false;
      this.#flush();
    });
  }

  #flush(): void {
    if (this.#ending) return;
    const wasIdle = this.turns.current === undefined;
    let lines = '';
    for (const { exchange } of this.turns.send()) {
      const { command = '', shownCommand = command } = exchange;
      lines += `${command}\r\n`;
      this.#trace({ from: 'client', text: shownCommand });
    }
    if (lines !== '') this.#socket.write(lines);
    if (wasIdle) this.#awaitNext();
  }

  #receive(chunk: Buffer): void {
    if (this.#ending) return;
    try {
      this.#parser.write(chunk);
    } catch (error) {
      if (error instanceof ReplyViolation) {
        this.#finish({ failure: error.failure, message: error.message, reply: error.excerpt });
      } else {
        this.#finish({ failure: 'aborted', message: 'a reply could not be handled', cause: error });
      }
    }
  }

  /** Answers whether a body follows. */
  #onLine(octets: Buffer): boolean {
    const raw = this.mask.apply(octets.toString('utf8'));
    this.#trace({ from: 'server', text: raw });
    const pending = this.turns.current;
    if (!pending) throw new ReplyViolation('protocol', 'the server spoke out of turn', raw);
    pending.lastLine = raw;
    const line = parseStatusLine(octets);
    if (!line) throw new ReplyViolation('protocol', 'the reply begins with neither +OK nor -ERR', raw);
    if (line.indicator === '+') this.#answerChallenge(pending, line);
    else if (line.indicator === '-ERR') this.#refused(pending, line, raw);
    else if (pending.exchange.body) this.#beginBody(pending, line);
    else this.#settled().resolve(line);
    return pending.status !== undefined;
  }

  #answerChallenge({ exchange, lastLine }: Pending, line: StatusLine): void {
    if (!exchange.challenge) {
      throw new ReplyViolation('protocol', 'the server asked for more where nothing follows', lastLine);
    }
    const answer = exchange.challenge(line.text);
    this.#socket.write(`${answer.line}\r\n`);
    this.#trace({ from: 'client', text: answer.shown });
    this.#awaitNext();
  }

  #refused(pending: Pending, { code }: StatusLine, reply: string): void {
    this.#settled();
    pending.reject({
      failure: 'refused',
      message: `the server refused: ${reply.slice(0, 200)}`,
      reply,
      code,
    });
  }

  #beginBody(pending: Pending, line: StatusLine): void {
    pending.status = line;
    pending.exchange.body?.begin?.();
    this.#awaitNext();
  }

  #onBody(content: Buffer): void {
    this.turns.current?.exchange.body?.write(content);
    this.#awaitNext();
  }

  #onBodyEnd(): void {
    const pending = this.#settled();
    if (pending.status) pending.resolve(pending.status);
  }

  /** Takes the exchange in turn off the list. */
  #settled(): Pending {
    const pending = this.turns.settle();
    if (!pending) throw new ReplyViolation('protocol', 'the server spoke out of turn');
    this.#awaitNext();
    if (this.turns.someWait) this.#flushSoon();
    return pending;
  }

  /** Time runs while something is awaited and we are reading. */
  #awaitNext(): void {
    const next = this.turns.current;
    if (!next || this.backpressure.paused || this.#ending) this.#timer.stop();
    else this.#timer.restart(next.timeLimit(this.#timeouts));
  }

  #stopReading(stop: boolean): void {
    if (stop) this.#socket.pause();
    else this.#socket.resume();
    this.#awaitNext();
  }

  #finish(ending: Ending): void {
    if (this.#ending) return;
    const { reply } = ending;
    this.#ending = reply === undefined ? ending : { ...ending, reply: this.mask.apply(reply) };
    this.#timer.stop();
    this.#forgetSignal();
    this.#socket.destroy();
    for (const pending of this.turns.clear()) pending.reject(this.#ending);
  }
}
