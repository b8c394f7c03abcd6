import { Button } from '@fluentui/react-components';
import type { Entity } from '../../../shared/api/entities.ts';
import { setupSteps, type SetupStep } from '../../../shared/domain/setup.ts';
import type { Route } from '../../hooks/use-hash-route.ts';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';
import { HandOverLink } from './HandOverLink.tsx';
import { useSetupStyles } from './Setup.styles.ts';

interface StepFooterProps {
  entity: Entity;
  step: SetupStep;
  go: (route: Route) => void;
}

/** Whether going on is the main thing to do: not where the step itself has a button for that. */
function leads(entity: Entity, step: SetupStep): boolean {
  return step !== 'roles' && (step !== 'values' || entity.registration !== null);
}

/** On, back, or over to somebody else. */
export function StepFooter({ entity, step, go }: StepFooterProps) {
  const styles = useSetupStyles();
  const { setup } = useSetupTexts();
  const at = setupSteps.indexOf(step);
  const [before, after] = [setupSteps[at - 1], setupSteps[at + 1]];
  const goTo = (to: SetupStep) => go({ page: 'entity', entityId: entity.id, part: 'setup', step: to });
  return (
    <div className={styles.footer}>
      <div className={styles.actions}>
        {before !== undefined && (
          <Button aria-label={setup.nav.backTo(setup.steps[before])} onClick={() => goTo(before)}>
            {setup.nav.back}
          </Button>
        )}
        {after !== undefined && (
          <Button appearance={leads(entity, step) ? 'primary' : 'secondary'} onClick={() => goTo(after)}>
            {setup.nav.nextTo(setup.steps[after])}
          </Button>
        )}
      </div>
      <HandOverLink entity={entity} step={step} />
    </div>
  );
}
