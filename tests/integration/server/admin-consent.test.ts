import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { AuditEvent } from '../../../src/shared/api/audit.ts';
import type { StartedConsent } from '../../../src/shared/api/consent.ts';
import type { Entity } from '../../../src/shared/api/entities.ts';
import { databaseKinds } from '../../support/database.ts';
import { manualTimers, type ManualTimers } from '../../support/manual-timers.ts';
import { startProduct, type Caller, type Product } from '../../support/product.ts';
import { connectEntity } from '../../support/registration.ts';
import { EntraBrowser } from '../dev-tenant/entra-browser.ts';

const secondMs = 1000;
const minuteMs = 60 * secondMs;

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
    await product.noFaults();
    await product.tenant.context.reset();
    admin = await product.as('admin@muster.example');
    entity = (await connectEntity(admin, product.tenant.seed.bare)).body.entity;
  });

  const start = async (change: object = {}) =>
    (await admin.call<StartedConsent>('POST', `entities/${entity.id}/consent`, { language: 'de', ...change }))
      .body;
  const find = async () => (await admin.call<Entity>('GET', `entities/${entity.id}`)).body;

  test('by the plain link: the grant is seen without an answer, and every dot turns', async () => {
    const { link, attempt } = await start();
    expect(attempt).toMatchObject({ form: 'plain', status: 'waiting', startedBy: 'Andrea Muster' });
    expect(new URL(link).searchParams.has('state')).toBe(false);
    await timers.pass(5 * secondMs);
    expect((await find()).consent).toMatchObject({ status: 'waiting', looks: 1 });
    const browser = new EntraBrowser();
    await browser.visit(link);
    await browser.logIn(product.tenant, 'admin@muster.example');
    expect((await browser.submit({ answer: 'accept' })).text).toContain('Permissions granted');
    await timers.pass(5 * secondMs);
    const after = await find();
    expect(after.consent).toMatchObject({ status: 'granted', missing: [], verdict: null });
    expect(after.latestTest).toMatchObject({ status: 'ok', trigger: 'consent' });
    const { events } = (await admin.call<{ events: AuditEvent[] }>('GET', 'audit-events')).body;
    const told = events.filter(({ entityId }) => entityId === entity.id).map(({ action }) => action);
    expect(told).toEqual(expect.arrayContaining(['consent-seen', 'consent-started']));
    expect(timers.waiting()).toEqual([]);
  });
});
