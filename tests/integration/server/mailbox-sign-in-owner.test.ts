import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { AuditLog } from '../../../src/shared/api/audit.ts';
import type { Mailbox } from '../../../src/shared/api/mailboxes.ts';
import type { Problem } from '../../../src/shared/api/problem.ts';
import { addMailbox, mailboxesOf } from '../../support/mailboxes.ts';
import { latestAttempt, mailboxAs, signIn, startSignIn } from '../../support/mailbox-sign-in.ts';
import { startProduct, type Answer, type Caller, type Product } from '../../support/product.ts';
import { buildValues, connectEntity } from '../../support/registration.ts';

const lawyerAddress = 'lawyer@muster.example';
const assistantAddress = 'assistant@muster.example';
const sharedAddress = 'kanzlei@muster.example';
const hourMs = 3600_000;

describe('a sign-in that waits for its owner’s word', () => {
  let ahead = 0;
  let product: Product;
  let admin: Caller;
  let lawyer: Caller;
  let assistant: Caller;
  let entityId: string;

  beforeAll(async () => {
    product = await startProduct({ now: () => Date.now() + ahead });
    admin = await product.as('admin@muster.example');
    lawyer = await product.as(lawyerAddress);
    assistant = await product.as(assistantAddress);
  });
  afterAll(() => product.close());
  beforeEach(async () => {
    entityId = (await connectEntity(admin, product.tenant.seed.ready)).body.entity.id;
  });
  afterEach(async () => {
    await admin.call('DELETE', `entities/${entityId}`);
    ahead = 0;
  });

  const answer = (person: Caller, { id, pending }: Mailbox, accept: boolean): Promise<Answer<Problem>> =>
    person.call<Problem>('POST', `mailboxes/${id}/pending-grant`, { id: pending!.id, accept });
  const tokenOf = async (id: string) =>
    (await product.anotherProcess()).mailboxTokens.access(product.tenant.seed.ready.directoryId, id);

  describe('after a link that was forwarded to a colleague', () => {
    let mailboxId: string;
    let waiting: Mailbox;
    beforeEach(async () => {
      mailboxId = (await addMailbox(assistant, entityId, sharedAddress, { kind: 'shared' })).id;
      const page = await signIn(product.tenant, assistant, mailboxId, lawyerAddress);
      expect(page.title).toBe('Verification code received');
      expect(page.text).toContain(
        'whether Anouk Favre may retrieve and send the mail of kanzlei@muster.example',
      );
      waiting = await mailboxAs(lawyer, mailboxId);
    });

    test('stands in the colleague’s own list, says who asked, and opens nothing', async () => {
      expect((await mailboxesOf(lawyer)).map(({ id }) => id)).toContain(mailboxId);
      expect(waiting).toMatchObject({
        mine: false,
        signIn: { status: 'waiting-for-owner' },
        pending: {
          why: 'other-person',
          signedInAs: lawyerAddress,
          startedBy: 'Anouk Favre',
          givenTo: 'Anouk Favre',
          forMe: true,
        },
      });
      expect(await mailboxAs(assistant, mailboxId)).toMatchObject({ pending: { forMe: false } });
      expect(await latestAttempt(assistant, mailboxId)).toMatchObject({ status: 'pending' });
      expect(await tokenOf(mailboxId)).toEqual({ kind: 'never' });
    });

    test('serves the one who asked once the colleague accepts, and leaves the colleague’s list', async () => {
      expect((await answer(lawyer, waiting, true)).status).toBe(204);
      expect(await mailboxAs(assistant, mailboxId)).toMatchObject({
        mine: true,
        pending: null,
        signIn: { status: 'ok', person: { username: lawyerAddress } },
      });
      expect(await tokenOf(mailboxId)).toMatchObject({ kind: 'token' });
      expect(await latestAttempt(assistant, mailboxId)).toMatchObject({ status: 'signed-in' });
      expect(await mailboxesOf(lawyer)).toEqual([]);
      const { events } = (await admin.call<AuditLog>('GET', 'audit-events')).body;
      expect(events.find(({ action }) => action === 'mailbox-grant-accepted')).toMatchObject({
        actorName: 'Laura Meier',
        details: { address: sharedAddress, startedBy: 'Anouk Favre', givenTo: 'Anouk Favre' },
      });
    });

    test('is gone when the colleague declines, and the one who asked is told', async () => {
      expect((await answer(lawyer, waiting, false)).status).toBe(204);
      expect(await mailboxesOf(lawyer)).toEqual([]);
      expect(await mailboxAs(assistant, mailboxId)).toMatchObject({
        pending: null,
        signIn: { status: 'never' },
      });
      expect(await latestAttempt(assistant, mailboxId)).toMatchObject({
        status: 'refused',
        verdict: { cause: 'user-declined' },
      });
      expect((await answer(lawyer, waiting, true)).status).toBe(404);
      expect(await tokenOf(mailboxId)).toEqual({ kind: 'never' });
    });

    test('can be answered by nobody else: neither by who asked nor by an administrator', async () => {
      for (const person of [assistant, admin, await product.as('admin@nachbar.example')]) {
        expect((await answer(person, waiting, true)).status).toBe(404);
      }
      expect(await tokenOf(mailboxId)).toEqual({ kind: 'never' });
    });

    test('ends after a day without a word', async () => {
      ahead = 24 * hourMs + 1;
      const [later, asker] = [await product.as(lawyerAddress), await product.as(assistantAddress)];
      expect((await answer(later, waiting, true)).status).toBe(404);
      expect(await mailboxesOf(later)).toEqual([]);
      expect(await latestAttempt(asker, mailboxId)).toMatchObject({ status: 'expired' });
      const process = await product.anotherProcess();
      await process.mailboxSignIn.signIns.removeExpired();
      const left = await process.database.pool.query('select count(*)::int as rows from pending_grants');
      expect(left.rows).toEqual([{ rows: 0 }]);
    });

    test('is withdrawn when the one who asked gives up or begins anew', async () => {
      await startSignIn(assistant, mailboxId);
      expect((await answer(lawyer, waiting, true)).status).toBe(404);
      await signIn(product.tenant, assistant, mailboxId, lawyerAddress);
      const again = await mailboxAs(lawyer, mailboxId);
      await assistant.call('DELETE', `mailboxes/${mailboxId}/sign-in`);
      expect((await answer(lawyer, again, true)).status).toBe(404);
      expect(await latestAttempt(assistant, mailboxId)).toMatchObject({ status: 'cancelled' });
    });

    test('fits no longer when the registration was replaced, and is discarded', async () => {
      await admin.call('PUT', `entities/${entityId}/registration`, buildValues(product.tenant.seed.bare));
      expect(await answer(lawyer, waiting, true)).toMatchObject({
        status: 409,
        body: { code: 'conflict' },
      });
      expect((await answer(lawyer, waiting, true)).status).toBe(404);
      expect(await latestAttempt(assistant, mailboxId)).toMatchObject({ status: 'failed' });
      expect(await tokenOf(mailboxId)).toEqual({ kind: 'never' });
    });

    test('goes with the mailbox', async () => {
      await assistant.call('DELETE', `mailboxes/${mailboxId}`);
      expect((await answer(lawyer, waiting, true)).status).toBe(404);
    });
  });

  test('an administrator begins it for a user, who signs in, confirms, and has the mailbox', async () => {
    const prepared = await addMailbox(admin, entityId, lawyerAddress, { forOther: true });
    const page = await signIn(product.tenant, admin, prepared.id, lawyerAddress);
    expect(page.text).toContain('an administrator prepared this sign-in for you');
    const waiting = await mailboxAs(lawyer, prepared.id);
    expect(waiting.pending).toMatchObject({ startedBy: 'Andrea Muster', givenTo: null, forMe: true });
    expect((await answer(admin, waiting, true)).status).toBe(404);
    expect((await answer(lawyer, waiting, true)).status).toBe(204);
    expect(await mailboxAs(lawyer, prepared.id)).toMatchObject({
      mine: true,
      holder: 'Laura Meier',
      signIn: { status: 'ok' },
    });
  });

  test('an administrator who signs in as himself for a user is told so, and nothing is stored', async () => {
    const prepared = await addMailbox(admin, entityId, lawyerAddress, { forOther: true });
    const page = await signIn(product.tenant, admin, prepared.id, 'admin@muster.example');
    expect(page.text).toContain('You began this sign-in for somebody else, and signed in as yourself.');
    expect(await latestAttempt(admin, prepared.id)).toMatchObject({ mismatch: { why: 'admin-for-user' } });
    expect(await tokenOf(prepared.id)).toEqual({ kind: 'never' });
  });

  test('the user for whom an account was prepared signs in without anybody’s word and holds it', async () => {
    const prepared = await addMailbox(admin, entityId, lawyerAddress, { forOther: true });
    expect(prepared.holder).toBeNull();
    await signIn(product.tenant, lawyer, prepared.id, lawyerAddress);
    expect(await mailboxAs(lawyer, prepared.id)).toMatchObject({
      holder: 'Laura Meier',
      signIn: { status: 'ok' },
    });
  });

  test('an address that Microsoft does not name is confirmed by the person who signed in', async () => {
    const { id } = await addMailbox(lawyer, entityId, 'laura.meier@muster.example');
    const page = await signIn(product.tenant, lawyer, id, lawyerAddress);
    expect(page.text).toContain(
      'Microsoft does not say whether the mailbox laura.meier@muster.example is yours',
    );
    const waiting = await mailboxAs(lawyer, id);
    expect(waiting.pending).toMatchObject({ why: 'address-not-visible', forMe: true, givenTo: null });
    expect(await tokenOf(id)).toEqual({ kind: 'never' });
    expect((await answer(lawyer, waiting, true)).status).toBe(204);
    expect(await tokenOf(id)).toMatchObject({ kind: 'token' });
  });
});
