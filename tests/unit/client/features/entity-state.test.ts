import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { entityState, testOutcome } from '../../../../src/client/features/connection-test/entity-state.ts';
import { freshForMs, stepStatuses } from '../../../../src/shared/domain/status.ts';
import { buildEntity, buildStep, buildTest } from '../../../support/fake-api.ts';

const now = Date.now();

describe('the one sentence about an entity', () => {
  test('says "connected" only when nothing that is used failed, is unknown or was skipped', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...stepStatuses), { minLength: 6, maxLength: 6 }), (statuses) => {
        const test = buildTest();
        test.steps = test.steps.map((step, index) => buildStep(step.name, statuses[index]!));
        const allWell = statuses.every((status) => status === 'ok' || status === 'not-used');
        expect(testOutcome(test).kind === 'connected').toBe(allWell);
      }),
    );
  });

  test('puts the sign-in before everything that depends on it', () => {
    const skipped = buildTest({}, buildStep('app-token', 'failed'), buildStep('mail', 'skipped'));
    expect(testOutcome(skipped)).toEqual({ kind: 'sign-in-failed' });
  });

  test('is out of date a day after the test, and when a test never ended', () => {
    const entity = buildEntity();
    expect(entityState(entity, now).kind).toBe('connected');
    expect(entityState(entity, now + freshForMs + 1).kind).toBe('stale');
    const stuck = buildEntity({ latestTest: buildTest({ finishedAt: null, status: 'running' }) });
    expect(entityState(stuck, now).kind).toBe('testing');
    expect(entityState(stuck, now + 10 * 60_000).kind).toBe('stale');
  });

  test('tells an entity without a registration from one with a draft', () => {
    expect(entityState(buildEntity({ registration: null, latestTest: null }), now).kind).toBe('not-set-up');
    const draft = {
      directoryId: '',
      applicationId: '',
      hasSecret: false,
      secretExpiresOn: '',
      probeMailbox: '',
      expiresAt: '2026-11-23T00:00:00Z',
    };
    expect(entityState(buildEntity({ registration: null, draft }), now)).toEqual({
      kind: 'draft',
      keptUntil: draft.expiresAt,
    });
  });
});
