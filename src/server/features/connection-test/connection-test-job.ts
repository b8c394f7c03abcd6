import type { ConnectionTests } from './connection-test-service.ts';
import type { ConnectionTestStore } from './connection-test-store.ts';
import type { TestSubjects } from './subject.ts';

export interface ScheduledTestDependencies {
  connectionTests: ConnectionTests;
  store: ConnectionTestStore;
  subjects: TestSubjects;
  now: () => number;
  log: { error(fields: object, message: string): void };
}

/** A test is due six hours after the last one, whoever started that. */
const everyMs = 6 * 3600 * 1000;
/** Sooner where a step could not be checked: nobody is left with a grey dot for half a day because of a busy minute. */
const againAfterMs = 15 * 60 * 1000;
const keptForMs = 90 * 24 * 3600 * 1000;
/** At a tick every five minutes this carries 7,200 entities a worker. */
const mostPerTick = 100;
const atOnce = 4;

/** One tick of the schedule: tests what is due, four entities at a time, and forgets tests older than 90 days. */
export async function runDueTests(given: ScheduledTestDependencies): Promise<number> {
  const now = given.now();
  const before = { any: new Date(now - everyMs), passing: new Date(now - againAfterMs) };
  const due = await given.store.due(before, new Date(now), mostPerTick);
  const waiting = due.values();
  const lane = async () => {
    for (const { tenantId, entityId } of waiting) await runOne(given, tenantId, entityId);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  await given.store.removeBefore(new Date(given.now() - keptForMs));
  return due.length;
}

/** One entity that cannot be tested, say because its key is missing, must not keep the others from their test. */
async function runOne(given: ScheduledTestDependencies, tenantId: string, entityId: string): Promise<void> {
  try {
    const subject = await given.subjects.subject(tenantId, entityId);
    if (subject) await given.connectionTests.run(subject, { trigger: 'schedule' });
  } catch (error) {
    given.log.error({ err: error, tenantId, entityId }, 'scheduled connection test failed');
  }
}
