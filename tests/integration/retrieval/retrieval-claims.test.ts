import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { ClaimLostError } from '../../../src/server/features/mail-retrieval/arrival-store.ts';
import type { Database } from '../../../src/server/storage/database.ts';
import { databaseKinds, openTestDatabase } from '../../support/database.ts';
import {
  addRetrievedMailbox,
  retrievalKey,
  startRetrieval,
  type Retrieval,
} from '../../support/retrieval.ts';

describe.each(databaseKinds())('claims of mailboxes on %s', (kind) => {
  let database: Database;
  let one: Retrieval;
  let now = Date.UTC(2026, 10, 22, 10);
  beforeEach(async () => {
    database = await openTestDatabase(kind);
    const server = { host: 'localhost', port: 1 };
    const token = () => Promise.resolve('unused');
    const log = pino({ level: 'silent' });
    one = startRetrieval({ database, pop: server, token, key: retrievalKey(), log, now: () => now });
  });
  afterEach(() => database.close());

  const at = (ms: number) => new Date(now + ms);
  const claimDue = () => one.store.claimDue(at(0), at(60_000));

  test('a mailbox is given to one of many who ask at once', async () => {
    for (let number = 0; number < 6; number++) {
      await addRetrievedMailbox(one, { address: `p${number}@muster.example` });
    }
    expect(await one.store.addMissing(at(0))).toBe(6);
    expect(await one.store.addMissing(at(0))).toBe(0);
    const claims = await Promise.all(Array.from({ length: 12 }, claimDue));
    const ids = claims.flatMap((claimed) => claimed?.mailbox_id ?? []);
    // Of those who ask in the same moment some pass over a row that another one then takes.
    while (ids.length < 6) ids.push((await claimDue())!.mailbox_id);
    expect(new Set(ids).size).toBe(6);
    expect(await claimDue()).toBeNull();
  });

  test('the mailbox of a process that died is taken over when its lease has ended; what it still writes is refused', async () => {
    const mailbox = await addRetrievedMailbox(one, { address: 'a@muster.example' });
    await one.store.addMissing(at(0));
    const dead = (await claimDue())!;
    const { tenant_id, id } = mailbox;
    expect(await one.store.claim(tenant_id, id, at(59_000), at(120_000))).toBeNull();
    now += 60_000;
    const next = (await claimDue())!;
    expect(next).toMatchObject({ mailbox_id: id, claim: dead.claim + 1 });
    expect(await one.store.renew(dead, at(1e6))).toBe(false);
    const nothing = { rows: [], chunks: [], renamed: [] };
    await expect(one.arrivals.commit(dead, nothing, at(1e6))).rejects.toThrow(ClaimLostError);
    await one.arrivals.commit(next, nothing, at(60_000));
    const result = { dueAt: at(0), idleRounds: 0, failedRounds: 0, succeededAt: null, verdict: null };
    expect(await one.store.finish(dead, result)).toBe(false);
    expect(await one.store.finish(next, result)).toBe(true);
  });

  test('a mailbox whose sign-in is lost is not due until there is a new one', async () => {
    await addRetrievedMailbox(one, { address: 'a@muster.example' });
    await one.store.addMissing(at(0));
    const grant = (state: 'ok' | 'needs-sign-in') =>
      one.db.updateTable('mailbox_grants').set({ state }).execute();
    await grant('needs-sign-in');
    expect(await claimDue()).toBeNull();
    await grant('ok');
    expect(await claimDue()).not.toBeNull();
  });

  test('a server that cannot be reached is the verdict, and the mailbox waits its time', async () => {
    const mailbox = await addRetrievedMailbox(one, { address: 'a@muster.example' });
    const round = await one.retrievals.retrieveNow(mailbox);
    expect(round).toMatchObject({ kind: 'failed', received: 0, verdict: { cause: 'network-unreachable' } });
    expect(await claimDue()).toBeNull();
    now += 6 * 60_000;
    expect(await claimDue()).not.toBeNull();
  });
});
