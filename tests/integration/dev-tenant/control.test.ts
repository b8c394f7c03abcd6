import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { startDevTenant, type DevTenant, type DevTenantOptions } from '../../../src/dev-tenant/dev-tenant.ts';
import { faultNames } from '../../../src/dev-tenant/faults.ts';
import { codeOf, control, postToken, readyForm, setFault } from './entra-browser.ts';

let tenant: DevTenant;
beforeAll(async () => {
  tenant = await startDevTenant();
});
afterAll(() => tenant.close());
beforeEach(() => tenant.context.reset());

const putFault = (name: string, body: unknown): Promise<Response> =>
  fetch(`${tenant.url}/control/faults/${name}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const listFaults = async (): Promise<Record<string, unknown>> =>
  (await (await fetch(`${tenant.url}/control/faults`)).json()) as Record<string, unknown>;
const appToken = (of = tenant): ReturnType<typeof postToken> =>
  postToken(
    of,
    readyForm(of, { grant_type: 'client_credentials', scope: 'https://graph.microsoft.com/.default' }),
  );

describe('faults', () => {
  test('all are listed, off at first; one switched on is listed with its parameters', async () => {
    expect(Object.keys(await listFaults()).sort()).toEqual([...faultNames].sort());
    const answer = await putFault('throttled', { on: true, where: 'graph', retryAfterSeconds: 7 });
    expect(await answer.json()).toEqual({ on: true, where: 'graph', retryAfterSeconds: 7 });
    expect((await listFaults()).throttled).toEqual({ on: true, where: 'graph', retryAfterSeconds: 7 });
    await putFault('throttled', { on: false });
    expect((await listFaults()).throttled).toEqual({ on: false });
  });

  test.each<[string, unknown, RegExp]>([
    ['no-such-fault', { on: true }, /no fault "no-such-fault"/],
    ['toString', { on: true }, /no fault/],
    ['latency', { on: true, ms: 'slow' }, /^latency: ms: .*number/],
    ['latency', { on: true, ms: -1 }, /ms/],
    ['latency', {}, /on: .*boolean/],
    ['latency', { on: true, colour: 'red' }, /colour/],
    ['timeout', { on: true, where: 'moon' }, /where/],
    ['permission-missing', { on: true, module: 'coffee' }, /module/],
    ['service-unavailable', { on: true, status: 200 }, /status/],
    ['latency', '[]', /object/],
    ['latency', '{', /JSON/],
  ])('%s with %j is refused with a sentence and changes nothing', async (name, body, sentence) => {
    const answer = await putFault(name, body);
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as { message: string }).message).toMatch(sentence);
    expect(Object.values(await listFaults())).toEqual(faultNames.map(() => ({ on: false })));
  });
});

describe('the clock', () => {
  test('moves by days and by seconds, and back at a reset', async () => {
    const before = tenant.context.now();
    expect((await control(tenant, 'clock', { advanceDays: 30 })).status).toBe(200);
    await control(tenant, 'clock', { advanceSeconds: 60 });
    expect(tenant.context.now() - before).toBeGreaterThanOrEqual(30 * 86_400_000 + 60_000);
    await control(tenant, 'reset');
    expect(tenant.context.now() - before).toBeLessThan(86_400_000);
  });

  test.each([[{}], [{ advanceDays: '30' }], [{ advanceDays: 1e9 }], [{ advanceYears: 1 }]])(
    'refuses %j with a sentence',
    async (body) => {
      const answer = await control(tenant, 'clock', body);
      expect(answer.status).toBe(400);
      expect(((await answer.json()) as { message: string }).message).toMatch(/^clock: /);
    },
  );
});

test('a reset brings directory, faults and consent back', async () => {
  const { directory } = tenant.context;
  await putFault('secret-wrong', { on: true });
  directory.users.length = 0;
  directory.applications.pop();
  expect((await control(tenant, 'reset')).status).toBe(204);
  expect(tenant.context.directory.users.map(({ mail }) => mail)).toContain('lawyer@muster.example');
  expect((await appToken()).status).toBe(200);
});

test('the seed names people, roles and the three registrations', async () => {
  const seed = (await (await fetch(`${tenant.url}/control/seed`)).json()) as DevTenant['seed'];
  expect(seed.users.map(({ signInName, roles, mailbox }) => [signInName, roles.join(), mailbox])).toEqual([
    ['admin@muster.example', 'Global Administrator', 'personal'],
    ['itadmin@muster.example', 'Application Administrator', 'personal'],
    ['lawyer@muster.example', '', 'personal'],
    ['assistant@muster.example', '', 'personal'],
    ['operator@muster.example', 'Operator', 'personal'],
    ['disabled@muster.example', '', 'personal'],
    ['unlicensed@muster.example', '', null],
    ['kanzlei@muster.example', '', 'shared'],
    ['admin@nachbar.example', 'Global Administrator', 'personal'],
    ['user@nachbar.example', '', 'personal'],
    ['support@extern.example', 'Reader', null],
  ]);
  expect([seed.connect.name, seed.ready.name, seed.bare.name]).toEqual([
    'LEGAL 365 Connect',
    'timeSensor',
    'timeSensor Genève',
  ]);
});

test.each([
  ['http://localhost:3978', 'http://localhost:3978'],
  ['https://evil.example', null],
  ['http://localhost.evil.example', null],
])('a page at %s may use the switches: %s', async (origin, allowed) => {
  const preflight = await fetch(`${tenant.url}/control/faults/latency`, {
    method: 'OPTIONS',
    headers: { origin },
  });
  expect(preflight.headers.get('access-control-allow-origin')).toBe(allowed);
});

describe('faults of a place', () => {
  test('throttled: 429 with Retry-After', async () => {
    await setFault(tenant, 'throttled', { where: 'entra', retryAfterSeconds: 17 });
    const answer = await appToken();
    expect([answer.status, answer.headers.get('retry-after'), answer.body.error]).toEqual([
      429,
      '17',
      'temporarily_unavailable',
    ]);
  });

  test('service-unavailable: the status asked for, 503 without one', async () => {
    await setFault(tenant, 'service-unavailable', { where: 'entra', status: 504 });
    expect((await appToken()).status).toBe(504);
    await setFault(tenant, 'service-unavailable', { where: 'entra' });
    expect((await appToken()).status).toBe(503);
  });

  test('proxy-blocked: a page of the firm’s proxy, not JSON', async () => {
    await setFault(tenant, 'proxy-blocked', { where: 'entra' });
    const answer = await fetch(`${tenant.url}/common/discovery/v2.0/keys`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([403, 'text/html; charset=utf-8']);
    expect(await answer.text()).toContain('web gateway');
  });

  test('connection-dropped: no answer at all', async () => {
    await setFault(tenant, 'connection-dropped', { where: 'entra' });
    await expect(appToken()).rejects.toMatchObject({ cause: { code: 'UND_ERR_SOCKET' } });
  });

  test('latency: the answer comes, later', async () => {
    await setFault(tenant, 'latency', { where: 'entra', ms: 150 });
    const start = performance.now();
    expect((await appToken()).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThanOrEqual(140);
  });

  test('a fault of Graph leaves Entra and the switches alone', async () => {
    for (const fault of ['timeout', 'connection-dropped', 'service-unavailable'])
      await setFault(tenant, fault, { where: 'graph' });
    expect((await appToken()).status).toBe(200);
  });

  test('timeout: accepted and never answered, until the tenant closes', async () => {
    const own = await startDevTenant();
    await setFault(own, 'timeout', { where: 'entra' });
    const waiting = appToken(own).then(
      () => 'answered',
      () => 'ended without an answer',
    );
    // The switches answer meanwhile: only Entra hangs.
    expect((await fetch(`${own.url}/control/faults`)).status).toBe(200);
    await own.close();
    expect(await waiting).toBe('ended without an answer');
  });
});

describe('with a data folder', () => {
  let dataDir: string;
  const open: DevTenant[] = [];
  const start = async (options: DevTenantOptions = {}): Promise<DevTenant> => {
    const started = await startDevTenant({ dataDir: join(dataDir, 'tenant'), ...options });
    open.push(started);
    return started;
  };
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'dev-tenant-'));
  });
  afterEach(async () => {
    for (const started of open.splice(0)) await started.close();
    await rm(dataDir, { recursive: true });
  });

  test('directory and keys outlive a restart and are readable by their owner alone', async () => {
    const first = await start();
    const { keys, directory } = first.context;
    directory.users[0]!.displayName = 'Changed';
    // Saves at once must not overtake each other.
    await Promise.all([first.context.save(), first.context.save(), first.context.save()]);
    await first.close();
    const second = await start();
    expect(second.context.directory.users[0]!.displayName).toBe('Changed');
    expect(second.context.keys.published).toEqual(keys.published);
    const folder = join(dataDir, 'tenant');
    expect((await readdir(folder)).sort()).toEqual(['directory.json', 'keys.json']);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, 'keys.json'))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(folder, 'directory.json'), 'utf8')).toContain('Changed');
  });

  test('a refresh token issued before a restart is good after it', async () => {
    const first = await start();
    const redeemed = await postToken(
      first,
      readyForm(first, { grant_type: 'authorization_code', code: await codeOf(first) }),
    );
    await first.close();
    const second = await start();
    const form = readyForm(second, {
      grant_type: 'refresh_token',
      refresh_token: redeemed.body.refresh_token,
    });
    expect((await postToken(second, form)).status).toBe(200);
  });

  test('the redirect URIs follow the product to another port; what somebody registered stays', async () => {
    const first = await start({ productUrl: 'http://localhost:4001' });
    const ready = first.context.directory.applications.find(
      ({ displayName }) => displayName === 'timeSensor',
    )!;
    ready.redirectUris.web.push('https://connect.muster.example/auth/mailbox/done');
    await first.context.save();
    await first.close();
    const second = await start({ productUrl: 'http://localhost:4002' });
    const byName = (name: string) =>
      second.context.directory.applications.find(({ displayName }) => displayName === name)!;
    expect(byName('LEGAL 365 Connect').redirectUris.spa).toEqual([
      'http://localhost:4002/tab/auth.html',
      'brk-multihub://localhost:4002',
    ]);
    expect(second.seed.connect.identifierUri).toBe(
      `api://localhost:4002/${second.seed.connect.applicationId}`,
    );
    expect(byName('timeSensor').redirectUris.web).toEqual([
      'http://localhost:4002/auth/mailbox/callback',
      'http://localhost:4002/auth/consent/callback',
      'http://localhost:50993/authorize/',
      'https://connect.muster.example/auth/mailbox/done',
    ]);
  });
});

test('a port that is taken is an error, not a hang', async () => {
  const blocker = createServer();
  await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
  const address = blocker.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await expect(startDevTenant({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await new Promise((resolve) => blocker.close(resolve));
});
