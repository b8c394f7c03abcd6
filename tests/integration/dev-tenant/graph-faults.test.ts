import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import type { FaultName, FaultSettings } from '../../../src/dev-tenant/faults.ts';
import { clientIds } from '../../../src/dev-tenant/seed/identifiers.ts';
import { GraphTenant, refusal, type ItemAnswer } from './graph-tenant.ts';

const lawyer = 'lawyer@muster.example';
const assistant = 'assistant@muster.example';
const readPaths = {
  calendar: 'events?$top=1&$select=id',
  contacts: 'contacts?$top=1&$select=id',
  'to-do': 'todo/lists?$top=1',
  mail: 'mailFolders/inbox?$select=id',
  directory: '?$select=id',
} as const;
type ReadModule = keyof typeof readPaths;
const event = { start: { dateTime: '2026-11-22T08:00:00' }, end: { dateTime: '2026-11-22T09:00:00' } };
const mailTo = (address: string) => ({
  message: { subject: 'fault', toRecipients: [{ emailAddress: { address } }] },
});

let tenant: GraphTenant;
let token: string;
beforeAll(async () => {
  tenant = await GraphTenant.start();
});
beforeEach(async () => {
  await tenant.context.reset();
  token = await tenant.appToken();
});
afterAll(() => tenant.close());

function turnOn(name: FaultName, settings: Omit<FaultSettings, 'on'> = {}): void {
  tenant.context.faults.set(name, { on: true, ...settings });
}

/** Status and code of every module, read in one batch as the connection test does. */
async function readAll(mailbox: string, with_ = token): Promise<Record<string, string>> {
  const requests = Object.entries(readPaths).map(([id, path]) => {
    return {
      id,
      method: 'GET',
      url: path.startsWith('?') ? `/users/${mailbox}${path}` : `/users/${mailbox}/${path}`,
    };
  });
  const items = await tenant.batch(with_, requests);
  return Object.fromEntries([...items].map(([id, item]) => [id, summary(item)]));
}

function summary({ status, body }: ItemAnswer): string {
  return status < 400 ? String(status) : `${status} ${body.error.code}`;
}

const allFine = { calendar: '200', contacts: '200', 'to-do': '200', mail: '200', directory: '200' };
const without = (module: ReadModule, answer: string) => ({ ...allFine, [module]: answer });

describe('write-refused', () => {
  test('reads work, creating is refused, in that module only', async () => {
    turnOn('write-refused', { module: 'contacts' });
    expect(await readAll(lawyer)).toEqual(allFine);
    expect(await refusal(await tenant.post(`users/${lawyer}/contacts`, token, {}))).toBe(
      '403 ErrorAccessDenied',
    );
    expect((await tenant.post(`users/${lawyer}/events`, token, event)).status).toBe(201);
  });

  test.each(['mail-sending', 'mailSending', 'mail sending'])(
    '%s: no mail leaves, drafts do',
    async (module) => {
      turnOn('write-refused', { module });
      const sent = await tenant.post(`users/${lawyer}/sendMail`, token, mailTo(lawyer));
      expect(await refusal(sent)).toBe('403 ErrorAccessDenied');
      expect((await tenant.post(`users/${lawyer}/messages`, token, {})).status).toBe(201);
    },
  );

  test.each(['to-do', 'todo'])('%s: no task can be created', async (module) => {
    const lists = (await (await tenant.get(`users/${lawyer}/todo/lists`, token)).json()) as {
      value: { id: string }[];
    };
    turnOn('write-refused', { module });
    const tasks = `users/${lawyer}/todo/lists/${String(lists.value[0]?.id)}/tasks`;
    expect(await refusal(await tenant.post(tasks, token, { title: 'x' }))).toBe('403 ErrorAccessDenied');
  });
});

describe('rbac-scope', () => {
  test('rights are in no token: mailboxes in the scope answer, others are refused, To Do goes by the token', async () => {
    turnOn('rbac-scope', { addresses: [lawyer] });
    const roleless = await tenant.appToken([]);
    const refused = { 'to-do': '401 UnknownError', directory: '403 Authorization_RequestDenied' };
    expect(await readAll(lawyer, roleless)).toEqual({ ...allFine, ...refused });
    const outside = '403 ErrorAccessDenied';
    expect(await readAll(assistant, roleless)).toEqual({
      calendar: outside,
      contacts: outside,
      mail: outside,
      ...refused,
    });
    expect((await tenant.post(`users/${lawyer}/sendMail`, roleless, mailTo(assistant))).status).toBe(202);
  });
});

describe('a fault that names an application', () => {
  test('spares every other one', async () => {
    turnOn('policy-restricts-mailbox', { address: lawyer, appId: clientIds.timeSensorGeneve });
    expect(await readAll(lawyer)).toEqual(allFine);
    turnOn('cae-challenge', { appId: clientIds.timeSensorGeneve });
    expect(await readAll(lawyer)).toEqual(allFine);
  });
});

describe('policy-restricts-mailbox', () => {
  test('refuses mail, calendar and contacts of the mailbox in the words of the policy, not To Do', async () => {
    turnOn('policy-restricts-mailbox', { address: lawyer });
    const blocked = '403 ErrorAccessDenied';
    expect(await readAll(lawyer)).toEqual({
      ...allFine,
      calendar: blocked,
      contacts: blocked,
      mail: blocked,
    });
    expect(await readAll(assistant)).toEqual(allFine);
    const response = await tenant.get(`users/${lawyer}/events`, token);
    expect(await response.text()).toContain('Access to OData is disabled');
  });
});

describe('mailbox-missing', () => {
  const missing = '404 MailboxNotEnabledForRESTAPI';
  const allMissing = {
    calendar: missing,
    contacts: missing,
    'to-do': missing,
    mail: missing,
    directory: '200',
  };

  test('with an address: that mailbox only; its user is still there', async () => {
    turnOn('mailbox-missing', { address: lawyer.toUpperCase() });
    expect(await readAll(lawyer)).toEqual(allMissing);
    expect(await readAll(assistant)).toEqual(allFine);
  });

  test('without an address: every mailbox', async () => {
    turnOn('mailbox-missing');
    expect(await readAll(assistant)).toEqual(allMissing);
  });
});

describe('mailbox-full', () => {
  test('reading goes on, storing and sending answer 507 quotaLimitReached, deleting works', async () => {
    const created = await tenant.post(`users/${lawyer}/contacts`, token, {});
    const { id } = (await created.json()) as { id: string };
    turnOn('mailbox-full', { address: lawyer });
    expect(await readAll(lawyer)).toEqual(allFine);
    for (const [path, body] of [
      ['contacts', {}],
      ['events', event],
      ['messages', {}],
      ['sendMail', mailTo(assistant)],
    ] as const) {
      expect(await refusal(await tenant.post(`users/${lawyer}/${path}`, token, body))).toBe(
        '507 quotaLimitReached',
      );
    }
    expect((await tenant.request('DELETE', `users/${lawyer}/contacts/${id}`, token)).status).toBe(204);
  });

  test('of the recipient: the sender has 202, the mail never arrives', async () => {
    turnOn('mailbox-full', { address: assistant });
    expect((await tenant.post(`users/${lawyer}/sendMail`, token, mailTo(assistant))).status).toBe(202);
    const inbox = await tenant.get(`users/${assistant}/mailFolders/inbox/messages`, token);
    expect(await inbox.text()).not.toContain('fault');
  });
});

describe('throttled', () => {
  test('each item of a batch is refused with its own Retry-After while the envelope is 200', async () => {
    turnOn('throttled', { where: 'graph', retryAfterSeconds: 17 });
    const mailbox = '429 ApplicationThrottled';
    const all = { calendar: mailbox, contacts: mailbox, 'to-do': mailbox, mail: mailbox };
    expect(await readAll(lawyer)).toEqual({ ...all, directory: '429 TooManyRequests' });
    const items = await tenant.batch(token, [{ id: '1', method: 'GET', url: `/users/${lawyer}/events` }]);
    expect(items.get('1')?.headers['Retry-After']).toBe('17');
  });

  test('with a module: that module only', async () => {
    turnOn('throttled', { where: 'graph', module: 'contacts', retryAfterSeconds: 5 });
    expect(await readAll(lawyer)).toEqual(without('contacts', '429 ApplicationThrottled'));
  });

  test('a plain request gets 429 and Retry-After', async () => {
    turnOn('throttled', { where: 'graph', retryAfterSeconds: 3 });
    const response = await tenant.get(`users/${lawyer}/events`, token);
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '3']);
  });

  test('at another place leaves Graph alone', async () => {
    turnOn('throttled', { where: 'entra', retryAfterSeconds: 3 });
    expect(await readAll(lawyer)).toEqual(allFine);
  });
});

describe('service-unavailable', () => {
  test('takes the whole envelope', async () => {
    turnOn('service-unavailable', { where: 'graph', status: 504 });
    expect((await tenant.post('$batch', token, { requests: [] })).status).toBe(504);
  });

  test('with a module takes its items only', async () => {
    turnOn('service-unavailable', { where: 'graph', status: 503, module: 'todo' });
    expect(await readAll(lawyer)).toEqual(without('to-do', '503 serviceNotAvailable'));
  });
});

describe('the network in between', () => {
  const inbox = `users/${lawyer}/mailFolders/inbox`;

  test('timeout: no answer comes', async () => {
    turnOn('timeout', { where: 'graph' });
    const url = `${tenant.context.baseUrl()}/graph/v1.0/${inbox}`;
    await expect(fetch(url, { signal: AbortSignal.timeout(200) })).rejects.toThrow(/timeout/);
  });

  test('connection-dropped: the client sees a closed connection', async () => {
    turnOn('connection-dropped', { where: 'graph' });
    await expect(tenant.get(inbox, token)).rejects.toThrow(/fetch failed/);
  });

  test('proxy-blocked: a page of HTML where JSON belongs', async () => {
    turnOn('proxy-blocked', { where: 'graph' });
    const response = await tenant.get(inbox, token);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
  });

  test('latency: the answer comes later, and comes', async () => {
    turnOn('latency', { where: 'graph', ms: 150 });
    const started = performance.now();
    expect((await tenant.get(inbox, token)).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(140);
  });
});
