import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { connectPop3, Pop3Error, type Pop3Options } from '../../../src/server/protocols/pop3/index.ts';
import { readAll } from './read-all.ts';
import { startScriptedServer, type ScriptedServer } from './scripted-server.ts';
import { credentials } from './session.ts';

const replies = fc.constantFrom(
  ...[
    '+OK\r\n',
    '+OK 2 200\r\n',
    '-ERR [SYS/TEMP] x\r\n',
    '+ \r\n',
    '+ e30=\r\n',
    '+OK\r\n1 a\r\n2 b\r\n.\r\n',
  ],
  ...[
    '.\r\n',
    '\r\n',
    '..',
    '\n',
    '+OK',
    '-ERR',
    '+OK\r\nSubject: x\r\n\r\n..\r\n.\r\n',
    '\0',
    'x'.repeat(9000),
  ],
);
const garbage = fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes).toString('latin1'));
/** What the server says after each line of the client; then it says nothing, or closes. */
const scripts = fc.record({
  turns: fc.array(fc.array(fc.oneof({ weight: 4, arbitrary: replies }, garbage), { maxLength: 3 }), {
    maxLength: 12,
  }),
  ending: fc.constantFrom('silence', 'end', 'end', 'destroy', 'destroy'),
});

async function wholeSession(options: Pop3Options): Promise<void> {
  const client = await connectPop3(options);
  try {
    await client.capa();
    await client.authXoauth2(credentials);
    await client.stat();
    await client.uidl();
    for await (const message of client.retrieve(await client.list())) {
      if ('content' in message) await readAll(message.content);
    }
    await client.dele(1);
    await client.quit();
  } finally {
    client.close();
  }
}

describe('POP3 client against servers that say anything', () => {
  let turns: string[][] = [];
  let ending = 'silence';
  let server: ScriptedServer;

  beforeAll(async () => {
    server = await startScriptedServer(async (peer) => {
      for (const [index, turn] of turns.entries()) {
        if (index > 0) await peer.line();
        for (const text of turn) peer.say(Buffer.from(text, 'latin1'));
      }
      if (ending === 'end') peer.socket.end();
      if (ending === 'destroy') peer.socket.destroy();
    });
  });
  afterAll(() => server.close());

  test('300 of them: every session ends, in order or with one error, and leaves no connection', async () => {
    const outcomes = new Set<string>();
    const timeouts = { greeting: 20, auth: 20, command: 20, body: 20 };
    await fc.assert(
      fc.asyncProperty(scripts, async (script) => {
        ({ turns, ending } = script);
        const session = wholeSession({ ...server.options, timeouts }).then(
          () => 'whole',
          (error: unknown) => {
            expect(error).toBeInstanceOf(Pop3Error);
            return (error as Pop3Error).failure;
          },
        );
        outcomes.add(await session);
        await (
          await server.nextPeer()
        ).gone;
      }),
      { numRuns: 300 },
    );
    // Otherwise the scripts would never get past the door.
    for (const outcome of ['refused', 'timeout', 'protocol', 'limit', 'closed'])
      expect(outcomes).toContain(outcome);
  });
});
