import { describe, expect, test } from '@jest/globals';
import {
  mergeIntoEntities,
  mergeIntoHistory,
  withStep,
} from '../../../../src/client/api/merge-live-event.ts';
import { buildEntity, buildStep, buildTest } from '../../../support/fake-api.ts';

const running = buildTest({ id: 'new', finishedAt: null, status: 'running' }, buildStep('mail', 'running'));
const finished = buildTest({ id: 'new', startedAt: running.startedAt });

describe('what a live event changes', () => {
  test('a step fills in in the running test of its entity, and nowhere else', () => {
    const entities = [buildEntity({ latestTest: running }), buildEntity({ id: 'e2', latestTest: running })];
    const [first, second] = mergeIntoEntities(entities, {
      type: 'test-step',
      entityId: 'e1',
      testId: 'new',
      step: buildStep('mail', 'failed'),
    });
    expect(first?.latestTest?.steps.find(({ name }) => name === 'mail')?.status).toBe('failed');
    expect(second?.latestTest).toBe(running);
  });

  test('a step that comes after the end changes nothing', () => {
    expect(withStep(finished, 'new', buildStep('mail', 'running'))).toBe(finished);
    expect(withStep(running, 'another', buildStep('mail', 'ok'))).toBe(running);
  });

  test('a finished test never goes back to running', () => {
    const [entity] = mergeIntoEntities([buildEntity({ latestTest: finished })], {
      type: 'test-started',
      entityId: 'e1',
      test: running,
    });
    expect(entity?.latestTest).toBe(finished);
  });

  test('an older test does not take the place of a newer one', () => {
    const older = buildTest({ id: 'old', startedAt: '2020-01-01T00:00:00Z' });
    const [entity] = mergeIntoEntities([buildEntity({ latestTest: finished })], {
      type: 'test-finished',
      entityId: 'e1',
      test: older,
    });
    expect(entity?.latestTest).toBe(finished);
  });

  test('the history has a test once, from its start to its end', () => {
    const started = mergeIntoHistory(
      { latest: null, history: [] },
      { type: 'test-started', entityId: 'e1', test: running },
    );
    const ended = mergeIntoHistory(started, { type: 'test-finished', entityId: 'e1', test: finished });
    expect(started.history).toEqual([running]);
    expect(ended).toEqual({ latest: finished, history: [finished] });
  });
});
