import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { ConnectionTest, ConnectionTestHistory } from '../../../src/shared/api/connection-tests.ts';
import type { Entity } from '../../../src/shared/api/entities.ts';
import { startProduct, type Caller, type Product } from '../../support/product.ts';
import { buildValues, connectEntity } from '../../support/registration.ts';
import { createKey } from '../../support/service-keys.ts';

let product: Product;
let admin: Caller;
let entity: Entity;
let inCapitals: string;

beforeAll(async () => {
  product = await startProduct();
  admin = await product.as('admin@muster.example');
});
afterAll(() => product.close());
beforeEach(async () => {
  ({ entity } = (await connectEntity(admin, product.tenant.seed.ready)).body);
  inCapitals = `entities/${entity.id.toUpperCase()}`;
});

test('a draft that is kept under an id in capitals is the draft of the entity, and the list stays readable', async () => {
  const typed = buildValues(product.tenant.seed.bare);
  const kept = await admin.call('PUT', `${inCapitals}/registration/draft`, typed);
  expect(kept.status).toBe(200);
  const { status, body } = await admin.call<{ entities: Entity[] }>('GET', 'entities');
  expect(status).toBe(200);
  expect(body.entities.find(({ id }) => id === entity.id)?.draft).toMatchObject({
    applicationId: typed.applicationId,
    hasSecret: true,
  });
});

test('an id in capitals leads to the entity on every address, by its own spelling', async () => {
  const values = buildValues(product.tenant.seed.ready);
  expect((await admin.call('GET', inCapitals)).body.id).toBe(entity.id);
  const stored = await admin.call<{ entity: Entity }>('PUT', `${inCapitals}/registration`, values);
  expect(stored.body.entity.id).toBe(entity.id);
  const tested = await admin.call<ConnectionTest>('POST', `${inCapitals}/connection-tests`, {});
  expect(tested.body.entityId).toBe(entity.id);
  const history = await admin.call<ConnectionTestHistory>('GET', `${inCapitals}/connection-tests`);
  expect(history.body.latest?.id).toBe(tested.body.id);
  expect((await admin.call('PUT', `${inCapitals}/setup-marks/smtp`)).body.id).toBe(entity.id);
  expect((await admin.call('POST', `${inCapitals}/consent`, { language: 'en' })).status).toBe(200);
  expect((await admin.call('POST', `${inCapitals}/consent/looks`)).body.id).toBe(entity.id);
  expect((await admin.call('DELETE', `${inCapitals}/consent`)).body.id).toBe(entity.id);
  const { key, serviceKey } = await createKey(admin, entity.id.toUpperCase());
  const token = await fetch(`${product.url}/api/v1/${inCapitals}/access-token`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
  });
  expect(token.status).toBe(200);
  const revoked = await admin.call('DELETE', `${inCapitals}/service-keys/${serviceKey.id.toUpperCase()}`);
  expect(revoked.body).toMatchObject({ id: serviceKey.id, revokedAt: expect.any(String) });
});
