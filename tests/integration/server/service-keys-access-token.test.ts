import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Entity } from '../../../src/shared/api/entities.ts';
import type { Problem } from '../../../src/shared/api/problem.ts';
import type { AppAccessToken, ServiceKey } from '../../../src/shared/api/service-keys.ts';
import { formatServiceKey } from '../../../src/server/features/service-keys/service-key-text.ts';
import { caller, startProduct, type Answer, type Caller, type Product } from '../../support/product.ts';
import { connectEntity, createEntity } from '../../support/registration.ts';
import { createKey } from '../../support/service-keys.ts';

const minuteMs = 60_000;
const dayMs = 24 * 3600_000;

let product: Product;
let admin: Caller;
let entity: Entity;
let key: string;
let ahead = 0;
const now = () => Date.now() + ahead;

beforeAll(async () => {
  product = await startProduct({ now, answerWithinMs: 2_000 });
  admin = await product.as('admin@muster.example');
  entity = (await connectEntity(admin, product.tenant.seed.ready)).body.entity;
  key = (await createKey(admin, entity.id)).key;
});
afterEach(async () => {
  await product.noFaults();
});
afterAll(() => product.close());

/** The clock of the product and its tenant goes on; people sign on again. */
async function pass(ms: number): Promise<void> {
  ahead += ms;
  admin = await product.as('admin@muster.example');
}

const fetchToken = (withKey = key, entityId = entity.id): Promise<Answer<AppAccessToken & Problem>> =>
  caller(product.url, withKey).call('POST', `entities/${entityId}/access-token`);

function graph(path: string, accessToken: string): Promise<Response> {
  const { graph: url } = product.tenant.clientCloudEndpoints();
  return fetch(`${url}/v1.0/${path}`, { headers: { authorization: `Bearer ${accessToken}` } });
}

describe('a token fetched with a service key', () => {
  test('is accepted by Graph for the mailbox of the entity', async () => {
    const { status, body, headers } = await fetchToken();
    expect(status).toBe(200);
    expect(body).toEqual({
      accessToken: expect.any(String),
      tokenType: 'Bearer',
      expiresAt: expect.any(String),
      directoryId: product.tenant.seed.ready.directoryId,
      applicationId: product.tenant.seed.ready.applicationId,
    });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('pragma')).toBe('no-cache');
    const events = await graph('users/lawyer@muster.example/events', body.accessToken);
    expect(events.status).toBe(200);
    expect(await events.json()).toHaveProperty('value');
  });

  test('is at most ten minutes old and works for more than ten', async () => {
    await pass(11 * minuteMs);
    const first = (await fetchToken()).body;
    expect(Date.parse(first.expiresAt) - now()).toBeGreaterThan(10 * minuteMs);
    await pass(9 * minuteMs);
    expect((await fetchToken()).body).toEqual(first);
    await pass(2 * minuteMs);
    const next = (await fetchToken()).body;
    expect(next.accessToken).not.toBe(first.accessToken);
    // Entra chooses each lifetime between an hour and an hour and a half.
    expect(Date.parse(next.expiresAt)).toBeGreaterThan(now() + 10 * minuteMs);
  });

  test('is one for fifty that ask at once', async () => {
    const own = (await createKey(admin, entity.id)).key;
    await pass(11 * minuteMs);
    const answers = await Promise.all(Array.from({ length: 50 }, () => fetchToken(own)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => body.accessToken)).size).toBe(1);
  });

  test('notes the use of its key, once a minute', async () => {
    const { key: own, serviceKey } = await createKey(admin, entity.id);
    const lastUse = async () => {
      const { body } = await admin.call<{ serviceKeys: ServiceKey[] }>(
        'GET',
        `entities/${entity.id}/service-keys`,
      );
      return body.serviceKeys.find(({ id }) => id === serviceKey.id)?.lastUsedAt ?? null;
    };
    expect(await lastUse()).toBeNull();
    await fetchToken(own);
    const first = await lastUse();
    expect(first).not.toBeNull();
    await pass(30_000);
    await fetchToken(own);
    expect(await lastUse()).toBe(first);
    await pass(31_000);
    await fetchToken(own);
    expect(Date.parse((await lastUse())!)).toBeGreaterThan(Date.parse(first!) + minuteMs);
    const { body } = await admin.call<Entity>('GET', `entities/${entity.id}`);
    expect(body.serviceKeys.lastUsedAt).toBe(await lastUse());
  });
});

describe('a key that is not accepted', () => {
  const altered = (text: string, at: number) =>
    text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
  const foreign = (change: { tenantId?: string; keyId?: string }) => {
    const own = product.tenant.seed.tenants[0]!.id;
    const fresh = { tenantId: own, keyId: crypto.randomUUID(), secret: createHash('sha256').digest() };
    return formatServiceKey({ ...fresh, ...change });
  };

  test.each<[what: string, text: () => string | Promise<string>]>([
    ['cut at its end', () => key.slice(0, -1)],
    ['cut at its beginning', () => key.slice(1)],
    ['altered in its tenant', () => altered(key, 10)],
    ['altered in its id', () => altered(key, 35)],
    ['altered in its secret', () => altered(key, 70)],
    ['altered in its checksum', () => altered(key, 97)],
    ['in capitals', () => key.toUpperCase()],
    ['in small letters', () => key.toLowerCase()],
    ['twice', () => key + key],
    ['in quotes', () => `"${key}"`],
    ['well formed and of nobody', () => foreign({})],
    [
      'of this id with another secret',
      async () => foreign({ keyId: (await createKey(admin, entity.id)).serviceKey.id }),
    ],
    ['of a tenant that is not here', () => foreign({ tenantId: crypto.randomUUID() })],
    ["a person's access token", () => admin.token],
    ['a Graph token', async () => (await fetchToken()).body.accessToken],
  ])('%s is refused like any other', async (_what, text) => {
    const answer = await fetchToken(await text());
    expect(answer).toMatchObject({ status: 401, body: { code: 'key-refused' } });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.body.detail).toBe('Use a service key of this entity that is neither revoked nor expired');
  });

  test('because it was revoked stops at once, and the log says why', async () => {
    const { key: own, serviceKey } = await createKey(admin, entity.id);
    expect((await fetchToken(own)).status).toBe(200);
    await admin.call('DELETE', `entities/${entity.id}/service-keys/${serviceKey.id}`);
    expect(await fetchToken(own)).toMatchObject({ status: 401, body: { code: 'key-refused' } });
    const line = product
      .logged()
      .split('\n')
      .find((each) => each.includes(serviceKey.id));
    expect(JSON.parse(line!)).toMatchObject({ reason: 'revoked', msg: 'service key refused' });
  });

  test('because it has expired stops after its last day', async () => {
    const expiresOn = new Date(now() + dayMs).toISOString().slice(0, 10);
    const { key: own } = await createKey(admin, entity.id, { expiresOn });
    const left = Date.parse(`${expiresOn}T23:59:59.999Z`) - now();
    await pass(left - minuteMs);
    expect((await fetchToken(own)).status).toBe(200);
    await pass(minuteMs + 1);
    expect(await fetchToken(own)).toMatchObject({ status: 401, body: { code: 'key-refused' } });
  });

  test('because its entity was removed stops at once', async () => {
    const removed = (await connectEntity(admin, product.tenant.seed.ready, 'Basel')).body.entity;
    const { key: own } = await createKey(admin, removed.id);
    expect((await fetchToken(own, removed.id)).status).toBe(200);
    await admin.call('DELETE', `entities/${removed.id}`);
    expect((await fetchToken(own, removed.id)).status).toBe(401);
  });

  test.each(['key', 'access_token', 'authorization', 'service_key'])(
    'in the query as %s is not looked at',
    async (name) => {
      const response = await fetch(
        `${product.url}/api/v1/entities/${entity.id}/access-token?${name}=${key}`,
        {
          method: 'POST',
        },
      );
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ code: 'token-missing' });
    },
  );

  test('in the body, or with the scheme Basic, is not looked at', async () => {
    const url = `${product.url}/api/v1/entities/${entity.id}/access-token`;
    const body = new URLSearchParams({ access_token: key });
    expect((await fetch(url, { method: 'POST', body })).status).toBe(401);
    const basic = Buffer.from(`key:${key}`).toString('base64');
    expect((await fetch(url, { method: 'POST', headers: { authorization: `Basic ${basic}` } })).status).toBe(
      401,
    );
  });

  test('of 100 kB is turned away before it is read', async () => {
    const { hostname, port } = new URL(product.url);
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST /api/v1/entities/${entity.id}/access-token HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n` +
        `Authorization: Bearer ${'l365_'.repeat(20_000)}\r\nContent-Length: 0\r\n\r\n`,
    );
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      socket.on('data', (chunk) => (text += String(chunk)));
      socket.on('error', () => resolve(text));
      socket.on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect((await fetchToken()).status).toBe(200);
  });
});

describe('a good key in the wrong place', () => {
  test('is not accepted where people sign on', async () => {
    const asPerson = caller(product.url, key);
    for (const path of [
      'me',
      'entities',
      `entities/${entity.id}`,
      `entities/${entity.id}/service-keys`,
      'events',
    ]) {
      expect(await asPerson.call('GET', path)).toMatchObject({
        status: 401,
        body: { code: 'token-refused' },
      });
    }
    expect((await asPerson.call('DELETE', `entities/${entity.id}`)).status).toBe(401);
  });

  test('finds no other entity, neither of its own firm nor of another', async () => {
    const other = (await connectEntity(admin, product.tenant.seed.ready, 'Genève')).body.entity;
    const neighbour = await createEntity(await product.as('admin@nachbar.example'));
    for (const id of [other.id, neighbour.id, crypto.randomUUID()]) {
      expect(await fetchToken(key, id)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    }
    expect((await fetchToken(key, entity.id.toUpperCase())).status).toBe(200);
  });

  test('of the scope mail gets no Graph token', async () => {
    const { key: forMail } = await createKey(admin, entity.id, { scopes: ['mail'] });
    expect(await fetchToken(forMail)).toMatchObject({ status: 403, body: { code: 'scope-missing' } });
  });

  test('of an entity without a registration is told so', async () => {
    const bare = await createEntity(admin, 'Bern');
    const { key: own } = await createKey(admin, bare.id);
    expect(await fetchToken(own, bare.id)).toMatchObject({
      status: 409,
      body: { code: 'registration-missing' },
    });
  });
});

describe('when Microsoft does not issue a token', () => {
  test.each([
    ['secret-expired', 'secret-expired'],
    ['secret-wrong', 'secret-wrong'],
    ['app-disabled', 'app-disabled'],
  ])('because of %s, the answer names the cause', async (fault, cause) => {
    await pass(11 * minuteMs);
    await product.fault(fault);
    const answer = await fetchToken();
    expect(answer).toMatchObject({
      status: 502,
      body: { code: 'app-token-refused', cause, verdict: { cause } },
    });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  test('because it refuses the registration, it is not asked again for half a minute', async () => {
    await pass(11 * minuteMs);
    await product.fault('app-disabled');
    expect((await fetchToken()).status).toBe(502);
    await product.noFaults();
    expect((await fetchToken()).body).toMatchObject({ code: 'app-token-refused', cause: 'app-disabled' });
    await pass(minuteMs / 2);
    expect((await fetchToken()).status).toBe(200);
  });

  test('because it asks to wait, the answer says how long', async () => {
    await pass(11 * minuteMs);
    await product.fault('throttled', { where: 'entra', retryAfterSeconds: 30 });
    const answer = await fetchToken();
    expect(answer).toMatchObject({ status: 503, body: { code: 'unavailable', cause: 'throttled' } });
    expect(answer.headers.get('retry-after')).toBe('30');
    await product.noFaults();
    ahead += 20_000;
    const rest = Number((await fetchToken()).headers.get('retry-after'));
    expect(rest).toBeGreaterThan(0);
    expect(rest).toBeLessThanOrEqual(10);
  });

  test('because it does not answer, the next call gets one', async () => {
    await pass(11 * minuteMs);
    await product.fault('connection-dropped', { where: 'entra' });
    expect(await fetchToken()).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    await product.noFaults();
    expect((await fetchToken()).status).toBe(200);
  });
});

test('neither a key nor a token stands in a log line or in any other answer', async () => {
  const { key: own, serviceKey } = await createKey(admin, entity.id);
  const { accessToken } = (await fetchToken(own)).body;
  await fetchToken(own.slice(0, -1));
  await fetchToken(own, crypto.randomUUID());
  await admin.call('DELETE', `entities/${entity.id}/service-keys/${serviceKey.id}`);
  const told = [
    await fetchToken(own),
    await admin.call('GET', 'entities'),
    await admin.call('GET', `entities/${entity.id}/service-keys`),
    await admin.call('GET', `entities/${entity.id}/connection-tests`),
    await admin.call('GET', 'audit-events'),
    await admin.call('GET', own),
  ];
  const everything = [product.logged(), ...told.map(({ text }) => text)].join('\n');
  expect(everything.includes(serviceKey.id)).toBe(true);
  const [, , signature] = accessToken.split('.');
  expect(everything.includes(own.slice(51, 94))).toBe(false);
  expect(everything.includes(signature!)).toBe(false);
});
