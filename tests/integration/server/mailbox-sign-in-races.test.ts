import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { databaseKinds } from '../../support/database.ts';
import { addMailbox } from '../../support/mailboxes.ts';
import {
  answerOf,
  comeBack,
  latestAttempt,
  mailboxAs,
  signIn,
  startSignIn,
} from '../../support/mailbox-sign-in.ts';
import { startProduct, type Caller, type Product } from '../../support/product.ts';
import { connectEntity } from '../../support/registration.ts';

const lawyerAddress = 'lawyer@muster.example';
const assistantAddress = 'assistant@muster.example';

describe.each(databaseKinds())('at the same time, on the %s database', (database) => {
  let product: Product;
  let lawyer: Caller;
  let assistant: Caller;
  let entityId: string;
  let mailboxId: string;

  beforeAll(async () => {
    product = await startProduct({ database });
    const admin = await product.as('admin@muster.example');
    lawyer = await product.as(lawyerAddress);
    assistant = await product.as(assistantAddress);
    entityId = (await connectEntity(admin, product.tenant.seed.ready)).body.entity.id;
  });
  afterAll(() => product.close());
  beforeEach(async () => {
    mailboxId = (await addMailbox(lawyer, entityId, lawyerAddress)).id;
  });
  const remove = () => lawyer.call('DELETE', `mailboxes/${mailboxId}`);
  const rowsOf = async (table: string): Promise<Record<string, unknown>[]> => {
    const { database: opened } = await product.anotherProcess();
    const { rows } = await opened.pool.query<Record<string, unknown>>(
      `select * from ${table} where mailbox_id = '${mailboxId}'`,
    );
    return rows;
  };

  test('of answers with one state one wins, and the grant is stored once', async () => {
    const { url } = await startSignIn(lawyer, mailboxId);
    const back = await answerOf(product.tenant, url, lawyerAddress);
    const pages = await Promise.all(Array.from({ length: 6 }, () => comeBack(back)));
    expect(pages.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400, 400, 400]);
    expect(await rowsOf('mailbox_grants')).toMatchObject([{ version: 1, state: 'ok' }]);
    await remove();
  });

  test('of many starts one stays open, and its link works', async () => {
    const started = await Promise.all(Array.from({ length: 5 }, () => startSignIn(lawyer, mailboxId)));
    const rows = await rowsOf('mailbox_sign_ins');
    const open = rows.filter((row) => row['status'] === 'waiting');
    expect([rows.length, open.length]).toEqual([5, 1]);
    const { url } = started.find(({ attempt }) => attempt.id === open[0]!['id'])!;
    const page = await comeBack(await answerOf(product.tenant, url, lawyerAddress));
    expect(page.title).toBe('Verification code received');
    await remove();
  });

  test('of an answer and its removal nothing is left half done', async () => {
    const { url } = await startSignIn(lawyer, mailboxId);
    const back = await answerOf(product.tenant, url, lawyerAddress);
    const [page, removed] = await Promise.all([comeBack(back), remove()]);
    expect(removed.status).toBe(204);
    expect([200, 400]).toContain(page.status);
    for (const table of ['mailbox_grants', 'mailbox_sign_ins', 'pending_grants']) {
      expect(await rowsOf(table)).toEqual([]);
    }
  });

  test('of an answer and giving up one counts', async () => {
    const { url } = await startSignIn(lawyer, mailboxId);
    const back = await answerOf(product.tenant, url, lawyerAddress);
    await Promise.all([comeBack(back), lawyer.call('DELETE', `mailboxes/${mailboxId}/sign-in`)]);
    const { status } = (await latestAttempt(lawyer, mailboxId))!;
    const grants = await rowsOf('mailbox_grants');
    expect(['signed-in 1', 'cancelled 0']).toContain(`${status} ${grants.length}`);
    await remove();
  });

  test('of words to one question one counts', async () => {
    const { id } = await addMailbox(assistant, entityId, 'kanzlei@muster.example', { kind: 'shared' });
    await signIn(product.tenant, assistant, id, lawyerAddress);
    const pending = (await mailboxAs(lawyer, id)).pending!;
    const say = (accept: boolean) =>
      lawyer.call('POST', `mailboxes/${id}/pending-grant`, { id: pending.id, accept });
    const answers = await Promise.all([true, false, true, false].map(say));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404, 404]);
    const ended = (await latestAttempt(assistant, id))!.status;
    const signedIn = (await mailboxAs(assistant, id)).signIn.status;
    expect(['signed-in ok', 'refused never']).toContain(`${ended} ${signedIn}`);
    await assistant.call('DELETE', `mailboxes/${id}`);
    await remove();
  });
});
