import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AuditLog } from '../../../src/shared/api/audit.ts';
import type { Entity } from '../../../src/shared/api/entities.ts';
import { databaseKinds } from '../../support/database.ts';
import { startProduct, type Caller, type Product } from '../../support/product.ts';
import { buildValues, connectEntity, createEntity } from '../../support/registration.ts';

describe.each(databaseKinds())('what people tick in the set-up, on %s', (database) => {
  let product: Product;
  let admin: Caller;
  let colleague: Caller;

  beforeAll(async () => {
    product = await startProduct({ database });
    admin = await product.as('admin@muster.example');
    colleague = await product.as('itadmin@muster.example');
  });
  afterAll(() => product.close());

  const mark = (person: Caller, entity: Entity, name: string, method = 'PUT') =>
    person.call<Entity>(method, `entities/${entity.id}/setup-marks/${name}`);
  const marksOf = ({ setupMarks }: Entity) => setupMarks.map((each) => [each.mark, each.markedBy]);

  test('is there for the colleague who goes on, with the name of who ticked it first', async () => {
    const entity = await createEntity(admin);
    expect(entity.setupMarks).toEqual([]);
    expect(marksOf((await mark(admin, entity, 'redirect-uris')).body)).toEqual([
      ['redirect-uris', 'Andrea Muster'],
    ]);
    expect((await mark(colleague, entity, 'redirect-uris')).status).toBe(200);
    const seen = await colleague.call<Entity>('GET', `entities/${entity.id}`);
    expect(marksOf(seen.body)).toEqual([['redirect-uris', 'Andrea Muster']]);
  });

  test('can be taken back, and stands in the audit log once each', async () => {
    const entity = await createEntity(admin);
    await mark(admin, entity, 'smtp');
    await mark(admin, entity, 'smtp');
    expect(marksOf((await mark(admin, entity, 'smtp', 'DELETE')).body)).toEqual([]);
    await mark(admin, entity, 'smtp', 'DELETE');
    const { body } = await admin.call<AuditLog>('GET', 'audit-events');
    const told = body.events.filter(({ entityId, action }) => entityId === entity.id && /mark/.test(action));
    expect(told.map(({ action, details }) => [action, details])).toEqual([
      ['setup-unmarked', { mark: 'smtp' }],
      ['setup-marked', { mark: 'smtp' }],
    ]);
  });

  test('is forgotten for another application, and kept for another secret of the same', async () => {
    const { ready, bare } = product.tenant.seed;
    const { entity } = (await connectEntity(admin, bare)).body;
    for (const name of ['redirect-uris', 'permissions', 'smtp']) await mark(admin, entity, name);
    const path = `entities/${entity.id}/registration`;
    await admin.call('PUT', path, buildValues(bare, { probeMailbox: 'assistant@muster.example' }));
    const same = (await admin.call<Entity>('GET', `entities/${entity.id}`)).body;
    expect(marksOf(same).map(([name]) => name)).toEqual(['redirect-uris', 'permissions', 'smtp']);
    await admin.call('PUT', path, buildValues(ready));
    const other = (await admin.call<Entity>('GET', `entities/${entity.id}`)).body;
    expect(marksOf(other).map(([name]) => name)).toEqual(['smtp']);
  });

  test('knows no other names, and no entity of another firm', async () => {
    const entity = await createEntity(admin);
    expect((await mark(admin, entity, 'consent')).status).toBe(422);
    const neighbour = await product.as('admin@nachbar.example');
    expect((await mark(neighbour, entity, 'smtp')).status).toBe(404);
    expect((await mark(await product.as('support@extern.example'), entity, 'smtp')).status).toBe(403);
  });
});
