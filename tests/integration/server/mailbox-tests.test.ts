import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { MailboxTest, MailboxTestHistory } from '../../../src/shared/api/mailbox-tests.ts';
import type { Mailbox } from '../../../src/shared/api/mailboxes.ts';
import type { Problem } from '../../../src/shared/api/problem.ts';
import { runDueMailboxTests } from '../../../src/server/features/mailbox-test/index.ts';
import { databaseKinds } from '../../support/database.ts';
import { addMailbox, mailboxesOf } from '../../support/mailboxes.ts';
import { startProduct, type Caller, type Product } from '../../support/product.ts';
import { connectEntity } from '../../support/registration.ts';
import { allowSmtp, signInToMailbox, type SignedInMailbox } from '../../support/signed-in-mailbox.ts';

const hourMs = 3600_000;
const shared = 'kanzlei@muster.example';

describe.each(databaseKinds())('tests of mailboxes on the %s database', (database) => {
  let product: Product;
  let admin: Caller;
  let lawyer: Caller;
  let entityId: string;
  let mailbox: SignedInMailbox;

  beforeAll(async () => {
    product = await startProduct({ database, answerWithinMs: 3000 });
    allowSmtp(product);
    admin = await product.as('admin@muster.example');
    lawyer = await product.as('lawyer@muster.example');
    entityId = (await connectEntity(admin, product.tenant.seed.ready)).body.entity.id;
    mailbox = await signInToMailbox(product, lawyer, entityId, 'lawyer@muster.example');
  });
  afterEach(async () => {
    await product.noFaults();
    allowSmtp(product);
  });
  afterAll(() => product.close());

  const stepOf = (result: MailboxTest | null, name: string) =>
    result?.steps.find((step) => step.name === name);
  const tenantId = () => product.tenant.seed.ready.directoryId;

  test('a sign-in is followed by a test that nobody asked for', async () => {
    const { history } = await mailbox.history();
    expect(history.map(({ trigger, status }) => [trigger, status])).toContainEqual(['sign-in', 'ok']);
  });

  test('the account shows its newest test, and the history all of them, newest first', async () => {
    const result = await mailbox.test();
    const [account] = await mailboxesOf(lawyer);
    expect(account?.latestTest).toEqual(result);
    const { latest, history } = await mailbox.history();
    expect(latest).toEqual(result);
    expect(history[0]).toEqual(result);
    expect(history.length).toBeGreaterThan(1);
  });

  test('while it runs everybody sees how far it has come; one who asks meanwhile joins it', async () => {
    await product.fault('timeout', { where: 'pop3' });
    const headers = { authorization: `Bearer ${lawyer.token}` };
    const events = await fetch(`${product.url}/api/v1/events`, { headers });
    const first = mailbox.test();
    let latest: MailboxTest | null = null;
    // Something has changed each time the stream brings something.
    for await (const { length } of events.body!) {
      if (length > 0) ({ latest } = await mailbox.history());
      if (stepOf(latest, 'smtp')?.status === 'ok') break;
    }
    expect(latest).toMatchObject({ status: 'running', finishedAt: null });
    expect(stepOf(latest, 'token')?.status).toBe('ok');
    expect(stepOf(latest, 'pop3')).toMatchObject({
      status: 'running',
      evidence: { user: 'lawyer@muster.example', stage: 'connect' },
    });
    const [account] = await mailboxesOf(lawyer);
    expect(account?.latestTest?.id).toBe(latest?.id);
    const second = mailbox.test();
    const results = await Promise.all([first, second]);
    expect(results[0].id).toBe(results[1].id);
    expect(stepOf(results[0], 'pop3')).toMatchObject({ status: 'unknown', verdict: { cause: 'timeout' } });
  });

  test('an administrator may test it, a reader may look, a colleague sees nothing', async () => {
    const reader = await product.as('support@extern.example');
    const colleague = await product.as('assistant@muster.example');
    const path = `mailboxes/${mailbox.id}/tests`;
    expect((await admin.call('POST', path)).status).toBe(200);
    expect((await reader.call('GET', path)).status).toBe(200);
    expect((await reader.call('POST', path)).status).toBe(404);
    for (const method of ['GET', 'POST']) {
      const { status, body } = await colleague.call<Problem>(method, path);
      expect([status, body.detail]).toEqual([404, 'There is no such mailbox']);
    }
  });

  test('an account to which nobody signed in says that a sign-in is missing, and asks no server', async () => {
    const { id } = await addMailbox(admin, entityId, 'unlicensed@muster.example', { forOther: true });
    const { body } = await admin.call<MailboxTest>('POST', `mailboxes/${id}/tests`);
    expect(body.steps.map(({ status, verdict }) => [status, verdict?.cause])).toEqual([
      ['failed', 'interaction-required'],
      ['skipped', undefined],
      ['skipped', undefined],
    ]);
  });

  test('a user that was changed has not been tested: its dot is no longer green', async () => {
    const added = await signInToMailbox(product, admin, entityId, 'admin@muster.example');
    const changed = await admin.call<Mailbox>('PATCH', `mailboxes/${added.id}`, { popUser: shared });
    expect(stepOf(changed.body.latestTest, 'pop3')?.status).toBe('unknown');
    expect(stepOf(changed.body.latestTest, 'smtp')?.status).toBe('ok');
    expect(changed.body.latestTest?.status).not.toBe('ok');
  });

  describe('a shared mailbox', () => {
    test('of a person with Full Access: POP3 as the mailbox, SMTP as the person', async () => {
      const opened = await signInToMailbox(product, lawyer, entityId, shared, {
        kind: 'shared',
        as: 'lawyer@muster.example',
      });
      const result = await opened.test();
      expect(result.status).toBe('ok');
      expect(stepOf(result, 'pop3')?.evidence?.user).toBe(shared);
      expect(stepOf(result, 'smtp')?.evidence?.user).toBe('lawyer@muster.example');
    });

    test('without Full Access: that is the first suspect of POP3, and what else it may be follows', async () => {
      const assistant = await product.as('assistant@muster.example');
      const other = (await connectEntity(admin, product.tenant.seed.ready, 'Genève')).body.entity.id;
      const opened = await signInToMailbox(product, assistant, other, shared, {
        kind: 'shared',
        as: 'assistant@muster.example',
      });
      const result = await opened.test();
      expect(stepOf(result, 'smtp')?.status).toBe('ok');
      expect(stepOf(result, 'pop3')).toMatchObject({
        status: 'failed',
        verdict: {
          cause: 'ambiguous-auth',
          alternatives: [
            'wrong-account',
            'pop-disabled-or-no-licence',
            'mailbox-missing',
            'auth-policy-blocked',
          ],
          whoCanFix: 'admin',
        },
      });
      await assistant.call('PATCH', `mailboxes/${opened.id}`, { smtpUser: shared });
      const asShared = stepOf(await opened.test(), 'smtp');
      expect(asShared).toMatchObject({ status: 'failed', verdict: { cause: 'ambiguous-auth' } });
      expect(asShared?.verdict?.alternatives[0]).toBe('wrong-account');
    });
  });

  test('while sending takes all three connections of the mailbox, SMTP is not asked and not called red', async () => {
    const { submission } = await product.anotherProcess();
    const key = { tenantId: tenantId(), mailboxId: mailbox.id };
    const claims = [];
    for (let place = 0; place < 3; place += 1) claims.push(await submission.store.claim(key, 60_000));
    const busy = await mailbox.test();
    expect(stepOf(busy, 'pop3')?.status).toBe('ok');
    expect(stepOf(busy, 'smtp')).toMatchObject({
      status: 'unknown',
      verdict: { cause: 'too-many-connections', whoCanFix: 'nobody', retry: 'later' },
    });
    for (const claim of claims) if (claim?.kind === 'taken') await submission.store.release(key, claim.id);
    expect(stepOf(await mailbox.test(), 'smtp')?.status).toBe('ok');
  });

  test('are connections without a message: thirty of them leave the minute to the mail', async () => {
    const { slots } = (await product.anotherProcess()).submission;
    const key = { tenantId: tenantId(), mailboxId: mailbox.id };
    for (let test = 0; test < 30; test += 1) await slots.use(key, async () => undefined, 'connection');
    expect(await slots.use(key, async () => 'sent')).toEqual({ kind: 'done', result: 'sent' });
  });

  describe('the schedule', () => {
    const due = async (at: number) => {
      const process = await product.anotherProcess(at);
      const given = { ...process, tests: process.mailStores.mailboxTests };
      const log = { error: (_: object, message: string) => expect(message).toBe('') };
      return runDueMailboxTests({ ...given, log });
    };
    const latestOf = async () =>
      (await lawyer.call<MailboxTestHistory>('GET', `mailboxes/${mailbox.id}/tests`)).body.latest;

    test('tests mailboxes with a sign-in six hours after their last test, and none twice', async () => {
      await mailbox.test();
      expect(await due(Date.now() + 5 * hourMs)).toBe(0);
      const signedIn = 4;
      expect(await due(Date.now() + 6.1 * hourMs)).toBe(signedIn);
      expect(await due(Date.now() + 6.1 * hourMs)).toBe(0);
    });

    test('what could not be checked is due again after a quarter of an hour', async () => {
      await product.fault('service-unavailable', { where: 'smtp' });
      const process = await product.anotherProcess();
      await process.mailStores.mailboxTests.removeBefore(new Date(Date.now() + 24 * hourMs));
      await mailbox.test();
      expect((await latestOf())?.status).toBe('unknown');
      const now = new Date(Date.now() + 20 * 60_000);
      const before = {
        any: new Date(now.getTime() - 6 * hourMs),
        passing: new Date(now.getTime() - hourMs / 4),
      };
      expect(await process.mailStores.mailboxTests.due(before, now, 100)).toContainEqual({
        tenantId: tenantId(),
        mailboxId: mailbox.id,
      });
    });
  });

  test('a sign-in that was withdrawn: the token step says so, and no server is asked', async () => {
    await product.fault('grant-revoked');
    const result = await mailbox.test();
    expect(stepOf(result, 'token')).toMatchObject({
      status: 'failed',
      verdict: { cause: 'grant-revoked', tokenLost: true, retry: 'sign-in-again' },
    });
    expect(stepOf(result, 'pop3')?.status).toBe('skipped');
  });

  test('a mailbox that is removed takes its tests along', async () => {
    const { id } = mailbox;
    expect((await lawyer.call('DELETE', `mailboxes/${id}`)).status).toBe(204);
    const process = await product.anotherProcess();
    expect(await process.mailStores.mailboxTests.history(tenantId(), id, 10)).toEqual([]);
    const request = { trigger: 'schedule', startedBy: null } as const;
    expect(await process.mailboxTests.run(tenantId(), id, request)).toBeNull();
  });
});
