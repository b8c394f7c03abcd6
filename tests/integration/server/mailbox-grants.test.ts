import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Parts } from '../../../src/server/app-parts.ts';
import type { MailboxTokenAnswer } from '../../../src/server/features/mailbox-grants/index.ts';
import { setFault } from '../dev-tenant/entra-browser.ts';
import { databaseKinds } from '../../support/database.ts';
import { startGrantedMailboxes, type GrantedMailboxes } from '../../support/granted-mailboxes.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

describe.each(databaseKinds())('the grants of mailboxes on %s', (kind) => {
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

  const access = (parts: Parts, mailboxId: string, options?: { fresh: boolean }) =>
    parts.mailboxTokens.access(given.tenantId, mailboxId, options);
  const tokenIn = (answer: MailboxTokenAnswer) =>
    answer.kind === 'token' ? answer.token.accessToken : answer.kind;
  const signInOf = async (mailboxId: string) =>
    (await one.mailStores.grants.signIns(given.tenantId, now())).get(mailboxId);
  const rowOf = (mailboxId: string) => one.mailStores.grants.find(given.tenantId, mailboxId);
  /** Runs it and answers how many refreshes that took. */
  const refreshesOf = async (run: () => Promise<unknown>) => {
    const before = given.refreshes();
    await run();
    return given.refreshes() - before;
  };

  test('serve the token of the sign-in until it has ten minutes left', async () => {
    const mailboxId = await given.mailbox();
    const first = await access(one, mailboxId);
    expect(first).toMatchObject({
      kind: 'token',
      token: {
        owner: { username: 'lawyer@muster.example' },
        scopes: expect.arrayContaining([expect.stringMatching(/POP/)]),
      },
    });
    expect(await refreshesOf(() => access(other, mailboxId))).toBe(0);
    if (first.kind !== 'token') throw new Error();
    ahead += first.token.expiresAt - now() - 9 * minuteMs;
    expect(await refreshesOf(() => access(one, mailboxId))).toBe(1);
    expect(tokenIn(await access(other, mailboxId))).not.toBe(first.token.accessToken);
  });

  test('are refreshed once for many callers of two processes, who all get the same new token', async () => {
    const mailboxId = await given.mailbox();
    ahead += 2 * hourMs;
    const callers = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? one : other));
    let tokens: string[] = [];
    const refreshes = await refreshesOf(async () => {
      tokens = (await Promise.all(callers.map((parts) => access(parts, mailboxId)))).map(tokenIn);
    });
    expect(refreshes).toBe(1);
    expect(new Set(tokens).size).toBe(1);
    expect(tokens[0]).toMatch(/^ey/);
  });

  test('keep rotated tokens, before the access token that came with them is used', async () => {
    const mailboxId = await given.mailbox();
    for (let round = 0; round < 3; round++) {
      ahead += 2 * hourMs;
      expect(tokenIn(await access(one, mailboxId))).toMatch(/^ey/);
    }
    const sent = given.microsoft.server.requests
      .slice(-3)
      .map(({ body }) => new URLSearchParams(body).get('refresh_token'));
    expect(new Set(sent).size).toBe(3);
    expect(await rowOf(mailboxId)).toMatchObject({ version: 4, state: 'ok', is_leased: false });
  });

  test('are asked about anew when a person wants to know, also of what was refused lately', async () => {
    const mailboxId = await given.mailbox();
    expect(await refreshesOf(() => access(one, mailboxId, { fresh: true }))).toBe(1);
    await setFault(given.tenant, 'user-disabled');
    expect(await access(one, mailboxId, { fresh: true })).toMatchObject({
      kind: 'unavailable',
      verdict: { cause: 'user-disabled', tokenLost: false },
    });
    expect(await signInOf(mailboxId)).toMatchObject({
      status: 'failed',
      verdict: { cause: 'user-disabled' },
    });
    await given.tenant.context.reset();
    expect(tokenIn(await access(one, mailboxId, { fresh: true }))).toMatch(/^ey/);
    expect(await signInOf(mailboxId)).toMatchObject({ status: 'ok', verdict: null });
  });

  describe('in an outage', () => {
    test('serve what is left of the token, then say that Microsoft could not be asked, and go on after it', async () => {
      const mailboxId = await given.mailbox();
      const first = await access(one, mailboxId);
      if (first.kind !== 'token') throw new Error(first.kind);
      await setFault(given.tenant, 'service-unavailable', { where: 'entra', status: 503 });
      ahead += first.token.expiresAt - now() - 5 * minuteMs;
      expect(tokenIn(await access(one, mailboxId))).toBe(first.token.accessToken);
      ahead += 6 * minuteMs;
      expect(await access(one, mailboxId)).toMatchObject({
        kind: 'unavailable',
        verdict: { cause: 'service-unavailable' },
      });
      expect(await signInOf(mailboxId)).toMatchObject({ status: 'unknown' });
      await given.tenant.context.reset();
      ahead += minuteMs;
      expect(tokenIn(await access(other, mailboxId))).toMatch(/^ey/);
      expect(await signInOf(mailboxId)).toMatchObject({ status: 'ok' });
    });

    test('ask once until the time is over that Microsoft named', async () => {
      const mailboxId = await given.mailbox();
      ahead += 2 * hourMs;
      await setFault(given.tenant, 'throttled', { where: 'entra', retryAfterSeconds: 300 });
      const refreshes = await refreshesOf(async () => {
        await access(one, mailboxId);
        ahead += 100_000;
        const again = await access(other, mailboxId, { fresh: true });
        expect(again).toMatchObject({ kind: 'unavailable', verdict: { cause: 'throttled' } });
        if (again.kind !== 'unavailable') return;
        expect(again.verdict.retryAfter).toBeGreaterThan(190);
        expect(again.verdict.retryAfter).toBeLessThanOrEqual(200);
      });
      expect(refreshes).toBe(1);
      ahead += 201_000;
      expect(await refreshesOf(() => access(other, mailboxId))).toBe(1);
    });
  });

  test('are not blamed for an expired secret: one question in half a minute for all mailboxes', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => given.mailbox()));
    ahead += 2 * hourMs;
    await setFault(given.tenant, 'secret-expired');
    const refreshes = await refreshesOf(async () => {
      for (const mailboxId of ids) {
        expect(await access(one, mailboxId)).toMatchObject({
          kind: 'unavailable',
          verdict: { cause: 'secret-expired', whoCanFix: 'admin' },
        });
      }
    });
    expect(refreshes).toBe(1);
    for (const mailboxId of ids)
      expect(await signInOf(mailboxId)).toMatchObject({ status: 'ok', verdict: null });
    await given.tenant.context.reset();
    ahead += 31_000;
    for (const mailboxId of ids) expect(tokenIn(await access(one, mailboxId))).toMatch(/^ey/);
  });

  test('end when Microsoft says that they are revoked, once, with a line in the audit log', async () => {
    const mailboxId = await given.mailbox();
    ahead += 2 * hourMs;
    await setFault(given.tenant, 'grant-revoked');
    const told: unknown[] = [];
    const unsubscribe = one.live.subscribe(given.tenantId, (event) => told.push(event));
    const refreshes = await refreshesOf(async () => {
      for (const parts of [one, other, one]) {
        expect(await access(parts, mailboxId)).toMatchObject({
          kind: 'needs-sign-in',
          verdict: { cause: 'grant-revoked', tokenLost: true },
        });
      }
    });
    unsubscribe();
    expect(refreshes).toBe(1);
    expect(told).toEqual([{ type: 'mailbox-changed', mailboxId }]);
    expect(await rowOf(mailboxId)).toMatchObject({ refresh_ciphertext: null, access_ciphertext: null });
    expect(await signInOf(mailboxId)).toMatchObject({ status: 'needs-sign-in' });
    const ended = await given.database.kysely
      .selectFrom('audit_events')
      .selectAll()
      .where('action', '=', 'mailbox-grant-ended')
      .execute();
    expect(ended.map(({ details }) => details)).toEqual([
      {
        address: (await one.mailStores.mailboxes.find(given.tenantId, mailboxId))?.address,
        cause: 'grant-revoked',
        signedInAs: 'lawyer@muster.example',
      },
    ]);
  });

  test('stay where Microsoft wants to see the person, and are tried again hourly', async () => {
    const mailboxId = await given.mailbox();
    ahead += 2 * hourMs;
    await setFault(given.tenant, 'mfa-required');
    const refreshes = await refreshesOf(async () => {
      for (const minutes of [0, 10, 49]) {
        ahead += minutes * minuteMs;
        expect(await access(one, mailboxId)).toMatchObject({
          kind: 'needs-sign-in',
          verdict: { cause: 'mfa-required', tokenLost: false },
        });
      }
    });
    expect(refreshes).toBe(1);
    await given.tenant.context.reset();
    ahead += 2 * minuteMs;
    expect(tokenIn(await access(one, mailboxId))).toMatch(/^ey/);
  });

  test('keep the refresh token that came with an access token for another resource', async () => {
    const mailboxId = await given.mailbox();
    ahead += 2 * hourMs;
    await setFault(given.tenant, 'token-wrong-audience');
    expect(await access(one, mailboxId)).toMatchObject({
      kind: 'unavailable',
      verdict: { cause: 'token-wrong-audience', tokenLost: false },
    });
    expect(await rowOf(mailboxId)).toMatchObject({ version: 2, state: 'failed', access_ciphertext: null });
    await given.tenant.context.reset();
    ahead += hourMs;
    expect(tokenIn(await access(one, mailboxId))).toMatch(/^ey/);
    const [before, last] = given.microsoft.server.requests
      .slice(-2)
      .map(({ body }) => new URLSearchParams(body).get('refresh_token'));
    expect(last).not.toBe(before);
  });

  test('belong to the application that they were issued to', async () => {
    const mailboxId = await given.mailbox();
    const { kysely: db } = given.database;
    const own = given.tenant.seed.ready.applicationId;
    const useApplication = (applicationId: string) =>
      db.updateTable('registrations').set({ application_id: applicationId }).execute();
    await useApplication(given.tenant.seed.bare.applicationId);
    expect(await access(one, mailboxId)).toEqual({ kind: 'needs-sign-in', verdict: null });
    expect(await signInOf(mailboxId)).toMatchObject({ status: 'needs-sign-in', verdict: null });
    await useApplication(own);
    expect(tokenIn(await access(one, mailboxId))).toMatch(/^ey/);
    expect(await signInOf(mailboxId)).toMatchObject({ status: 'ok' });
  });

  test('nobody signed in, and a mailbox that was removed, have none', async () => {
    const mailboxId = await given.mailbox();
    expect(await access(one, given.entityId)).toEqual({ kind: 'never' });
    expect(await access(one, mailboxId)).toMatchObject({ kind: 'token' });
    await one.mailStores.mailboxes.remove(given.database.kysely, given.tenantId, mailboxId);
    expect(await access(one, mailboxId)).toEqual({ kind: 'never' });
  });
});
