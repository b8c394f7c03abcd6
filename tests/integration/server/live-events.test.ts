import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LiveEvent } from '../../../src/shared/api/events.ts';
import { startProduct, type Caller, type Product } from '../../support/product.ts';
import { connectEntity } from '../../support/registration.ts';

let product: Product;
let admin: Caller;
let entityId: string;

beforeAll(async () => {
  product = await startProduct();
  admin = await product.as('admin@muster.example');
  entityId = (await connectEntity(admin, product.tenant.seed.ready)).body.entity.id;
});
afterAll(() => product.close());

/** Reads a stream of server-sent events until one of them is the last, or the server ends it. */
async function readUntil(response: Response, isLast: (event: LiveEvent) => boolean): Promise<LiveEvent[]> {
  const events: LiveEvent[] = [];
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body!) {
    text += decoder.decode(chunk, { stream: true });
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const data = text
        .slice(0, end)
        .split('\n')
        .find((line) => line.startsWith('data: '));
      text = text.slice(end + 2);
      if (data === undefined) continue;
      events.push(JSON.parse(data.slice(6)) as LiveEvent);
      if (isLast(events.at(-1)!)) return events;
    }
  }
  return events;
}

const open = (person: Caller) =>
  fetch(`${product.url}/api/v1/events`, { headers: { authorization: `Bearer ${person.token}` } });
const isFinished = ({ type }: LiveEvent) => type === 'test-finished';

describe('a page that is open', () => {
  test('learns of a test step by step', async () => {
    const reader = await product.as('support@extern.example');
    const stream = await open(reader);
    const reading = readUntil(stream, isFinished);
    await admin.call('POST', `entities/${entityId}/connection-tests`, {});
    const events = await reading;
    expect(events[0]).toMatchObject({ type: 'test-started', entityId, test: { status: 'running' } });
    const steps = events.flatMap((event) => (event.type === 'test-step' ? [event.step.name] : []));
    expect(steps).toEqual(['app-token', 'calendar', 'contacts', 'to-do', 'mail', 'mail-sending']);
    expect(events.at(-1)).toMatchObject({ type: 'test-finished', test: { status: 'ok' } });
  });

  test('of the firm next door learns nothing of it', async () => {
    const neighbour = await product.as('user@nachbar.example');
    const stream = await open(neighbour);
    const seen = readUntil(stream, () => true);
    await admin.call('POST', `entities/${entityId}/connection-tests`, {});
    const neighbourAdmin = await product.as('admin@nachbar.example');
    const { body } = await neighbourAdmin.call<{ id: string }>('POST', 'entities', {
      name: 'Chur',
      modules: ['mail'],
    });
    expect(await seen).toEqual([{ type: 'entity-changed', entityId: body.id }]);
  });

  test('may be open twenty times, and the twenty-first is refused', async () => {
    const person = await product.as('assistant@muster.example');
    const streams = await Promise.all(Array.from({ length: 20 }, () => open(person)));
    expect(streams.map(({ status }) => status)).toEqual(Array<number>(20).fill(200));
    expect((await open(person)).status).toBe(429);
    for (const { body } of streams) await body?.cancel();
  });

  test('may follow one run on the answer to its own request', async () => {
    const response = await fetch(`${product.url}/api/v1/entities/${entityId}/connection-tests`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${admin.token}`,
        'content-type': 'application/json',
        accept: 'text/event-stream',
      },
      body: '{}',
    });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const events = await readUntil(response, () => false);
    expect(events.map(({ type }) => type)).toEqual([
      'test-started',
      ...Array<string>(6).fill('test-step'),
      'test-finished',
    ]);
  });

  test('is asked for by GET alone: nobody would read the stream of a HEAD', async () => {
    const { token } = await product.as('lawyer@muster.example');
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`${product.url}/api/v1/events`, { method: 'HEAD', headers });
    expect(response.status).toBe(404);
  });

  test('is told goodbye when the server stops, instead of being waited for', async () => {
    const other = await startProduct();
    const person = await other.as('lawyer@muster.example');
    const stream = await fetch(`${other.url}/api/v1/events`, {
      headers: { authorization: `Bearer ${person.token}` },
    });
    const reading = readUntil(stream, () => false);
    await other.close();
    expect(await reading).toEqual([]);
  });
});
