import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { ConnectionTest } from '../../../src/shared/api/connection-tests.ts';
import type { Module } from '../../../src/shared/domain/modules.ts';
import { startProduct, type Caller, type Product } from '../../support/product.ts';
import { connectEntity, usualModules } from '../../support/registration.ts';

let product: Product;
let admin: Caller;
let entityId: string;

beforeAll(async () => {
  product = await startProduct({ answerWithinMs: 2500 });
  admin = await product.as('admin@muster.example');
  const stored = await connectEntity(admin, product.tenant.seed.ready, 'Zürich', [
    ...usualModules,
    'directory',
  ]);
  entityId = stored.body.entity.id;
});
afterEach(() => product.noFaults());
afterAll(() => product.close());

async function testConnection(deep = false): Promise<ConnectionTest> {
  const { body, status } = await admin.call<ConnectionTest>('POST', `entities/${entityId}/connection-tests`, {
    deep,
  });
  expect(status).toBe(200);
  return body;
}

/** What the page shows for each step: its status, and the cause where it has one. */
function dots({ steps }: ConnectionTest): Record<string, string> {
  return Object.fromEntries(
    steps.map(({ name, status, verdict }) => [name, verdict ? `${status} ${verdict.cause}` : status]),
  );
}

/** Ids of what a person finds in the probe mailbox, asked of Graph as the registration itself would. */
async function itemsInMailbox(): Promise<string[]> {
  const { token, graph } = product.tenant.clientCloudEndpoints();
  const { directoryId, applicationId, clientSecret } = product.tenant.seed.ready;
  const issued = await fetch(token.replace('{tenant}', directoryId), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: applicationId,
      client_secret: clientSecret,
      scope: 'https://graph.microsoft.com/.default',
    }),
  });
  const { access_token } = (await issued.json()) as { access_token: string };
  const idsOf = async (path: string): Promise<string[]> => {
    const response = await fetch(`${graph}/v1.0/users/lawyer@muster.example/${path}`, {
      headers: { authorization: `Bearer ${access_token}` },
    });
    expect(response.status).toBe(200);
    return ((await response.json()) as { value: { id: string }[] }).value.map(({ id }) => id);
  };
  const [list] = await idsOf('todo/lists');
  // Graph's DELETE moves a message to the deleted items, as Outlook does; everywhere else nothing may be left.
  const folders = ['inbox', 'drafts', 'sentitems'].map((name) => `mailFolders/${name}/messages`);
  const paths = ['events', 'contacts', `todo/lists/${list}/tasks`, ...folders].map(
    (path) => `${path}?$top=100`,
  );
  return (await Promise.all(paths.map(idsOf))).flat().sort();
}

describe('a registration that is ready', () => {
  test('turns every module green whose right is granted, and names the one that is not', async () => {
    expect(dots(await testConnection())).toEqual({
      'app-token': 'ok',
      calendar: 'ok',
      contacts: 'ok',
      'to-do': 'ok',
      mail: 'ok',
      'mail-sending': 'ok',
      directory: 'failed permission-missing',
    });
  });

  test('proves writing by a deep test and takes away what it created', async () => {
    const before = await itemsInMailbox();
    expect(before.length).toBeGreaterThan(0);
    const result = await testConnection(true);
    expect(dots(result)).toMatchObject({
      calendar: 'ok',
      contacts: 'ok',
      'to-do': 'ok',
      mail: 'ok',
      'mail-sending': 'ok',
    });
    const proven = result.steps.filter(({ evidence }) => evidence?.writeProvenAt).map(({ name }) => name);
    expect(proven).toEqual(usualModules);
    expect(await itemsInMailbox()).toEqual(before);
  });
});

/** Every fault of the flow from registration to Graph: what each dot must show. None may be green by mistake. */
const appTokenFaults: [fault: string, parameters: object, expected: string][] = [
  ['secret-wrong', {}, 'failed secret-wrong'],
  ['secret-expired', {}, 'failed secret-expired'],
  ['app-not-found', {}, 'failed app-not-found'],
  ['app-disabled', {}, 'failed app-disabled'],
  ['tenant-not-found', {}, 'failed tenant-not-found'],
  ['throttled', { where: 'entra', retryAfterSeconds: 30 }, 'unknown throttled'],
  ['service-unavailable', { where: 'entra', status: 503 }, 'unknown service-unavailable'],
  ['connection-dropped', { where: 'entra' }, 'unknown connection-dropped'],
  ['timeout', { where: 'entra' }, 'unknown timeout'],
  ['proxy-blocked', { where: 'entra' }, 'unknown proxy-blocked'],
];

describe('when the application cannot sign in', () => {
  test.each(appTokenFaults)(
    '%s %j shows it at the sign-in and skips the modules',
    async (fault, parameters, expected) => {
      await product.fault(fault, parameters);
      expect(dots(await testConnection())).toEqual({
        'app-token': expected,
        calendar: 'skipped',
        contacts: 'skipped',
        'to-do': 'skipped',
        mail: 'skipped',
        'mail-sending': 'skipped',
        directory: 'skipped',
      });
    },
  );
});

const all = (text: string) => Object.fromEntries(usualModules.map((module) => [module, text]));
const probed = (text: string) => ({ calendar: text, contacts: text, 'to-do': text, mail: text });

const graphFaults: [fault: string, parameters: object, expected: Partial<Record<Module, string>>][] = [
  ['consent-missing', {}, all('failed consent-missing')],
  [
    'permission-missing',
    { module: 'calendar', access: 'all' },
    { calendar: 'failed permission-missing', mail: 'ok' },
  ],
  [
    'permission-missing',
    { module: 'to-do', access: 'all' },
    { 'to-do': 'failed permission-missing', mail: 'ok' },
  ],
  [
    'permission-missing',
    { module: 'mail', access: 'write' },
    { mail: 'failed permission-missing', calendar: 'ok' },
  ],
  [
    'permission-missing',
    { module: 'mail-sending', access: 'all' },
    { 'mail-sending': 'failed permission-missing', mail: 'ok' },
  ],
  ['mailbox-missing', { address: 'lawyer@muster.example' }, { ...probed('failed mailbox-missing') }],
  [
    'policy-restricts-mailbox',
    { address: 'lawyer@muster.example' },
    {
      calendar: 'failed policy-restricts-mailbox',
      contacts: 'failed policy-restricts-mailbox',
      'to-do': 'ok',
      mail: 'failed policy-restricts-mailbox',
    },
  ],
  ['throttled', { where: 'graph', retryAfterSeconds: 20 }, probed('unknown throttled')],
  ['service-unavailable', { where: 'graph', status: 503 }, probed('unknown service-unavailable')],
  ['connection-dropped', { where: 'graph' }, probed('unknown connection-dropped')],
  ['timeout', { where: 'graph' }, probed('unknown timeout')],
  ['latency', { where: 'graph', ms: 200 }, probed('ok')],
  ['proxy-blocked', { where: 'graph' }, probed('unknown proxy-blocked')],
  ['cae-challenge', {}, probed('unknown cae-challenge')],
  ['token-wrong-audience', {}, probed('unknown token-wrong-audience')],
];

describe('when Graph refuses', () => {
  test.each(graphFaults)('%s %j shows it at the modules it concerns', async (fault, parameters, expected) => {
    await product.fault(fault, parameters);
    expect(dots(await testConnection())).toMatchObject({ 'app-token': 'ok', ...expected });
  });

  test('rights granted in Exchange leave writing unknown until a deep test has proven it', async () => {
    const fresh = await connectEntity(admin, product.tenant.seed.ready, 'Bern');
    const path = `entities/${fresh.body.entity.id}/connection-tests`;
    await product.fault('rbac-scope', { addresses: ['lawyer@muster.example'] });
    const before = (await admin.call<ConnectionTest>('POST', path, {})).body;
    expect(dots(before)).toMatchObject({
      calendar: 'unknown permission-missing',
      'mail-sending': 'unknown permission-missing',
    });
    const calendar = before.steps.find(({ name }) => name === 'calendar');
    expect(calendar?.verdict?.facts.contradiction).toBe('right-missing-but-answered');
    await admin.call('POST', path, { deep: true });
    expect(dots((await admin.call<ConnectionTest>('POST', path, {})).body)).toMatchObject({
      calendar: 'ok',
      mail: 'ok',
    });
  });

  test('a refused write turns the module red although reading works', async () => {
    await product.fault('write-refused', { module: 'contacts' });
    expect(dots(await testConnection())).toMatchObject({ contacts: 'ok' });
    expect(dots(await testConnection(true))).toMatchObject({
      contacts: expect.stringContaining('failed'),
      calendar: 'ok',
    });
  });
});
