import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Problem } from '../../../src/shared/api/problem.ts';
import { caller, startProduct, type Caller, type Product } from '../../support/product.ts';
import { createEntity } from '../../support/registration.ts';
import {
  buildMessage,
  startRetrievedMailbox,
  type RetrievedMailbox,
} from '../../support/retrieved-mailbox.ts';
import { createKey } from '../../support/service-keys.ts';

let product: Product;
let mailbox: RetrievedMailbox;
let messageId: string;
let otherKey: Caller;

beforeAll(async () => {
  product = await startProduct();
  mailbox = await startRetrievedMailbox(product);
  messageId = (await mailbox.receive(buildMessage('Vertraulich'))).id;
  const other = (await createEntity(mailbox.admin, 'Zweigstelle')).id;
  otherKey = caller(product.url, (await createKey(mailbox.admin, other, { scopes: ['mail'] })).key);
});
afterAll(() => product.close());

type Ask = [method: string, path: string, body?: object];

/** What belongs to the person who uses the mailbox: nobody manages it for others. */
const contents = (): Ask[] => [
  ['GET', 'messages'],
  ['GET', `messages/${messageId}`],
  ['GET', `messages/${messageId}/content`],
  ['GET', `messages/${messageId}/attachments/0`],
  ['POST', 'test-mail'],
];
const managed: Ask[] = [
  ['PATCH', '', { popUser: 'assistant@muster.example' }],
  ['DELETE', ''],
  ['POST', 'sign-in', { language: 'en' }],
  ['GET', 'sign-in'],
  ['DELETE', 'sign-in'],
  ['POST', 'pending-grant', { id: crypto.randomUUID(), accept: true }],
  ['POST', 'tests'],
  ['POST', 'retrievals'],
];
const seen: Ask[] = [
  ['GET', ''],
  ['GET', 'tests'],
];
const forKeys = (): Ask[] => [
  ['POST', 'access-token'],
  ['POST', 'submissions', { message: 'QTogYg==', recipients: ['assistant@muster.example'] }],
  ['POST', 'acknowledgements', { messageIds: [messageId] }],
];

async function statuses(person: Caller, asks: Ask[]): Promise<string[]> {
  const answers: string[] = [];
  for (const [method, path, body] of asks) {
    const url = `mailboxes/${mailbox.id}${path === '' ? '' : `/${path}`}`;
    const answer = await person.call<Problem | null>(method, url, body);
    answers.push(`${method} ${path.replace(messageId, ':id')} ${answer.status} ${answer.body?.code ?? ''}`);
  }
  return answers;
}

const all = (asks: Ask[], outcome: string) =>
  asks.map(([method, path]) => `${method} ${path.replace(messageId, ':id')} ${outcome}`);

test.each(['assistant@muster.example', 'user@nachbar.example', 'admin@nachbar.example'])(
  'to %s the lawyer’s mailbox does not exist',
  async (name) => {
    const asks = [...seen, ...contents(), ...managed];
    expect(await statuses(await product.as(name), asks)).toEqual(all(asks, '404 not-found'));
  },
);

test('a supporter sees its state, and neither reads nor changes anything', async () => {
  const reader = await product.as('support@extern.example');
  const states = await statuses(reader, seen);
  expect(states.every((state) => / 200 /.test(state))).toBe(true);
  const asks = [...contents(), ...managed];
  expect(await statuses(reader, asks)).toEqual(all(asks, '404 not-found'));
});

test('an administrator opens no message and sends nothing in the lawyer’s name', async () => {
  expect(await statuses(mailbox.admin, contents())).toEqual(all(contents(), '404 not-found'));
});

test('the operator has the rights of a colleague', async () => {
  const asks = [...contents(), ...managed, ...seen];
  expect(await statuses(await product.as('operator@muster.example'), asks)).toEqual(
    all(asks, '404 not-found'),
  );
});

test('a key of another entity reaches nothing of it', async () => {
  const asks = [contents()[0]!, contents()[2]!, ...forKeys()];
  expect(await statuses(otherKey, asks)).toEqual(all(asks, '404 not-found'));
});

test('a key does what is for keys alone: a person’s routes refuse it, and its routes refuse a person', async () => {
  const peoples = [...seen, ...managed, contents()[1]!, contents()[3]!, contents()[4]!];
  expect(await statuses(mailbox.legal365, peoples)).toEqual(all(peoples, '401 token-refused'));
  expect(await statuses(mailbox.owner, forKeys())).toEqual(all(forKeys(), '401 key-refused'));
});

test('after all of that the lawyer’s message is there, and nothing of it stands in a log', async () => {
  expect((await mailbox.list()).messages.map(({ id }) => id)).toContain(messageId);
  expect(product.logged()).not.toContain('Vertraulich');
});
