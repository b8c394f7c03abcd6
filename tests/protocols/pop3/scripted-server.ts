import { createServer, type TLSSocket } from 'node:tls';
import type { AddressInfo, Socket } from 'node:net';
import {
  createAuthority,
  type CertificateRequest,
  type IssuedCertificate,
} from '../../support/certificates.ts';
import type { Pop3Options } from '../../../src/server/protocols/pop3/index.ts';

/** The server's side of one connection. */
export class Peer {
  readonly socket: TLSSocket;
  /** Every line that the client has sent so far. */
  readonly received: string[] = [];
  /** Resolves when the client's side of the connection is gone. */
  readonly gone: Promise<void>;
  #text = '';
  #taken = 0;
  #wake: (() => void) | undefined;

  constructor(socket: TLSSocket) {
    this.socket = socket;
    socket.setNoDelay(true);
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => this.#onData(chunk));
    this.gone = new Promise((resolve) => socket.once('close', () => resolve()));
    void this.gone.then(() => this.#wake?.());
  }

  /** The next line of the client; rejects when the client leaves instead. */
  async line(): Promise<string> {
    while (this.#taken >= this.received.length) {
      if (this.socket.destroyed || this.socket.readableEnded) throw new Error('the client has left');
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    return this.received[this.#taken++]!;
  }

  say(text: string | Buffer): void {
    if (!this.socket.destroyed) this.socket.write(text);
  }

  /** Each octet in a packet of its own. */
  async sayByteByByte(text: string | Buffer): Promise<void> {
    for (const octet of Buffer.from(text as string, 'latin1')) {
      await new Promise<unknown>((resolve) => this.socket.write(Buffer.of(octet), resolve));
    }
  }

  /** Waits for the line and answers it. */
  async answer(expected: string, reply: string | Buffer): Promise<void> {
    const line = await this.line();
    if (line !== expected) throw new Error(`expected "${expected}", the client sent "${line}"`);
    this.say(reply);
  }

  /** Greeting and a sign-in that succeeds. */
  async signIn(): Promise<void> {
    this.say('+OK ready\r\n');
    await this.answer('AUTH XOAUTH2', '+ \r\n');
    await this.line();
    this.say('+OK signed in\r\n');
  }

  #onData(chunk: Buffer): void {
    const lines = (this.#text + chunk.toString('latin1')).split('\r\n');
    this.#text = lines.pop()!;
    this.received.push(...lines);
    this.#wake?.();
  }
}

export type Script = (peer: Peer) => Promise<void> | void;

export interface ScriptedServer {
  /** What a client needs to connect and to trust it; short limits, so that no test waits. */
  options: Pop3Options;
  /** Resolves with the server's side of the next connection. */
  nextPeer(): Promise<Peer>;
  /** Server names that clients asked for (SNI). */
  serverNames: (string | false | null)[];
  close(): Promise<void>;
}

const authority = createAuthority();
export const trusted = authority.certificate;
export const goodCertificate = authority.issue({ names: ['localhost'], addresses: ['127.0.0.1'] });
export const issue = (request: CertificateRequest): IssuedCertificate => authority.issue(request);

/** A server over TLS that does what the script says with each connection. A script that fails cuts the connection. */
export async function startScriptedServer(
  script: Script,
  certificate: IssuedCertificate = goodCertificate,
): Promise<ScriptedServer> {
  const peers: Peer[] = [];
  const waiting: ((peer: Peer) => void)[] = [];
  const serverNames: ScriptedServer['serverNames'] = [];
  const server = createServer({ cert: certificate.certificate, key: certificate.key }, (socket) => {
    serverNames.push(socket.servername ?? null);
    const peer = new Peer(socket);
    const waiter = waiting.shift();
    if (waiter) waiter(peer);
    else peers.push(peer);
    Promise.resolve(script(peer)).catch(() => socket.destroy());
  });
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    options: { host: 'localhost', port, ca: trusted },
    serverNames,
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
