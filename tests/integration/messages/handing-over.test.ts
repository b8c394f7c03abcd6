import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Acknowledgement, MessageSummary } from '../../../src/shared/api/messages.ts';
import type { Problem } from '../../../src/shared/api/problem.ts';
import { caller, startProduct, type Caller, type Product } from '../../support/product.ts';
import { connectEntity } from '../../support/registration.ts';
import {
  buildMessage,
  startRetrievedMailbox,
  type RetrievedMailbox,
} from '../../support/retrieved-mailbox.ts';
import { createKey } from '../../support/service-keys.ts';

let product: Product;
let mailbox: RetrievedMailbox;

beforeAll(async () => {
  product = await startProduct();
  mailbox = await startRetrievedMailbox(product);
});
afterAll(() => product.close());

const fetchContent = (message: MessageSummary, by: Caller = mailbox.legal365) =>
  fetch(`${product.url}/api/v1/mailboxes/${mailbox.id}/messages/${message.id}/content`, {
    headers: { authorization: `Bearer ${by.token}` },
  });

describe('LEGAL 365 with a key of scope mail', () => {
  test('takes messages over: list, content octet by octet, acknowledgement', async () => {
    const sent = buildMessage('Zu übernehmen');
    const message = await mailbox.receive(sent);
    const listed = await mailbox.list(`?after=${message.number - 1}`, mailbox.legal365);
    expect(listed.messages).toEqual([message]);
    expect(message).toMatchObject({
      subject: 'Zu übernehmen',
      from: { name: 'Lara Lawyer', address: 'lawyer@muster.example' },
      content: 'kept',
    });

    const content = await fetchContent(message);
    expect(content.status).toBe(200);
    expect(content.headers.get('content-type')).toBe('message/rfc822');
    expect(content.headers.get('content-disposition')).toBe(
      `attachment; filename="Zu _bernehmen.eml"; filename*=UTF-8''Zu%20%C3%BCbernehmen.eml`,
    );
    expect(content.headers.get('x-content-type-options')).toBe('nosniff');
    expect(content.headers.get('cache-control')).toBe('no-store');
    const octets = Buffer.from(await content.arrayBuffer());
    expect(octets.length).toBe(message.octets);
    expect(octets.toString()).toContain(sent.slice(sent.indexOf('From:')).replaceAll('\n', '\r\n'));

    const body: Acknowledgement = { messageIds: [message.id, message.id] };
    const path = `mailboxes/${mailbox.id}/acknowledgements`;
    expect((await mailbox.legal365.call('POST', path, body)).body).toEqual({ acknowledged: 1 });
    expect((await mailbox.legal365.call('POST', path, body)).body).toEqual({ acknowledged: 0 });
    const gone = await fetchContent(message);
    expect(gone.status).toBe(404);
    expect(((await gone.json()) as Problem).detail).toMatch(/acknowledged/);
    expect((await mailbox.list(`?after=${message.number - 1}`, mailbox.legal365)).messages).toEqual([]);
    const [kept] = (await mailbox.list(`?of=all&after=${message.number - 1}`, mailbox.legal365)).messages;
    expect(kept).toMatchObject({ id: message.id, content: 'acknowledged', subject: null, from: null });
    await mailbox.retrieve();
    expect((await mailbox.list(`?after=${message.number - 1}`)).messages).toEqual([]);
  });

  test('misses nothing and gets nothing twice while messages arrive', async () => {
    const first = (await mailbox.receive(buildMessage('0'))).number;
    for (let n = 1; n < 5; n++) await mailbox.send(buildMessage(String(n)));
    await mailbox.retrieve();
    const seen: MessageSummary[] = [];
    let after = first - 1;
    for (let page = 0; page < 10; page++) {
      const { messages, next } = await mailbox.list(`?after=${after}&limit=2`, mailbox.legal365);
      seen.push(...messages);
      after = messages.at(-1)?.number ?? after;
      if (page < 2) await mailbox.receive(buildMessage(`late ${page}`));
      if (page >= 2 && next === null) break;
    }
    expect(seen.map(({ subject }) => subject)).toEqual(['0', '1', '2', '3', '4', 'late 0', 'late 1']);
    expect((await mailbox.list(`?after=${after}`, mailbox.legal365)).next).toBeNull();
  });

  test('reads nothing taken apart, and opens no mailbox of another entity', async () => {
    const message = await mailbox.receive(buildMessage('Nur für diese Entität'));
    const view = await mailbox.legal365.call<Problem>(
      'GET',
      `mailboxes/${mailbox.id}/messages/${message.id}`,
    );
    expect(view.status).toBe(401);
    const other = (await connectEntity(mailbox.admin, product.tenant.seed.ready, 'Genève')).body.entity;
    const { key } = await createKey(mailbox.admin, other.id, { scopes: ['mail'] });
    const stranger = caller(product.url, key);
    await expectNothing(stranger, message);
    const body = { messageIds: [message.id] };
    const refused = await stranger.call('POST', `mailboxes/${mailbox.id}/acknowledgements`, body);
    expect(refused.status).toBe(404);
    expect((await fetchContent(message)).status).toBe(200);
  });

  test('needs the scope mail', async () => {
    const { key } = await createKey(mailbox.admin, mailbox.entityId, { scopes: ['graph'] });
    const answer = await caller(product.url, key).call<Problem>('GET', `mailboxes/${mailbox.id}/messages`);
    expect(answer).toMatchObject({ status: 403, body: { code: 'scope-missing' } });
  });

  test('acknowledges at most 200 a request, by ids alone', async () => {
    const path = `mailboxes/${mailbox.id}/acknowledgements`;
    const many = Array.from({ length: 201 }, () => crypto.randomUUID());
    for (const messageIds of [many, [], ['x']]) {
      expect((await mailbox.legal365.call('POST', path, { messageIds })).status).toBe(422);
    }
    expect((await mailbox.legal365.call('POST', path, { messageIds: many.slice(1) })).body).toEqual({
      acknowledged: 0,
    });
  });
});

describe('people', () => {
  test('read their own messages and nobody else’s, whatever their role', async () => {
    const message = await mailbox.receive(buildMessage('Vertraulich 7391'));
    expect((await mailbox.view(message)).text).toBe('Text\n');
    expect((await fetchContent(message, mailbox.owner)).status).toBe(200);
    for (const name of [
      'admin@muster.example',
      'itadmin@muster.example',
      'assistant@muster.example',
      'support@extern.example',
      'admin@nachbar.example',
      'user@nachbar.example',
      'operator@muster.example',
    ]) {
      await expectNothing(await product.as(name), message);
    }
    expect(product.logged()).not.toContain('Vertraulich 7391');
  });

  test('cannot acknowledge: that is LEGAL 365’s word', async () => {
    const path = `mailboxes/${mailbox.id}/acknowledgements`;
    const body = { messageIds: [crypto.randomUUID()] };
    expect((await mailbox.owner.call('POST', path, body)).status).toBe(401);
  });

  test('are told which keys may open their mailbox', async () => {
    const { body } = await mailbox.owner.call<{ serviceKeys: unknown[] }>('GET', `mailboxes/${mailbox.id}`);
    expect(body.serviceKeys).toContainEqual({ name: 'LEGAL 365', lastUsedAt: expect.any(String) });
    const asAdmin = await mailbox.admin.call<{ serviceKeys: unknown[] }>('GET', `mailboxes/${mailbox.id}`);
    expect(asAdmin.body.serviceKeys).toEqual([]);
  });

  test('get newest first, page by page', async () => {
    const all = (await mailbox.list('?limit=200')).messages;
    const pages: MessageSummary[] = [];
    for (let before = ''; ;) {
      const { messages, next } = await mailbox.list(`?order=newest&limit=3${before}`);
      pages.push(...messages);
      if (next === null) break;
      before = `&before=${next}`;
    }
    expect(pages).toEqual(all.reverse());
  });
});

async function expectNothing(by: Caller, message: MessageSummary): Promise<void> {
  const at = `mailboxes/${mailbox.id}/messages`;
  const isKey = by.token.startsWith('l365_');
  for (const path of [
    at,
    `${at}/${message.id}`,
    `${at}/${message.id}/content`,
    `${at}/${message.id}/attachments/0`,
  ]) {
    const answer = await by.call<Problem>('GET', path);
    // What is for people alone refuses a key before it looks.
    const isForPeople = path !== at && !path.endsWith('/content');
    expect([path, answer.status]).toEqual([path, isKey && isForPeople ? 401 : 404]);
    expect(answer.text).not.toContain('lawyer@muster.example');
  }
}
