import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { ConnectionTest, ConnectionTestHistory } from '../../../src/shared/api/connection-tests.ts';
import type { Entity } from '../../../src/shared/api/entities.ts';
import { startProduct, type Caller, type Product } from '../../support/product.ts';
import { buildValues, connectEntity, createEntity } from '../../support/registration.ts';

const dayMs = 24 * 3600 * 1000;

let product: Product;
let admin: Caller;
let clockIsAheadByMs = 0;

beforeAll(async () => {
  product = await startProduct({ now: () => Date.now() + clockIsAheadByMs });
  admin = await product.as('admin@muster.example');
});
afterEach(() => product.noFaults());
afterAll(() => product.close());

/** The clock of server and tenant alike: whoever was signed on gets a token of the new time. */
async function setClockAhead(ms: number): Promise<void> {
  clockIsAheadByMs = ms;
  admin = await product.as('admin@muster.example');
}

const connect = async (): Promise<Entity> =>
  (await connectEntity(admin, product.tenant.seed.ready)).body.entity;
const latestTest = async (id: string) => (await admin.call<Entity>('GET', `entities/${id}`)).body.latestTest;
const testConnection = (id: string, deep = false) =>
  admin.call<ConnectionTest>('POST', `entities/${id}/connection-tests`, { deep });
const dot = ({ steps }: ConnectionTest, module: string) => steps.find(({ name }) => name === module)?.status;

describe('a result that is no longer true', () => {
  test('of values that were replaced while it ran, or waited for its turn, never stands for the new ones', async () => {
    const { id } = await connect();
    await product.fault('latency', { where: 'graph', ms: 300 });
    const running = testConnection(id);
    const waiting = testConnection(id, true);
    const { bare } = product.tenant.seed;
    const saved = admin.call('PUT', `entities/${id}/registration`, buildValues(bare));
    expect((await running).status).toBe(409);
    expect((await waiting).status).toBe(409);
    expect((await latestTest(id))?.status).not.toBe('ok');
    expect((await saved).status).toBe(200);
    expect((await latestTest(id))?.status).toBe('failed');
  });

  test('leaves the newest of several saves with a result of its own', async () => {
    const { id } = await connect();
    const values = buildValues(product.tenant.seed.ready);
    const saves = await Promise.all(
      [1, 2, 3, 4].map(() => admin.call('PUT', `entities/${id}/registration`, values)),
    );
    expect(saves.map(({ status }) => status)).toContain(200);
    expect((await latestTest(id))?.status).toBe('ok');
  });

  test('is not the proof of writing that was made in another mailbox', async () => {
    const { id } = await connect();
    await product.fault('rbac-scope', { addresses: ['lawyer@muster.example', 'assistant@muster.example'] });
    await testConnection(id, true);
    expect(dot((await testConnection(id)).body, 'calendar')).toBe('ok');
    const elsewhere = buildValues(product.tenant.seed.ready, { probeMailbox: 'assistant@muster.example' });
    await admin.call('PUT', `entities/${id}/registration`, elsewhere);
    expect(dot((await testConnection(id)).body, 'calendar')).toBe('unknown');
  });

  test('is not the proof of writing that a later refusal has ended', async () => {
    const { id } = await connect();
    await product.fault('rbac-scope', { addresses: ['lawyer@muster.example'] });
    await testConnection(id, true);
    await product.fault('write-refused', { module: 'calendar' });
    expect(dot((await testConnection(id, true)).body, 'calendar')).toBe('failed');
    const after = (await testConnection(id)).body;
    expect(dot(after, 'calendar')).toBe('unknown');
    expect(dot(after, 'contacts')).toBe('ok');
  });

  test('ends although the clock of the server was two days ahead when it was found', async () => {
    await setClockAhead(2 * dayMs);
    const { id } = await connect();
    await setClockAhead(0);
    await product.fault('consent-missing');
    await testConnection(id);
    expect((await latestTest(id))?.status).toBe('failed');
  });
});

describe('an entity that is removed', () => {
  test('while its connection is tested leaves nothing to tell of it', async () => {
    const { id } = await connect();
    await product.fault('latency', { where: 'graph', ms: 300 });
    const running = testConnection(id);
    await until(async () => (await history(id)).latest?.finishedAt === null);
    await admin.call('DELETE', `entities/${id}`);
    expect((await running).status).toBe(409);
    expect(await history(id)).toEqual({ latest: null, history: [] });
  });

  test('while its registration is checked is answered as gone', async () => {
    const { id } = await createEntity(admin);
    await product.fault('latency', { where: 'entra', ms: 300 });
    const saving = admin.call('PUT', `entities/${id}/registration`, buildValues(product.tenant.seed.ready));
    await until(async () => (await admin.call<Entity>('GET', `entities/${id}`)).body.draft !== null);
    await admin.call('DELETE', `entities/${id}`);
    expect((await saving).status).toBe(404);
  });
});

async function history(id: string): Promise<ConnectionTestHistory> {
  return (await admin.call<ConnectionTestHistory>('GET', `entities/${id}/connection-tests`)).body;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo()));
}
