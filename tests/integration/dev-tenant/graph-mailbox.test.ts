import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { tenantIds, userIds } from '../../../src/dev-tenant/seed/identifiers.ts';
import { GraphTenant, refusal, valueOf } from './graph-tenant.ts';

const lawyer = 'users/lawyer@muster.example';
const event = {
  subject: 'Connection test',
  start: { dateTime: '2026-11-22T08:00:00', timeZone: 'UTC' },
  end: { dateTime: '2026-11-22T08:15:00', timeZone: 'UTC' },
};
const to = (address: string) => [{ emailAddress: { address } }];

let tenant: GraphTenant;
let token: string;
beforeAll(async () => {
  tenant = await GraphTenant.start();
  token = await tenant.appToken();
});
afterAll(() => tenant.close());

describe('a client with every right', () => {
  test.each([
    ['calendar', 'events?$top=1&$select=id'],
    ['contacts', 'contacts?$top=1&$select=id'],
    ['to-do', 'todo/lists?$top=1'],
  ])('reads the probe of %s: one item with its id', async (_module, path) => {
    const response = await tenant.get(`${lawyer}/${path}`, token);
    expect(response.status).toBe(200);
    const value = await valueOf(response);
    expect(value).toHaveLength(1);
    expect(typeof value[0]?.['id']).toBe('string');
    if (path.includes('$select=id')) expect(Object.keys(value[0] ?? {})).toEqual(['id']);
  });

  test('reads the inbox by its well-known name and by its id', async () => {
    const byName = await tenant.get(`${lawyer}/mailFolders/inbox?$select=id`, token);
    const { id } = (await byName.json()) as { id: string };
    const byId = await tenant.get(`${lawyer}/mailFolders/${id}`, token);
    expect(await byId.json()).toMatchObject({ id, displayName: 'Inbox' });
  });

  test.each([
    ['event', 'events', event],
    ['contact', 'contacts', { givenName: 'Connection', surname: 'Test' }],
    ['draft', 'messages', { subject: 'Connection test', toRecipients: to('lawyer@muster.example') }],
  ])('creates a %s, reads it back, deletes it, and it is gone', async (_kind, collection, body) => {
    const created = await tenant.post(`${lawyer}/${collection}`, token, body);
    expect(created.status).toBe(201);
    const { id } = (await created.json()) as { id: string };
    const read = await tenant.get(`${lawyer}/${collection}/${id}`, token);
    expect(await read.json()).toMatchObject({ id, ...body });
    expect((await tenant.request('DELETE', `${lawyer}/${collection}/${id}`, token)).status).toBe(204);
    const gone = await tenant.get(`${lawyer}/${collection}/${id}`, token);
    expect(await refusal(gone)).toBe('404 ErrorItemNotFound');
  });

  test('creates a task in the default list and deletes it', async () => {
    const [list] = await valueOf(await tenant.get(`${lawyer}/todo/lists`, token));
    expect(list).toMatchObject({ wellknownListName: 'defaultList' });
    const tasks = `${lawyer}/todo/lists/${String(list?.['id'])}/tasks`;
    const created = await tenant.post(tasks, token, { title: 'Connection test' });
    expect(created.status).toBe(201);
    const { id } = (await created.json()) as { id: string };
    expect((await tenant.request('DELETE', `${tasks}/${id}`, token)).status).toBe(204);
    expect((await tenant.request('DELETE', `${tasks}/${id}`, token)).status).toBe(404);
    expect((await tenant.get(`${lawyer}/todo/lists/unknown/tasks`, token)).status).toBe(404);
  });

  test('a deleted draft lies in Deleted Items under another id; deleted there, it is gone', async () => {
    const created = await tenant.post(`${lawyer}/messages`, token, { subject: 'Thrown away' });
    const { id } = (await created.json()) as { id: string };
    await tenant.request('DELETE', `${lawyer}/messages/${id}`, token);
    const search = `messages?$select=id&$filter=${encodeURIComponent("subject eq 'Thrown away'")}`;
    const [moved] = await valueOf(await tenant.get(`${lawyer}/mailFolders/deleteditems/${search}`, token));
    expect(moved?.['id']).not.toBe(id);
    expect(await valueOf(await tenant.get(`${lawyer}/${search}`, token))).toEqual([moved]);
    await tenant.request('DELETE', `${lawyer}/messages/${String(moved?.['id'])}`, token);
    expect(await valueOf(await tenant.get(`${lawyer}/${search}`, token))).toEqual([]);
  });

  test('a sent mail arrives in the inbox of the recipient, in any case of the address, without its Bcc', async () => {
    const internetMessageId = '<test-1@muster.example>';
    const message = {
      subject: "Test mail: Anouk's",
      body: { contentType: 'text', content: 'It works.' },
      internetMessageId,
      toRecipients: to('Assistant@Muster.example'),
      bccRecipients: to('admin@muster.example'),
    };
    const sent = await tenant.post(`${lawyer}/sendMail`, token, { message });
    expect(sent.status).toBe(202);
    expect(await sent.text()).toBe('');

    const byId = encodeURIComponent(`internetMessageId eq '${internetMessageId}'`);
    const inInbox = `users/assistant@muster.example/mailFolders/inbox/messages?$filter=${byId}`;
    const arrived = await valueOf(await tenant.get(inInbox, token));
    expect(arrived).toMatchObject([
      { subject: message.subject, isRead: false, isDraft: false, bccRecipients: [] },
    ]);

    const bySubject = encodeURIComponent("subject eq 'Test mail: Anouk''s'");
    for (const [mailbox, count] of [
      ['admin', 1],
      ['assistant', 1],
      ['lawyer', 1],
      ['operator', 0],
    ] as const) {
      const found = await tenant.get(
        `users/${mailbox}@muster.example/messages?$top=5&$filter=${bySubject}`,
        token,
      );
      expect([mailbox, (await valueOf(found)).length]).toEqual([mailbox, count]);
    }
  });

  test('saveToSentItems false leaves no copy behind', async () => {
    const message = { subject: 'No copy', toRecipients: to('someone@elsewhere.example') };
    expect((await tenant.post(`${lawyer}/sendMail`, token, { message, saveToSentItems: false })).status).toBe(
      202,
    );
    const filter = encodeURIComponent("subject eq 'No copy'");
    expect(await valueOf(await tenant.get(`${lawyer}/messages?$filter=${filter}`, token))).toEqual([]);
  });

  test.each([
    ['no recipients at all', {}],
    ['an empty list', { toRecipients: [] }],
    ['a recipient without an address', { toRecipients: [{ emailAddress: {} }] }],
    ['a recipient that is no address', { toRecipients: to('nobody') }],
  ])('sendMail with %s is refused with ErrorInvalidRecipients', async (_what, message) => {
    const response = await tenant.post(`${lawyer}/sendMail`, token, {
      message: { subject: 'x', ...message },
    });
    expect(await refusal(response)).toBe('400 ErrorInvalidRecipients');
  });

  test('sending as somebody else is refused with ErrorSendAsDenied', async () => {
    const message = { from: to('admin@muster.example')[0], toRecipients: to('lawyer@muster.example') };
    expect(await refusal(await tenant.post(`${lawyer}/sendMail`, token, { message }))).toBe(
      '403 ErrorSendAsDenied',
    );
  });

  test('pages by $top and follows the next link to the end', async () => {
    let url: string | undefined =
      `${tenant.context.baseUrl()}/graph/v1.0/${lawyer}/contacts?$top=1&$select=surname`;
    const surnames: unknown[] = [];
    while (url) {
      const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
      const body = (await response.json()) as { value: { surname: string }[]; '@odata.nextLink'?: string };
      surnames.push(...body.value.map(({ surname }) => surname));
      url = body['@odata.nextLink'];
    }
    expect(surnames.sort()).toEqual(['Favre', 'Huber']);
  });

  test.each([
    ['$top=0', 'events?$top=0'],
    ['a $top that is no number', 'events?$top=many'],
    ['a property the type does not have', 'events?$select=id,colour'],
    ['a filter it cannot read', 'messages?$filter=subject%20like%20x'],
    ['a filter that ends in and', "messages?$filter=subject%20eq%20'x'%20and%20"],
    ['an option it does not know', 'messages?$search=x'],
  ])('%s is refused with 400 BadRequest', async (_what, path) => {
    expect(await refusal(await tenant.get(`${lawyer}/${path}`, token))).toBe('400 BadRequest');
  });

  test.each([
    ['an event without an end', 'events', { subject: 'x', start: event.start }],
    ['an unknown property', 'events', { ...event, colour: 'red' }],
    ['a body that is a list', 'contacts', []],
  ])('creating %s is refused with 400 BadRequest', async (_what, collection, body) => {
    expect(await refusal(await tenant.post(`${lawyer}/${collection}`, token, body))).toBe('400 BadRequest');
  });
});

describe('a user', () => {
  test.each([
    ['object id', userIds.lawyer],
    ['user principal name in any case', 'LAWYER@muster.example'],
    ['a guest by the encoded name', encodeURIComponent('support_extern.example#EXT#@muster.example')],
  ])('is read by %s', async (_what, name) => {
    const response = await tenant.get(`users/${name}`, token);
    expect(response.status).toBe(200);
    expect(await response.json()).toHaveProperty('userPrincipalName');
  });

  test('$select gives just what was asked for', async () => {
    const response = await tenant.get('users/lawyer@muster.example?$select=id,proxyAddresses', token);
    expect(await response.json()).toEqual({
      '@odata.context': expect.any(String),
      id: userIds.lawyer,
      proxyAddresses: ['SMTP:lawyer@muster.example', 'smtp:laura.meier@muster.example'],
    });
  });

  test('User.ReadBasic.All shows the basic profile only', async () => {
    const basic = await tenant.appToken(['User.ReadBasic.All']);
    const response = await tenant.get('users/lawyer@muster.example?$select=mail,proxyAddresses', basic);
    expect(await response.json()).toMatchObject({ mail: 'lawyer@muster.example', proxyAddresses: null });
  });

  test('the tenant next door cannot be seen', async () => {
    const response = await tenant.get(`users/${userIds.neighbourUser}`, token);
    expect(await refusal(response)).toBe('404 Request_ResourceNotFound');
    const nextDoor = await tenant.sign({ tid: tenantIds.nachbar, roles: ['User.Read.All', 'Mail.Read'] });
    expect((await tenant.get('users/user@nachbar.example', nextDoor)).status).toBe(200);
    expect(await refusal(await tenant.get(`${lawyer}/mailFolders/inbox`, nextDoor))).toBe(
      '404 ErrorInvalidUser',
    );
  });
});

describe('a mailbox that forgets', () => {
  test('after a reset of the tenant only the samples are there', async () => {
    await tenant.post(`${lawyer}/contacts`, token, { surname: 'Forgotten' });
    await tenant.context.reset();
    const surnames = (await valueOf(await tenant.get(`${lawyer}/contacts`, token))).map(
      ({ surname }) => surname,
    );
    expect(surnames.sort()).toEqual(['Favre', 'Huber']);
  });
});
