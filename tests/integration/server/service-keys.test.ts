import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { AuditEvent } from '../../../src/shared/api/audit.ts';
import type { Entity } from '../../../src/shared/api/entities.ts';
import type { Problem } from '../../../src/shared/api/problem.ts';
import type { CreatedServiceKey, ServiceKey } from '../../../src/shared/api/service-keys.ts';
import type { TenantList } from '../../../src/shared/api/tenants.ts';
import { caller, startProduct, type Caller, type Product } from '../../support/product.ts';
import { createEntity } from '../../support/registration.ts';
import { buildKey, createKey } from '../../support/service-keys.ts';

let product: Product;
let admin: Caller;
let entity: Entity;
let path: string;
let ahead = 0;

beforeAll(async () => {
  product = await startProduct({ now: () => Date.now() + ahead });
  admin = await product.as('admin@muster.example');
});
beforeEach(async () => {
  entity = await createEntity(admin);
  path = `entities/${entity.id}/service-keys`;
});
afterAll(() => product.close());

async function listed(person = admin): Promise<ServiceKey[]> {
  return (await person.call<{ serviceKeys: ServiceKey[] }>('GET', path)).body.serviceKeys;
}

async function auditOf(action: string): Promise<AuditEvent[]> {
  const { body } = await admin.call<{ events: AuditEvent[] }>('GET', 'audit-events');
  return body.events.filter((event) => event.action === action && event.entityId === entity.id);
}

describe('a service key', () => {
  test('is shown once, when it is created, and to no cache', async () => {
    const created = await admin.call<CreatedServiceKey>('POST', path, buildKey({ expiresOn: '2027-06-30' }));
    expect(created.status).toBe(201);
    expect(created.headers.get('cache-control')).toBe('no-store');
    const { key, serviceKey } = created.body;
    expect(key).toMatch(/^l365_[\w-]{96}$/);
    expect(serviceKey).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: 'LEGAL 365',
      scopes: ['graph'],
      hint: key.slice(-4),
      createdAt: expect.any(String),
      createdBy: 'Andrea Muster',
      expiresAt: '2027-06-30T23:59:59.999Z',
      lastUsedAt: null,
      revokedAt: null,
    });
    const list = await admin.call('GET', path);
    expect(list.body).toEqual({ serviceKeys: [serviceKey] });
    expect(list.text).not.toContain(key.slice(0, 60));
    expect(product.logged()).not.toContain(key.slice(51, 94));
  });

  test('is counted with its entity while it works', async () => {
    const { serviceKey } = await createKey(admin, entity.id);
    await createKey(admin, entity.id);
    const seen = async () => (await admin.call('GET', `entities/${entity.id}`)).body.serviceKeys;
    expect(await seen()).toEqual({ active: 2, lastUsedAt: null });
    await admin.call('DELETE', `${path}/${serviceKey.id}`);
    expect(await seen()).toEqual({ active: 1, lastUsedAt: null });
  });

  test('is listed newest first', async () => {
    for (const name of ['first', 'second', 'third']) await createKey(admin, entity.id, { name });
    expect((await listed()).map(({ name }) => name)).toEqual(['third', 'second', 'first']);
  });

  test('has each scope once', async () => {
    const { serviceKey } = await createKey(admin, entity.id, { scopes: ['graph', 'graph'] });
    expect(serviceKey.scopes).toEqual(['graph']);
  });

  test('is revoked once; a second time changes nothing', async () => {
    const { serviceKey } = await createKey(admin, entity.id);
    const first = await admin.call<ServiceKey>('DELETE', `${path}/${serviceKey.id}`);
    expect(first.status).toBe(200);
    expect(first.body).toEqual({ ...serviceKey, revokedAt: expect.any(String) });
    const second = await admin.call<ServiceKey>('DELETE', `${path}/${serviceKey.id}`);
    expect(second.body).toEqual(first.body);
    expect(await listed()).toEqual([first.body]);
    expect(await auditOf('service-key-revoked')).toHaveLength(1);
  });

  test('leaves its name, scopes, hint and expiry in the audit log, never itself', async () => {
    const { key, serviceKey } = await createKey(admin, entity.id, { scopes: ['graph', 'mail'] });
    await admin.call('DELETE', `${path}/${serviceKey.id}`);
    const details = {
      name: 'LEGAL 365',
      scopes: 'graph, mail',
      hint: key.slice(-4),
      expiresAt: serviceKey.expiresAt,
    };
    expect(await auditOf('service-key-created')).toMatchObject([{ actorName: 'Andrea Muster', details }]);
    expect(await auditOf('service-key-revoked')).toMatchObject([{ actorName: 'Andrea Muster', details }]);
  });
});

describe('everybody who has to know', () => {
  test('learns of a new key and of its end: pages of the entity that are open', async () => {
    const stream = await fetch(`${product.url}/api/v1/events`, {
      headers: { authorization: `Bearer ${admin.token}` },
    });
    const { serviceKey } = await createKey(admin, entity.id);
    await admin.call('DELETE', `${path}/${serviceKey.id}`);
    const told = `data: ${JSON.stringify({ type: 'entity-changed', entityId: entity.id })}\n`;
    let text = '';
    for await (const chunk of stream.body!) {
      text += Buffer.from(chunk as Uint8Array).toString();
      if (text.split(told).length === 3) break;
    }
    expect(text).not.toContain(serviceKey.name);
  });

  test('sees that the firm is alive: the operator, when LEGAL 365 calls by itself', async () => {
    const { key } = await createKey(admin, entity.id);
    // The clock goes past the hour within which a firm is noted once.
    ahead += 2 * 3600_000;
    const called = Date.now() + ahead;
    await caller(product.url, key).call('POST', `entities/${entity.id}/access-token`);
    // Less than that hour later the operator's own call is not noted any more.
    ahead += 5 * 60_000;
    const operator = await product.as('operator@muster.example');
    const { body } = await operator.call<TenantList>('GET', 'tenants');
    const own = body.tenants.find(({ tenantId }) => tenantId === product.tenant.seed.tenants[0]!.id);
    expect(Date.parse(own!.lastSeenAt)).toBeGreaterThanOrEqual(called);
    expect(Date.parse(own!.lastSeenAt)).toBeLessThan(called + 60_000);
    admin = await product.as('admin@muster.example');
  });

  test('finds in the description how each route is called', async () => {
    const description = (await (await fetch(`${product.url}/openapi.json`)).json()) as {
      paths: Record<string, { post: { security?: object[] } }>;
      components: { securitySchemes: object };
    };
    expect(description.components.securitySchemes).toHaveProperty('serviceKey');
    expect(description.paths['/api/v1/entities/{id}/access-token']?.post.security).toEqual([
      { serviceKey: [] },
    ]);
    expect(description.paths['/api/v1/entities/{id}/service-keys']?.post.security).toBeUndefined();
  });
});

describe('a wish for a service key that cannot be met', () => {
  const day = (days: number) => new Date(Date.now() + days * 24 * 3600_000).toISOString().slice(0, 10);

  test.each([
    ['yesterday', () => ({ expiresOn: day(-1) }), { pointer: '/expiresOn', code: 'in-the-past' }],
    ['in three years', () => ({ expiresOn: day(3 * 365) }), { pointer: '/expiresOn', code: 'too-far-ahead' }],
    ['on a day that does not exist', () => ({ expiresOn: '2027-02-30' }), { pointer: '/expiresOn' }],
    ['with a time', () => ({ expiresOn: '2027-02-03T10:00:00Z' }), { pointer: '/expiresOn' }],
    ['with a blank name', () => ({ name: '  ' }), { pointer: '/name' }],
    ['with a line break in its name', () => ({ name: 'a\nb' }), { pointer: '/name' }],
    ['with a name of a page', () => ({ name: 'x'.repeat(121) }), { pointer: '/name' }],
    ['without scopes', () => ({ scopes: [] }), { pointer: '/scopes' }],
    ['with an unknown scope', () => ({ scopes: ['everything'] as never }), { pointer: '/scopes/0' }],
    ['with a key of one’s own', () => ({ key: 'l365_mine' }), {}],
  ])('%s names the field', async (_what, change, error) => {
    const answer = await admin.call<Problem>('POST', path, { ...buildKey(), ...change() });
    expect(answer).toMatchObject({ status: 422, body: { code: 'validation-failed' } });
    expect(answer.body.errors).toContainEqual(expect.objectContaining(error));
    expect(await listed()).toEqual([]);
  });

  test('because the entity has twenty: not even when two ask at once', async () => {
    for (let i = 0; i < 19; i++) await createKey(admin, entity.id);
    const both = await Promise.all([1, 2].map(() => admin.call<Problem>('POST', path, buildKey())));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('conflict');
    const [newest] = await listed();
    await admin.call('DELETE', `${path}/${newest!.id}`);
    expect((await admin.call('POST', path, buildKey())).status).toBe(201);
  });
});

describe('who may do what with service keys', () => {
  test('a Reader sees them and can neither create nor revoke', async () => {
    const { serviceKey } = await createKey(admin, entity.id);
    const reader = await product.as('support@extern.example');
    expect(await listed(reader)).toEqual([serviceKey]);
    expect(await reader.call('POST', path, buildKey())).toMatchObject({
      status: 403,
      body: { code: 'role-missing' },
    });
    expect((await reader.call('DELETE', `${path}/${serviceKey.id}`)).status).toBe(403);
  });

  test.each(['lawyer@muster.example', 'operator@muster.example'])('%s sees nothing of them', async (name) => {
    const { serviceKey } = await createKey(admin, entity.id);
    const person = await product.as(name);
    expect((await person.call('GET', path)).status).toBe(403);
    expect((await person.call('POST', path, buildKey())).status).toBe(403);
    expect((await person.call('DELETE', `${path}/${serviceKey.id}`)).status).toBe(403);
    expect(await listed()).toEqual([serviceKey]);
  });

  test('the admin of the firm next door finds none', async () => {
    const { serviceKey } = await createKey(admin, entity.id);
    const neighbour = await product.as('admin@nachbar.example');
    const own = await createEntity(neighbour);
    expect((await neighbour.call('GET', path)).status).toBe(404);
    expect((await neighbour.call('POST', path, buildKey())).status).toBe(404);
    expect((await neighbour.call('DELETE', `${path}/${serviceKey.id}`)).status).toBe(404);
    expect((await neighbour.call('DELETE', `entities/${own.id}/service-keys/${serviceKey.id}`)).status).toBe(
      404,
    );
    expect(await listed()).toEqual([serviceKey]);
  });

  test('a key is revoked under its own entity alone', async () => {
    const { serviceKey } = await createKey(admin, entity.id);
    const other = await createEntity(admin, 'Genève');
    expect((await admin.call('DELETE', `entities/${other.id}/service-keys/${serviceKey.id}`)).status).toBe(
      404,
    );
    expect((await listed())[0]?.revokedAt).toBeNull();
  });
});
