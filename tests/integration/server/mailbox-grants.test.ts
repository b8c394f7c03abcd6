import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Parts } from '../../../src/server/app-parts.ts';
import type { MailboxTokenAnswer } from '../../../src/server/features/mailbox-grants/index.ts';
import { setFault } from '../dev-tenant/entra-browser.ts';
import { databaseKinds } from '../../support/database.ts';
import { startGrantedMailboxes, type GrantedMailboxes } from '../../support/granted-mailboxes.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

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
});
