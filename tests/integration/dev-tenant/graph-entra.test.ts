import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { GraphTenant, refusal } from './graph-tenant.ts';

const lawyer = '/users/lawyer@muster.example';
const probes = [
  ['calendar', `${lawyer}/events?$top=1&$select=id`],
  ['contacts', `${lawyer}/contacts?$top=1&$select=id`],
  ['to-do', `${lawyer}/todo/lists?$top=1`],
  ['mail', `${lawyer}/mailFolders/inbox?$select=id`],
].map(([id, url]) => ({ id, method: 'GET', url }));

let tenant: GraphTenant;
beforeAll(async () => {
  tenant = await GraphTenant.start();
});
beforeEach(() => tenant.context.reset());
afterAll(() => tenant.close());

async function switchOn(fault: string, settings: object = {}): Promise<void> {
  const response = await fetch(`${tenant.context.baseUrl()}/control/faults/${fault}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ on: true, ...settings }),
  });
  expect(response.status).toBe(200);
}

async function probeWith(token: string): Promise<Record<string, number>> {
  const items = await tenant.batch(token, probes);
  return Object.fromEntries([...items].map(([id, { status }]) => [id, status]));
}

describe('with the token that Entra issues', () => {
  test('the ready registration reads every module', async () => {
    const token = await tenant.entraToken(tenant.seed.ready);
    expect(await probeWith(token)).toEqual({ calendar: 200, contacts: 200, 'to-do': 200, mail: 200 });
  });

  test('the bare registration is refused in every module', async () => {
    const token = await tenant.entraToken(tenant.seed.bare);
    expect(await probeWith(token)).toEqual({ calendar: 403, contacts: 403, 'to-do': 401, mail: 403 });
  });

  test('permission-missing takes one module, for writing or altogether', async () => {
    await switchOn('permission-missing', { module: 'calendar', access: 'all' });
    const token = await tenant.entraToken(tenant.seed.ready);
    expect(await probeWith(token)).toEqual({ calendar: 403, contacts: 200, 'to-do': 200, mail: 200 });
    await switchOn('permission-missing', { module: 'to-do', access: 'write' });
    const readOnly = await tenant.entraToken(tenant.seed.ready);
    expect(await probeWith(readOnly)).toEqual({ calendar: 200, contacts: 200, 'to-do': 200, mail: 200 });
    const { value } = (await (await tenant.get(`${lawyer}/todo/lists`.slice(1), readOnly)).json()) as {
      value: { id: string }[];
    };
    const tasks = `${lawyer}/todo/lists/${String(value[0]?.id)}/tasks`.slice(1);
    expect(await refusal(await tenant.post(tasks, readOnly, { title: 'x' }))).toBe('401 UnknownError');
  });

  test('rbac-scope: no right in the token, and the mailbox in the scope answers all the same', async () => {
    await switchOn('rbac-scope', { addresses: ['lawyer@muster.example'] });
    const token = await tenant.entraToken(tenant.seed.ready);
    expect(await probeWith(token)).toMatchObject({ calendar: 200, contacts: 200, mail: 200 });
    const outside = await tenant.get('users/assistant@muster.example/events', token);
    expect(await refusal(outside)).toBe('403 ErrorAccessDenied');
  });

  test('token-wrong-audience: Graph takes no token that is meant for Outlook', async () => {
    await switchOn('token-wrong-audience');
    const token = await tenant.entraToken(tenant.seed.ready);
    const response = await tenant.post('$batch', token, { requests: probes });
    expect(await refusal(response)).toBe('401 InvalidAuthenticationToken');
  });

  test('a token grows old by the clock of the tenant', async () => {
    const token = await tenant.entraToken(tenant.seed.ready);
    tenant.context.advanceClock(2 * 3600 * 1000);
    expect(await refusal(await tenant.get('users/lawyer@muster.example/events', token))).toBe(
      '401 InvalidAuthenticationToken',
    );
  });
});
