import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ConnectionTest } from '../../../src/shared/api/connection-tests.ts';
import type { Entity } from '../../../src/shared/api/entities.ts';
import type { Problem } from '../../../src/shared/api/problem.ts';
import { modules } from '../../../src/shared/domain/modules.ts';
import { diagnosisFixtures, judgedPart, type DiagnosisFixture } from '../../support/diagnosis-fixtures.ts';
import { caller, type Caller } from '../../support/product.ts';
import { json, startReplayedProduct, tenantId, type ReplayedProduct } from '../../support/replay-cloud.ts';
import type { RecordedRequest, ReplayReply } from '../../support/replay-server.ts';

let product: ReplayedProduct;
let admin: Caller;
let entity: Entity;

const values = {
  directoryId: tenantId,
  applicationId: '66666666-7777-4888-8999-aaaaaaaaaaaa',
  clientSecret: 'abc8Q~S0me.secret-value_of-40-characters',
  secretExpiresOn: `${new Date().getFullYear() + 1}-06-30`,
  probeMailbox: 'anna@muster.example',
};
/** Microsoft calls tokens for Graph opaque: here they are, so that the refusal alone decides. */
const token = json({ token_type: 'Bearer', expires_in: 3599, access_token: 'opaque' });

beforeAll(async () => {
  product = await startReplayedProduct();
  admin = caller(product.app.url, await product.sign(product.claims()));
  entity = (await admin.call<Entity>('POST', 'entities', { name: 'Zürich', modules: ['calendar'] })).body;
});
afterAll(() => product.close());

function reply({ evidence }: DiagnosisFixture): ReplayReply {
  return { status: evidence.httpStatus ?? 400, headers: { ...evidence.headers }, body: evidence.raw ?? '' };
}

describe('an answer of the token endpoint', () => {
  const fixtures = diagnosisFixtures('entra').filter(({ evidence }) => evidence.stage === 'app-token');

  test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))(
    '%s refuses "Save and test" with its verdict, and nothing is stored',
    async (_name, fixture) => {
      product.play({ token: reply(fixture) });
      const { status, body } = await admin.call<Problem>('PUT', `entities/${entity.id}/registration`, values);
      expect(body.code).toBe(status === 422 ? 'registration-refused' : 'registration-unchecked');
      expect(body.verdict && judgedPart(body.verdict)).toEqual(fixture.expected);
      const after = await admin.call<Entity>('GET', `entities/${entity.id}`);
      expect(after.body).toMatchObject({ registration: null, draft: { hasSecret: true } });
    },
  );

  test.each<[what: string, answer: ReplayReply, expected: string]>([
    [
      'a page of a proxy',
      {
        status: 200,
        headers: { 'content-type': 'text/html' },
        body: '<html><title>Access denied</title></html>',
      },
      '503 registration-unchecked proxy-blocked',
    ],
    ['nothing', { status: 200, body: '' }, '503 registration-unchecked proxy-blocked'],
    [
      'JSON of something else',
      { status: 200, headers: { 'content-type': 'application/json' }, body: '{"hello":1}' },
      '503 registration-unchecked unknown',
    ],
    [
      'a token of another kind',
      {
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: '{"access_token":"x","token_type":"mac"}',
      },
      '503 registration-unchecked unknown',
    ],
    [
      'a redirect to a portal',
      { status: 302, headers: { location: 'http://portal.example/' }, body: '' },
      '503 registration-unchecked proxy-blocked',
    ],
    [
      'ten megabytes',
      { status: 400, headers: { 'content-type': 'application/json' }, body: 'x'.repeat(10_000_000) },
      '503 registration-unchecked request-malformed',
    ],
  ])('that is %s never counts as success', async (_what, answer, expected) => {
    product.play({ token: answer });
    const { status, body } = await admin.call<Problem>('PUT', `entities/${entity.id}/registration`, values);
    expect(`${status} ${body.code} ${body.cause}`).toBe(expected);
    expect((await admin.call<Entity>('GET', `entities/${entity.id}`)).body.registration).toBeNull();
  });

  test('that never comes in full is a dropped connection', async () => {
    product.play({ token: 'reset' });
    const { status, body } = await admin.call<Problem>('PUT', `entities/${entity.id}/registration`, values);
    expect({ status, cause: body.cause }).toEqual({ status: 503, cause: 'connection-dropped' });
  });
});

describe('a renewal', () => {
  test('changes nothing when another admin has stored other values while it was tested', async () => {
    const { id } = (await admin.call<Entity>('POST', 'entities', { name: 'Chur', modules: ['calendar'] }))
      .body;
    const batch = json({ responses: [] });
    product.play({ token, batch });
    await admin.call('PUT', `entities/${id}/registration`, values);
    const asked = Promise.withResolvers<unknown>();
    const replaced = Promise.withResolvers<unknown>();
    const slowForTheNewSecret = async ({ body }: RecordedRequest) => {
      if (!body.includes('renewed')) return token;
      asked.resolve(null);
      await replaced.promise;
      return token;
    };
    product.play({ token: slowForTheNewSecret, batch });
    const renewing = admin.call<Problem>('POST', `entities/${id}/secret-renewals`, {
      clientSecret: 'abc8Q~the-renewed-secret-of-this-application',
      secretExpiresOn: `${new Date().getFullYear() + 1}-12-31`,
    });
    await asked.promise;
    const other = { ...values, applicationId: '77777777-7777-4888-8999-aaaaaaaaaaaa' };
    expect((await admin.call('PUT', `entities/${id}/registration`, other)).status).toBe(200);
    replaced.resolve(null);
    expect(await renewing).toMatchObject({ status: 409, body: { code: 'conflict' } });
    const { registration } = (await admin.call<Entity>('GET', `entities/${id}`)).body;
    expect(registration).toMatchObject({
      applicationId: other.applicationId,
      secretExpiresOn: values.secretExpiresOn,
    });
  });
});

describe('a connection test', () => {
  test('asks Microsoft twice in all, for a token and one batch, whatever the number of modules', async () => {
    const everything = (await admin.call<Entity>('POST', 'entities', { name: 'Bern', modules: [...modules] }))
      .body;
    product.play({ token, batch: json({ responses: [] }) });
    await admin.call('PUT', `entities/${everything.id}/registration`, values);
    const before = product.microsoft.requests.length;
    await admin.call('POST', `entities/${everything.id}/connection-tests`, {});
    const paths = product.microsoft.requests.slice(before).map(({ path }) => path);
    expect(paths).toEqual([`/${tenantId}/token`, '/graph/v1.0/$batch']);
  });
});

describe('an answer of Graph', () => {
  beforeAll(async () => {
    product.play({
      token,
      batch: json({ responses: [{ id: 'calendar', status: 200, body: { value: [] } }] }),
    });
    expect((await admin.call('PUT', `entities/${entity.id}/registration`, values)).status).toBe(200);
  });

  async function calendar(): Promise<ConnectionTest['steps'][number]> {
    const { body } = await admin.call<ConnectionTest>('POST', `entities/${entity.id}/connection-tests`, {});
    return body.steps.find(({ name }) => name === 'calendar')!;
  }

  const fixtures = diagnosisFixtures('graph').filter(
    ({ evidence }) => evidence.stage === 'graph-probe' && (evidence.httpStatus ?? 0) >= 400,
  );

  test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))(
    '%s in the batch gives its verdict and never a green dot',
    async (_name, fixture) => {
      const { status, headers, body } = reply(fixture);
      const item = {
        id: 'calendar',
        status,
        headers,
        body: JSON.parse(body === '' ? '""' : body) as unknown,
      };
      product.play({ token, batch: json({ responses: [item] }) });
      const step = await calendar();
      expect(step.status).not.toBe('ok');
      expect(step.verdict && judgedPart(step.verdict)).toEqual(fixture.expected);
    },
  );

  test.each<[what: string, batch: ReplayReply | 'reset']>([
    ['an empty list', { status: 200, body: '{"responses":[]}' }],
    [
      'an answer to another request',
      { status: 200, body: '{"responses":[{"id":"mail","status":200,"body":{}}]}' },
    ],
    ['a status that is text', { status: 200, body: '{"responses":[{"id":"calendar","status":"200"}]}' }],
    ['no list', { status: 200, body: '{"responses":{"calendar":200}}' }],
    [
      'a page with status 200',
      { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Welcome</html>' },
    ],
    ['nothing with status 204', { status: 204, body: '' }],
    ['a dropped connection', 'reset'],
  ])('that is %s proves nothing', async (_what, batch) => {
    product.play({ token, batch });
    expect((await calendar()).status).toBe('unknown');
  });

  test.each([
    ['a NUL', 'no\0thing'],
    ['half a character', 'half \ud83d of it'],
    ['a character where it is cut', `${'x '.repeat(499)}x😀`],
  ])('with %s in its text takes the place of a former green', async (_what, message) => {
    const access_token = await product.sign({ roles: ['Calendars.ReadWrite'] });
    const readable = json({ token_type: 'Bearer', expires_in: 3599, access_token });
    const answered = { id: 'calendar', status: 200, body: {} };
    product.play({ token: readable, batch: json({ responses: [answered] }) });
    expect((await calendar()).status).toBe('ok');
    const refused = { id: 'calendar', status: 403, body: { error: { code: 'ErrorAccessDenied', message } } };
    product.play({ token: readable, batch: json({ responses: [refused] }) });
    expect((await calendar()).status).toBe('failed');
    const { body } = await admin.call<Entity>('GET', `entities/${entity.id}`);
    expect(body.latestTest?.status).toBe('failed');
  });
});
