import type { MailboxTests } from './mailbox-test-service.ts';
import type { MailboxTestStore } from './mailbox-test-store.ts';

export interface ScheduledMailboxTestDependencies {
  mailboxTests: MailboxTests;
  tests: MailboxTestStore;
  now: () => number;
  log: { error(fields: object, message: string): void };
}

/** A test is due six hours after the last one, whoever started that. */
const everyMs = 6 * 3600 * 1000;
/** Sooner where a step could not be checked: nobody is left with a grey dot for half a day because of a busy minute. */
const againAfterMs = 15 * 60 * 1000;
const keptForMs = 90 * 24 * 3600 * 1000;
/** At a tick every five minutes this carries 72,000 mailboxes a worker. */
const mostPerTick = 1000;
const atOnce = 16;

/**
 * One tick of the schedule: tests the mailboxes that are due, sixteen at a time, and forgets tests older than 90 days.
 * Mailboxes stay spread over the hours in which they were signed in to; a tick's limit spreads those of a long standstill.
 */
export async function runDueMailboxTests(given: ScheduledMailboxTestDependencies): Promise<number> {
  const now = given.now();
  const before = { any: new Date(now - everyMs), passing: new Date(now - againAfterMs) };
  const due = await given.tests.due(before, new Date(now), mostPerTick);
  const waiting = due.values();
  const lane = async () => {
    for (const { tenantId, mailboxId } of waiting) await runOne(given, tenantId, mailboxId);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  await given.tests.removeBefore(new Date(given.now() - keptForMs));
  return due.length;
}

/** One mailbox that cannot be tested, say because its key is missing, must not keep the others from their test. */
async function runOne(
  { mailboxTests, log }: ScheduledMailboxTestDependencies,
  tenantId: string,
  mailboxId: string,
): Promise<void> {
  try {
    await mailboxTests.run(tenantId, mailboxId, { trigger: 'schedule', startedBy: null });
  } catch (error) {
    log.error({ err: error, tenantId, mailboxId }, 'scheduled mailbox test failed');
  }
}
