import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Parts } from '../../../src/server/app-parts.ts';
import {
  keepGrantsAlive,
  type MailboxTokenAnswer,
} from '../../../src/server/features/mailbox-grants/index.ts';
import { setFault } from '../dev-tenant/entra-browser.ts';
import { databaseKinds } from '../../support/database.ts';
import { startGrantedMailboxes, type GrantedMailboxes } from '../../support/granted-mailboxes.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

describe.each(databaseKinds())('the leases of grants on %s', (kind) => {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  let given: GrantedMailboxes;
  let one: Parts;
  let other: Parts;
  beforeAll(async () => {
    given = await startGrantedMailboxes({ database: kind, now });
    one = await given.process();
    other = await given.process();
  });
  afterEach(async () => {
    given.microsoft.alter(() => undefined);
    await given.tenant.context.reset();
  });
  afterAll(() => given.close());

  const access = (parts: Parts, mailboxId: string) => parts.mailboxTokens.access(given.tenantId, mailboxId);
  const tokenIn = (answer: MailboxTokenAnswer) =>
    answer.kind === 'token' ? answer.token.accessToken : answer.kind;
  const rowOf = (mailboxId: string) => one.mailStores.grants.find(given.tenantId, mailboxId);
  /** As when the time of the lease has passed. */
  const endLeases = () =>
    given.database.kysely
      .updateTable('mailbox_grants')
      .set({ lease_until: new Date(0) })
      .execute();

  /** Holds back the first answer from now on; Microsoft itself has given it. */
  function holdAnswer(): { held: Promise<void>; release: () => void } {
    const held = Promise.withResolvers<undefined>();
    const gate = Promise.withResolvers<undefined>();
    let isFirst = true;
    given.microsoft.alter(async () => {
      if (!isFirst) return undefined;
      isFirst = false;
      held.resolve(undefined);
      await gate.promise;
      return undefined;
    });
    return { held: held.promise, release: () => gate.resolve(undefined) };
  }

  test('a process that was paused past its lease does not overwrite what another stored, and takes that', async () => {
    const mailboxId = await given.mailbox();
    ahead += 2 * hourMs;
    const { held, release } = holdAnswer();
    const paused = access(one, mailboxId);
    await held;
    await endLeases();
    const newer = tokenIn(await access(other, mailboxId));
    release();
    expect(tokenIn(await paused)).toBe(newer);
    expect(await rowOf(mailboxId)).toMatchObject({ version: 2, claim: 2, state: 'ok', is_leased: false });
  });

  test('a process that was paused past its lease stores its answer when nobody else has claimed the grant', async () => {
    const mailboxId = await given.mailbox();
    ahead += 2 * hourMs;
    const { held, release } = holdAnswer();
    const paused = access(one, mailboxId);
    await held;
    await endLeases();
    release();
    const token = tokenIn(await paused);
    expect(token).toMatch(/^ey/);
    expect(tokenIn(await access(other, mailboxId))).toBe(token);
  });

  test('a new sign-in during a refresh stays, and the refresh answers with it', async () => {
    const mailboxId = await given.mailbox();
    ahead += 2 * hourMs;
    const { held, release } = holdAnswer();
    const refreshing = access(one, mailboxId);
    await held;
    const tokens = await given.signIn('assistant@muster.example');
    await given.put(mailboxId, tokens);
    release();
    expect(await refreshing).toMatchObject({
      token: { accessToken: tokens.accessToken, owner: { username: 'assistant@muster.example' } },
    });
    expect(await rowOf(mailboxId)).toMatchObject({ version: 2, is_leased: false });
  });

  test('a process whose clock is five minutes ahead keeps off a lease that holds', async () => {
    const mailboxId = await given.mailbox();
    ahead += 2 * hourMs;
    const ahead5 = await given.process({ now: () => now() + 5 * minuteMs });
    const before = given.refreshes();
    const { held, release } = holdAnswer();
    const refreshing = access(one, mailboxId);
    await held;
    const waiting = access(ahead5, mailboxId);
    await rowOf(mailboxId);
    release();
    expect(tokenIn(await waiting)).toBe(tokenIn(await refreshing));
    expect(given.refreshes() - before).toBe(1);
  });

  test('a process that died after Microsoft answered leaves a grant that another renews, also with single-use tokens in their grace', async () => {
    await setFault(given.tenant, 'single-use-refresh-tokens', { graceSeconds: 60 });
    const mailboxId = await given.mailbox();
    ahead += 2 * hourMs;
    const { held, release } = holdAnswer();
    const dead = access(one, mailboxId);
    await held;
    await endLeases();
    ahead += 50_000;
    expect(tokenIn(await access(other, mailboxId))).toMatch(/^ey/);
    ahead += 2 * hourMs;
    expect(tokenIn(await access(other, mailboxId))).toMatch(/^ey/);
    release();
    await dead;
  });

  test('a token that was used up past its grace asks for a new sign-in and keeps the grant', async () => {
    await setFault(given.tenant, 'single-use-refresh-tokens', { graceSeconds: 10 });
    const mailboxId = await given.mailbox();
    ahead += 2 * hourMs;
    given.microsoft.alter(() => 'reset');
    expect(await access(one, mailboxId)).toMatchObject({
      kind: 'unavailable',
      verdict: { cause: 'connection-dropped' },
    });
    given.microsoft.alter(() => undefined);
    ahead += minuteMs;
    expect(await access(one, mailboxId)).toMatchObject({
      kind: 'needs-sign-in',
      verdict: { cause: 'grant-revoked', tokenLost: false },
    });
    await setFault(given.tenant, 'single-use-refresh-tokens', { on: false });
    ahead += hourMs;
    expect(tokenIn(await access(one, mailboxId))).toMatch(/^ey/);
  });

  describe('the keep-alive', () => {
    const tick = () => keepGrantsAlive(one.mailboxTokens);

    test('refreshes what nobody used for a week, once, and leaves alone what is in use', async () => {
      await tick();
      const idle = await Promise.all([given.mailbox(), given.mailbox(), given.mailbox()]);
      const used = await given.mailbox();
      ahead += 5 * dayMs;
      await access(one, used);
      const before = given.refreshes();
      ahead += 2 * dayMs;
      const [first, second] = await Promise.all([tick(), keepGrantsAlive(other.mailboxTokens)]);
      expect(first + second).toBeGreaterThanOrEqual(idle.length);
      for (const mailboxId of idle) {
        const row = await rowOf(mailboxId);
        expect(row).toMatchObject({ version: 2, state: 'ok', is_leased: false });
        expect(row!.refresh_at!.getTime() - now()).toBeGreaterThan(5.9 * dayMs);
        expect(row!.refresh_at!.getTime() - now()).toBeLessThan(7 * dayMs);
      }
      expect(await rowOf(used)).toMatchObject({ version: 2 });
      expect(given.refreshes() - before).toBe(first + second);
      expect(await tick()).toBe(0);
    });

    test('tries a firm with an expired secret with one question an hour, and the others meanwhile', async () => {
      await tick();
      const ids = await Promise.all(Array.from({ length: 20 }, () => given.mailbox()));
      ahead += 7 * dayMs;
      await setFault(given.tenant, 'secret-expired');
      const before = given.refreshes();
      expect(await tick()).toBeGreaterThanOrEqual(ids.length);
      // The first eight ask at once; what they hear spares the rest.
      expect(given.refreshes() - before).toBeLessThanOrEqual(8);
      expect(await tick()).toBe(0);
      await given.tenant.context.reset();
      for (let hours = 0; hours < 2; hours++) {
        ahead += hourMs;
        await tick();
      }
      for (const mailboxId of ids) expect(await rowOf(mailboxId)).toMatchObject({ version: 2, state: 'ok' });
    });
  });
});
