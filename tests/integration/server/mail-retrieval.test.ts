import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Mailbox } from '../../../src/shared/api/mailboxes.ts';
import type { RetrievalResult, RetrievalSettingsAnswer } from '../../../src/shared/api/retrievals.ts';
import type { Problem } from '../../../src/shared/api/problem.ts';
import { startProduct, type Caller, type Product } from '../../support/product.ts';
import { connectEntity } from '../../support/registration.ts';
import { signInToMailbox } from '../../support/signed-in-mailbox.ts';

let product: Product;
let admin: Caller;
let lawyer: Caller;
let entityId: string;
let mailboxId: string;
beforeAll(async () => {
  product = await startProduct({ after: () => () => undefined });
  admin = await product.as('admin@muster.example');
  lawyer = await product.as('lawyer@muster.example');
  entityId = (await connectEntity(admin, product.tenant.seed.ready)).body.entity.id;
  ({ id: mailboxId } = await signInToMailbox(product, lawyer, entityId, 'lawyer@muster.example'));
});
afterAll(() => product.close());

const put = (person: Caller, settings: object) =>
  person.call<RetrievalSettingsAnswer & Problem>('PUT', `entities/${entityId}/retrieval`, settings);
const settings = { on: true, everyMinutes: 5, deleteFromServer: false };
const retrieve = (person: Caller) =>
  person.call<RetrievalResult & Problem>('POST', `mailboxes/${mailboxId}/retrievals`);
const state = async () => (await lawyer.call<Mailbox>('GET', `mailboxes/${mailboxId}`)).body.retrieval;

test('retrieval is off until an administrator switches it on, and says so', async () => {
  const { body } = await admin.call<RetrievalSettingsAnswer>('GET', `entities/${entityId}/retrieval`);
  expect(body).toEqual({ settings: { ...settings, on: false }, mayDelete: false });
  expect(await retrieve(lawyer)).toMatchObject({ status: 409, body: { code: 'retrieval-off' } });
  expect((await put(lawyer, settings)).status).toBe(403);
  expect(await state()).toMatchObject({ on: false, nextAt: null, silent: false });
});

test('deleting at Microsoft is refused on the embedded database, with the reason', async () => {
  const { status, body } = await put(admin, { ...settings, deleteFromServer: true });
  expect(status).toBe(422);
  expect(body).toMatchObject({ code: 'validation-failed', errors: [{ pointer: '/deleteFromServer' }] });
  expect(body.detail).toContain('PostgreSQL');
});

test('switched on, the mailbox is due, and its owner and an administrator retrieve it now', async () => {
  expect((await put(admin, settings)).status).toBe(200);
  expect((await state()).nextAt).not.toBeNull();
  const first = await retrieve(lawyer);
  expect(first).toMatchObject({ status: 200, body: { outcome: 'done', verdict: null } });
  expect(first.body.received).toBeGreaterThan(0);
  expect((await retrieve(admin)).body).toMatchObject({ outcome: 'done', received: 0 });
  expect(await state()).toMatchObject({ on: true, running: false, verdict: null, kept: first.body.received });
  const assistant = await product.as('assistant@muster.example');
  expect((await retrieve(assistant)).status).toBe(404);
});

test.each([
  ['connection-dropped', { where: 'pop3', stage: 'auth' }, 'connection-dropped'],
  ['service-unavailable', { where: 'pop3', status: 503 }, 'service-unavailable'],
])('%s is told by its cause and keeps what was there', async (fault, parameters, cause) => {
  const { kept } = await state();
  await product.fault(fault, parameters);
  const { body } = await retrieve(lawyer);
  await product.noFaults();
  expect(body).toMatchObject({ outcome: 'failed', verdict: { cause } });
  expect(await state()).toMatchObject({ verdict: { cause }, kept });
  expect((await retrieve(lawyer)).body.outcome).toBe('done');
});

test('one person starts at most 20 retrievals a minute; others go on', async () => {
  let answer = await retrieve(lawyer);
  // A minute may end on the way, and the next one's count begin.
  for (let count = 0; count < 40 && answer.status === 200; count++) answer = await retrieve(lawyer);
  expect(answer).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
  expect((await retrieve(admin)).status).toBe(200);
});

test('switched off, it is due no more', async () => {
  await put(admin, { ...settings, on: false });
  expect(await state()).toMatchObject({ on: false, nextAt: null });
  const { body } = await admin.call<{ events: { action: string }[] }>('GET', 'audit-events');
  expect(body.events[0]).toMatchObject({ action: 'retrieval-settings-changed', details: { on: 'false' } });
});
