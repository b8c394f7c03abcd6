import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';

import { userIds } from '../../../src/dev-tenant/seed/identifiers.ts';
import { everyRight, GraphTenant, refusal, type GraphError } from './graph-tenant.ts';

const lawyer = 'users/lawyer@muster.example';
const task = { title: 'x' };
const mail = { message: { toRecipients: [{ emailAddress: { address: 'lawyer@muster.example' } }] } };

let tenant: GraphTenant;
beforeAll(async () => {
  tenant = await GraphTenant.start();
});
afterAll(() => tenant.close());
afterEach(() => tenant.context.faults.reset());

async function messageOf(response: Response): Promise<string> {
  return ((await response.json()) as GraphError).error.message;
}

describe('the token', () => {
  const inbox = `${lawyer}/mailFolders/inbox`;

  test('missing', async () => {
    const response = await tenant.get(inbox, null);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer .*authorization_uri=/);
    expect(await messageOf(response)).toBe('Access token is empty.');
  });

  test.each([
    ['malformed', () => Promise.resolve('not-a-token'), /CompactToken parsing failed/],
    [
      'expired',
      () => tenant.sign({ roles: everyRight }, -600),
      /Lifetime validation failed, the token is expired/,
    ],
    [
      'for Outlook',
      () => tenant.sign({ aud: 'https://outlook.office.com', roles: everyRight }),
      /Invalid audience/,
    ],
  ] as const)('%s: 401 InvalidAuthenticationToken says so', async (_what, makeToken, message) => {
    const token = await makeToken();
    expect(await refusal(await tenant.get(inbox, token))).toBe('401 InvalidAuthenticationToken');
    expect(await messageOf(await tenant.get(inbox, token))).toMatch(message);
  });

  test("names Graph by its application id: accepted, as Entra's version 1 audience", async () => {
    const token = await tenant.sign({ aud: '00000003-0000-0000-c000-000000000000', roles: everyRight });
    expect((await tenant.get(inbox, token)).status).toBe(200);
  });

  test('bad: the whole batch is refused, not its items', async () => {
    const response = await tenant.post('$batch', 'not-a-token', { requests: [] });
    expect(await refusal(response)).toBe('401 InvalidAuthenticationToken');
  });

  test('cae-challenge: 401 with the claims to ask Entra for', async () => {
    tenant.context.faults.set('cae-challenge', { on: true });
    const response = await tenant.get(inbox, await tenant.appToken());
    const challenge = response.headers.get('www-authenticate') ?? '';
    expect(challenge).toContain('error="insufficient_claims"');
    const claims = Buffer.from(/claims="([^"]+)"/.exec(challenge)?.[1] ?? '', 'base64').toString();
    expect(JSON.parse(claims)).toHaveProperty('access_token.nbf.essential', true);
    expect(await refusal(response)).toBe('401 InvalidAuthenticationToken');
  });
});

describe('an application without the right', () => {
  test.each([
    ['calendar', 'events', '403 ErrorAccessDenied'],
    ['contacts', 'contacts', '403 ErrorAccessDenied'],
    ['mail', 'mailFolders/inbox', '403 ErrorAccessDenied'],
    ['to-do', 'todo/lists', '401 UnknownError'],
    ['directory', '', '403 Authorization_RequestDenied'],
  ])('cannot read %s', async (_module, path, expected) => {
    expect(await refusal(await tenant.get(`${lawyer}/${path}`, await tenant.appToken([])))).toBe(expected);
  });

  test('hears nothing from To Do: the message is empty', async () => {
    expect(await messageOf(await tenant.get(`${lawyer}/todo/lists`, await tenant.appToken([])))).toBe('');
  });

  test.each([
    ['Calendars.Read', 'events', {}, '403 ErrorAccessDenied'],
    ['Contacts.Read', 'contacts', {}, '403 ErrorAccessDenied'],
    ['Mail.Read', 'messages', {}, '403 ErrorAccessDenied'],
    ['Tasks.Read.All', 'todo/lists/any/tasks', task, '401 UnknownError'],
    ['Mail.ReadWrite', 'sendMail', mail, '403 ErrorAccessDenied'],
  ])('with only %s cannot POST to %s', async (right, path, body, expected) => {
    expect(await refusal(await tenant.post(`${lawyer}/${path}`, await tenant.appToken([right]), body))).toBe(
      expected,
    );
  });

  test.each([
    ['Calendars.Read', 'events'],
    ['Contacts.Read', 'contacts'],
    ['Mail.Read', 'mailFolders/inbox'],
    ['Tasks.Read.All', 'todo/lists'],
  ])('with only %s can read %s', async (right, path) => {
    expect((await tenant.get(`${lawyer}/${path}`, await tenant.appToken([right]))).status).toBe(200);
  });

  test('is refused /me, which needs a person', async () => {
    const response = await tenant.get('me/messages', await tenant.appToken());
    expect(await messageOf(response.clone())).toMatch(/only valid with delegated/);
    expect(await refusal(response)).toBe('400 BadRequest');
  });
});

describe('the mailbox', () => {
  test.each(['events', 'contacts', 'mailFolders/inbox', 'todo/lists'])(
    'of a user without a licence has no %s',
    async (path) => {
      const response = await tenant.get(`users/unlicensed@muster.example/${path}`, await tenant.appToken());
      expect(await refusal(response)).toBe('404 MailboxNotEnabledForRESTAPI');
    },
  );

  test('of nobody is ErrorInvalidUser, the user object of nobody Request_ResourceNotFound', async () => {
    const token = await tenant.appToken();
    expect(await refusal(await tenant.get('users/nobody@muster.example/events', token))).toBe(
      '404 ErrorInvalidUser',
    );
    expect(await refusal(await tenant.get('users/nobody@muster.example', token))).toBe(
      '404 Request_ResourceNotFound',
    );
  });

  test('shared is open to the application like any other', async () => {
    expect((await tenant.get('users/kanzlei@muster.example/events', await tenant.appToken())).status).toBe(
      200,
    );
  });
});

describe('a person with a delegated token', () => {
  const scp = 'Mail.ReadWrite Calendars.ReadWrite Contacts.ReadWrite Tasks.ReadWrite Mail.Send User.Read';
  const personal = () => tenant.sign({ scp, oid: userIds.lawyer });

  test.each(['me', 'me/events', 'me/todo/lists', `users/${userIds.lawyer}/messages`])(
    'reads %s',
    async (path) => {
      expect((await tenant.get(path, await personal())).status).toBe(200);
    },
  );

  test.each([
    ['', '403 Authorization_RequestDenied'],
    ['events', '403 ErrorAccessDenied'],
    ['messages', '403 ErrorAccessDenied'],
    ['todo/lists', '400 ErrorIncorrectRoutingHint'],
  ])("cannot read a colleague's %s", async (path, expected) => {
    const response = await tenant.get(`users/assistant@muster.example/${path}`, await personal());
    expect(await refusal(response)).toBe(expected);
  });

  test('without the scope cannot read what is theirs', async () => {
    const token = await tenant.sign({ scp: 'User.Read', oid: userIds.lawyer });
    expect(await refusal(await tenant.get('me/events', token))).toBe('403 ErrorAccessDenied');
  });
});

describe('the request', () => {
  test.each([
    ['users/lawyer@muster.example/calenders', 'calenders'],
    ['groups/x', 'groups'],
    ['users/lawyer@muster.example/events/x/attachments', 'attachments'],
  ])('to %s: 400, the segment %s is not known', async (path, segment) => {
    const response = await tenant.get(path, await tenant.appToken());
    expect(await messageOf(response.clone())).toBe(`Resource not found for the segment '${segment}'.`);
    expect(await refusal(response)).toBe('400 BadRequest');
  });

  test('with a method the path does not take: 405', async () => {
    const token = await tenant.appToken();
    expect(await refusal(await tenant.request('DELETE', lawyer, token))).toBe('405 Request_BadRequest');
    expect(await refusal(await tenant.get('$batch', token))).toBe('405 Request_BadRequest');
  });

  test('in another version, or with broken percent-encoding: 400', async () => {
    const headers = { authorization: `Bearer ${await tenant.appToken()}` };
    const base = tenant.context.baseUrl();
    expect(await refusal(await fetch(`${base}/graph/v9/me`, { headers }))).toBe('400 BadRequest');
    expect((await fetch(`${base}/graph/v1.0/users/%E0%A4%A`, { headers })).status).toBe(400);
  });

  test.each([
    ['broken JSON', 'application/json', '{"subject":'],
    ['another content type', 'text/plain', '{}'],
    ['no body', 'application/json', ''],
  ])('with %s: 400', async (_what, type, body) => {
    const headers = { authorization: `Bearer ${await tenant.appToken()}`, 'content-type': type };
    const url = `${tenant.context.baseUrl()}/graph/v1.0/${lawyer}/contacts`;
    expect(await refusal(await fetch(url, { method: 'POST', headers, body }))).toBe('400 BadRequest');
  });

  test('of almost 4 MB: taken, until the mailbox is full', async () => {
    const token = await tenant.appToken();
    const create = () => tenant.post(`${lawyer}/contacts`, token, { personalNotes: 'x'.repeat(3_900_000) });
    const first = await create();
    expect(first.status).toBe(201);
    const { id } = (await first.json()) as { id: string };
    let last = first;
    for (let count = 0; count < 20 && last.status === 201; count++) last = await create();
    expect(await refusal(last)).toBe('507 quotaLimitReached');
    expect((await tenant.request('DELETE', `${lawyer}/contacts/${id}`, token)).status).toBe(204);
    expect((await create()).status).toBe(201);
    await tenant.context.reset();
  });

  test('of more than 4 MB: 413', async () => {
    const personalNotes = 'x'.repeat(4 * 1024 * 1024);
    const response = await tenant.post(`${lawyer}/contacts`, await tenant.appToken(), { personalNotes });
    expect(await refusal(response)).toBe('413 BadRequest');
  });

  test('is answered with ids in headers and body, the client request id echoed', async () => {
    const id = '0f4c1c52-7b1e-4d8e-9f57-0e0d6b7a2f11';
    const response = await fetch(`${tenant.context.baseUrl()}/graph/v1.0/me`, {
      headers: { 'client-request-id': id },
    });
    const { innerError } = ((await response.json()) as GraphError).error;
    expect(response.headers.get('client-request-id')).toBe(id);
    expect(innerError).toEqual({
      date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
      'request-id': response.headers.get('request-id'),
      'client-request-id': id,
    });
  });

  test('with a client request id that is none gets the id of the service', async () => {
    const response = await fetch(`${tenant.context.baseUrl()}/graph/v1.0/me`, {
      headers: { 'client-request-id': '<script>' },
    });
    expect(response.headers.get('client-request-id')).toBe(response.headers.get('request-id'));
  });
});
