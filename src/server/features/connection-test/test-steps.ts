import type { ConnectionTest, ConnectionTestStep } from '../../../shared/api/connection-tests.ts';
import type { Module } from '../../../shared/domain/modules.ts';
import { overallStatus, stepNames, type StepName } from '../../../shared/domain/status.ts';

/** The steps of a test that has just begun: the sign-in of the app, then every module in its fixed order. */
export function openSteps(chosen: readonly Module[]): ConnectionTestStep[] {
  const open = (name: StepName): ConnectionTestStep => ({
    name,
    status: name === 'app-token' || chosen.includes(name) ? 'running' : 'not-used',
    verdict: null,
    evidence: null,
    durationMs: null,
    finishedAt: null,
  });
  return stepNames.map(open);
}

/** The test with one step replaced; the whole takes the worst status of its steps. */
export function withStep(test: ConnectionTest, step: ConnectionTestStep): ConnectionTest {
  const steps = test.steps.map((each) => (each.name === step.name ? step : each));
  return { ...test, steps, status: overallStatus(steps.map(({ status }) => status)) };
}

/** Without a token nothing can be asked: what has not been answered yet is skipped, never guessed. */
export function skipOpenSteps(test: ConnectionTest, at: string): ConnectionTest {
  return test.steps
    .filter((step) => step.status === 'running')
    .reduce((sofar, step) => withStep(sofar, { ...step, status: 'skipped', finishedAt: at }), test);
}

/**
 * A kept test as it reads today: a module chosen since then has not been tested, one no longer chosen is not used.
 */
export function forModules(test: ConnectionTest, chosen: readonly Module[]): ConnectionTest {
  return test.steps.reduce((sofar, step) => {
    if (step.name === 'app-token') return sofar;
    if (!chosen.includes(step.name)) return withStep(sofar, { ...step, status: 'not-used', verdict: null });
    return step.status === 'not-used' ? withStep(sofar, { ...step, status: 'unknown' }) : sofar;
  }, test);
}
