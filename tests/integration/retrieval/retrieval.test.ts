import { createHash, randomUUID } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { ContentGoneError, sweepMessages } from '../../../src/server/features/mail-retrieval/index.ts';
import type { MailboxRow } from '../../../src/server/features/mailboxes/index.ts';
import type { Database } from '../../../src/server/storage/database.ts';
import { EncryptionError } from '../../../src/server/storage/encryption/encryption.ts';
import { databaseKinds, openTestDatabase } from '../../support/database.ts';
import { startDovecot, type Dovecot } from '../../support/dovecot.ts';
import { describeWithDovecot } from '../../support/dovecot-suite.ts';
import {
  addRetrievedMailbox,
  retrievalKey,
  startRetrieval,
  type Retrieval,
} from '../../support/retrieval.ts';

const day = 24 * 3_600_000;

describeWithDovecot('retrieval from Dovecot', () => {
  let dovecot: Dovecot;
  beforeAll(async () => {
    dovecot = await startDovecot();
  });
  afterAll(() => dovecot.stop());

  describe.each(databaseKinds())('into %s', (kind) => {
    let database: Database;
    let retrieval: Retrieval;
    let ahead = 0;
    let lastNumber = 0;
    const now = () => Date.now() + ahead;
    beforeAll(async () => {
      database = await openTestDatabase(kind);
      const { host, port, ca } = dovecot;
      const token = (address: string) => dovecot.token(address);
      const log = pino({ level: 'silent' });
      retrieval = startRetrieval({ database, pop: { host, port, ca }, token, key: retrievalKey(), log, now });
    });
    afterAll(() => database.close());

    const address = () => `person${++lastNumber}-${kind}@muster.example`;
    const message = (subject: string, body = 'text\r\n') =>
      Buffer.from(`From: Anna <anna@muster.example>\r\nSubject: ${subject}\r\n\r\n${body}`);
    const newMailbox = (wanted: { deleteFromServer?: boolean } = {}) =>
      addRetrievedMailbox(retrieval, { address: address(), ...wanted });
    const fetchAll = (mailbox: MailboxRow) => retrieval.retrievals.retrieveNow(mailbox);
    const chunksOf = async ({ id }: MailboxRow) =>
      (
        await database.kysely
          .selectFrom('message_chunks')
          .select('position')
          .where('mailbox_id', '=', id)
          .execute()
      ).length;

    test('messages come once, unchanged and in order', async () => {
      const mailbox = await newMailbox();
      const sent = [message('one', '..\r\n.\r\nGr\xfcezi \0 \r\n'), message('two'), message('three')];
      dovecot.deliver(mailbox.address, sent);
      expect(await fetchAll(mailbox)).toMatchObject({ kind: 'done', received: 3, more: false });
      expect(await retrieval.contentsOf(mailbox)).toEqual(sent);
      const [first] = await retrieval.messagesOf(mailbox);
      expect(first).toMatchObject({
        number: 1,
        octets: sent[0]!.length,
        header: { from: { name: 'Anna', address: 'anna@muster.example' }, subject: 'one', sentAt: null },
      });
      dovecot.deliver(mailbox.address, [message('four')]);
      expect(await fetchAll(mailbox)).toMatchObject({ kind: 'done', received: 1 });
      expect(await fetchAll(mailbox)).toMatchObject({ kind: 'done', received: 0 });
      expect((await retrieval.messagesOf(mailbox)).map(({ header }) => header?.subject)).toEqual([
        'one',
        'two',
        'three',
        'four',
      ]);
    });

    test('what LEGAL 365 has acknowledged is deleted here and does not come again', async () => {
      const mailbox = await newMailbox();
      dovecot.deliver(mailbox.address, [message('one'), message('two', 'x'.repeat(700_000))]);
      await fetchAll(mailbox);
      const [one, two] = await retrieval.messagesOf(mailbox);
      const { tenant_id, id } = mailbox;
      const acknowledge = (ids: string[]) =>
        retrieval.messages.acknowledge(tenant_id, id, ids, new Date(now()));
      expect(await acknowledge([two!.id, two!.id, randomUUID()])).toBe(1);
      expect(await acknowledge([two!.id])).toBe(0);
      expect(await chunksOf(mailbox)).toBe(1);
      expect(await retrieval.messages.find(tenant_id, id, two!.id)).toMatchObject({
        header: null,
        contentId: null,
      });
      await expect(retrieval.contentOf(two!)).rejects.toThrow(ContentGoneError);
      expect(await fetchAll(mailbox)).toMatchObject({ kind: 'done', received: 0 });
      const kept = { limit: 10, order: 'newest' as const, of: 'kept' as const };
      expect(await retrieval.messages.list(tenant_id, id, kept)).toMatchObject([{ id: one!.id }]);
    });

    test('contents that nobody takes over are deleted after 30 days, and do not come again', async () => {
      const mailbox = await newMailbox();
      dovecot.deliver(mailbox.address, [message('old')]);
      await fetchAll(mailbox);
      ahead += 29 * day;
      await sweepMessages(retrieval, now());
      expect(await retrieval.contentsOf(mailbox)).toEqual([message('old')]);
      ahead += day + 60_000;
      await sweepMessages(retrieval, now());
      expect(await retrieval.messagesOf(mailbox)).toMatchObject([{ header: null, contentId: null }]);
      expect(await chunksOf(mailbox)).toBe(0);
      expect(await fetchAll(mailbox)).toMatchObject({ kind: 'done', received: 0 });
    });

    test('chunks of a session that died are swept after a day, those of messages stay', async () => {
      const mailbox = await newMailbox();
      dovecot.deliver(mailbox.address, [message('kept')]);
      await fetchAll(mailbox);
      const of = { tenantId: mailbox.tenant_id, mailboxId: mailbox.id, contentId: randomUUID() };
      const { contents } = retrieval;
      await contents.add([await contents.seal(of, 0, Buffer.from('left behind'), new Date(now()))]);
      await sweepMessages(retrieval, now() + day - 60_000);
      expect(await chunksOf(mailbox)).toBe(2);
      await sweepMessages(retrieval, now() + day + 60_000);
      expect(await chunksOf(mailbox)).toBe(1);
      expect(await retrieval.contentsOf(mailbox)).toEqual([message('kept')]);
    });

    test('a copy of a message is not handed over a second time', async () => {
      const mailbox = await newMailbox();
      dovecot.deliver(mailbox.address, [message('same'), message('same'), message('other')]);
      expect(await fetchAll(mailbox)).toMatchObject({ received: 2 });
      dovecot.deliver(mailbox.address, [message('same'), message('big', 'y'.repeat(300_000))]);
      expect(await fetchAll(mailbox)).toMatchObject({ received: 1 });
      dovecot.deliver(mailbox.address, [message('big', 'y'.repeat(300_000))]);
      expect(await fetchAll(mailbox)).toMatchObject({ received: 0 });
      expect(await fetchAll(mailbox)).toMatchObject({ received: 0 });
      expect((await retrieval.messagesOf(mailbox)).map(({ header }) => header?.subject)).toEqual([
        'same',
        'other',
        'big',
      ]);
      expect(await chunksOf(mailbox)).toBe(4);
    });

    test('messages whose UIDLs all change, as after a move of the mailbox, do not come again', async () => {
      const mailbox = await newMailbox();
      const sent = Array.from({ length: 70 }, (_, number) => message(`number ${number}`));
      dovecot.deliver(mailbox.address, sent);
      await fetchAll(mailbox);
      const before = await retrieval.messagesOf(mailbox);
      await retrieval.messages.acknowledge(
        mailbox.tenant_id,
        mailbox.id,
        [before[0]!.id, before[1]!.id],
        new Date(now()),
      );
      dovecot.renew(mailbox.address, [...sent, message('new')]);
      expect(await fetchAll(mailbox)).toMatchObject({ kind: 'done', received: 1 });
      const after = await retrieval.messagesOf(mailbox);
      expect(after.map(({ id }) => id).slice(0, 70)).toEqual(before.map(({ id }) => id));
      expect(after.at(-1)?.header?.subject).toBe('new');
      expect(await fetchAll(mailbox)).toMatchObject({ received: 0 });
    });

    test('a server that lists nothing for a while does not make messages come again', async () => {
      const mailbox = await newMailbox();
      dovecot.deliver(mailbox.address, [message('one'), message('two')]);
      await fetchAll(mailbox);
      const ids = (await retrieval.messagesOf(mailbox)).map(({ id }) => id);
      await retrieval.messages.acknowledge(mailbox.tenant_id, mailbox.id, ids, new Date(now()));
      const bringBack = dovecot.hide(mailbox.address);
      expect(await fetchAll(mailbox)).toMatchObject({ kind: 'done', received: 0 });
      ahead += 29 * day;
      await sweepMessages(retrieval, now());
      bringBack();
      expect(await fetchAll(mailbox)).toMatchObject({ kind: 'done', received: 0 });
    });

    test('messages that left the server are forgotten when nothing of them is kept', async () => {
      const mailbox = await newMailbox();
      dovecot.deliver(mailbox.address, [message('taken over'), message('waiting')]);
      await fetchAll(mailbox);
      const [first] = await retrieval.messagesOf(mailbox);
      await retrieval.messages.acknowledge(mailbox.tenant_id, mailbox.id, [first!.id], new Date(now()));
      dovecot.hide(mailbox.address);
      await fetchAll(mailbox);
      await retrieval.bookkeeping.removeGone(new Date(now() + day));
      expect((await retrieval.messagesOf(mailbox)).map(({ header }) => header?.subject)).toEqual(['waiting']);
    });

    test('a message of 50 MB arrives unchanged, and little of it is ever in memory', async () => {
      const mailbox = await newMailbox();
      const big = message('big', `${'0123456789abcdef'.repeat(4)}\r\n`.repeat(800_000));
      dovecot.deliver(mailbox.address, [message('before'), big, message('after')]);
      const expected = digest(big);
      const octets = big.length;
      const peak = watchMemory();
      expect(await fetchAll(mailbox)).toMatchObject({ kind: 'done', received: 3 });
      // PGlite holds data in memory of its own, which would be measured as well.
      const most = peak();
      if (kind === 'postgresql') expect(most).toBeLessThan(32 * 1024 * 1024);
      const [, second] = await retrieval.messagesOf(mailbox);
      expect(second).toMatchObject({ octets, header: { subject: 'big' } });
      const hash = createHash('sha256');
      for await (const chunk of retrieval.contents.open(second!)) {
        expect(chunk.length).toBeLessThanOrEqual(256 * 1024);
        hash.update(chunk);
      }
      expect(hash.digest('hex')).toBe(expected);
    });

    test('nobody reads a content that was put in another place', async () => {
      const [one, other] = [await newMailbox(), await newMailbox()];
      for (const { address: to } of [one, other]) dovecot.deliver(to, [message('mine')]);
      await fetchAll(one);
      await fetchAll(other);
      const [mine] = await retrieval.messagesOf(one);
      const [theirs] = await retrieval.messagesOf(other);
      await retrieval.db
        .updateTable('message_chunks')
        .set({ content_id: mine!.contentId! })
        .where('content_id', '=', theirs!.contentId!)
        .execute();
      await expect(retrieval.contentOf({ ...theirs!, contentId: mine!.contentId })).rejects.toThrow(
        EncryptionError,
      );
    });

    // The embedded database is not safe against a loss of power: there everything stays on the server, whatever is set.
    const deletes = kind === 'postgresql';
    test(`what was stored is ${deletes ? '' : 'never '}deleted at the server where the firm wants it`, async () => {
      const mailbox = await newMailbox({ deleteFromServer: true });
      dovecot.deliver(mailbox.address, [message('one'), message('one'), message('two')]);
      expect(await fetchAll(mailbox)).toMatchObject({ kind: 'done', received: 2 });
      expect(await retrieval.contentsOf(mailbox)).toEqual([message('one'), message('two')]);
      expect(dovecot.contentsOf(mailbox.address)).toHaveLength(deletes ? 0 : 3);
    });

    test('what a session stored that died before QUIT is deleted by the next, without being fetched', async () => {
      const mailbox = await newMailbox();
      dovecot.deliver(mailbox.address, [message('one'), message('two'), message('two')]);
      await fetchAll(mailbox);
      const [first] = await retrieval.messagesOf(mailbox);
      await retrieval.messages.acknowledge(mailbox.tenant_id, mailbox.id, [first!.id], new Date(now()));
      expect(dovecot.contentsOf(mailbox.address)).toHaveLength(3);
      await retrieval.db
        .updateTable('retrieval_settings')
        .set({ delete_from_server: true })
        .where('entity_id', '=', mailbox.entity_id)
        .execute();
      expect(await fetchAll(mailbox)).toMatchObject({ kind: 'done', received: 0 });
      expect(dovecot.contentsOf(mailbox.address)).toHaveLength(deletes ? 0 : 3);
    });

    test('what expired before anybody took it over stays on the server', async () => {
      const mailbox = await newMailbox();
      dovecot.deliver(mailbox.address, [message('precious')]);
      await fetchAll(mailbox);
      ahead += 31 * day;
      await sweepMessages(retrieval, now());
      await retrieval.db
        .updateTable('retrieval_settings')
        .set({ delete_from_server: true })
        .where('entity_id', '=', mailbox.entity_id)
        .execute();
      expect(await fetchAll(mailbox)).toMatchObject({ kind: 'done' });
      expect(dovecot.contentsOf(mailbox.address)).toEqual([message('precious')]);
    });
  });
});

const digest = (content: Buffer) => createHash('sha256').update(content).digest('hex');

/** How much more was in use at most, outside the heap of objects, where contents lie, until the answer is asked for. */
function watchMemory(): () => number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const held = () => {
    collect();
    return process.memoryUsage().arrayBuffers;
  };
  const before = held();
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, held() - before)), 1000);
  return () => {
    clearInterval(timer);
    return peak;
  };
}
