import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  SubmissionSlots,
  type SubmissionSlotStore,
} from '../../../src/server/features/mail-submission/index.ts';
import type { Parts } from '../../../src/server/app-parts.ts';
import { databaseKinds } from '../../support/database.ts';
import { addMailbox, startGrantedMailboxes, type GrantedMailboxes } from '../../support/granted-mailboxes.ts';

const minuteMs = 60_000;

describe.each(databaseKinds())('connections of a mailbox to the SMTP server on %s', (kind) => {
  let given: GrantedMailboxes;
  let processes: Parts[];

  beforeAll(async () => {
    given = await startGrantedMailboxes({ database: kind, now: Date.now });
    processes = [await given.process(), await given.process()];
  });
  afterAll(() => given.close());

  const storeOf = (process: number): SubmissionSlotStore => processes[process]!.submission.store;
  const slotsOf = (process: number, patienceMs = 30_000) =>
    new SubmissionSlots({ store: storeOf(process), leaseMs: minuteMs, patienceMs });
  const newMailbox = async () => ({
    tenantId: given.tenantId,
    mailboxId: await addMailbox(processes[0]!, given.tenantId, given.entityId),
  });
  const rowsOf = ({ mailboxId }: { mailboxId: string }) =>
    given.database.kysely
      .selectFrom('mail_submissions')
      .selectAll()
      .where('mailbox_id', '=', mailboxId)
      .execute();

  test('two processes never have more than three open at once, and all get their turn', async () => {
    const mailbox = await newMailbox();
    let open = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++open);
      // Long enough for all others to have looked.
      for (let turn = 0; turn < 5; turn++) await rowsOf(mailbox);
      open--;
    };
    const uses = Array.from({ length: 12 }, (_, index) => slotsOf(index % 2).use(mailbox, work));
    expect((await Promise.all(uses)).map(({ kind: outcome }) => outcome)).toEqual(Array(12).fill('done'));
    expect(most).toBe(3);
    expect(await rowsOf(mailbox)).toHaveLength(12);
  });

  test('the fourth is told to come back when its patience is over; another mailbox is not held up', async () => {
    const mailbox = await newMailbox();
    for (let index = 0; index < 3; index++) {
      expect(await storeOf(index % 2).claim(mailbox, minuteMs)).toMatchObject({ kind: 'taken' });
    }
    const work = async () => 'sent';
    expect(await slotsOf(0, 0).use(mailbox, work)).toEqual({ kind: 'busy', retryAfter: 1 });
    expect(await slotsOf(0).use(await newMailbox(), work)).toEqual({ kind: 'done', result: 'sent' });
  });

  test('a place that a process took and never gave back is free when its lease ends', async () => {
    const mailbox = await newMailbox();
    const killed = storeOf(1);
    for (let index = 0; index < 3; index++) await killed.claim(mailbox, index === 0 ? 1 : minuteMs);
    expect(await slotsOf(0).use(mailbox, async () => 'sent')).toEqual({ kind: 'done', result: 'sent' });
  });

  test('a place is given back also when the work fails', async () => {
    const mailbox = await newMailbox();
    const fails = () => slotsOf(0).use(mailbox, () => Promise.reject(new Error('broken')));
    for (let index = 0; index < 4; index++) await expect(fails()).rejects.toThrow('broken');
    expect((await rowsOf(mailbox)).map((row) => row.lease_until)).toEqual(Array(4).fill(null));
  });

  test('thirty messages in a minute, then none until the first of them is a minute old', async () => {
    const mailbox = await newMailbox();
    const { kysely } = given.database;
    for (let index = 0; index < 30; index++) {
      const claim = await storeOf(index % 2).claim(mailbox, minuteMs);
      if (claim?.kind !== 'taken') throw new Error(`message ${index} was held up`);
      await storeOf(index % 2).release(mailbox, claim.id);
    }
    const busy = await slotsOf(0, 1000).use(mailbox, async () => 'sent');
    expect(busy).toMatchObject({ kind: 'busy' });
    const { retryAfter } = busy as { retryAfter: number };
    expect(retryAfter).toBeGreaterThan(1);
    expect(retryAfter).toBeLessThanOrEqual(60);
    const [oldest] = await rowsOf(mailbox);
    await kysely
      .updateTable('mail_submissions')
      .set({ started_at: new Date(Date.now() - minuteMs - 1000) })
      .where('id', '=', oldest!.id)
      .execute();
    expect(await slotsOf(1, 0).use(mailbox, async () => 'sent')).toMatchObject({ kind: 'done' });
  });

  test('what counts no more is forgotten, what is under way is not', async () => {
    const mailbox = await newMailbox();
    const { kysely } = given.database;
    const ended = await storeOf(0).claim(mailbox, minuteMs);
    const running = await storeOf(0).claim(mailbox, 10 * minuteMs);
    if (ended?.kind !== 'taken' || running?.kind !== 'taken') throw new Error('no place');
    await storeOf(0).release(mailbox, ended.id);
    await kysely
      .updateTable('mail_submissions')
      .set({ started_at: new Date(Date.now() - 2 * minuteMs) })
      .where('mailbox_id', '=', mailbox.mailboxId)
      .execute();
    await storeOf(1).removeEnded();
    expect((await rowsOf(mailbox)).map(({ id }) => id)).toEqual([running.id]);
  });

  test('a mailbox that was removed has no place', async () => {
    const mailbox = await newMailbox();
    const { mailStores, database } = processes[0]!;
    await mailStores.mailboxes.remove(database.kysely, mailbox.tenantId, mailbox.mailboxId);
    expect(await slotsOf(0).use(mailbox, async () => 'sent')).toEqual({ kind: 'gone' });
  });
});
