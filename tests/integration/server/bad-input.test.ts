import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Entity } from '../../../src/shared/api/entities.ts';
import { startProduct, type Caller, type Product } from '../../support/product.ts';
import { buildValues, createEntity } from '../../support/registration.ts';

let product: Product;
let admin: Caller;
let entity: Entity;

beforeAll(async () => {
  product = await startProduct();
  admin = await product.as('admin@muster.example');
  entity = await createEntity(admin);
});
afterAll(() => product.close());

const nobody = '99999999-1111-4222-8333-444444444444';

describe('input that cannot be used', () => {
  const values = () => buildValues(product.tenant.seed.ready);
  const registration = () => `entities/${entity.id}/registration`;

  const cases: [
    what: string,
    method: string,
    path: () => string,
    body: () => unknown,
    status: number,
    code: string,
  ][] = [
    [
      'an entity without a name',
      'POST',
      () => 'entities',
      () => ({ modules: ['mail'] }),
      422,
      'validation-failed',
    ],
    [
      'an entity with a blank name',
      'POST',
      () => 'entities',
      () => ({ name: '   ', modules: ['mail'] }),
      422,
      'validation-failed',
    ],
    [
      'a name that is too long',
      'POST',
      () => 'entities',
      () => ({ name: 'x'.repeat(121), modules: ['mail'] }),
      422,
      'validation-failed',
    ],
    ...['a\0b', 'a\nb', 'half \ud83d', '\u202egnp.exe', '\u200b'].map((name): (typeof cases)[number] => [
      `the name ${JSON.stringify(name)}`,
      'POST',
      () => 'entities',
      () => ({ name, modules: ['mail'] }),
      422,
      'validation-failed',
    ]),
    [
      'an entity without modules',
      'POST',
      () => 'entities',
      () => ({ name: 'Bern', modules: [] }),
      422,
      'validation-failed',
    ],
    [
      'a module nobody knows',
      'POST',
      () => 'entities',
      () => ({ name: 'Bern', modules: ['fax'] }),
      422,
      'validation-failed',
    ],
    [
      'an unknown field',
      'POST',
      () => 'entities',
      () => ({ name: 'Bern', modules: ['mail'], tenantId: nobody }),
      422,
      'validation-failed',
    ],
    ['a list instead of an object', 'POST', () => 'entities', () => [], 422, 'validation-failed'],
    ['text that is not JSON', 'POST', () => 'entities', () => '{"name":', 400, 'body-not-json'],
    [
      'a body of one megabyte',
      'POST',
      () => 'entities',
      () => ({ name: 'x'.repeat(1_048_576), modules: ['mail'] }),
      413,
      'body-too-large',
    ],
    [
      'an id that is no GUID',
      'GET',
      () => 'entities/1%20or%201=1',
      () => undefined,
      422,
      'validation-failed',
    ],
    ['an id of nobody', 'GET', () => `entities/${nobody}`, () => undefined, 404, 'not-found'],
    ['a path of nothing', 'GET', () => 'fax', () => undefined, 404, 'not-found'],
    ['a registration for nobody', 'PUT', () => `entities/${nobody}/registration`, values, 404, 'not-found'],
    ['a draft for nobody', 'PUT', () => `entities/${nobody}/registration/draft`, values, 404, 'not-found'],
    [
      'a secret that is a number',
      'PUT',
      registration,
      () => ({ ...values(), clientSecret: 1234 }),
      422,
      'validation-failed',
    ],
    [
      'a secret of a page',
      'PUT',
      registration,
      () => ({ ...values(), clientSecret: 'x'.repeat(2001) }),
      422,
      'validation-failed',
    ],
    [
      'a secret with a line break inside',
      'PUT',
      registration,
      () => ({ ...values(), clientSecret: 'abc8Q~first-part\nsecond-part' }),
      422,
      'validation-failed',
    ],
    [
      'a secret with a null character',
      'PUT',
      registration,
      () => ({ ...values(), clientSecret: 'abc8Q~first-part\u0000' }),
      422,
      'validation-failed',
    ],
    [
      'ids that were swapped into one',
      'PUT',
      registration,
      () => ({ ...values(), applicationId: values().directoryId }),
      422,
      'validation-failed',
    ],
    [
      'a date in the past',
      'PUT',
      registration,
      () => ({ ...values(), secretExpiresOn: '2020-01-01' }),
      422,
      'validation-failed',
    ],
    [
      'a date that does not exist',
      'PUT',
      registration,
      () => ({ ...values(), secretExpiresOn: '2027-02-30' }),
      422,
      'validation-failed',
    ],
    [
      'a probe mailbox that climbs the path',
      'PUT',
      registration,
      () => ({ ...values(), probeMailbox: 'a@b.example/../../me' }),
      422,
      'validation-failed',
    ],
    ...['a\0b', 'a\ud83d', 'a\u200bb', 'a\u202eb'].map((name): (typeof cases)[number] => [
      `a probe mailbox with the name ${JSON.stringify(name)}`,
      'PUT',
      registration,
      () => ({ ...values(), probeMailbox: `${name}@muster.example` }),
      422,
      'validation-failed',
    ]),
    [
      'a test without a registration',
      'POST',
      () => `entities/${entity.id}/connection-tests`,
      () => ({}),
      409,
      'registration-missing',
    ],
    [
      'a test with an unknown wish',
      'POST',
      () => `entities/${entity.id}/connection-tests`,
      () => ({ fast: true }),
      422,
      'validation-failed',
    ],
    [
      'a renewal without a registration',
      'POST',
      () => `entities/${entity.id}/secret-renewals`,
      () => ({ clientSecret: 'x', secretExpiresOn: 'y' }),
      409,
      'registration-missing',
    ],
  ];

  test.each(cases)(
    '%s is refused with a problem document',
    async (_what, method, path, body, status, code) => {
      const answer = await admin.call(method, path(), body());
      expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(answer.body.requestId).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  test('changes nothing and is not repeated in the log', async () => {
    const { body } = await admin.call<{ entities: Entity[] }>('GET', 'entities');
    expect(body.entities.map(({ id, name, registration: stored }) => ({ id, name, stored }))).toEqual([
      { id: entity.id, name: entity.name, stored: null },
    ]);
    expect(product.logged()).not.toContain('first-part');
    expect(product.logged()).not.toContain(product.tenant.seed.ready.clientSecret);
  });

  test('another media type is named as such', async () => {
    const response = await fetch(`${product.url}/api/v1/entities`, {
      method: 'POST',
      headers: { authorization: `Bearer ${admin.token}`, 'content-type': 'text/xml' },
      body: '<entity/>',
    });
    expect(response.status).toBe(415);
    expect(await response.json()).toMatchObject({ code: 'media-type-unsupported' });
  });
});
