import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { GraphTenant, refusal } from './graph-tenant.ts';

const lawyer = '/users/lawyer@muster.example';
const json = { 'content-type': 'application/json' };
const good = (id: string, more: object = {}) => ({
  id,
  method: 'GET',
  url: `${lawyer}/events?$top=1`,
  ...more,
});
const bad = (id: string, more: object = {}) => ({ ...good(id, more), url: `${lawyer}/calenders` });

let tenant: GraphTenant;
let token: string;
beforeAll(async () => {
  tenant = await GraphTenant.start();
  token = await tenant.appToken();
});
afterAll(() => tenant.close());

describe('a batch', () => {
  test('answers every item by id, each with status, headers and body, in whatever order', async () => {
    const items = await tenant.batch(token, [
      good('first'),
      {
        id: 'second',
        method: 'POST',
        url: `${lawyer}/contacts`.slice(1),
        headers: json,
        body: { surname: 'Batch' },
      },
      bad('third'),
    ]);
    expect([...items.keys()].sort()).toEqual(['first', 'second', 'third']);
    expect(items.get('first')).toMatchObject({ status: 200, body: { value: [{}] } });
    expect(items.get('second')).toMatchObject({ status: 201, body: { surname: 'Batch' } });
    expect(items.get('third')).toMatchObject({ status: 400, body: { error: { code: 'BadRequest' } } });
    expect(items.get('third')?.headers['Content-Type']).toBe('application/json');
  });

  test('answers a deletion and a sent mail without a body', async () => {
    const message = { toRecipients: [{ emailAddress: { address: 'lawyer@muster.example' } }] };
    const items = await tenant.batch(token, [
      { id: '1', method: 'POST', url: `${lawyer}/sendMail`, headers: json, body: { message } },
    ]);
    expect(items.get('1')).toEqual({ id: '1', status: 202, headers: {} });
  });

  test('items refuse for the same reasons as plain requests', async () => {
    const items = await tenant.batch(await tenant.appToken([]), [
      good('calendar'),
      { id: 'to-do', method: 'GET', url: `${lawyer}/todo/lists?$top=1` },
    ]);
    expect(items.get('calendar')?.body.error.code).toBe('ErrorAccessDenied');
    expect(items.get('to-do')).toMatchObject({ status: 401, body: { error: { code: 'UnknownError' } } });
  });

  test('items carry the ids of the envelope', async () => {
    const response = await tenant.post('$batch', token, { requests: [bad('1')] });
    const { responses } = (await response.json()) as {
      responses: { body: { error: { innerError: Record<string, string> } } }[];
    };
    expect(responses[0]?.body.error.innerError['request-id']).toBe(response.headers.get('request-id'));
  });

  test('a failed item takes everything that depends on it along with 424', async () => {
    const items = await tenant.batch(token, [
      good('after-good', { dependsOn: ['fine'] }),
      good('after-after-bad', { dependsOn: ['after-bad'] }),
      good('after-bad', { dependsOn: ['fine', 'wrong'] }),
      bad('wrong'),
      good('fine'),
    ]);
    const statuses = Object.fromEntries([...items].map(([id, { status }]) => [id, status]));
    expect(statuses).toEqual({
      fine: 200,
      wrong: 400,
      'after-good': 200,
      'after-bad': 424,
      'after-after-bad': 424,
    });
    expect(items.get('after-bad')?.body.error.code).toBe('FailedDependency');
  });

  test('a dependent item sees what the earlier one did', async () => {
    const filter = encodeURIComponent("subject eq 'In order'");
    const message = {
      subject: 'In order',
      toRecipients: [{ emailAddress: { address: 'admin@muster.example' } }],
    };
    const items = await tenant.batch(token, [
      {
        ...good('arrived', { dependsOn: ['SEND'] }),
        url: `/users/admin@muster.example/messages?$filter=${filter}`,
      },
      { id: 'send', method: 'POST', url: `${lawyer}/sendMail`, headers: json, body: { message } },
    ]);
    expect(items.get('arrived')?.body.value).toHaveLength(1);
  });

  test('may hold twenty items', async () => {
    const items = await tenant.batch(
      token,
      Array.from({ length: 20 }, (_, index) => good(String(index))),
    );
    expect(items.size).toBe(20);
  });

  test('does not hold another batch', async () => {
    const nested = {
      id: '1',
      method: 'POST',
      url: '/$batch',
      headers: json,
      body: { requests: [good('1')] },
    };
    expect((await tenant.batch(token, [nested])).get('1')?.status).toBe(400);
  });

  test.each<[string, unknown, string]>([
    [
      'of twenty-one items',
      Array.from({ length: 21 }, (_, i) => good(String(i))),
      '400 MaximumValueExceeded',
    ],
    ['with an id twice, in another case', [good('a'), good('A')], '400 BadRequest'],
    ['that depends on a stranger', [good('1', { dependsOn: ['2'] })], '400 BadRequest'],
    [
      'that goes round in a circle',
      [good('1', { dependsOn: ['2'] }), good('2', { dependsOn: ['1'] })],
      '400 BadRequest',
    ],
    ['that depends on itself', [good('1', { dependsOn: ['1'] })], '400 BadRequest'],
    ['without items', [], '400 BadRequest'],
    ['whose items are no objects', ['x'], '400 BadRequest'],
    ['with an item without id', [{ method: 'GET', url: '/me' }], '400 BadRequest'],
    ['with a numeric id', [{ ...good('1'), id: 1 }], '400 BadRequest'],
    ['with dependsOn as text', [good('1', { dependsOn: '2' })], '400 BadRequest'],
    [
      'with a write without Content-Type',
      [{ id: '1', method: 'POST', url: `${lawyer}/contacts`, body: {} }],
      '400 BadRequest',
    ],
    ['that is no list', {}, '400 BadRequest'],
  ])('%s is refused as a whole', async (_what, requests, expected) => {
    expect(await refusal(await tenant.post('$batch', token, { requests }))).toBe(expected);
  });

  test('whatever the dependencies: an item runs exactly when nothing it waits for has failed', async () => {
    // Each item may depend on items before it; the list is sent in any order.
    const batches = fc.integer({ min: 1, max: 20 }).chain((size) =>
      fc.record({
        failing: fc.array(fc.boolean(), { minLength: size, maxLength: size }),
        dependencies: fc.tuple(
          ...Array.from({ length: size }, (_, index) =>
            fc.subarray(Array.from({ length: index }, (_, i) => i)),
          ),
        ),
        order: fc.shuffledSubarray(
          Array.from({ length: size }, (_, i) => i),
          { minLength: size },
        ),
      }),
    );
    await fc.assert(
      fc.asyncProperty(batches, async ({ failing, dependencies, order }) => {
        const expected: number[] = [];
        failing.forEach((fails, index) => {
          const blocked = dependencies[index]!.some((before) => expected[before]! >= 400);
          expected.push(blocked ? 424 : fails ? 400 : 200);
        });
        const requests = order.map((index) => {
          const more = { dependsOn: dependencies[index]!.map(String) };
          return failing[index] ? bad(String(index), more) : good(String(index), more);
        });
        const items = await tenant.batch(token, requests);
        expect(expected.map((_, index) => items.get(String(index))?.status)).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });
});
