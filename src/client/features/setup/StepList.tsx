import { Button, Link, mergeClasses, Text } from '@fluentui/react-components';
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUp20Regular } from '@fluentui/react-icons/svg/chevron-up';
import { useId, useState } from 'react';
import { setupSteps, type SetupState, type SetupStep } from '../../../shared/domain/setup.ts';
import { hashOf } from '../../hooks/use-hash-route.ts';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';
import { useSetupStyles } from './Setup.styles.ts';
import { StateIcon } from './StateMark.tsx';

interface StepListProps {
  entityId: string;
  step: SetupStep;
  states: Record<SetupStep, SetupState>;
}

/** All steps with their states; where there is little room, behind a button that names the one that is open. */
export function StepList({ entityId, step, states }: StepListProps) {
  const styles = useSetupStyles();
  const { setup } = useSetupTexts();
  const [openAt, setOpenAt] = useState<SetupStep>();
  const listId = useId();
  // Going to a step closes the list.
  const open = openAt === step;
  const number = setupSteps.indexOf(step) + 1;
  return (
    <nav aria-label={setup.nav.label}>
      <Button
        className={styles.position}
        icon={open ? <ChevronUp20Regular /> : <ChevronDown20Regular />}
        iconPosition="after"
        aria-expanded={open}
        aria-controls={listId}
        onClick={() => setOpenAt(open ? undefined : step)}
      >
        {setup.nav.position(number, setupSteps.length, setup.steps[step])}
      </Button>
      <ol id={listId} className={mergeClasses(styles.list, !open && styles.closed)}>
        {setupSteps.map((name, index) => (
          <li key={name}>
            <Link
              appearance="subtle"
              href={hashOf({ page: 'entity', entityId, part: 'setup', step: name })}
              aria-current={name === step ? 'step' : undefined}
              className={mergeClasses(styles.item, name === step && styles.current)}
            >
              <StateIcon state={states[name]} />
              <span className={styles.itemText}>
                <span className={name === step ? styles.currentText : undefined}>
                  {setup.nav.numbered(index + 1, setup.steps[name])}
                </span>
                <Text size={200} className={styles.subtle}>
                  {setup.states[states[name]]}
                </Text>
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
