import { describe, expect, test } from '@jest/globals';
import {
  forModules,
  openSteps,
  skipOpenSteps,
  withStep,
} from '../../../src/server/features/connection-test/test-steps.ts';
import type { ConnectionTest, ConnectionTestStep } from '../../../src/shared/api/connection-tests.ts';
import type { Module } from '../../../src/shared/domain/modules.ts';
import type { StepName, StepStatus } from '../../../src/shared/domain/status.ts';

const at = '2026-11-22T08:00:00.000Z';

function buildTest(chosen: readonly Module[]): ConnectionTest {
  return {
    id: 'a',
    entityId: 'b',
    trigger: 'person',
    deep: false,
    probeMailbox: 'anna@muster.example',
    startedAt: at,
    finishedAt: null,
    status: 'running',
    steps: openSteps(chosen),
  };
}

const finished = (name: StepName, status: StepStatus): ConnectionTestStep => ({
  ...{ name, status, verdict: null, evidence: null },
  ...{ durationMs: 1, finishedAt: at },
});
const statuses = ({ steps }: ConnectionTest) =>
  Object.fromEntries(steps.map(({ name, status }) => [name, status]));

describe('a connection test', () => {
  test('begins with the sign-in of the application, then every module, and says which are not used', () => {
    expect(openSteps(['mail', 'calendar']).map(({ name, status }) => [name, status])).toEqual([
      ['app-token', 'running'],
      ['calendar', 'running'],
      ['contacts', 'not-used'],
      ['to-do', 'not-used'],
      ['mail', 'running'],
      ['mail-sending', 'not-used'],
      ['directory', 'not-used'],
    ]);
  });

  test('runs until its last step is done, then has the worst of their statuses', () => {
    const begun = withStep(buildTest(['calendar', 'mail']), finished('app-token', 'ok'));
    const half = withStep(begun, finished('calendar', 'failed'));
    expect([begun.status, half.status]).toEqual(['running', 'running']);
    expect(withStep(half, finished('mail', 'ok')).status).toBe('failed');
  });

  test('skips what was not answered once the application could not sign in', () => {
    const refused = withStep(buildTest(['calendar']), finished('app-token', 'failed'));
    const ended = skipOpenSteps(refused, at);
    expect(statuses(ended)).toMatchObject({ 'app-token': 'failed', calendar: 'skipped', mail: 'not-used' });
    expect(ended.status).toBe('failed');
  });
});

describe('a kept test, after the modules of the entity were changed', () => {
  const kept = withStep(
    withStep(buildTest(['calendar']), finished('app-token', 'ok')),
    finished('calendar', 'failed'),
  );

  test('says unknown of a module that was not tested, so that the whole is not green', () => {
    const green = withStep(kept, finished('calendar', 'ok'));
    expect(green.status).toBe('ok');
    const today = forModules(green, ['calendar', 'mail']);
    expect(statuses(today)).toMatchObject({ calendar: 'ok', mail: 'unknown' });
    expect(today.status).toBe('unknown');
  });

  test('no longer counts a module that is not used any more', () => {
    const today = forModules(kept, []);
    expect(statuses(today)).toMatchObject({ 'app-token': 'ok', calendar: 'not-used' });
    expect(today.status).toBe('ok');
  });

  test('is as it was where nothing changed', () => {
    expect(forModules(kept, ['calendar'])).toEqual(kept);
  });
});
