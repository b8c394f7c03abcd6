import { get } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { StartedConsent } from '../../../src/shared/api/consent.ts';
import type { Entity } from '../../../src/shared/api/entities.ts';
import type { Module } from '../../../src/shared/domain/modules.ts';
import { manualTimers } from '../../support/manual-timers.ts';
import { caller, type Caller } from '../../support/product.ts';
import { json, startReplayedProduct, tenantId, type ReplayedProduct } from '../../support/replay-cloud.ts';
import type { ReplayReply } from '../../support/replay-server.ts';

const secondMs = 1000;
const hourMs = 3600 * secondMs;
const otherDirectory = '99999999-1111-4222-8333-444444444444';
const timers = manualTimers();
const values = {
  directoryId: tenantId,
  applicationId: '66666666-7777-4888-8999-aaaaaaaaaaaa',
  clientSecret: 'abc8Q~S0me.secret-value_of-40-characters',
  secretExpiresOn: `${new Date().getFullYear() + 1}-06-30`,
  probeMailbox: 'anna@muster.example',
};
const batch = json({ responses: [{ id: 'calendar', status: 200, body: { value: [] } }] });

/** A token whose rights can be read; `null` makes one that cannot. */
function tokenOf(roles: string[] | null): ReplayReply {
  const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');
  const readable = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ roles })}.c2ln`;
  const access_token = roles === null ? 'opaque' : readable;
  return json({ token_type: 'Bearer', expires_in: 3599, access_token }) as ReplayReply;
}

/** As Microsoft ends its descriptions. */
const withIds = (text: string) =>
  `${text}\r\nTrace ID: cca46f65-3058-4a7c-9e60-be5ba92addd8\r\nCorrelation ID: 5cf0c3d8-904c-495b-96d5-344e186acd0f\r\nTimestamp: 2026-11-22 08:14:09Z`;

let product: ReplayedProduct;
let admin: Caller;
let entity: Entity;

beforeAll(async () => {
  product = await startReplayedProduct({ now: timers.now, after: timers.after });
});
afterAll(() => product.close());
beforeEach(async () => {
  admin = caller(product.app.url, await product.sign(product.claims()));
  product.play({ token: tokenOf([]), batch });
  entity = await connect();
});
afterEach(async () => {
  await admin.call('DELETE', `entities/${entity.id}`);
  timers.forgetAll();
});

async function connect(modules: Module[] = ['calendar']): Promise<Entity> {
  const { id } = (await admin.call<Entity>('POST', 'entities', { name: 'Zürich', modules })).body;
  await admin.call('PUT', `entities/${id}/registration`, values);
  return (await admin.call<Entity>('GET', `entities/${id}`)).body;
}

async function start(language = 'en', entityId = entity.id): Promise<StartedConsent & { state: string }> {
  const body = { language, form: 'redirect' };
  const answer = await admin.call<StartedConsent>('POST', `entities/${entityId}/consent`, body);
  return { ...answer.body, state: new URL(answer.body.link).searchParams.get('state')! };
}
const attempt = async (entityId = entity.id) =>
  (await admin.call<Entity>('GET', `entities/${entityId}`)).body.consent;

/** Microsoft's page, which sends the browser back with what the test wrote and the state that it was given. */
async function answer(link: string, said: Record<string, string>): Promise<Response> {
  product.microsoft.replaceWith([
    { method: 'POST', path: /\/token$/, reply: tokenOf([]) },
    { method: 'POST', path: '/graph/v1.0/$batch', reply: batch },
    {
      method: 'GET',
      path: `/${tenantId}/adminconsent`,
      reply: ({ query }) => {
        const back = new URL(query.get('redirect_uri')!);
        back.search = new URLSearchParams({ ...said, state: query.get('state')! }).toString();
        return { status: 302, headers: { location: back.href }, body: '' };
      },
    },
  ]);
  return fetch(link);
}
const callback = (query: string, headers: Record<string, string> = {}) =>
  fetch(`${product.app.url}/auth/consent/callback?${query}`, { headers });

describe('a refusal on the consent page', () => {
  test.each<[what: string, said: Record<string, string>, cause: string, confidence: string]>([
    [
      'of the older form',
      { error: 'permission_denied', error_description: 'The admin did not agree to what the app asks for.' },
      'user-declined',
      'likely',
    ],
    [
      'of the newer form, which says admin_consent=True all the same',
      {
        admin_consent: 'True',
        tenant: tenantId,
        error: 'consent_required',
        error_description: withIds('AADSTS65004: User declined to consent to access the app.'),
        error_subcode: 'cancel',
      },
      'user-declined',
      'certain',
    ],
    ['without any explanation', { error: 'access_denied' }, 'user-declined', 'likely'],
    [
      'by somebody who may not consent',
      { error: 'permission_denied', error_description: withIds('AADSTS90094: Admin consent is required.') },
      'admin-approval-needed',
      'certain',
    ],
    [
      'with a request to the reviewers',
      { error: 'access_denied', error_description: withIds('AADSTS90095: Admin consent is required.') },
      'admin-approval-needed',
      'certain',
    ],
    [
      'by a policy',
      { error: 'access_denied', error_description: withIds('AADSTS53003: Access has been blocked.') },
      'conditional-access',
      'certain',
    ],
    [
      'of a registration that lists what does not exist',
      {
        error: 'invalid_client',
        error_description: withIds('AADSTS650052: The app needs access to a service.'),
      },
      'resource-not-in-tenant',
      'certain',
    ],
    [
      'whose description is only in its address',
      { error: 'invalid_request', error_uri: 'https://login.example/error?code=650056' },
      'app-config-wrong',
      'certain',
    ],
    ['by an outage', { error: 'server_error' }, 'service-unavailable', 'likely'],
    ['by a busy service', { error: 'temporarily_unavailable' }, 'service-unavailable', 'likely'],
    ['in words that nobody knows', { error: 'something_new' }, 'user-declined', 'guess'],
  ])('%s is told with its cause, by the page and in the tab', async (_what, said, cause, confidence) => {
    const { link } = await start('de');
    const page = await answer(link, said);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain('Die Zustimmung wurde nicht erteilt');
    expect(html).toContain(
      'Im Schritt «Administratorzustimmung» von LEGAL 365 Connect steht, was Sie tun können.',
    );
    const after = (await attempt())!;
    expect(after).toMatchObject({ status: 'refused', verdict: { cause, confidence } });
    expect(after.verdict?.facts.error).toBe(said['error']);
    expect(html).not.toContain(said['error_description'] ?? 'no description');
  });

  test('with markup, control characters and half a character is kept and shown as text', async () => {
    const { link } = await start();
    const said = `<script>alert(1)</script>\0\ud800 ${'x'.repeat(5000)}`;
    const page = await answer(link, { error: 'access_denied', error_description: said });
    expect(await page.text()).not.toContain('<script');
    expect((await attempt())?.verdict?.facts.message).toMatch(/^<script>alert\(1\)<\/script>/);
  });
});

describe('the page of an answer', () => {
  test('is whole without script, framed by nobody and kept by nobody', async () => {
    const page = await callback('', { 'accept-language': 'it-CH,it;q=0.9' });
    expect(page.status).toBe(400);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    const policy = page.headers.get('content-security-policy')!;
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; /);
    expect(policy).toContain("frame-ancestors 'none'");
    const html = await page.text();
    expect(html).toMatch(/^<!doctype html>\n<html lang="it">/);
    expect(html).toContain('Questa risposta è incompleta');
    expect(html).not.toMatch(/<script|<link|<img| on\w+=/);
  });

  test.each([
    ['de', 'Die Antwort von Microsoft ist eingetroffen'],
    ['fr', 'La réponse de Microsoft est arrivée'],
    ['it', 'La risposta di Microsoft è arrivata'],
    ['en', 'Microsoft’s answer has been received'],
  ])(
    'speaks the language of the tab that began it (%s), whatever the browser wants',
    async (language, title) => {
      const { state } = await start(language);
      const query = new URLSearchParams({ admin_consent: 'True', tenant: tenantId, state }).toString();
      const page = await callback(query, { 'accept-language': 'ja' });
      expect(await page.text()).toContain(title);
    },
  );
});

describe('a state', () => {
  const given = (state: string, tenant = tenantId) =>
    new URLSearchParams({ admin_consent: 'True', tenant, state }).toString();
  const unknown = 'This answer belongs to no open request';

  test('is good once, also for two answers at the same time', async () => {
    const { state } = await start();
    const pages = await Promise.all([1, 2, 3].map(() => callback(given(state))));
    expect(pages.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
    const replayed = await callback(given(state));
    expect(await replayed.text()).toContain(unknown);
    const refusal = new URLSearchParams({ error: 'access_denied', state }).toString();
    await callback(refusal);
    expect(await attempt()).toMatchObject({ status: 'looking', verdict: null });
  });

  test('is good for an hour', async () => {
    const { state } = await start();
    await timers.pass(hourMs);
    expect((await callback(given(state))).status).toBe(400);
    admin = caller(
      product.app.url,
      await product.sign({ ...product.claims(), exp: timers.now() / secondMs + 60 }),
    );
    expect(await attempt()).toMatchObject({ answeredAt: null });
  });

  test.each([
    ['none', given('')],
    ['a guess', given('A'.repeat(43))],
    ['a long one', given('x'.repeat(10_000))],
    ['NUL', given('\0')],
  ])('that is %s changes nothing, and the page says what to do', async (_what, query) => {
    await start();
    const page = await callback(query);
    expect(page.status).toBe(400);
    expect(await page.text()).toContain(unknown);
    expect(await attempt()).toMatchObject({ status: 'waiting', answeredAt: null });
  });

  test('of one entity says nothing about another', async () => {
    const other = await connect();
    const [mine, theirs] = [await start('en'), await start('en', other.id)];
    await callback(new URLSearchParams({ error: 'access_denied', state: theirs.state }).toString());
    expect((await attempt())?.status).toBe('waiting');
    expect((await attempt(other.id))?.status).toBe('refused');
    await callback(given(mine.state));
    expect((await attempt())?.status).toBe('looking');
    await admin.call('DELETE', `entities/${other.id}`);
  });

  test('with the answer of another directory is told so, and nobody looks', async () => {
    const { state } = await start();
    const page = await callback(given(state, otherDirectory));
    expect(await page.text()).toContain('This answer comes from another directory');
    await timers.pass(60 * secondMs);
    expect(await attempt()).toMatchObject({ status: 'wrong-directory', looks: 0 });
  });

  test.each([
    ['a parameter that comes twice', (state: string) => `${given(state)}&tenant=${otherDirectory}`],
    ['two errors', (state: string) => `error=a&error=b&state=${state}`],
    ['neither yes nor no', (state: string) => `state=${state}&tenant=${tenantId}`],
  ])('beside %s is not spent: the real answer still counts', async (_what, query) => {
    const { state } = await start();
    const page = await callback(query(state));
    expect(page.status).toBe(400);
    expect(await page.text()).toContain('This answer is not complete');
    expect(await attempt()).toMatchObject({ status: 'waiting', answeredAt: null });
    expect((await callback(given(state))).status).toBe(200);
  });

  test('of a link that was overtaken has the newer attempt look on, though that one was refused meanwhile', async () => {
    const overtaken = await start();
    await timers.pass(1);
    const newer = await start();
    await callback(new URLSearchParams({ error: 'access_denied', state: newer.state }).toString());
    expect(await attempt()).toMatchObject({ status: 'refused' });
    product.play({ token: tokenOf(['Calendars.ReadWrite']), batch });
    expect((await callback(given(overtaken.state))).status).toBe(200);
    expect(await attempt()).toMatchObject({ status: 'looking', verdict: null });
    await timers.pass(0);
    expect(await attempt()).toMatchObject({ status: 'granted' });
  });

  test('ends with the attempt that is cancelled, also that of a link which it had overtaken', async () => {
    const overtaken = await start();
    await timers.pass(1);
    const newer = await start();
    await admin.call('DELETE', `entities/${entity.id}/consent`);
    for (const { state } of [overtaken, newer]) {
      const page = await callback(given(state));
      expect(await page.text()).toContain(unknown);
    }
    expect(await attempt()).toMatchObject({ status: 'cancelled', answeredAt: null });
  });

  test('is not spent by a scanner that only asks for the head', async () => {
    const { state } = await start();
    const path = `${product.app.url}/auth/consent/callback?${given(state)}`;
    expect((await fetch(path, { method: 'HEAD' })).status).toBe(404);
    expect((await callback(given(state))).status).toBe(200);
  });
});

test.each([20, 100])('a query of %s kB is turned away, and the next one is answered', async (kilobytes) => {
  const turnedAway = await new Promise((answered) => {
    const query = `state=${'x'.repeat(kilobytes * 1024)}`;
    get(`${product.app.url}/auth/consent/callback?${query}`, ({ statusCode }) => answered(statusCode)).on(
      'error',
      // The connection may be cut while the rest is still being sent.
      ({ code }: NodeJS.ErrnoException) => answered(code),
    );
  });
  expect([431, 'ECONNRESET', 'EPIPE']).toContain(turnedAway);
  expect((await callback('')).status).toBe(400);
});

test('strangers who try states are slowed down, and nobody else is', async () => {
  const statuses = await Promise.all(
    Array.from({ length: 100 }, async () => (await callback('state=x')).status),
  );
  expect(statuses).toContain(429);
  expect((await admin.call('GET', `entities/${entity.id}`)).status).toBe(200);
});

describe('a token whose rights cannot be read', () => {
  test('is not asked for again and again while a module is unproven', async () => {
    await start();
    product.play({ token: tokenOf(null), batch });
    await timers.pass(5 * secondMs);
    expect(await attempt()).toMatchObject({ status: 'waiting', missing: null, looks: 1 });
    expect(timers.waiting()).toEqual([30 * secondMs]);
  });

  test('counts as granted when every module works', async () => {
    const { id } = await connect(['directory']);
    product.play({
      token: tokenOf(null),
      batch: json({ responses: [{ id: 'directory', status: 200, body: { id: 'x' } }] }),
    });
    await start('en', id);
    await timers.pass(5 * secondMs);
    expect(await attempt(id)).toMatchObject({ status: 'granted', missing: null, looks: 1 });
    await admin.call('DELETE', `entities/${id}`);
  });
});
