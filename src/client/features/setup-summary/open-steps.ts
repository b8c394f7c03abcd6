import type { Entity } from '../../../shared/api/entities.ts';
import { setupStates, setupSteps, type SetupState, type SetupStep } from '../../../shared/domain/setup.ts';
import type { SetupTexts } from '../../../shared/i18n/messages.ts';

export interface StepsLeft {
  states: Record<SetupStep, SetupState>;
  open: SetupStep[];
  /** Done by a person's word alone. */
  ticked: SetupStep[];
}

/** What is still to do, and what nobody has checked; `now` in milliseconds since 1970. */
export function stepsLeft(entity: Entity, now: number): StepsLeft {
  const states = setupStates(entity, now);
  const steps = setupSteps.filter((step) => step !== 'summary');
  return {
    states,
    open: steps.filter((step) => states[step] !== 'done' && states[step] !== 'ticked'),
    ticked: steps.filter((step) => states[step] === 'ticked' && step !== 'roles'),
  };
}

/** The same as lines of plain text. */
export function openStepLines({ states, open }: StepsLeft, { setup, summary }: SetupTexts): string[] {
  if (open.length === 0) return [];
  const lines = open.map(
    (step) =>
      `  ${summary.openStep(setup.steps[step], setup.states[states[step]])}. ${summary.whoMay(setup.roleOf[step])}`,
  );
  return [summary.open, ...lines];
}
