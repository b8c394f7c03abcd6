import type {
  ConnectionTest,
  ConnectionTestHistory,
  ConnectionTestStep,
} from '../../shared/api/connection-tests.ts';
import type { Entity } from '../../shared/api/entities.ts';
import type { LiveEvent } from '../../shared/api/events.ts';

/** Events that carry a test or a step of it; the others only say that it is time to ask again. */
export type TestEvent = Extract<LiveEvent, { type: `test-${string}` }>;

/** A step that arrives after its test has finished, or for another test, changes nothing. */
export function withStep(test: ConnectionTest, testId: string, step: ConnectionTestStep): ConnectionTest {
  if (test.id !== testId || test.finishedAt !== null) return test;
  return { ...test, steps: test.steps.map((old) => (old.name === step.name ? step : old)) };
}

function latestAfter(latest: ConnectionTest | null, event: TestEvent): ConnectionTest | null {
  if (event.type === 'test-step') return latest === null ? null : withStep(latest, event.testId, event.step);
  return supersedes(event.test, latest) ? event.test : latest;
}

/** Answers and events may overtake each other: a finished test never goes back to running, an older one never returns. */
export function supersedes(next: ConnectionTest, latest: ConnectionTest | null): boolean {
  if (latest === null) return true;
  if (next.id === latest.id) return next.finishedAt !== null || latest.finishedAt === null;
  return Date.parse(next.startedAt) >= Date.parse(latest.startedAt);
}

export function mergeIntoEntities(entities: Entity[], event: TestEvent): Entity[] {
  return entities.map((entity) =>
    entity.id === event.entityId ? { ...entity, latestTest: latestAfter(entity.latestTest, event) } : entity,
  );
}

export function mergeIntoHistory(tests: ConnectionTestHistory, event: TestEvent): ConnectionTestHistory {
  const latest = latestAfter(tests.latest, event);
  if (event.type === 'test-step') {
    return { latest, history: tests.history.map((test) => withStep(test, event.testId, event.step)) };
  }
  const known = tests.history.find((test) => test.id === event.test.id);
  const history =
    known === undefined
      ? [event.test, ...tests.history]
      : tests.history.map((test) => (test === known && supersedes(event.test, known) ? event.test : test));
  return { latest, history };
}
