import type { ConnectionTest } from '../../../shared/api/connection-tests.ts';
import type { Entity } from '../../../shared/api/entities.ts';
import { freshForMs, type ShownStatus, type StepName } from '../../../shared/domain/status.ts';

/** What one sentence says about a connection. `steps` are the modules it is about. */
export type ConnectionState =
  | {
      kind:
        'not-set-up' | 'untested' | 'testing' | 'connected' | 'sign-in-failed' | 'sign-in-unknown' | 'stale';
    }
  | { kind: 'draft'; keptUntil: string }
  | { kind: 'failed' | 'unknown'; steps: StepName[] };

/** A test waits half a minute at most; one that has run for five died with its server. */
const longestTestMs = 5 * 60_000;

export function entityState(entity: Entity, now: number): ConnectionState {
  if (entity.registration === null) {
    return entity.draft === null
      ? { kind: 'not-set-up' }
      : { kind: 'draft', keptUntil: entity.draft.expiresAt };
  }
  return entity.latestTest === null ? { kind: 'untested' } : testState(entity.latestTest, now);
}

export function testState(test: ConnectionTest, now: number): ConnectionState {
  if (test.finishedAt === null) {
    return { kind: now - Date.parse(test.startedAt) > longestTestMs ? 'stale' : 'testing' };
  }
  return now - Date.parse(test.finishedAt) > freshForMs ? { kind: 'stale' } : testOutcome(test);
}

/** What a finished test found, however long ago. A failure counts more than something that could not be checked. */
export function testOutcome(test: ConnectionTest): ConnectionState {
  const named = (...statuses: string[]) =>
    test.steps.filter((step) => statuses.includes(step.status)).map((step) => step.name);
  const failed = named('failed');
  if (failed.includes('app-token')) return { kind: 'sign-in-failed' };
  if (failed.length > 0) return { kind: 'failed', steps: failed };
  const unknown = named('unknown', 'skipped', 'running');
  if (unknown.includes('app-token')) return { kind: 'sign-in-unknown' };
  return unknown.length > 0 ? { kind: 'unknown', steps: unknown } : { kind: 'connected' };
}

const icons: Record<ConnectionState['kind'], ShownStatus> = {
  'not-set-up': 'not-used',
  draft: 'not-used',
  untested: 'unknown',
  testing: 'running',
  connected: 'ok',
  failed: 'failed',
  'sign-in-failed': 'failed',
  unknown: 'unknown',
  'sign-in-unknown': 'unknown',
  stale: 'stale',
};

/** The status whose sign stands beside the sentence. */
export function statusOf(state: ConnectionState): ShownStatus {
  return icons[state.kind];
}
