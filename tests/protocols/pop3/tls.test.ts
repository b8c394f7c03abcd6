import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { connectPop3, evidenceOf, Pop3Error } from '../../../src/server/protocols/pop3/index.ts';
import { createAuthority, selfSigned } from '../../support/certificates.ts';
import { issue, startScriptedServer, type ScriptedServer } from './scripted-server.ts';
import { failureOf } from './session.ts';

const names = ['localhost'];
const day = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * day);

let server: ScriptedServer | undefined;
let plain: Server | undefined;

afterEach(async () => {
  await server?.close();
  await new Promise<unknown>((resolve) => (plain ? plain.close(resolve) : resolve(undefined)));
  server = plain = undefined;
});

async function listenInClear(onConnection: (socket: Socket) => void): Promise<number> {
  const started = createServer((socket) => {
    socket.on('error', () => undefined).resume();
    onConnection(socket);
  });
  plain = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return (started.address() as AddressInfo).port;
}

describe('POP3 over TLS', () => {
  test.each([
    ['expired', issue({ names, validFrom: inDays(-9), validTo: inDays(-1) }), 'CERT_HAS_EXPIRED'],
    ['not yet valid', issue({ names, validFrom: inDays(1), validTo: inDays(9) }), 'CERT_NOT_YET_VALID'],
    ['self-signed', selfSigned({ names }), 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['of an unknown authority', createAuthority().issue({ names }), 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['for another name', issue({ names: ['pop.other.example'] }), 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ])('a certificate that is %s is refused before a word is said', async (_, certificate, code) => {
    server = await startScriptedServer((peer) => peer.say('+OK\r\n'), certificate);
    const error = await failureOf(connectPop3(server.options));
    expect(error).toBeInstanceOf(Pop3Error);
    expect(error).toMatchObject({ stage: 'tls', failure: 'network', cause: { code } });
    expect(evidenceOf(error as Pop3Error, 'localhost')).toMatchObject({
      protocol: 'pop3',
      stage: 'pop3-connect',
      networkError: { code, host: 'localhost' },
    });
  });

  test('the name of the host is sent, and another one where it is given', async () => {
    server = await startScriptedServer(
      (peer) => peer.say('+OK hello\r\n'),
      issue({ names: [...names, 'pop.muster.example'] }),
    );
    for (const serverName of [undefined, 'pop.muster.example']) {
      const client = await connectPop3({ ...server.options, serverName });
      expect(client.greeting).toBe('hello');
      expect(client.security).toEqual({
        protocol: 'TLSv1.3',
        cipher: expect.stringContaining('TLS_') as unknown,
      });
      client.close();
    }
    expect(server.serverNames).toEqual(['localhost', 'pop.muster.example']);
  });

  test('an address instead of a name is checked against the addresses of the certificate', async () => {
    server = await startScriptedServer((peer) => peer.say('+OK\r\n'));
    const client = await connectPop3({ ...server.options, host: '127.0.0.1' });
    client.close();
    expect(server.serverNames).toEqual([false]);
  });

  test('a server that answers in clear is an error of TLS', async () => {
    const port = await listenInClear((socket) => socket.write('+OK ready\r\n'));
    const error = await failureOf(connectPop3({ host: 'localhost', port }));
    expect(error).toMatchObject({ stage: 'tls', failure: 'network' });
  });

  test('a server that never begins TLS', async () => {
    const port = await listenInClear(() => undefined);
    const error = await failureOf(connectPop3({ host: 'localhost', port, timeouts: { tls: 40 } }));
    expect(error).toMatchObject({ stage: 'tls', failure: 'timeout' });
  });

  test('a server that closes at once', async () => {
    const port = await listenInClear((socket) => socket.destroy());
    const error = (await failureOf(connectPop3({ host: 'localhost', port }))) as Pop3Error;
    expect(error).toMatchObject({ stage: 'tls' });
    expect(evidenceOf(error, 'localhost').networkError?.code).toBe('ECONNRESET');
  });

  test('nobody listens', async () => {
    const port = await listenInClear(() => undefined);
    await new Promise((resolve) => plain!.close(resolve));
    plain = undefined;
    const error = (await failureOf(connectPop3({ host: 'localhost', port }))) as Pop3Error;
    expect(error).toMatchObject({ stage: 'connect', failure: 'network' });
    expect(evidenceOf(error, 'localhost').networkError?.code).toBe('ECONNREFUSED');
  });

  test('a name that does not exist', async () => {
    const error = (await failureOf(connectPop3({ host: 'pop.invalid', port: 995 }))) as Pop3Error;
    expect(error).toMatchObject({ stage: 'connect', failure: 'network' });
    expect(evidenceOf(error, 'pop.invalid').networkError?.code).toMatch(/^(ENOTFOUND|EAI_AGAIN)$/);
  });
});
