import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { AuditEvent } from '../../../src/shared/api/audit.ts';
import type { StartedConsent } from '../../../src/shared/api/consent.ts';
import type { Entity } from '../../../src/shared/api/entities.ts';
import type { Problem } from '../../../src/shared/api/problem.ts';
import { runDueTests } from '../../../src/server/features/connection-test/index.ts';
import { databaseKinds } from '../../support/database.ts';
import { manualTimers, type ManualTimers } from '../../support/manual-timers.ts';
import { startProduct, type Caller, type Product } from '../../support/product.ts';
import { buildValues, connectEntity, createEntity } from '../../support/registration.ts';
import { EntraBrowser, type Visit } from '../dev-tenant/entra-browser.ts';

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

describe.each(databaseKinds())('admin consent, on %s', (database) => {
  let product: Product;
  let timers: ManualTimers;
  let admin: Caller;
  let entity: Entity;

  beforeAll(async () => {
    timers = manualTimers();
    product = await startProduct({ database, now: timers.now, after: timers.after });
  });
  afterAll(() => product.close());
  beforeEach(async () => {
    await product.tenant.context.reset();
    admin = await product.as('admin@muster.example');
    entity = (await connectEntity(admin, product.tenant.seed.bare)).body.entity;
    await timers.pass(secondMs);
  });

  afterEach(async () => {
    // An answer is remembered for the application, whichever entity it came for.
    await admin.call('DELETE', `entities/${entity.id}`);
    timers.forgetAll();
  });

  const start = async (change: object = {}, by = admin) =>
    (await by.call<StartedConsent>('POST', `entities/${entity.id}/consent`, { language: 'de', ...change }))
      .body;
  const find = async () => (await admin.call<Entity>('GET', `entities/${entity.id}`)).body;
  const attempt = async () => (await find()).consent;
  const look = () => admin.call<Entity>('POST', `entities/${entity.id}/consent/looks`);
  const bareApplication = () =>
    product.tenant.context.directory.applications.find(
      ({ appId }) => appId === product.tenant.seed.bare.applicationId,
    )!;

  /** What the admin enters in the portal, and ticks here. */
  async function enterRedirectUri(): Promise<void> {
    bareApplication().redirectUris.web = [`${product.url}/auth/consent/callback`];
    await admin.call('PUT', `entities/${entity.id}/setup-marks/redirect-uris`);
  }

  /** Signs in on the page of the link; Microsoft's answer is where `submit` then leads to. */
  async function open(link: string, person = 'admin@muster.example'): Promise<[EntraBrowser, Visit]> {
    const browser = new EntraBrowser();
    await browser.visit(link);
    return [browser, await browser.logIn(product.tenant, person)];
  }
  async function decide(link: string, answer: 'accept' | 'cancel'): Promise<Visit> {
    const [browser] = await open(link);
    return browser.submit({ answer });
  }
  async function follow({ location }: Visit): Promise<Visit> {
    return new EntraBrowser().visit(location!);
  }

  test('by the plain link: the grant is seen without an answer, and every dot turns', async () => {
    const { link, attempt: started } = await start();
    expect(started).toMatchObject({ form: 'plain', status: 'waiting', startedBy: 'Andrea Muster' });
    expect([...new URL(link).searchParams.keys()]).toEqual(['client_id']);
    await timers.pass(5 * secondMs);
    expect(await attempt()).toMatchObject({ status: 'waiting', looks: 1 });
    expect((await decide(link, 'accept')).text).toContain('Permissions granted');
    await timers.pass(5 * secondMs);
    const after = await find();
    expect(after.consent).toMatchObject({ status: 'granted', missing: [], verdict: null, looks: 2 });
    expect(after.latestTest).toMatchObject({ status: 'ok', trigger: 'consent' });
    expect(timers.waiting()).toEqual([]);
  });

  test('by the link with an answer: the page says so in the language of the tab, and the grant is seen at once', async () => {
    await enterRedirectUri();
    const { link, attempt: started } = await start();
    expect(started.form).toBe('redirect');
    const page = await follow(await decide(link, 'accept'));
    expect(page.status).toBe(200);
    expect(page.text).toContain('<html lang="de">');
    expect(page.text).toContain('Die Antwort von Microsoft ist eingetroffen');
    expect(await attempt()).toMatchObject({ status: 'looking' });
    await timers.pass(0);
    expect(await find()).toMatchObject({ consent: { status: 'granted' }, latestTest: { status: 'ok' } });
    const { events } = (await admin.call<{ events: AuditEvent[] }>('GET', 'audit-events')).body;
    const told = events.filter(({ entityId, action }) => entityId === entity.id && /^consent/.test(action));
    expect(new Map(told.map(({ action, details, actorName }) => [action, [details, actorName]]))).toEqual(
      new Map([
        ['consent-started', [{ applicationId: bareApplication().appId, form: 'redirect' }, 'Andrea Muster']],
        [
          'consent-answered',
          [{ applicationId: bareApplication().appId, startedBy: 'Andrea Muster', outcome: 'given' }, null],
        ],
        ['consent-seen', [{ applicationId: bareApplication().appId, startedBy: 'Andrea Muster' }, null]],
      ]),
    );
  });

  test('an answer that came once makes the next link one with an answer, and the admin may choose otherwise', async () => {
    await enterRedirectUri();
    const { link } = await start();
    await follow(await decide(link, 'cancel'));
    await admin.call('DELETE', `entities/${entity.id}/setup-marks/redirect-uris`);
    expect((await start()).attempt.form).toBe('redirect');
    expect((await start({ form: 'plain' })).attempt.form).toBe('plain');
  });

  test('declined: the verdict says who can help, looking ends, and a later grant is seen when somebody looks', async () => {
    await enterRedirectUri();
    const { link } = await start({ language: 'fr' });
    const page = await follow(await decide(link, 'cancel'));
    expect(page.text).toContain('Le consentement n’a pas été accordé');
    expect(await attempt()).toMatchObject({
      status: 'refused',
      verdict: { cause: 'user-declined', whoCanFix: 'admin', retry: 'after-fix' },
    });
    await timers.pass(minuteMs);
    expect((await look()).body.consent).toMatchObject({
      status: 'refused',
      looks: 1,
      missing: { length: 5 },
    });
    await decide((await start({ form: 'plain' })).link, 'accept');
    expect((await look()).body.consent).toMatchObject({ status: 'granted', verdict: null });
  });

  test('somebody who may not consent comes back with the reason', async () => {
    await enterRedirectUri();
    const { link } = await start();
    const [, page] = await open(link, 'itadmin@muster.example');
    const back = /href="([^"]*\/auth\/consent\/callback[^"]*)"/.exec(page.text)![1]!.replaceAll('&amp;', '&');
    expect((await new EntraBrowser().visit(back)).status).toBe(200);
    expect(await attempt()).toMatchObject({
      status: 'refused',
      verdict: { cause: 'admin-approval-needed', facts: { code: 'AADSTS90094' } },
    });
  });

  test('a grant that has not spread yet is shown as progress, and then as granted', async () => {
    await enterRedirectUri();
    await product.fault('propagation-delay', { seconds: 40 });
    const { link } = await start();
    await follow(await decide(link, 'accept'));
    expect(await timers.pass(30 * secondMs)).toBeGreaterThan(5);
    expect(await attempt()).toMatchObject({ status: 'looking', missing: { length: 5 } });
    await timers.pass(15 * secondMs);
    expect(await find()).toMatchObject({ consent: { status: 'granted' }, latestTest: { status: 'ok' } });
  });

  test('a right that the registration does not list is named, its neighbours turn green, and looking ends after an hour', async () => {
    await enterRedirectUri();
    for (const listed of bareApplication().requiredResourceAccess) {
      listed.roles = listed.roles.filter((role) => role !== 'Mail.Send');
    }
    const { link } = await start();
    await follow(await decide(link, 'accept'));
    await timers.pass(secondMs);
    const during = await find();
    expect(during.consent).toMatchObject({ status: 'looking', missing: ['Mail.Send'] });
    const green = during.latestTest?.steps.filter(({ status }) => status === 'ok').map(({ name }) => name);
    expect(green).toEqual(['app-token', 'calendar', 'contacts', 'to-do', 'mail']);
    await timers.pass(hourMs + minuteMs);
    expect(await attempt()).toMatchObject({ status: 'not-seen', missing: ['Mail.Send'] });
    expect(timers.waiting()).toEqual([]);
    const tests = await admin.call<{ history: unknown[] }>('GET', `entities/${entity.id}/connection-tests`);
    // One for the registration, one for what the consent brought: looking alone makes no test.
    expect(tests.body.history).toHaveLength(2);
  });

  test('a secret that expired while looking is told, and nobody looks on in vain', async () => {
    await start();
    await product.fault('secret-expired');
    await timers.pass(5 * secondMs);
    expect(await attempt()).toMatchObject({ status: 'not-seen', verdict: { cause: 'secret-expired' } });
    expect(timers.waiting()).toEqual([]);
  });

  test('while Microsoft is busy looking waits as long as it asks, and goes on', async () => {
    const { link } = await start();
    await product.fault('throttled', { where: 'entra', retryAfterSeconds: 90 });
    await timers.pass(5 * secondMs);
    expect(await attempt()).toMatchObject({ status: 'waiting', verdict: { cause: 'throttled' } });
    expect(timers.waiting()).toEqual([90 * secondMs]);
    await product.noFaults();
    await decide(link, 'accept');
    await timers.pass(90 * secondMs);
    expect(await attempt()).toMatchObject({ status: 'granted', verdict: null });
  });

  test('looking goes on in another process when the one that began was killed', async () => {
    const { link } = await start();
    await decide(link, 'accept');
    const other = await product.anotherProcess();
    expect(await other.watch.tick()).toBe(0);
    await timers.pass(0);
    const due = timers.waiting()[0]!;
    const later = await product.anotherProcess(timers.now() + due);
    expect(await later.watch.tick()).toBe(1);
    expect(await attempt()).toMatchObject({ status: 'granted', looks: 1 });
    // The first one was not dead after all: its timer finds nothing left to do.
    await timers.pass(due);
    expect(await attempt()).toMatchObject({ status: 'granted', looks: 1 });
  });

  test('two processes that are due at once look once', async () => {
    await start();
    const later = timers.now() + 5 * secondMs;
    const [one, two] = [await product.anotherProcess(later), await product.anotherProcess(later)];
    await Promise.all([one.watch.tick(), two.watch.tick()]);
    expect(await attempt()).toMatchObject({ status: 'waiting', looks: 1 });
  });

  test('two admins at once: the later link is the open one, and the answer to either is taken', async () => {
    await enterRedirectUri();
    const other = await product.as('itadmin@muster.example');
    const started = await Promise.all([start(), start({}, other), start()]);
    const open = (await attempt())!;
    expect(open.status).toBe('waiting');
    const overtaken = started.find(({ attempt: each }) => each.id !== open.id)!;
    expect((await follow(await decide(overtaken.link, 'accept'))).status).toBe(200);
    expect(await attempt()).toMatchObject({ id: open.id, status: 'looking' });
    await timers.pass(0);
    expect(await attempt()).toMatchObject({ id: open.id, status: 'granted' });
  });

  test('cancelled: nobody looks, and the link brings no answer any more', async () => {
    await enterRedirectUri();
    const { link } = await start();
    const cancelled = await admin.call<Entity>('DELETE', `entities/${entity.id}/consent`);
    expect(cancelled.body.consent?.status).toBe('cancelled');
    const page = await follow(await decide(link, 'accept'));
    expect(page.status).toBe(400);
    expect(page.text).toContain('This answer belongs to no open request');
    await timers.pass(minuteMs);
    expect(timers.waiting()).toEqual([]);
    expect(await attempt()).toMatchObject({ status: 'cancelled', answeredAt: null, looks: 0 });
  });

  test('an attempt about an application that was replaced ends', async () => {
    await start();
    await admin.call('PUT', `entities/${entity.id}/registration`, buildValues(product.tenant.seed.ready));
    expect((await find()).consent).toBeNull();
    await timers.pass(5 * secondMs);
    expect(timers.waiting()).toEqual([]);
    // The former application is entered again: what was begun for it has not gone on meanwhile.
    await admin.call('PUT', `entities/${entity.id}/registration`, buildValues(product.tenant.seed.bare));
    expect(await attempt()).toMatchObject({ status: 'cancelled', looks: 0 });
  });

  test('consent that is withdrawn later is noticed by the scheduled test', async () => {
    await decide((await start()).link, 'accept');
    await timers.pass(5 * secondMs);
    expect((await find()).latestTest?.status).toBe('ok');
    const { directory } = product.tenant.context;
    const principal = directory.servicePrincipals.find(({ appId }) => appId === bareApplication().appId)!;
    directory.appRoleAssignments = directory.appRoleAssignments.filter(
      ({ principalId }) => principalId !== principal.id,
    );
    await timers.pass(6 * hourMs + minuteMs);
    const { connectionTests, stores, registrations, now } = await product.anotherProcess();
    const log = { error: (fields: object) => expect(fields).toBeUndefined() };
    await runDueTests({ connectionTests, store: stores.tests, subjects: registrations, now, log });
    // The admin's own token has ended meanwhile.
    admin = await product.as('admin@muster.example');
    const { latestTest } = await find();
    expect(latestTest).toMatchObject({ trigger: 'schedule', status: 'failed' });
    expect(latestTest?.steps[1]).toMatchObject({ name: 'calendar', verdict: { cause: 'consent-missing' } });
  });

  test('nothing can be asked for without a registration, by others than admins, or from another tenant', async () => {
    const { id } = await createEntity(admin);
    const calls = [
      ['POST', 'consent', { language: 'en' }],
      ['DELETE', 'consent', undefined],
      ['POST', 'consent/looks', undefined],
    ] as const;
    const statuses = async (by: Caller, entityId: string) =>
      Promise.all(
        calls.map(async ([method, path, body]) => {
          const { status, body: said } = await by.call<Partial<Problem>>(
            method,
            `entities/${entityId}/${path}`,
            body,
          );
          return `${status} ${said.code ?? ''}`.trim();
        }),
      );
    expect(await statuses(admin, id)).toEqual([
      '409 registration-missing',
      '200',
      '409 registration-missing',
    ]);
    expect(await statuses(await product.as('lawyer@muster.example'), entity.id)).toEqual(
      calls.map(() => '403 role-missing'),
    );
    expect(await statuses(await product.as('admin@nachbar.example'), entity.id)).toEqual(
      calls.map(() => '404 not-found'),
    );
    const reader = await product.as('support@extern.example');
    await start();
    expect((await reader.call<Entity>('GET', `entities/${entity.id}`)).body.consent?.status).toBe('waiting');
  });

  test('no state is ever logged, kept in the clear or told twice', async () => {
    await enterRedirectUri();
    const { link } = await start();
    const state = new URL(link).searchParams.get('state')!;
    await follow(await decide(link, 'accept'));
    // One that the HTTP parser itself turns away is another way into a log.
    await fetch(`${product.url}/auth/consent/callback?state=${state.repeat(500)}`);
    expect(product.logged()).not.toContain(state);
    expect(product.logged()).not.toContain('rawPacket');
    expect(JSON.stringify(await find())).not.toContain(state);
    expect((await admin.call('GET', 'audit-events')).text).not.toContain(state);
  });
});
