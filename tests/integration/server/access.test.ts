import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Entity } from '../../../src/shared/api/entities.ts';
import type { Me } from '../../../src/shared/api/me.ts';
import type { TenantList } from '../../../src/shared/api/tenants.ts';
import { startProduct, type Caller, type Product } from '../../support/product.ts';
import { buildValues, connectEntity } from '../../support/registration.ts';

let product: Product;
let admin: Caller;
let entity: Entity;

beforeAll(async () => {
  product = await startProduct();
  admin = await product.as('admin@muster.example');
  entity = (await connectEntity(admin, product.tenant.seed.ready)).body.entity;
});
afterAll(() => product.close());

const changes = (id: string): [method: string, path: string, body?: unknown][] => [
  ['POST', 'entities', { name: 'Basel', modules: ['mail'] }],
  ['PATCH', `entities/${id}`, { name: 'Basel' }],
  ['DELETE', `entities/${id}`],
  ['PUT', `entities/${id}/registration`, buildValues(product.tenant.seed.ready)],
  ['PUT', `entities/${id}/registration/draft`, buildValues(product.tenant.seed.ready)],
  ['DELETE', `entities/${id}/registration/draft`],
  ['POST', `entities/${id}/secret-renewals`, { clientSecret: 'x', secretExpiresOn: '2027-01-01' }],
  ['POST', `entities/${id}/connection-tests`, {}],
  ['PUT', `entities/${id}/setup-marks/smtp`],
  ['DELETE', `entities/${id}/setup-marks/smtp`],
  ['POST', `entities/${id}/consent`, { language: 'de' }],
  ['POST', `entities/${id}/consent/looks`],
  ['DELETE', `entities/${id}/consent`],
  ['POST', `entities/${id}/service-keys`, { name: 'Key', scopes: ['graph'], expiresOn: '2027-01-01' }],
  ['DELETE', `entities/${id}/service-keys/${id}`],
];

/** What the person is answered to each, one line a call. */
async function answersTo(person: Caller, calls: ReturnType<typeof changes>): Promise<string[]> {
  const answers: string[] = [];
  for (const [method, path, body] of calls) {
    const answer = await person.call(method, path, body);
    answers.push(`${method} ${path}: ${answer.status} ${answer.body.code}`);
  }
  return answers;
}

describe('who may do what', () => {
  test.each([
    ['admin@muster.example', ['User', 'Admin'], true],
    ['itadmin@muster.example', ['User', 'Admin'], false],
    ['lawyer@muster.example', ['User'], false],
    ['support@extern.example', ['User', 'Reader'], false],
    ['operator@muster.example', ['User', 'Operator'], false],
  ])('%s has the roles %j', async (name, roles, canConsent) => {
    const { body } = await (await product.as(name)).call<Me>('GET', 'me');
    expect(body.roles).toEqual(roles);
    expect(body.canConsent ?? false).toBe(canConsent);
  });

  test.each(['lawyer@muster.example', 'support@extern.example', 'operator@muster.example'])(
    '%s sees the states and can change nothing',
    async (name) => {
      const person = await product.as(name);
      const seen = await person.call<{ entities: Entity[] }>('GET', 'entities');
      expect(seen.body.entities).toHaveLength(1);
      const answers = await answersTo(person, changes(entity.id));
      expect(answers).toEqual(
        changes(entity.id).map(([method, path]) => `${method} ${path}: 403 role-missing`),
      );
      expect((await person.call('GET', 'audit-events')).status).toBe(403);
      const after = await admin.call<Entity>('GET', `entities/${entity.id}`);
      expect(after.body).toMatchObject({ name: entity.name, registration: entity.registration });
    },
  );

  test('a draft is shown to those alone who may write it', async () => {
    await admin.call(
      'PUT',
      `entities/${entity.id}/registration/draft`,
      buildValues(product.tenant.seed.ready),
    );
    expect((await admin.call('GET', `entities/${entity.id}`)).body.draft).not.toBeNull();
    const reader = await product.as('support@extern.example');
    expect((await reader.call('GET', `entities/${entity.id}`)).body.draft).toBeNull();
  });

  test("the admin of the firm next door finds nothing of this one's, by list, id or change", async () => {
    const neighbour = await product.as('admin@nachbar.example');
    expect((await neighbour.call('GET', 'entities')).body).toEqual({ entities: [] });
    expect((await neighbour.call('GET', `entities/${entity.id}`)).status).toBe(404);
    expect((await neighbour.call('GET', `entities/${entity.id}/connection-tests`)).body).toEqual({
      latest: null,
      history: [],
    });
    const answers = await answersTo(neighbour, changes(entity.id).slice(1));
    expect(answers).toEqual([
      `PATCH entities/${entity.id}: 404 not-found`,
      `DELETE entities/${entity.id}: 404 not-found`,
      `PUT entities/${entity.id}/registration: 404 not-found`,
      `PUT entities/${entity.id}/registration/draft: 404 not-found`,
      `DELETE entities/${entity.id}/registration/draft: 404 not-found`,
      `POST entities/${entity.id}/secret-renewals: 404 not-found`,
      `POST entities/${entity.id}/connection-tests: 409 registration-missing`,
      `PUT entities/${entity.id}/setup-marks/smtp: 404 not-found`,
      `DELETE entities/${entity.id}/setup-marks/smtp: 404 not-found`,
      `POST entities/${entity.id}/consent: 404 not-found`,
      `POST entities/${entity.id}/consent/looks: 404 not-found`,
      `DELETE entities/${entity.id}/consent: 404 not-found`,
      `POST entities/${entity.id}/service-keys: 404 not-found`,
      `DELETE entities/${entity.id}/service-keys/${entity.id}: 404 not-found`,
    ]);
    expect((await admin.call<Entity>('GET', `entities/${entity.id}`)).body.name).toBe(entity.name);
  });

  test('the operator sees firms and states, and no names', async () => {
    const operator = await product.as('operator@muster.example');
    const { body } = await operator.call<TenantList>('GET', 'tenants');
    expect(body.tenants).toContainEqual(
      expect.objectContaining({ tenantId: product.tenant.seed.tenants[0]!.id, entities: { ok: 1 } }),
    );
    expect(JSON.stringify(body)).not.toContain(entity.name);
    expect((await admin.call('GET', 'tenants')).status).toBe(403);
  });
});
