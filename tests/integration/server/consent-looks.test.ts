import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Entity } from '../../../src/shared/api/entities.ts';
import { manualTimers } from '../../support/manual-timers.ts';
import { caller, type Caller } from '../../support/product.ts';
import { json, startReplayedProduct, tenantId, type ReplayedProduct } from '../../support/replay-cloud.ts';
import type { ReplayReply, ReplayRoute } from '../../support/replay-server.ts';

const secondMs = 1000;
const timers = manualTimers();
const values = {
  directoryId: tenantId,
  applicationId: '66666666-7777-4888-8999-aaaaaaaaaaaa',
  clientSecret: 'abc8Q~S0me.secret-value_of-40-characters',
  secretExpiresOn: `${new Date().getFullYear() + 1}-06-30`,
  probeMailbox: 'anna@muster.example',
};

let product: ReplayedProduct;
let admin: Caller;
let entity: Entity;

beforeAll(async () => {
  product = await startReplayedProduct({ now: timers.now, after: timers.after });
});
afterAll(() => product.close());
beforeEach(async () => {
  admin = caller(product.app.url, await product.sign(product.claims()));
  product.play({ token: tokenOf([]), batch: refused });
  const { body } = await admin.call<Entity>('POST', 'entities', { name: 'Zürich', modules: ['calendar'] });
  await admin.call('PUT', `entities/${body.id}/registration`, values);
  entity = body;
});
afterEach(async () => {
  await admin.call('DELETE', `entities/${entity.id}`);
  timers.forgetAll();
});

const refused = batchOf(403, { error: { code: 'ErrorAccessDenied', message: 'Access is denied.' } });
const accepted = batchOf(200, { value: [] });

function batchOf(status: number, body: object): ReplayReply {
  return json({ responses: [{ id: 'calendar', status, body }] }) as ReplayReply;
}

function tokenOf(roles: string[]): ReplayReply {
  const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');
  const access_token = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ roles })}.c2ln`;
  return json({ token_type: 'Bearer', expires_in: 3599, access_token }) as ReplayReply;
}

function play(token: ReplayReply, batch: ReplayRoute['reply']): void {
  product.microsoft.replaceWith([
    { method: 'POST', path: /\/token$/, reply: token },
    { method: 'POST', path: '/graph/v1.0/$batch', reply: batch },
  ]);
}

/** An answer that the test holds back; `asked` is when it is waited for. */
function heldBack(reply: ReplayReply) {
  const asked = Promise.withResolvers<undefined>();
  const released = Promise.withResolvers<undefined>();
  const answer = async () => {
    asked.resolve(undefined);
    await released.promise;
    return reply;
  };
  return { answer, asked: asked.promise, release: () => released.resolve(undefined) };
}

const look = () => admin.call<Entity>('POST', `entities/${entity.id}/consent/looks`);
const find = async () => (await admin.call<Entity>('GET', `entities/${entity.id}`)).body;
const tokensAsked = () => product.microsoft.requests.filter(({ path }) => path.endsWith('/token')).length;

test('a grant seen while the look before it is still testing is shown with a test of its own', async () => {
  await admin.call('POST', `entities/${entity.id}/consent`, { language: 'en' });
  const before = heldBack(refused);
  play(tokenOf([]), before.answer);
  const clicked = look();
  await before.asked;
  const granted = tokensAsked();
  play(tokenOf(['Calendars.ReadWrite']), accepted);
  const seen = timers.pass(5 * secondMs);
  while (tokensAsked() === granted) await new Promise(setImmediate);
  before.release();
  await Promise.all([clicked, seen]);
  const { consent, latestTest } = await find();
  expect(consent).toMatchObject({ status: 'granted', missing: [] });
  expect(latestTest).toMatchObject({ status: 'ok', trigger: 'consent' });
});

test('somebody who clicks without end has Microsoft asked once more, after the look that runs, and sees what it found', async () => {
  const before = heldBack(refused);
  play(tokenOf([]), before.answer);
  const first = look();
  await before.asked;
  const asked = tokensAsked();
  play(tokenOf(['Calendars.ReadWrite']), accepted);
  const clicks = Array.from({ length: 20 }, look);
  // Answered in its turn on the same server: by then the clicks above have arrived.
  await Promise.all(Array.from({ length: 20 }, find));
  await timers.pass(1);
  before.release();
  const answers = await Promise.all(clicks);
  expect((await first).status).toBe(200);
  expect(answers.map(({ status, body }) => [status, body.latestTest?.status])).toEqual(
    answers.map(() => [200, 'ok']),
  );
  expect(tokensAsked() - asked).toBe(1);
});

test('a look that fails does not keep those who wait for the next one from theirs', async () => {
  const before = heldBack(refused);
  play(tokenOf([]), before.answer);
  const first = look();
  await before.asked;
  const waiting = look();
  await find();
  await admin.call('DELETE', `entities/${entity.id}`);
  before.release();
  expect((await first).status).toBe(409);
  expect([404, 409]).toContain((await waiting).status);
});
