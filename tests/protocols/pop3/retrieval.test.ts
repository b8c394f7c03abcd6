import { describe, expect, test } from '@jest/globals';
import type { Pop3Options, RetrievedMessage } from '../../../src/server/protocols/pop3/index.ts';
import { readAll } from './read-all.ts';
import type { Peer } from './scripted-server.ts';
import { failureOf, signedIn } from './session.ts';

const numbered = (count: number, octets?: number) =>
  Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    ...(octets === undefined ? {} : { octets }),
  }));

const reply = (command: string) => `+OK\r\n${command}\r\n.\r\n`;

async function offerPipelining(peer: Peer): Promise<void> {
  await peer.answer('CAPA', '+OK\r\nPIPELINING\r\n.\r\n');
}

/** Text of a message, or how it was refused. */
async function textOf(message: RetrievedMessage): Promise<string> {
  return 'refusal' in message ? message.refusal.failure : (await readAll(message.content)).toString().trim();
}

/** The commands that have come when the client, having nothing to read, sends no more. */
async function commandsWaiting(peer: Peer, count: number): Promise<string[]> {
  const lines: string[] = [];
  while (lines.length < count) lines.push(await peer.line());
  await new Promise((resolve) => setImmediate(resolve));
  return peer.received.slice(peer.received.indexOf(lines[0]!));
}

describe('POP3 retrieval without PIPELINING', () => {
  test('one command at a time, even when many are given at once', async () => {
    const { client, peer } = await signedIn(async (server) => {
      for (let number = 1; number <= 3; number++) {
        expect(await commandsWaiting(server, 1)).toEqual([`DELE ${number}`]);
        server.say('+OK\r\n');
      }
    });
    await Promise.all([client.dele(1), client.dele(2), client.dele(3)]);
    expect(peer.received.slice(2)).toEqual(['DELE 1', 'DELE 2', 'DELE 3']);
  });

  test('the next RETR leaves when the last octet has come, while the reader still has the first message', async () => {
    let secondAsked: () => void;
    const asked = new Promise<void>((resolve) => (secondAsked = resolve));
    const { client } = await signedIn(async (peer) => {
      await peer.answer('RETR 1', reply('RETR 1'));
      const command = await peer.line();
      secondAsked();
      peer.say(reply(command));
    });
    const texts: string[] = [];
    for await (const message of client.retrieve(numbered(2))) {
      await asked; // a reader that is busy until then would wait for ever if it were waited for
      texts.push(await textOf(message));
    }
    expect(texts).toEqual(['RETR 1', 'RETR 2']);
  });

  test('a reader that stays behind stops the server: what is held is bounded', async () => {
    const bufferOctets = 128 * 1024;
    let sent = 0;
    let served = 0;
    const body = `${'x'.repeat(998)}\r\n`.repeat(64);
    const { client, peer } = await signedIn(
      async (server) => {
        for (;;) {
          await server.line();
          served++;
          server.say(`+OK\r\n${body}.\r\n`);
          sent += body.length;
        }
      },
      { limits: { bufferOctets } },
    );
    const retrieval = client.retrieve(numbered(200));
    const first = await retrieval.next();
    // Wait until nothing moves: the client has stopped asking although nobody has read a byte.
    for (let before = -1; before !== served;) {
      before = served;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(served).toBeLessThan(6);
    expect(sent).toBeLessThan(bufferOctets + 4 * body.length);
    let octets = (await readAll((first.value as { content: AsyncIterable<Buffer> }).content)).length;
    for await (const message of retrieval)
      octets += 'content' in message ? (await readAll(message.content)).length : 0;
    expect(octets).toBe(200 * body.length);
    client.close();
    await peer.gone;
  });

  test('a message left half read is skipped, the next one is whole', async () => {
    const { client } = await signedIn(async (peer) => {
      await peer.answer('RETR 1', `+OK\r\n${'line\r\n'.repeat(50_000)}.\r\n`);
      await peer.answer('RETR 2', reply('RETR 2'));
    });
    const texts: string[] = [];
    for await (const message of client.retrieve(numbered(2))) {
      if (!('content' in message)) throw message.refusal;
      for await (const chunk of message.content) {
        texts.push(chunk.toString('latin1').slice(0, 6));
        break;
      }
    }
    expect(texts).toEqual(['line\r\n', 'RETR 2']);
  });

  test('a retrieval left early leaves a session that can be used', async () => {
    const { client } = await signedIn(async (peer) => {
      for (let line = await peer.line(); line !== 'QUIT'; line = await peer.line()) peer.say(reply(line));
      peer.say('+OK\r\n');
    });
    for await (const message of client.retrieve(numbered(100))) {
      expect(await textOf(message)).toBe('RETR 1');
      break;
    }
    await client.quit();
  });
});

describe('POP3 retrieval with PIPELINING', () => {
  async function waitingAtServer(
    count: number,
    octets: number | undefined,
    expected: number,
    limits: Pop3Options['limits'] = {},
  ): Promise<string[]> {
    let waiting: string[] = [];
    const { client } = await signedIn(
      async (peer) => {
        await offerPipelining(peer);
        waiting = await commandsWaiting(peer, expected);
        peer.socket.destroy();
      },
      { limits },
    );
    await client.capa();
    await failureOf(client.retrieve(numbered(count, octets)).next());
    return waiting;
  }

  test('512 commands are under way at once', async () => {
    const waiting = await waitingAtServer(1000, 100, 512);
    expect(waiting).toEqual(numbered(512).map(({ number }) => `RETR ${number}`));
  });

  test('not more than 4 MB are asked for at once', async () => {
    expect(await waitingAtServer(100, 1024 * 1024, 4)).toHaveLength(4);
  });

  test('a message larger than that is asked for alone', async () => {
    expect(await waitingAtServer(3, 50 * 1024 * 1024, 1)).toHaveLength(1);
  });

  test('without sizes the number of messages is bounded all the same', async () => {
    expect(await waitingAtServer(1000, undefined, 64)).toHaveLength(64);
  });

  test('refusals in between keep every reply with its message', async () => {
    const { client } = await signedIn(async (peer) => {
      await offerPipelining(peer);
      for (;;) {
        const command = await peer.line();
        peer.say(Number(command.slice(5)) % 3 === 0 ? '-ERR gone\r\n' : reply(command));
      }
    });
    await client.capa();
    const texts: string[] = [];
    for await (const message of client.retrieve(numbered(30))) texts.push(await textOf(message));
    expect(texts).toEqual(
      numbered(30).map(({ number }) => (number % 3 === 0 ? 'refused' : `RETR ${number}`)),
    );
  });

  test('a connection that breaks fails the message under way and ends the retrieval', async () => {
    const { client } = await signedIn(async (peer) => {
      await offerPipelining(peer);
      await peer.answer('RETR 1', reply('RETR 1'));
      peer.socket.end('+OK\r\nhalf');
    });
    await client.capa();
    const texts: string[] = [];
    const retrieval = (async () => {
      for await (const message of client.retrieve(numbered(10))) texts.push(await textOf(message));
    })();
    expect(await failureOf(retrieval)).toMatchObject({ stage: 'retr', command: 'RETR 2', failure: 'closed' });
    expect(texts).toEqual(['RETR 1']);
  });

  test('a list of messages that fails on the way reaches the caller after the messages before it', async () => {
    const { client } = await signedIn(async (peer) => {
      await offerPipelining(peer);
      for (;;) peer.say(reply(await peer.line()));
    });
    await client.capa();
    function* source() {
      yield { number: 1 };
      yield { number: 2 };
      throw new Error('no list');
    }
    const texts: string[] = [];
    const retrieval = (async () => {
      for await (const message of client.retrieve(source())) texts.push(await textOf(message));
    })();
    expect(await failureOf(retrieval)).toMatchObject({ message: 'no list' });
    expect(texts).toEqual(['RETR 1', 'RETR 2']);
  });
});
