import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

import { proxyPage } from '../../control/proxy-page.ts';
import type { MailCertificates } from '../certificates.ts';
import { converse, type Conversation } from './conversation.ts';
import { ConnectionEnd, MailConnection } from './mail-connection.ts';
import type { WireFaults } from './wire-faults.ts';

export interface MailListenerOptions {
  /** 0: any free port. */
  port: number;
  host: string;
  /** TLS from the first byte (POP3S), or on demand (STARTTLS). */
  tls: 'implicit' | 'on-demand';
  certificates: MailCertificates;
  faults: WireFaults;
  /** @param clientAddress as the socket names it */
  open(clientAddress: string): Conversation;
}

export interface MailListener {
  port: number;
  close(): Promise<void>;
}

/** More clients than this are turned away by the operating system's own means. */
const maximumConnections = 100;

/** What a firm's web gateway says to somebody who does not speak HTTP to it. */
const proxyAnswer = `HTTP/1.1 403 Forbidden\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\n\r\n${proxyPage}`;

/** @throws Error (EADDRINUSE and the like) when the port cannot be had */
export async function listenForMail(options: MailListenerOptions): Promise<MailListener> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    serve(options, socket).catch((error: unknown) => {
      socket.destroy();
      if (!(error instanceof ConnectionEnd)) process.emitWarning(error as Error);
    });
  });
  server.maxConnections = maximumConnections;
  await listening(server, options);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of open) socket.destroy();
      }),
  };
}

async function serve(options: MailListenerOptions, socket: Socket): Promise<void> {
  const { faults, certificates } = options;
  if (faults.dropsAt('connect')) {
    socket.destroy();
    return;
  }
  if (faults.isSilent()) return;
  if (faults.isProxyBlocked()) {
    socket.end(proxyAnswer);
    return;
  }
  const connection = new MailConnection(socket);
  const secure = async (): Promise<void> => {
    if (faults.dropsAt('tls')) {
      connection.destroy();
      throw new ConnectionEnd('closed');
    }
    await connection.secure(certificates.context(faults.untrusted()));
  };
  if (options.tls === 'implicit') await secure();
  const conversation = options.open(socket.remoteAddress ?? '127.0.0.1');
  await converse({ connection, conversation, faults, secure });
}

function listening(server: Server, { port, host }: MailListenerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
