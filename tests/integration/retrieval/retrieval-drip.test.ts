import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { openTestDatabase } from '../../support/database.ts';
import type { Database } from '../../../src/server/storage/database.ts';
import { addRetrievedMailbox, retrievalKey, startRetrieval } from '../../support/retrieval.ts';
import { startScriptedServer, type Peer } from '../../protocols/pop3/scripted-server.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase('embedded');
});
afterAll(() => database.close());

/** Time limits that have begun, the shortest first; each passes when the test says so. */
let limits: { ms: number; pass: () => Promise<void> }[] = [];
beforeEach(() => {
  limits = [];
});
const after = (ms: number, pass: () => Promise<void>) => {
  const limit = { ms, pass };
  limits = [...limits, limit].sort((one, other) => one.ms - other.ms);
  return () => {
    limits = limits.filter((each) => each !== limit);
  };
};

const messages = ['one', 'two', 'three'].map((subject) => `Subject: ${subject}\r\n\r\ntext\r\n`);
const listing = (shown: (message: string, index: number) => string | number) =>
  `+OK\r\n${messages.map((message, index) => `${index + 1} ${shown(message, index)}\r\n`).join('')}.\r\n`;
const replies: Record<string, string> = {
  CAPA: '+OK\r\nUIDL\r\n.\r\n',
  STAT: '+OK 3 90\r\n',
  UIDL: listing((_, index) => `uid-${index}`),
  LIST: listing((message) => message.length),
  ...Object.fromEntries(messages.map((text, index) => [`RETR ${index + 1}`, `+OK\r\n${text}.\r\n`])),
  QUIT: '+OK\r\n',
};

/** Answers everything but the command, to which it never stops sending; `onDrip` is called once it is at it. */
async function drip(peer: Peer, at: string, onDrip: () => void): Promise<void> {
  await peer.signIn();
  for (;;) {
    const line = await peer.line();
    if (line === at) break;
    peer.say(replies[line] ?? '-ERR\r\n');
  }
  peer.say('+OK\r\n');
  const dripping = setInterval(() => peer.say('1'), 20);
  onDrip();
  await peer.gone;
  clearInterval(dripping);
}

test.each([
  { at: 'UIDL', before: 0 },
  { at: 'RETR 2', before: 1 },
])(
  'a server without an end at $at is left in time, a person is answered before, and nothing is lost or doubled',
  async ({ at, before }) => {
    const dripping = Promise.withResolvers<null>();
    let drips = true;
    const server = await startScriptedServer((peer) =>
      drip(peer, drips ? at : 'never', () => dripping.resolve(null)),
    );
    const { host, port, ca } = server.options;
    let ahead = 0;
    const now = () => Date.now() + ahead;
    const retrieval = startRetrieval({
      database,
      pop: { host, port, ca: String(ca) },
      token: () => Promise.resolve('token'),
      key: retrievalKey(),
      log: pino({ level: 'silent' }),
      now,
      after,
    });
    const mailbox = await addRetrievedMailbox(retrieval, { address: `drip-${before}@muster.example` });
    const states = () =>
      retrieval.db
        .selectFrom('mailbox_retrievals')
        .select(['lease_until', 'due_at', 'verdict'])
        .where('mailbox_id', '=', mailbox.id)
        .executeTakeFirstOrThrow();

    const answer = retrieval.retrievals.retrieveNow(mailbox);
    await dripping.promise;
    expect(limits).toHaveLength(2);
    await limits[0]!.pass();
    expect(await answer).toEqual({ kind: 'already-running' });
    expect((await states()).lease_until).not.toBeNull();

    const ended = new Promise<void>((resolve) => {
      retrieval.live.subscribe(mailbox.tenant_id, () => resolve());
    });
    await limits[0]!.pass();
    await ended;
    const { lease_until, due_at, verdict } = await states();
    expect(lease_until).toBeNull();
    expect(due_at!.getTime()).toBeGreaterThan(now());
    expect(verdict).toMatchObject({ cause: 'timeout', retry: 'later' });
    expect(limits).toEqual([]);
    expect(await retrieval.messagesOf(mailbox)).toHaveLength(before);

    drips = false;
    ahead = due_at!.getTime() - Date.now();
    expect(await retrieval.retrievals.retrieveNextDue()).toBe(true);
    expect((await retrieval.contentsOf(mailbox)).map(String)).toEqual(messages);
    await server.close();
  },
);
