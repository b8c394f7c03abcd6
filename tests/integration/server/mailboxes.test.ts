import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AuditLog } from '../../../src/shared/api/audit.ts';
import type { Mailbox, MailboxImportResult } from '../../../src/shared/api/mailboxes.ts';
import type { Problem } from '../../../src/shared/api/problem.ts';
import { databaseKinds } from '../../support/database.ts';
import { addMailbox, mailboxesOf } from '../../support/mailboxes.ts';
import { caller, startProduct, type Caller, type Product } from '../../support/product.ts';
import { createEntity } from '../../support/registration.ts';
import { createKey } from '../../support/service-keys.ts';

describe.each(databaseKinds())('mailboxes on the %s database', (database) => {
  let product: Product;
  let admin: Caller;
  let lawyer: Caller;
  let assistant: Caller;
  let entityId: string;

  beforeAll(async () => {
    product = await startProduct({ database });
    admin = await product.as('admin@muster.example');
    lawyer = await product.as('lawyer@muster.example');
    assistant = await product.as('assistant@muster.example');
    entityId = (await createEntity(admin)).id;
  });

  afterAll(() => product.close());

  const add = (person: Caller, address: string, more: object = {}) =>
    person.call<Mailbox & Problem>('POST', 'mailboxes', { entityId, address, kind: 'personal', ...more });

  test('a person adds an account and finds it in the own list, never signed in, users by rule', async () => {
    const created = await add(lawyer, ' Lawyer@muster.example ');
    expect(created.status).toBe(201);
    expect(created.headers.get('location')).toBe(`/api/v1/mailboxes/${created.body.id}`);
    const own = await mailboxesOf(lawyer);
    expect(own).toEqual([created.body]);
    expect(own[0]).toMatchObject({
      address: 'Lawyer@muster.example',
      mine: true,
      popUser: { value: 'Lawyer@muster.example', byRule: true },
      smtpUser: { value: 'Lawyer@muster.example', byRule: true },
      from: { value: 'Lawyer@muster.example', byRule: true },
      signIn: { status: 'never' },
      retrieval: { on: false },
      latestTest: null,
    });
  });

  test('the same address in other capitals is the same account', async () => {
    const again = await add(lawyer, 'LAWYER@MUSTER.example');
    expect(again.status).toBe(409);
    expect(again.body.detail).toContain('in your list already');
  });

  test('a colleague neither sees it nor can change or remove it; it is as if it did not exist', async () => {
    const [mine] = await mailboxesOf(lawyer);
    for (const [method, body] of [['GET'], ['PATCH', { from: 'x@muster.example' }], ['DELETE']] as const) {
      const { status, body: answer } = await assistant.call<Problem>(method, `mailboxes/${mine!.id}`, body);
      expect([status, answer.detail]).toEqual([404, 'There is no such mailbox']);
    }
    expect(await mailboxesOf(assistant)).toEqual([]);
    expect((await assistant.call('GET', 'mailboxes?of=firm')).status).toBe(403);
  });

  test('the neighbour firm sees nothing of it', async () => {
    const neighbour = await product.as('admin@nachbar.example');
    const [mine] = await mailboxesOf(lawyer);
    expect(await mailboxesOf(neighbour, 'firm')).toEqual([]);
    expect((await neighbour.call('GET', `mailboxes/${mine!.id}`)).status).toBe(404);
    expect((await add(neighbour, 'admin@nachbar.example')).status).toBe(404);
  });

  test('users and sender can be chosen by hand, and follow the rule again', async () => {
    const [mine] = await mailboxesOf(lawyer);
    const path = `mailboxes/${mine!.id}`;
    const chosen = await lawyer.call<Mailbox>('PATCH', path, { smtpUser: 'smtp@muster.example' });
    expect(chosen.body.smtpUser).toEqual({ value: 'smtp@muster.example', byRule: false });
    const ruled = await lawyer.call<Mailbox>('PATCH', path, { smtpUser: null });
    expect(ruled.body.smtpUser).toEqual({ value: 'Lawyer@muster.example', byRule: true });
    expect((await lawyer.call('PATCH', path, {})).status).toBe(200);
  });

  test('what an administrator prepares waits in the list of whoever has the address', async () => {
    const prepared = await addMailbox(admin, entityId, 'assistant@muster.example', { forOther: true });
    expect(prepared).toMatchObject({ holder: null, mine: false });
    const own = await mailboxesOf(assistant);
    expect(own.map(({ id, mine }) => ({ id, mine }))).toEqual([{ id: prepared.id, mine: true }]);
    const claimed = await add(assistant, 'assistant@muster.example');
    expect([claimed.status, claimed.body.id]).toEqual([200, prepared.id]);
    expect(claimed.body.holder).not.toBeNull();
  });

  test('nobody can block the address of a colleague: its person takes it over as long as nobody has signed in', async () => {
    const blocked = await addMailbox(lawyer, entityId, 'itadmin@muster.example');
    const itAdmin = await product.as('itadmin@muster.example');
    const taken = await add(itAdmin, 'itadmin@muster.example');
    expect([taken.status, taken.body.id]).toEqual([200, blocked.id]);
    expect((await lawyer.call('GET', `mailboxes/${blocked.id}`)).status).toBe(404);
    const back = await add(lawyer, 'itadmin@muster.example');
    expect(back.status).toBe(409);
    expect(back.body.detail).toContain('another person');
  });

  test('only administrators prepare accounts for others', async () => {
    expect((await add(lawyer, 'someone@muster.example', { forOther: true })).status).toBe(403);
    const { status } = await lawyer.call('POST', 'mailbox-imports', {
      entityId,
      accounts: [{ address: 'someone@muster.example', kind: 'personal' }],
    });
    expect(status).toBe(403);
  });

  test('an import says line by line what became of it, and a bad line stops no other', async () => {
    const accounts = [
      'one@muster.example',
      'no address',
      'ONE@muster.example',
      'lawyer@muster.example',
      'zwei@müller.example',
    ].map((address) => ({ address, kind: 'personal' }));
    const { status, body } = await admin.call<MailboxImportResult>('POST', 'mailbox-imports', {
      entityId,
      accounts,
    });
    expect(status).toBe(200);
    expect(body.accounts.map(({ outcome }) => outcome)).toEqual([
      'created',
      'not-an-address',
      'twice',
      'exists',
      'created',
    ]);
    const firm = await mailboxesOf(admin, 'firm');
    expect(firm.map(({ address }) => address)).toEqual(
      expect.arrayContaining(['one@muster.example', 'zwei@müller.example']),
    );
  });

  test('the supporter sees the states of the firm and changes nothing', async () => {
    const supporter = await product.as('support@extern.example');
    const [first] = await mailboxesOf(supporter, 'firm');
    expect(first).toMatchObject({ mine: false, serviceKeys: [] });
    const path = `mailboxes/${first!.id}`;
    expect((await supporter.call('DELETE', path)).status).toBe(404);
    expect((await supporter.call('PATCH', path, { from: null })).status).toBe(404);
    expect((await add(supporter, 'x@muster.example', { forOther: true })).status).toBe(403);
  });

  test.each([
    ['no @', 'lawyer'],
    ['a blank inside', 'law yer@muster.example'],
    ['markup', '<script>@muster.example'],
    ['a line break', 'a@muster.example\nbcc: b@muster.example'],
    ['two at', 'a@b@muster.example'],
    ['an empty label', 'a@muster..example'],
    ['321 characters', `${'a'.repeat(306)}@muster.example`],
  ])('an address with %s is refused with a sentence', async (_what, address) => {
    const { status, body } = await add(lawyer, address);
    expect([status, body.code]).toEqual([422, 'validation-failed']);
  });

  test('fifty accounts are enough for one person', async () => {
    const held = (await mailboxesOf(lawyer)).length;
    for (let n = held; n < 50; n++) await addMailbox(lawyer, entityId, `l${n}@muster.example`);
    const { status, body } = await add(lawyer, 'one-more@muster.example');
    expect([status, body.code]).toEqual([409, 'conflict']);
  });

  test('removing is for its person and administrators, is logged, and leaves nothing', async () => {
    const [mine] = await mailboxesOf(assistant);
    expect((await assistant.call('DELETE', `mailboxes/${mine!.id}`)).status).toBe(204);
    expect((await assistant.call('DELETE', `mailboxes/${mine!.id}`)).status).toBe(404);
    const { body } = await admin.call<AuditLog>('GET', 'audit-events');
    const removed = body.events.find(({ action }) => action === 'mailbox-removed');
    expect(removed).toMatchObject({ entityId, details: { address: 'assistant@muster.example' } });
  });
});

describe('LEGAL 365', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product.close());

  test('lists the mailboxes of its entity by a key with the scope mail, and of no other', async () => {
    const admin = await product.as('admin@muster.example');
    const [here, elsewhere] = [await createEntity(admin), await createEntity(admin, 'Genève')];
    const { id } = await addMailbox(admin, here.id, 'lawyer@muster.example', { forOther: true });
    const byKey = async (scopes: ('graph' | 'mail')[], entityId: string, keyOf = here.id) => {
      const { key } = await createKey(admin, keyOf, { scopes });
      return caller(product.url, key).call<object>('GET', `entities/${entityId}/mailboxes`);
    };
    const none = await byKey(['mail'], elsewhere.id, elsewhere.id);
    expect(none).toMatchObject({ status: 200, body: { mailboxes: [] } });
    await addMailbox(admin, elsewhere.id, 'assistant@muster.example', { forOther: true });
    const { status, body } = await byKey(['mail'], here.id);
    expect(status).toBe(200);
    expect(body).toEqual({
      mailboxes: [{ id, address: 'lawyer@muster.example', kind: 'personal', signIn: 'never' }],
    });
    expect((await byKey(['mail'], elsewhere.id)).status).toBe(404);
    expect((await byKey(['graph'], here.id)).status).toBe(403);
    expect((await admin.call('GET', `entities/${here.id}/mailboxes`)).status).toBe(401);
  });
});
