import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Entity } from '../../../src/shared/api/entities.ts';
import type { Problem } from '../../../src/shared/api/problem.ts';
import { caller, startProduct, type Answer, type Caller, type Product } from '../../support/product.ts';
import { connectEntity } from '../../support/registration.ts';
import { createKey } from '../../support/service-keys.ts';

let product: Product;
let admin: Caller;
let entity: Entity;

beforeAll(async () => {
  product = await startProduct();
  admin = await product.as('admin@muster.example');
  entity = (await connectEntity(admin, product.tenant.seed.ready)).body.entity;
});
afterAll(() => product.close());

const fetchToken = (key: string): Promise<Answer<Problem>> =>
  caller(product.url, key).call('POST', `entities/${entity.id}/access-token`);

async function statuses(key: string, times: number): Promise<number[]> {
  const seen: number[] = [];
  for (let i = 0; i < times; i++) seen.push((await fetchToken(key)).status);
  return seen;
}

describe('a caller without measure', () => {
  test('gets sixty tokens a minute for each key, then is told how long to wait', async () => {
    const { key: busy } = await createKey(admin, entity.id);
    const { key: calm } = await createKey(admin, entity.id);
    expect(new Set(await statuses(busy, 60))).toEqual(new Set([200]));
    const answer = await fetchToken(busy);
    expect(answer).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
    const wait = Number(answer.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect((await fetchToken(calm)).status).toBe(200);
  });

  test('tries thirty wrong keys a minute, and hinders nobody with a right one', async () => {
    const { key } = await createKey(admin, entity.id);
    expect(new Set(await statuses(key.slice(1), 30))).toEqual(new Set([401]));
    const answer = await fetchToken(key.slice(1));
    expect(answer).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await fetchToken(key)).status).toBe(200);
  });
});
