import { describe, expect, test } from '@jest/globals';
import { connectPop3, type Pop3Client, type Pop3Options } from '../../../src/server/protocols/pop3/index.ts';
import { readAll } from './read-all.ts';
import type { Peer } from './scripted-server.ts';
import { credentials, failureOf, serve, signedIn } from './session.ts';

/** Sends the text again and again until the client has left. */
async function floodWith(peer: Peer, text: string): Promise<void> {
  const block = text.repeat(Math.ceil(16_384 / text.length));
  while (!peer.socket.destroyed) await new Promise<unknown>((done) => peer.socket.write(block, done));
}

describe('POP3: a server that sends too much', () => {
  const limits: Pop3Options['limits'] = {
    lineOctets: 1000,
    listingLines: 50,
    listingLineOctets: 100,
    capabilityLines: 20,
    messageOctets: 100_000,
  };
  const endless: [string, string, (client: Pop3Client) => Promise<unknown>][] = [
    ['a line without end', 'x', (client) => client.stat()],
    ['a capability list without end', 'FEATURE\r\n', (client) => client.capa()],
    ['a UIDL listing without end', '1 abc\r\n', (client) => client.uidl()],
    ['a LIST listing without end', '1 200\r\n', (client) => client.list()],
    ['a listing with a line without end', '1 ', (client) => client.list()],
    ['a message without end', 'line\r\n', async (client) => readAll(await client.retr(1))],
    ['a message without line ends', 'x', async (client) => readAll(await client.retr(1))],
    ['a header without end', 'X: y\r\n', async (client) => readAll(await client.top(1, 0))],
  ];

  test.each(endless)('%s is cut off', async (_, text, call) => {
    const { client, peer } = await signedIn(
      async (server) => {
        const command = await server.line();
        server.say(command === 'STAT' ? '+OK ' : '+OK\r\n');
        await floodWith(server, text);
      },
      { limits },
    );
    expect(await failureOf(call(client))).toMatchObject({ failure: 'limit' });
    await peer.gone;
  });

  test('a greeting without end is cut off', async () => {
    const server = await serve((peer) => floodWith(peer, '+OK '));
    expect(await failureOf(connectPop3(server.options))).toMatchObject({
      stage: 'greeting',
      failure: 'limit',
    });
  });

  test('the raw reply in an error is bounded', async () => {
    const { client } = await signedIn((peer) => peer.answer('STAT', `-ERR ${'x'.repeat(8000)}\r\n`));
    const error = (await failureOf(client.stat())) as { reply: string };
    expect(error.reply).toHaveLength(2048);
  });
});

describe('POP3: a server that does not answer', () => {
  const short = 40;
  const silentAt: [
    string,
    Partial<NonNullable<Pop3Options['timeouts']>>,
    (client: Pop3Client) => Promise<unknown>,
  ][] = [
    ['capa', { command: short }, (client) => client.capa()],
    ['stat', { command: short }, (client) => client.stat()],
    ['uidl', { command: short }, (client) => client.uidl()],
    ['list', { command: short }, (client) => client.listOf(1)],
    ['dele', { command: short }, (client) => client.dele(1)],
    ['quit', { command: short }, (client) => client.quit()],
  ];

  test.each(silentAt)('silence at %s ends in a timeout of that stage', async (stage, timeouts, call) => {
    const { client, peer } = await signedIn(() => undefined, { timeouts });
    expect(await failureOf(call(client))).toMatchObject({
      stage,
      failure: 'timeout',
      message: `${stage}: no answer within 0.04 s`,
    });
    await peer.gone;
  });

  test('no greeting', async () => {
    const server = await serve(() => undefined);
    const options = { ...server.options, timeouts: { greeting: short } };
    expect(await failureOf(connectPop3(options))).toMatchObject({ stage: 'greeting', failure: 'timeout' });
    await (
      await server.nextPeer()
    ).gone;
  });

  test.each([
    ['after AUTH', []],
    ['after the token', ['+ \r\n']],
    ['after the reason of a refusal', ['+ \r\n', '+ e30=\r\n']],
  ])('nothing %s', async (_, replies) => {
    const server = await serve(async (peer) => {
      peer.say('+OK\r\n');
      for (const reply of replies) {
        await peer.line();
        peer.say(reply);
      }
    });
    const client = await connectPop3({ ...server.options, timeouts: { auth: short } });
    expect(await failureOf(client.authXoauth2(credentials))).toMatchObject({
      stage: 'auth',
      failure: 'timeout',
    });
  });

  test('half a line is no answer, however long it drips', async () => {
    const { client } = await signedIn(
      async (peer) => {
        await peer.line();
        while (!peer.socket.destroyed) {
          peer.say('+');
          await new Promise((resolve) => setTimeout(resolve, short / 4));
        }
      },
      { timeouts: { command: short } },
    );
    expect(await failureOf(client.stat())).toMatchObject({ stage: 'stat', failure: 'timeout' });
  });

  test('a message that stops in the middle', async () => {
    const { client } = await signedIn((peer) => peer.answer('RETR 1', '+OK\r\nhalf a mess'), {
      timeouts: { body: short },
    });
    const content = await client.retr(1);
    expect(await failureOf(readAll(content))).toMatchObject({ stage: 'retr', failure: 'timeout' });
  });

  test('a slow reader is not a slow server', async () => {
    const message = 'x'.repeat(998) + '\r\n';
    const { client } = await signedIn(
      async (peer) => {
        await peer.answer('RETR 1', `+OK\r\n${message.repeat(2000)}.\r\n`);
        await peer.answer('NOOP', '+OK\r\n');
      },
      { timeouts: { body: short, command: short }, limits: { bufferOctets: 32_768 } },
    );
    let octets = 0;
    let first = true;
    for await (const chunk of await client.retr(1)) {
      octets += chunk.length;
      if (first) await new Promise((resolve) => setTimeout(resolve, 3 * short));
      first = false;
    }
    expect(octets).toBe(2_000_000);
    await client.noop();
  });
});

describe('POP3: a server that closes', () => {
  const steps = [
    '+OK\r\n',
    '+ \r\n',
    '+OK\r\n',
    '+OK 1 10\r\n',
    '+OK\r\n1 a\r\n.\r\n',
    '+OK\r\nmessage\r\n.\r\n',
    '+OK\r\n',
  ];
  const stages = ['greeting', 'auth', 'auth', 'stat', 'uidl', 'retr', 'quit'];

  async function wholeSession(options: Pop3Options): Promise<void> {
    const client = await connectPop3(options);
    await client.authXoauth2(credentials);
    await client.stat();
    await client.uidl();
    await readAll(await client.retr(1));
    await client.quit();
  }

  const places = stages.flatMap((stage, step) => [
    { stage, step, octets: 0, how: 'before its reply' },
    { stage, step, octets: 2, how: 'within its reply' },
    { stage, step, octets: -1, how: 'before the last octet of its reply' },
  ]);

  test.each(places)('at $stage (step $step), $how', async ({ stage, step, octets }) => {
    for (const cut of ['end', 'destroy'] as const) {
      const server = await serve(async (peer) => {
        for (const [index, reply] of steps.entries()) {
          if (index > 0) await peer.line();
          if (index === step) {
            const part = reply.slice(0, octets);
            if (cut === 'end') peer.socket.end(part);
            else peer.socket.write(part, () => peer.socket.destroy());
            return;
          }
          peer.say(reply);
        }
      });
      const error = await failureOf(wholeSession(server.options));
      expect(error).toMatchObject({ stage, failure: expect.stringMatching(/^(closed|network)$/) as unknown });
    }
  });
});
