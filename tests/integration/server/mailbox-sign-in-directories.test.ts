import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Problem } from '../../../src/shared/api/problem.ts';
import { addMailbox } from '../../support/mailboxes.ts';
import {
  answerOf,
  answerPageQuestion,
  comeBack,
  latestAttempt,
  mailboxAs,
  signIn,
  startSignIn,
  type EndPage,
} from '../../support/mailbox-sign-in.ts';
import { startProduct, type Caller, type Product } from '../../support/product.ts';
import { connectEntity } from '../../support/registration.ts';

const lawyerAddress = 'lawyer@muster.example';
const assistantAddress = 'assistant@muster.example';
const aliasAddress = 'laura.meier@muster.example';
const graph = '00000003-0000-0000-c000-000000000000';
const minuteMs = 60_000;

describe('where the firm lets the registration read its directory', () => {
  let product: Product;
  let entityId: string;
  let admin: Caller;
  beforeAll(async () => {
    product = await startProduct();
    const { directory } = product.tenant.context;
    const { applicationId: appId, directoryId: tenantId } = product.tenant.seed.ready;
    const principal = directory.servicePrincipals.find(
      (each) => each.appId === appId && each.tenantId === tenantId,
    )!;
    directory.appRoleAssignments.push({
      tenantId,
      principalType: 'ServicePrincipal',
      principalId: principal.id,
      resourceAppId: graph,
      role: 'User.Read.All',
      grantedAt: new Date(0).toISOString(),
    });
    admin = await product.as('admin@muster.example');
    entityId = (await connectEntity(admin, product.tenant.seed.ready)).body.entity.id;
  });
  afterAll(() => product.close());

  test('a further address is the person’s without a question', async () => {
    const lawyer = await product.as(lawyerAddress);
    const { id } = await addMailbox(lawyer, entityId, aliasAddress);
    await signIn(product.tenant, lawyer, id, lawyerAddress);
    expect((await mailboxAs(lawyer, id)).signIn).toMatchObject({
      status: 'ok',
      person: { username: lawyerAddress },
    });
    await lawyer.call('DELETE', `mailboxes/${id}`);
  });

  test('an address that is not among the person’s is somebody else’s', async () => {
    const assistant = await product.as(assistantAddress);
    const { id } = await addMailbox(assistant, entityId, aliasAddress);
    await signIn(product.tenant, assistant, id, assistantAddress);
    expect(await latestAttempt(assistant, id)).toMatchObject({ mismatch: { why: 'other-person' } });
  });

  test('a guest is told that the mailbox is elsewhere', async () => {
    const guest = await product.as('support@extern.example');
    const { id } = await addMailbox(guest, entityId, 'support@extern.example');
    const page = await signIn(product.tenant, guest, id, 'support@extern.example');
    expect(page.text).toContain('The account is a guest in this organisation; its mailbox is elsewhere.');
    expect(await latestAttempt(guest, id)).toMatchObject({ mismatch: { why: 'guest' } });
  });

  test('an outage of Graph does not stop a sign-in', async () => {
    const lawyer = await product.as(lawyerAddress);
    const { id } = await addMailbox(lawyer, entityId, lawyerAddress);
    await product.fault('service-unavailable', { where: 'graph', status: 503 });
    await signIn(product.tenant, lawyer, id, lawyerAddress);
    expect((await mailboxAs(lawyer, id)).signIn.status).toBe('ok');
  });
});

describe('where the registration lies in another directory than the firm', () => {
  let ahead = 0;
  let product: Product;
  let neighbour: Caller;
  let user: Caller;
  let entityId: string;
  let mailboxId: string;

  beforeAll(async () => {
    product = await startProduct({ now: () => Date.now() + ahead });
    neighbour = await product.as('admin@nachbar.example');
    user = await product.as('user@nachbar.example');
    entityId = (await connectEntity(neighbour, product.tenant.seed.ready, 'Nachbar, Bern')).body.entity.id;
  });
  afterAll(() => product.close());
  beforeEach(async () => {
    mailboxId = (await addMailbox(user, entityId, lawyerAddress)).id;
  });
  afterEach(async () => {
    ahead = 0;
    await user.call('DELETE', `mailboxes/${mailboxId}`);
  });

  const asked = () => signIn(product.tenant, user, mailboxId, lawyerAddress);
  const reply = (page: EndPage, answer: 'allow' | 'decline') => answerPageQuestion(page, product.url, answer);
  const tokenOf = async () =>
    (await product.anotherProcess()).mailboxTokens.access(product.tenant.seed.tenants[1]!.id, mailboxId);

  test('the person who signed in is asked on the page, with who wants what', async () => {
    const page = await asked();
    expect(page.title).toBe('May this mailbox be used?');
    expect(page.text).toContain('Nils Huber (user@nachbar.example) of Nachbar, Bern began this sign-in.');
    expect(page.text).not.toContain('would be used by');
    expect(page.text).toContain(`With your account ${lawyerAddress}, mail of the mailbox ${lawyerAddress}`);
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self'");
    expect(page.html).not.toContain('<script');
    expect(await latestAttempt(user, mailboxId)).toMatchObject({ status: 'pending' });
    expect((await mailboxAs(user, mailboxId)).pending).toMatchObject({ forMe: false });
    expect(await tokenOf()).toEqual({ kind: 'never' });
  });

  test('and allows it there, once', async () => {
    const page = await asked();
    const done = await reply(page, 'allow');
    expect([done.status, done.title]).toEqual([200, 'The mailbox may be used']);
    expect((await mailboxAs(user, mailboxId)).signIn).toMatchObject({
      status: 'ok',
      person: { username: lawyerAddress },
    });
    expect(await tokenOf()).toMatchObject({ kind: 'token' });
    const again = await reply(page, 'decline');
    expect([again.status, again.title]).toEqual([400, 'There is nothing to answer here']);
  });

  test('or does not allow it, and nothing is kept', async () => {
    expect((await reply(await asked(), 'decline')).title).toBe('The mailbox is not used');
    expect(await latestAttempt(user, mailboxId)).toMatchObject({
      status: 'refused',
      verdict: { cause: 'user-declined' },
    });
    expect(await tokenOf()).toEqual({ kind: 'never' });
  });

  test('begun by an administrator it names whoever has the address, and gives the mailbox to nobody', async () => {
    const prepared = await addMailbox(neighbour, entityId, assistantAddress, { forOther: true });
    const page = await signIn(product.tenant, neighbour, prepared.id, assistantAddress);
    expect(page.text).toContain(`used by whoever has the address ${assistantAddress} as user name there`);
    await reply(page, 'allow');
    expect(await mailboxAs(neighbour, prepared.id)).toMatchObject({ holder: null, signIn: { status: 'ok' } });
  });

  test('then it is the first one’s who uses it, not of whoever gets that user name later', async () => {
    const address = 'user@nachbar.example';
    const { id } = await addMailbox(neighbour, entityId, address, { forOther: true, kind: 'shared' });
    await reply(await signIn(product.tenant, neighbour, id, assistantAddress), 'allow');
    expect((await mailboxAs(user, id)).mine).toBe(true);
    expect((await user.call('GET', `mailboxes/${id}/messages`)).status).toBe(200);
    expect((await mailboxAs(neighbour, id)).holder).toBe('Nils Huber');
    const successor = await renamedTo(address, 'admin@nachbar.example');
    expect((await successor.call('GET', `mailboxes/${id}/messages`)).status).toBe(404);
    expect((await successor.call('POST', `mailboxes/${id}/test-mail`)).status).toBe(404);
    expect((await mailboxAs(successor, id)).mine).toBe(false);
  });

  /** The person of this name, once he or she has got the user name of somebody who has another one now. */
  async function renamedTo(address: string, from: string): Promise<Caller> {
    const { users } = product.tenant.context.directory;
    const named = (name: string) => users.find(({ userPrincipalName }) => userPrincipalName === name)!;
    const [person, predecessor] = [named(from), named(address)];
    predecessor.userPrincipalName = 'former@nachbar.example';
    person.userPrincipalName = address;
    const renamed = await product.as(address);
    person.userPrincipalName = from;
    predecessor.userPrincipalName = address;
    return renamed;
  }

  test('the question holds for ten minutes', async () => {
    const page = await asked();
    ahead = 10 * minuteMs + 1;
    expect((await reply(page, 'allow')).title).toBe('There is nothing to answer here');
    expect(await latestAttempt(user, mailboxId)).toMatchObject({ status: 'expired' });
  });

  test('nobody answers it elsewhere, nor with a made-up token', async () => {
    await asked();
    const { pending } = await mailboxAs(user, mailboxId);
    const body = { id: pending!.id, accept: true };
    for (const person of [user, neighbour, await product.as(lawyerAddress)]) {
      const path = `mailboxes/${mailboxId}/pending-grant`;
      expect((await person.call<Problem>('POST', path, body)).status).toBe(404);
    }
    for (const form of ['token=made-up&answer=allow', 'answer=allow', 'token=x&answer=perhaps', '']) {
      const init = { method: 'POST', body: new URLSearchParams(form) };
      expect((await comeBack(`${product.url}/auth/mailbox/answer`, init)).status).toBe(400);
    }
    expect(await tokenOf()).toEqual({ kind: 'never' });
  });

  test('only small forms are read there, and forms nowhere else', async () => {
    const long = { method: 'POST', body: new URLSearchParams({ token: 'x'.repeat(2000), answer: 'allow' }) };
    expect((await fetch(`${product.url}/auth/mailbox/answer`, long)).status).toBe(413);
    const elsewhere = await fetch(`${product.url}/api/v1/mailboxes`, {
      method: 'POST',
      headers: { authorization: `Bearer ${user.token}` },
      body: new URLSearchParams({ address: lawyerAddress }),
    });
    expect(elsewhere.status).toBe(415);
  });

  test('the same address in both firms is two mailboxes: a sign-in to one leaves the other alone', async () => {
    const admin = await product.as('admin@muster.example');
    const lawyer = await product.as(lawyerAddress);
    const own = (await connectEntity(admin, product.tenant.seed.ready)).body.entity.id;
    const { id } = await addMailbox(lawyer, own, lawyerAddress);
    await signIn(product.tenant, lawyer, id, lawyerAddress);
    expect((await mailboxAs(lawyer, id)).signIn.status).toBe('ok');
    expect((await mailboxAs(user, mailboxId)).signIn.status).toBe('never');
    const { url } = await startSignIn(user, mailboxId);
    const page = await comeBack(await answerOf(product.tenant, url, assistantAddress));
    expect(page.text).toContain(`With your account ${assistantAddress}`);
  });
});
