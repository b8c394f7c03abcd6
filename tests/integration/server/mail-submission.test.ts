import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { AuditLog } from '../../../src/shared/api/audit.ts';
import type { Mailbox } from '../../../src/shared/api/mailboxes.ts';
import type { Problem } from '../../../src/shared/api/problem.ts';
import type { SubmissionResult, TestMailResult } from '../../../src/shared/api/submissions.ts';
import { setFault } from '../dev-tenant/entra-browser.ts';
import { inboxOf } from '../../support/inbox.ts';
import { addMailbox } from '../../support/mailboxes.ts';
import { caller, startProduct, type Caller, type Product } from '../../support/product.ts';
import { connectEntity, createEntity } from '../../support/registration.ts';
import { createKey } from '../../support/service-keys.ts';
import { allowSmtp, signInToMailbox } from '../../support/signed-in-mailbox.ts';

const lawyer = 'lawyer@muster.example';
const assistant = 'assistant@muster.example';
const shared = 'kanzlei@muster.example';

describe('sending as a mailbox', () => {
  let product: Product;
  let admin: Caller;
  let person: Caller;
  let legal365: Caller;
  let entityId: string;
  let own: string;
  let ofAll: string;

  beforeAll(async () => {
    product = await startProduct();
    allowSmtp(product);
    admin = await product.as('admin@muster.example');
    person = await product.as(lawyer);
    const { body } = await connectEntity(admin, product.tenant.seed.ready);
    entityId = body.entity.id;
    own = (await signInToMailbox(product, person, entityId, lawyer)).id;
    ofAll = (await signInToMailbox(product, person, entityId, shared, { kind: 'shared', as: lawyer })).id;
    const key = await createKey(admin, entityId, { scopes: ['mail'] });
    legal365 = caller(product.url, key.key);
  });
  afterEach(async () => {
    await product.noFaults();
    allowSmtp(product);
  });
  afterAll(() => product.close());

  const fault = (name: string, parameters: Record<string, unknown> = {}) =>
    setFault(product.tenant, name, parameters);
  const testMail = (id: string, who = person) =>
    who.call<TestMailResult & Problem>('POST', `mailboxes/${id}/test-mail`);
  const submit = (id: string, message: string | Buffer, recipients: string[] = [assistant], who = legal365) =>
    who.call<SubmissionResult & Problem>('POST', `mailboxes/${id}/submissions`, {
      message: Buffer.from(message as string).toString('base64'),
      recipients,
    });
  const mail = (body = 'Guten Tag', header = '') =>
    `From: ${lawyer}\r\nTo: ${assistant}\r\nSubject: Akte\r\n${header}\r\n${body}\r\n`;

  test('a test mail goes to oneself, and its result names it', async () => {
    const { status, body } = await testMail(own);
    expect(status).toBe(200);
    expect(body).toMatchObject({ outcome: 'sent', from: lawyer, to: lawyer, verdict: null, otherUser: null });
    expect(body.messageId).toMatch(/^<[0-9a-f-]{36}@muster\.example>$/);
    expect(body.reply).toContain('250 2.0.0 OK');
    const { body: log } = await admin.call<AuditLog>('GET', 'audit-events');
    expect(log.events[0]).toMatchObject({
      action: 'test-mail-sent',
      entityId,
      details: { address: lawyer, from: lawyer, outcome: 'sent' },
    });
  });

  test('it arrives, and says in the language of the person what it proves', async () => {
    const response = await fetch(`${product.url}/api/v1/mailboxes/${own}/test-mail`, {
      method: 'POST',
      headers: { authorization: `Bearer ${person.token}`, 'accept-language': 'fr-CH' },
    });
    const { messageId } = (await response.json()) as TestMailResult;
    const arrived = await inboxOf(product.tenant, lawyer);
    const found = arrived.find(({ internetMessageId }) => internetMessageId === messageId);
    expect(found?.subject).toBe(`E-mail de test : LEGAL 365 peut envoyer en tant que ${lawyer}`);
    expect(found?.body.content).toContain('Son arrivée prouve');
  });

  test('a shared mailbox sends as the person, from the shared address', async () => {
    const { body } = await testMail(ofAll);
    expect(body).toMatchObject({ outcome: 'sent', from: shared, to: shared });
  });

  test('without the right to send as it, the other way is named and not tried', async () => {
    await fault('send-as-denied', { address: shared });
    const { status, body } = await testMail(ofAll);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      outcome: 'failed',
      verdict: { cause: 'send-as-denied' },
      otherUser: shared,
    });
    expect(body.reply).toContain('SendAsDenied');
  });

  test('signed in as the shared address and refused, the person is the other way', async () => {
    await person.call<Mailbox>('PATCH', `mailboxes/${ofAll}`, { smtpUser: shared });
    const { body } = await testMail(ofAll);
    expect(body).toMatchObject({ outcome: 'failed', otherUser: lawyer });
    await fault('shared-smtp-sign-in');
    expect((await testMail(ofAll)).body.outcome).toBe('sent');
    await person.call<Mailbox>('PATCH', `mailboxes/${ofAll}`, { smtpUser: null });
  });

  test.each<[string, object, string]>([
    ['smtp-auth-disabled-tenant', {}, 'smtp-auth-disabled-tenant'],
    ['smtp-auth-disabled-mailbox', { address: lawyer }, 'smtp-auth-disabled-mailbox'],
    ['auth-policy-blocked', {}, 'auth-policy-blocked'],
    ['starttls-missing', {}, 'starttls-missing'],
    ['tls-untrusted', { where: 'smtp', kind: 'self-signed' }, 'tls-untrusted'],
    ['tls-untrusted', { where: 'smtp', kind: 'expired' }, 'tls-untrusted'],
    ['service-unavailable', { where: 'smtp' }, 'service-unavailable'],
    ['throttled', { where: 'smtp' }, 'throttled'],
    ['connection-dropped', { where: 'smtp', stage: 'data' }, 'connection-dropped'],
    ['send-as-denied', { address: lawyer }, 'send-as-denied'],
    ['sending-blocked', { address: lawyer }, 'sending-blocked'],
    ['send-limit-exceeded', { address: lawyer }, 'send-limit-exceeded'],
    ['too-many-connections', { address: lawyer }, 'too-many-connections'],
    ['message-too-large', { bytes: 100 }, 'message-too-large'],
    ['recipient-rejected', { address: lawyer }, 'recipient-rejected'],
    ['mailbox-full', { address: lawyer }, 'mailbox-full'],
  ])('with %s %j the verdict is %s, and nothing is said to be sent', async (name, parameters, cause) => {
    await fault(name, parameters as Record<string, unknown>);
    const { status, body } = await testMail(own);
    expect(status).toBe(200);
    expect(body).toMatchObject({ outcome: 'failed', verdict: { cause } });
  });

  test('whoever does not use the mailbox finds none, administrators included', async () => {
    expect((await testMail(own, admin)).status).toBe(404);
    expect((await testMail(own, await product.as(assistant))).status).toBe(404);
    expect((await testMail(own, legal365)).status).toBe(401);
  });

  test('before anybody has signed in, it says so', async () => {
    const other = await product.as(assistant);
    const { id } = await addMailbox(other, entityId, assistant);
    const answer = await testMail(id, other);
    expect(answer).toMatchObject({ status: 409, body: { code: 'sign-in-needed' } });
    expect(await submit(id, mail())).toMatchObject({ status: 409, body: { code: 'sign-in-needed' } });
  });

  test('LEGAL 365 submits a message as it is: eight bits, dots, bare line feeds', async () => {
    const body = Buffer.from('Gr\xfcezi \x80\n.\n..zwei\nEnde', 'latin1');
    const message = Buffer.concat([
      Buffer.from(mail('', 'Message-ID:\r\n <akte-1@muster.example>\r\n')),
      body,
    ]);
    const answer = await submit(own, message);
    expect(answer).toMatchObject({
      status: 200,
      body: { outcome: 'sent', messageId: '<akte-1@muster.example>', refused: [], verdict: null },
    });
    const [arrived] = await inboxOf(product.tenant, assistant);
    expect(arrived).toMatchObject({ subject: 'Akte', internetMessageId: '<akte-1@muster.example>' });
    expect(arrived?.body.content).toMatch(/\r\n\.\r\n\.\.zwei\r\nEnde/);
  });

  test('one unknown recipient of two: the other gets it, and the refusal is named', async () => {
    const { body } = await submit(own, mail(), [assistant, 'nobody@muster.example']);
    expect(body).toMatchObject({
      outcome: 'partly',
      refused: [{ recipient: 'nobody@muster.example', reply: expect.stringContaining('5.1.10') as unknown }],
      verdict: { cause: 'recipient-rejected', retry: 'no' },
    });
  });

  test.each<[string, string | Buffer, string]>([
    ['nothing', '', 'empty'],
    ['no header', 'Guten Tag\r\n', 'no-header'],
    ['a NUL octet', mail('a\0b'), 'nul-octet'],
    ['a line of 999 octets', mail('x'.repeat(999)), 'line-too-long'],
    ['26 MB', Buffer.concat([Buffer.from(mail()), Buffer.alloc(25 * 1024 * 1024, 'x\r\n')]), 'too-large'],
  ])('a message with %s is refused before anything is sent, with advice', async (_, message, code) => {
    const { status, body } = await submit(own, message);
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ pointer: '/message', code }]);
  });

  test('a line of 998 octets is fine', async () => {
    expect((await submit(own, mail('x'.repeat(998)))).body.outcome).toBe('sent');
  });

  test('50 MB and 10,000 recipients are refused clearly', async () => {
    const big = await submit(own, Buffer.alloc(50_000_000, 'x\r\n'));
    expect(big).toMatchObject({
      status: 413,
      body: { code: 'body-too-large', detail: expect.stringContaining('KiB') as unknown },
    });
    const many = Array.from({ length: 10_000 }, (_, index) => `r${index}@muster.example`);
    const { status, body } = await submit(own, mail(), many);
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ pointer: '/recipients' }]);
  });

  test('recipients that could smuggle in a command are none', async () => {
    const bad = [`${assistant}>\r\nRCPT TO:<eve@x.example>`, assistant, 'Anna <anna@muster.example>'];
    const { status, body } = await submit(own, mail(), bad);
    expect(status).toBe(422);
    expect(body.errors?.map(({ pointer }) => pointer)).toEqual(['/recipients/0', '/recipients/2']);
  });

  test('a key of another entity, or without the scope, reaches nothing; nor does a person', async () => {
    const elsewhere = await createEntity(admin, 'Genf');
    const foreign = await createKey(admin, elsewhere.id, { scopes: ['mail'] });
    expect((await submit(own, mail(), [assistant], caller(product.url, foreign.key))).status).toBe(404);
    const graph = await createKey(admin, entityId, { scopes: ['graph'] });
    expect((await submit(own, mail(), [assistant], caller(product.url, graph.key))).status).toBe(403);
    expect((await submit(own, mail(), [assistant], person)).status).toBe(401);
  });

  test('neither tokens nor contents are logged', () => {
    expect(product.logged()).not.toMatch(/Guten Tag|eyJ[\w-]{20}|auth=Bearer/);
  });
});
