import type { Socket } from 'node:net';
import { TLSSocket, type SecureContext } from 'node:tls';

import { MessageCollector } from './message-collector.ts';

/** Why no further line comes. */
export type EndReason = 'closed' | 'idle' | 'line-too-long';

export class ConnectionEnd extends Error {
  override readonly name = 'ConnectionEnd';
  readonly reason: EndReason;

  constructor(reason: EndReason) {
    super(`The connection ends: ${reason}.`);
    this.reason = reason;
  }
}

const lineFeed = 10;
const handshakeMs = 10_000;
const lingerMs = 2000;

/**
 * One client, read line by line. Nothing is read ahead: the socket is paused until the next line is asked for, so that a
 * client cannot fill the memory, and commands sent together are answered one after the other.
 */
export class MailConnection {
  #socket: Socket;
  #pending: Buffer = Buffer.alloc(0);
  #ended = false;
  #wake: (() => void) | undefined;

  constructor(socket: Socket) {
    this.#socket = socket;
    // Each answer is small and waited for: Nagle's algorithm would add tens of milliseconds to every one.
    socket.setNoDelay(true);
    this.#listen(socket);
  }

  /** Turns to TLS. What came before in clear is dropped, or an attacker could slip commands in (RFC 3207 section 6). */
  async secure(secureContext: SecureContext): Promise<void> {
    const clear = this.#socket;
    clear.removeAllListeners('data');
    clear.removeAllListeners('end');
    this.#pending = Buffer.alloc(0);
    const socket = new TLSSocket(clear, { isServer: true, secureContext });
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => socket.destroy(), handshakeMs);
      socket.once('secure', resolve);
      socket.once('error', () => reject(new ConnectionEnd('closed')));
      socket.once('close', () => reject(new ConnectionEnd('closed')));
      socket.once('secure', () => clearTimeout(timer));
      socket.once('close', () => clearTimeout(timer));
    });
    this.#socket = socket;
    this.#listen(socket);
  }

  /**
   * The next line without its end; bytes one to one as characters, since a mail protocol's lines may hold any.
   *
   * @throws ConnectionEnd
   */
  async readLine(maximumBytes: number, idleMs: number): Promise<string> {
    for (;;) {
      const end = this.#pending.indexOf(lineFeed);
      if (end > maximumBytes || (end === -1 && this.#pending.length > maximumBytes)) {
        throw new ConnectionEnd('line-too-long');
      }
      if (end !== -1) {
        const line = this.#pending.subarray(0, end).toString('latin1');
        this.#pending = this.#pending.subarray(end + 1);
        return line.endsWith('\r') ? line.slice(0, -1) : line;
      }
      await this.#more(idleMs);
    }
  }

  /**
   * A message up to the line with the single dot (RFC 5321 section 4.5.2), without the dots that were put in front.
   *
   * @returns 'too-large' when it is; it has been read to its end all the same, for the client listens only then
   * @throws ConnectionEnd
   */
  async readMessage(maximumBytes: number, idleMs: number): Promise<Buffer | 'too-large'> {
    const collector = new MessageCollector(maximumBytes);
    for (;;) {
      const rest = collector.take(this.#pending);
      this.#pending = rest ?? Buffer.alloc(0);
      if (rest) return collector.message();
      await this.#more(idleMs);
    }
  }

  /** Sends and waits until the client has room for more. */
  async write(bytes: Uint8Array): Promise<void> {
    const socket = this.#socket;
    if (socket.write(bytes) || socket.destroyed) return;
    await new Promise<void>((resolve) => {
      socket.once('drain', resolve);
      socket.once('close', resolve);
    });
  }

  /** Says goodbye. What the client still sends is thrown away: closing on unread bytes would take the last answer back. */
  end(): void {
    const socket = this.#socket;
    socket.removeAllListeners('data');
    socket.resume();
    socket.end();
    setTimeout(() => socket.destroy(), lingerMs).unref();
  }

  destroy(): void {
    this.#socket.destroy();
  }

  #listen(socket: Socket): void {
    const ended = (): void => {
      this.#ended = true;
      this.#wake?.();
    };
    socket.on('data', (chunk: Buffer) => {
      socket.pause();
      this.#pending = this.#pending.length > 0 ? Buffer.concat([this.#pending, chunk]) : chunk;
      this.#wake?.();
    });
    socket.on('end', ended);
    socket.on('close', ended);
    socket.on('error', () => socket.destroy());
    socket.pause();
  }

  async #more(idleMs: number): Promise<void> {
    if (this.#ended) throw new ConnectionEnd('closed');
    const before = this.#pending.length;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      timer = setTimeout(resolve, idleMs);
      this.#socket.resume();
    });
    clearTimeout(timer);
    this.#wake = undefined;
    if (this.#pending.length === before) throw new ConnectionEnd(this.#reasonOfSilence());
  }

  #reasonOfSilence(): EndReason {
    return this.#ended ? 'closed' : 'idle';
  }
}
