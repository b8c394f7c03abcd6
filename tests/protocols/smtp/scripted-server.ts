import { createServer, type AddressInfo, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import {
  createAuthority,
  type CertificateRequest,
  type IssuedCertificate,
} from '../../support/certificates.ts';
import type { SmtpTarget } from '../../../src/server/protocols/smtp/index.ts';

const authority = createAuthority();
export const goodCertificate = authority.issue({ names: ['localhost'], addresses: ['127.0.0.1'] });
export const issue = (request: CertificateRequest): IssuedCertificate => authority.issue(request);

/** The server's side of one connection. */
export class Peer {
  /** Every line that the client has sent so far. */
  readonly received: string[] = [];
  /** Resolves when the client's side of the connection is gone. */
  readonly gone: Promise<void>;
  readonly #raw: Socket;
  readonly #certificate: IssuedCertificate;
  #socket: Socket;
  #text = '';
  #taken = 0;
  #wake: (() => void) | undefined;

  constructor(socket: Socket, certificate: IssuedCertificate) {
    this.#raw = this.#socket = socket;
    this.#certificate = certificate;
    socket.setNoDelay(true);
    socket.on('error', () => undefined).on('data', this.#onData);
    this.gone = new Promise((resolve) => socket.once('close', () => resolve()));
    void this.gone.then(() => this.#wake?.());
  }

  /** The next line of the client; rejects when the client leaves instead. */
  async line(): Promise<string> {
    while (this.#taken >= this.received.length) {
      if (this.#raw.destroyed || this.#socket.readableEnded) throw new Error('the client has left');
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    return this.received[this.#taken++]!;
  }

  say(text: string | Buffer): void {
    if (!this.#socket.destroyed) this.#socket.write(text);
  }

  /** Waits for the line and answers it. */
  async answer(expected: string | RegExp, reply: string): Promise<string> {
    const line = await this.line();
    if (typeof expected === 'string' ? line !== expected : !expected.test(line)) {
      throw new Error(`expected "${String(expected)}", the client sent "${line}"`);
    }
    this.say(reply);
    return line;
  }

  end(): void {
    this.#socket.end();
  }

  destroy(): void {
    this.#raw.destroy();
  }

  /** From here on the conversation is over TLS. */
  startTls(): void {
    this.#raw.off('data', this.#onData);
    const { certificate: cert, key } = this.#certificate;
    this.#socket = new TLSSocket(this.#raw, { isServer: true, cert, key });
    this.#socket.on('error', () => undefined).on('data', this.#onData);
  }

  /** Greeting, EHLO and STARTTLS, then EHLO over TLS with these extensions. */
  async secure(extensions: readonly string[] = ['AUTH XOAUTH2']): Promise<void> {
    this.say('220 ready\r\n');
    await this.answer(/^EHLO /, '250-hello\r\n250 STARTTLS\r\n');
    await this.answer('STARTTLS', '220 go ahead\r\n');
    this.startTls();
    await this.answer(/^EHLO /, multiline(['hello', ...extensions]));
  }

  /** All of that and a sign-in that succeeds. */
  async signIn(extensions?: readonly string[]): Promise<void> {
    await this.secure(extensions);
    await this.answer('AUTH XOAUTH2', '334 \r\n');
    await this.line();
    this.say('235 2.7.0 welcome\r\n');
  }

  /** The lines of a message up to the dot, which is not one of them. */
  async message(): Promise<string[]> {
    const lines: string[] = [];
    for (;;) {
      const line = await this.line();
      if (line === '.') return lines;
      lines.push(line);
    }
  }

  readonly #onData = (chunk: Buffer): void => {
    const lines = (this.#text + chunk.toString('latin1')).split('\r\n');
    this.#text = lines.pop()!;
    this.received.push(...lines);
    this.#wake?.();
  };
}

const multiline = (words: readonly string[]): string =>
  words.map((word, index) => `250${index < words.length - 1 ? '-' : ' '}${word}\r\n`).join('');

export type Script = (peer: Peer) => Promise<void> | void;

export interface ScriptedServer {
  /** What a client needs to connect and to trust it. */
  target: SmtpTarget;
  /** Resolves with the server's side of the next connection. */
  nextPeer(): Promise<Peer>;
  close(): Promise<void>;
}

/** An SMTP server that does what the script says with each connection. A script that fails cuts the connection. */
export async function startScriptedServer(
  script: Script,
  certificate: IssuedCertificate = goodCertificate,
): Promise<ScriptedServer> {
  const peers: Peer[] = [];
  const waiting: ((peer: Peer) => void)[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    const peer = new Peer(socket, certificate);
    const waiter = waiting.shift();
    if (waiter) waiter(peer);
    else peers.push(peer);
    Promise.resolve(script(peer)).catch(() => peer.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    target: { host: 'localhost', port, ca: authority.certificate },
    nextPeer: () => {
      const peer = peers.shift();
      return peer ? Promise.resolve(peer) : new Promise((resolve) => waiting.push(resolve));
    },
    close: () => {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
