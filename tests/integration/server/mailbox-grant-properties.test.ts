import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Parts } from '../../../src/server/app-parts.ts';
import { createGrantLeaseStore } from '../../../src/server/features/mailbox-grants/index.ts';
import { setFault } from '../dev-tenant/entra-browser.ts';
import { databaseKinds } from '../../support/database.ts';
import { startGrantedMailboxes, type GrantedMailboxes } from '../../support/granted-mailboxes.ts';

const minuteMs = 60_000;
/** The database on which processes really run at once, where there is one. */
const kind = databaseKinds().at(-1)!;

const call = fc.record({ process: fc.nat({ max: 2 }), fresh: fc.boolean() });
/** What becomes of the answers, one after the other; Microsoft itself has given them, but for an outage. */
const fate = fc.constantFrom('arrives', 'arrives', 'is-late', 'is-lost', 'is-an-outage');
const step = fc.oneof(
  fc.record({
    what: fc.constant('calls' as const),
    calls: fc.array(call, { minLength: 1, maxLength: 5 }),
    fates: fc.array(fate, { maxLength: 3 }),
  }),
  fc.record({ what: fc.constant('time-passes' as const), minutes: fc.integer({ min: 1, max: 90 }) }),
  fc.record({ what: fc.constant('dies-before-asking' as const) }),
  fc.record({ what: fc.constant('is-paused-after-asking' as const), process: fc.nat({ max: 2 }) }),
);
type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never;
type Fate = typeof fate extends fc.Arbitrary<infer Each> ? Each : never;

describe('a grant', () => {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  let given: GrantedMailboxes;
  let processes: Parts[];
  beforeAll(async () => {
    given = await startGrantedMailboxes({ database: kind, now });
    processes = [await given.process(), await given.process(), await given.process()];
  });
  afterAll(() => given.close());

  const access = (process: number, mailboxId: string, fresh = false) =>
    processes[process]!.mailboxTokens.access(given.tenantId, mailboxId, { fresh });
  const endLeases = () =>
    given.database.kysely
      .updateTable('mailbox_grants')
      .set({ lease_until: new Date(0) })
      .execute();
  const rowOf = (mailboxId: string) => processes[0]!.mailStores.grants.find(given.tenantId, mailboxId);

  function answersAre(fates: readonly Fate[]): void {
    const left = [...fates];
    given.microsoft.alter(async () => {
      const next = left.shift() ?? 'arrives';
      if (next === 'is-late') await new Promise(setImmediate);
      if (next === 'is-an-outage') return { status: 503, body: '' };
      return next === 'is-lost' ? 'reset' : undefined;
    });
  }

  /** Takes the step; answers what goes on after it. */
  async function take(each: Step, mailboxId: string): Promise<() => Promise<void>> {
    switch (each.what) {
      case 'calls': {
        answersAre(each.fates);
        const answers = await Promise.all(
          each.calls.map(({ process, fresh }) => access(process, mailboxId, fresh)),
        );
        for (const answer of answers) expect(['token', 'unavailable']).toContain(answer.kind);
        break;
      }
      case 'time-passes':
        ahead += each.minutes * minuteMs;
        break;
      case 'dies-before-asking': {
        const row = await rowOf(mailboxId);
        await createGrantLeaseStore(given.database.kysely).claim(row!, minuteMs);
        await endLeases();
        break;
      }
      case 'is-paused-after-asking':
        return pause(each.process, mailboxId);
    }
    return async () => undefined;
  }

  async function pause(process: number, mailboxId: string): Promise<() => Promise<void>> {
    const held = Promise.withResolvers<undefined>();
    const gate = Promise.withResolvers<undefined>();
    given.microsoft.alter(async () => {
      held.resolve(undefined);
      await gate.promise;
      return undefined;
    });
    const paused = access(process, mailboxId);
    await Promise.race([held.promise, paused]);
    answersAre([]);
    await endLeases();
    return async () => {
      gate.resolve(undefined);
      await paused;
    };
  }

  async function survives(steps: readonly Step[]): Promise<void> {
    const mailboxId = await given.mailbox();
    const goingOn: (() => Promise<void>)[] = [];
    for (const each of steps) goingOn.push(await take(each, mailboxId));
    answersAre([]);
    for (const goOn of goingOn) await goOn();
    await endLeases();
    // Past every pause that a refusal or an outage brought.
    ahead += 61 * minuteMs;
    for (const process of processes.keys()) {
      expect(await access(process, mailboxId)).toMatchObject({ kind: 'token' });
    }
    expect(await access(0, mailboxId, true)).toMatchObject({ kind: 'token' });
    expect(await rowOf(mailboxId)).toMatchObject({ state: 'ok', is_leased: false });
  }

  const anySteps = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), survives);

  test('is never lost while used refresh tokens stay valid, as documented', async () => {
    await fc.assert(anySteps, {
      numRuns: 25,
      interruptAfterTimeLimit: 60_000,
      markInterruptAsFailure: false,
    });
  }, 120_000);

  test('is never lost while used refresh tokens stay valid for a time of grace', async () => {
    // A day of grace: longer than all steps together can take.
    await setFault(given.tenant, 'single-use-refresh-tokens', { graceSeconds: 86_400 });
    await fc.assert(anySteps, {
      numRuns: 25,
      interruptAfterTimeLimit: 60_000,
      markInterruptAsFailure: false,
    });
  }, 120_000);
});
