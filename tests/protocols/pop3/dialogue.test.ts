import { describe, expect, test } from '@jest/globals';
import { connectPop3, type TraceLine } from '../../../src/server/protocols/pop3/index.ts';
import { readAll } from './read-all.ts';
import { credentials, failureOf, serve, signedIn } from './session.ts';

const challenge = (json: string) => `+ ${Buffer.from(json).toString('base64')}\r\n`;

describe('POP3 sign-in', () => {
  test('AUTH goes in two lines, and the reason of a refusal is fetched with an empty line', async () => {
    const server = await serve(async (peer) => {
      peer.say('+OK ready\r\n');
      await peer.answer('AUTH XOAUTH2', '+ \r\n');
      await peer.line();
      peer.say(challenge('{"status":"401","schemes":"bearer"}'));
      await peer.answer('', '-ERR [AUTH] no such luck\r\n');
    });
    const client = await connectPop3(server.options);
    const error = await failureOf(client.authXoauth2(credentials));
    const { received } = await server.nextPeer();
    expect(Buffer.from(received[1]!, 'base64').toString()).toBe(
      'user=anna@muster.example\x01auth=Bearer a.secret.token\x01\x01',
    );
    expect(error).toMatchObject({
      stage: 'auth',
      failure: 'refused',
      command: 'AUTH XOAUTH2',
      reply: '-ERR [AUTH] no such luck',
      code: 'AUTH',
      xoauth2: { status: '401', schemes: 'bearer' },
      accessTokenLength: 14,
    });
    client.close();
  });

  test('a server that closes right after the reason still leaves the reason', async () => {
    const server = await serve(async (peer) => {
      peer.say('+OK\r\n');
      await peer.answer('AUTH XOAUTH2', '+\r\n');
      await peer.line();
      peer.socket.end(challenge('{"status":"400"}'));
    });
    const client = await connectPop3(server.options);
    const error = await failureOf(client.authXoauth2(credentials));
    expect(error).toMatchObject({ stage: 'auth', failure: 'closed', xoauth2: { status: '400' } });
    expect(error).toMatchObject({ reply: expect.stringMatching(/^\+ ey/) as unknown });
  });

  test('Exchange refuses with one line and no reason', async () => {
    const refusal = '-ERR Authentication failure: unknown user name or bad password.';
    const server = await serve(async (peer) => {
      peer.say('+OK The Microsoft Exchange POP3 service is ready. [RABvAA==]\r\n');
      await peer.answer('AUTH XOAUTH2', '+ \r\n');
      await peer.line();
      peer.socket.end(`${refusal}\r\n`);
    });
    const client = await connectPop3(server.options);
    expect(await failureOf(client.authXoauth2(credentials))).toMatchObject({
      failure: 'refused',
      reply: refusal,
      code: undefined,
      xoauth2: undefined,
    });
  });

  test('in one line the token goes with the command and is masked in the error', async () => {
    const server = await serve(async (peer) => {
      peer.say('+OK\r\n');
      await peer.line();
      peer.say('-ERR Protocol error. 11\r\n');
    });
    const client = await connectPop3(server.options);
    const error = await failureOf(client.authXoauth2(credentials, { oneLine: true }));
    expect((await server.nextPeer()).received[0]).toMatch(/^AUTH XOAUTH2 dXNlcj1/);
    expect(error).toMatchObject({ command: 'AUTH XOAUTH2 ***', reply: '-ERR Protocol error. 11' });
    client.close();
  });

  test.each([
    ['agrees before it has seen the token', ['+OK come in\r\n']],
    ['agrees after it has refused the token', ['+ \r\n', challenge('{}'), '+OK never mind\r\n']],
    ['asks again and again', ['+ \r\n', challenge('{}'), challenge('{}')]],
  ])('a server that %s has let nobody in', async (_, replies) => {
    const server = await serve(async (peer) => {
      peer.say('+OK\r\n');
      for (const reply of replies) {
        await peer.line();
        peer.say(reply);
      }
    });
    const client = await connectPop3(server.options);
    expect(await failureOf(client.authXoauth2(credentials))).toMatchObject({
      stage: 'auth',
      failure: 'protocol',
    });
  });

  test('nothing is sent behind AUTH, where the server would read it as part of the sign-in', async () => {
    const server = await serve(async (peer) => {
      peer.say('+OK\r\n');
      await peer.answer('CAPA', '+OK\r\nPIPELINING\r\nSASL XOAUTH2\r\n.\r\n');
      await peer.answer('AUTH XOAUTH2', '+ \r\n');
      await peer.line();
      expect(peer.received).toHaveLength(3);
      peer.say('+OK\r\n');
      await peer.answer('STAT', '+OK 1 2\r\n');
    });
    const client = await connectPop3(server.options);
    await client.capa();
    const [, maildrop] = await Promise.all([client.authXoauth2(credentials), client.stat()]);
    expect(maildrop).toEqual({ messages: 1, octets: 2 });
    client.close();
  });

  test('neither trace nor errors repeat the token, even when the server does', async () => {
    const server = await serve(async (peer) => {
      peer.say('+OK\r\n');
      await peer.answer('AUTH XOAUTH2', '+ \r\n');
      const response = await peer.line();
      peer.say(`-ERR what is ${response} and a.secret.token?\r\n`);
    });
    const lines: TraceLine[] = [];
    const client = await connectPop3({ ...server.options, trace: (line) => lines.push(line) });
    const error = await failureOf(client.authXoauth2(credentials));
    expect((error as Error).message).toBe('auth: the server refused: -ERR what is *** and ***?');
    expect(lines).toEqual([
      { from: 'server', text: '+OK' },
      { from: 'client', text: 'AUTH XOAUTH2' },
      { from: 'server', text: '+ ' },
      { from: 'client', text: '***' },
      { from: 'server', text: '-ERR what is *** and ***?' },
    ]);
    client.close();
  });
});

describe('POP3 replies', () => {
  test('a reply of single octets in packets of their own is the same reply', async () => {
    const message = Buffer.from('Subject: \xfc\r\n\r\n..stuffed\r\n\0\x80\xff\r\n.\r\n', 'latin1');
    const { client } = await signedIn(async (peer) => {
      await peer.line();
      await peer.sayByteByByte('+OK 1 40\r\n');
      await peer.line();
      await peer.sayByteByByte(`+OK\r\n${message.toString('latin1')}`);
    });
    expect(await client.stat()).toEqual({ messages: 1, octets: 40 });
    const content = await readAll(await client.retr(1));
    expect(content.toString('latin1')).toBe('Subject: \xfc\r\n\r\n.stuffed\r\n\0\x80\xff\r\n');
  });

  test.each(['SYS/TEMP', 'SYS/PERM', 'IN-USE', 'LOGIN-DELAY', 'AUTH'])(
    'the response code %s is read',
    async (code) => {
      const { client } = await signedIn((peer) =>
        peer.answer('STAT', `-ERR [${code.toLowerCase()}] later\r\n`),
      );
      expect(await failureOf(client.stat())).toMatchObject({ stage: 'stat', failure: 'refused', code });
    },
  );

  test('a refused greeting is an error of the stage greeting', async () => {
    const server = await serve((peer) => peer.say('-ERR [SYS/TEMP] Server Unavailable. 21\r\n'));
    expect(await failureOf(connectPop3(server.options))).toMatchObject({
      stage: 'greeting',
      failure: 'refused',
      command: undefined,
      code: 'SYS/TEMP',
    });
  });

  test('after a refusal the session goes on', async () => {
    const { client } = await signedIn(async (peer) => {
      await peer.answer('RETR 1', '-ERR no such message\r\n');
      await peer.answer('RETR 2', '+OK\r\nx\r\n.\r\n');
      await peer.answer('QUIT', '+OK\r\n');
    });
    expect(await failureOf(client.retr(1))).toMatchObject({ stage: 'retr', command: 'RETR 1' });
    expect((await readAll(await client.retr(2))).toString()).toBe('x\r\n');
    await client.quit();
  });

  test('a QUIT that is refused is an error: nothing counts as removed', async () => {
    const { client, peer } = await signedIn((server) =>
      server.answer('QUIT', '-ERR some deleted messages not removed\r\n'),
    );
    expect(await failureOf(client.quit())).toMatchObject({ stage: 'quit', failure: 'refused' });
    await peer.gone;
  });

  test.each([
    ['HTML', '<html>\r\n'],
    ['a banner of another protocol', '220 mail.example ESMTP\r\n'],
    ['+OKAY', '+OKAY\r\n'],
    ['an empty line', '\r\n'],
    ['a question where nothing follows', '+ more?\r\n'],
  ])('%s instead of a reply ends the connection and is shown', async (_, reply) => {
    const server = await serve((peer) => peer.say(reply));
    expect(await failureOf(connectPop3(server.options))).toMatchObject({
      stage: 'greeting',
      failure: 'protocol',
      reply: reply.trimEnd(),
    });
    await (
      await server.nextPeer()
    ).gone;
  });

  test.each([
    ['STAT', '+OK many\r\n', 'stat'],
    ['STAT', '+OK 1\r\n', 'stat'],
    ['STAT', '+OK 99999999999999999999 1\r\n', 'stat'],
    ['UIDL 1', '+OK 2 abc\r\n', 'uidl'],
    ['LIST 1', '+OK\r\n', 'list'],
    ['UIDL', '+OK\r\n1 a\r\nnonsense\r\n.\r\n', 'uidl'],
    ['UIDL', '+OK\r\n0 a\r\n.\r\n', 'uidl'],
    ['LIST', '+OK\r\n1 -5\r\n.\r\n', 'list'],
  ] as const)('a reply to %s that makes no sense (%j) is not believed', async (command, reply, stage) => {
    const { client } = await signedIn((peer) => peer.answer(command, reply));
    const calls = {
      STAT: () => client.stat(),
      UIDL: () => client.uidl(),
      LIST: () => client.list(),
      'UIDL 1': () => client.uidlOf(1),
      'LIST 1': () => client.listOf(1),
    };
    expect(await failureOf(calls[command]())).toMatchObject({ stage, command, failure: 'protocol' });
  });

  test('a server that speaks out of turn cannot answer a command in advance', async () => {
    const { client, peer } = await signedIn((server) => server.answer('NOOP', '+OK\r\n+OK 5 500\r\n'));
    await client.noop();
    await peer.gone;
    expect(await failureOf(client.stat())).toMatchObject({ failure: 'protocol', reply: '+OK 5 500' });
  });

  test('the last words of a server that ends an idle session are kept for the next command', async () => {
    const { client, peer } = await signedIn((server) => server.say('-ERR Connection is closed. 14\r\n'));
    await peer.gone;
    expect(await failureOf(client.stat())).toMatchObject({
      stage: 'stat',
      reply: '-ERR Connection is closed. 14',
    });
  });

  test('capabilities are read whatever their case', async () => {
    const { client } = await signedIn((peer) =>
      peer.answer('CAPA', '+OK\r\nTop\r\nsasl plain xoauth2\r\nX-OWN a  b\r\n.\r\n'),
    );
    const capabilities = await client.capa();
    expect(capabilities).toMatchObject({
      mechanisms: ['PLAIN', 'XOAUTH2'],
      top: true,
      uidl: false,
      pipelining: false,
    });
    expect(capabilities.all.get('X-OWN')).toEqual(['a', 'b']);
  });

  test.each([0, -1, 1.5, Number.NaN])(
    '%p is no message number and never reaches the server',
    async (number) => {
      const { client, peer } = await signedIn(() => undefined);
      await expect(client.dele(number)).rejects.toThrow(RangeError);
      await expect(client.retr(number)).rejects.toThrow(RangeError);
      const retrieval = client.retrieve([{ number }]);
      await expect(retrieval.next()).rejects.toThrow(RangeError);
      expect(peer.received).toHaveLength(2);
    },
  );
});
