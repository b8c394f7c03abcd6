import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { createServer as createTlsServer, TLSSocket } from 'node:tls';
import type { MailHost } from '../../src/server/config/cloud.ts';

const fixtures = join(import.meta.dirname, '../fixtures/mail-host');
/** Made for these tests, for `localhost` alone: it protects nothing. */
const certificate = {
  key: readFileSync(join(fixtures, 'key.pem')),
  cert: readFileSync(join(fixtures, 'certificate.pem')),
};

export interface PlayedMailHost extends MailHost {
  close(): Promise<void>;
}

/** What a line of the client is answered with; an unknown one gets the refusal of its protocol. */
export type Dialogue = Readonly<Record<string, string>>;

/** A POP3 host over TLS that says what the test wrote. */
export async function playPop3(answers: Dialogue, greeting = '+OK ready'): Promise<PlayedMailHost> {
  const server = createTlsServer(certificate, (socket) => converse(socket, greeting, answers, '-ERR'));
  return listening(server);
}

/** An SMTP host that says `before`, and `after` once STARTTLS has been agreed on. */
export async function playSmtp(before: Dialogue, after: Dialogue): Promise<PlayedMailHost> {
  const server = createServer((socket) => {
    const upgrade = () => {
      const secured = new TLSSocket(socket, { isServer: true, ...certificate });
      converse(secured, undefined, after, '502 5.5.1');
    };
    converse(socket, '220 mail host', before, '502 5.5.1', upgrade);
  });
  return listening(server);
}

function converse(
  socket: Socket,
  greeting: string | undefined,
  answers: Dialogue,
  refusal: string,
  upgrade?: () => void,
): void {
  socket.on('error', () => socket.destroy());
  if (greeting !== undefined) socket.write(`${greeting}\r\n`);
  const onData = (chunk: Buffer) => {
    const command = chunk.toString('latin1').trim();
    if (command === 'QUIT') {
      socket.end();
      return;
    }
    const [word = ''] = command.split(' ');
    if (word === 'STARTTLS' && upgrade) socket.off('data', onData);
    socket.write(`${answers[word] ?? refusal}\r\n`, () => {
      if (word === 'STARTTLS' && upgrade) upgrade();
    });
  };
  socket.on('data', onData);
}

async function listening(server: ReturnType<typeof createServer>): Promise<PlayedMailHost> {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  await new Promise<void>((ready) => server.listen(0, 'localhost', ready));
  const { port } = server.address() as AddressInfo;
  return {
    host: 'localhost',
    port,
    ca: certificate.cert.toString(),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of open) socket.destroy();
      }),
  };
}
