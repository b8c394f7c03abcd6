import { mergeClasses, Spinner } from '@fluentui/react-components';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Circle20Regular } from '@fluentui/react-icons/svg/circle';
import { DismissCircle20Filled } from '@fluentui/react-icons/svg/dismiss-circle';
import { PersonAvailable20Regular } from '@fluentui/react-icons/svg/person-available';
import { QuestionCircle20Regular } from '@fluentui/react-icons/svg/question-circle';
import type { ReactElement } from 'react';
import type { SetupState } from '../../../shared/domain/setup.ts';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';
import { useSetupStyles } from './Setup.styles.ts';

type Colour = 'done' | 'ticked' | 'problem' | 'neutral';

/** Only what the product has seen has the green tick; what a person said has a person. */
const icons: Record<SetupState, { icon: ReactElement; colour: Colour }> = {
  done: { icon: <CheckmarkCircle20Filled />, colour: 'done' },
  ticked: { icon: <PersonAvailable20Regular />, colour: 'ticked' },
  running: { icon: <Spinner size="extra-tiny" />, colour: 'ticked' },
  unknown: { icon: <QuestionCircle20Regular />, colour: 'neutral' },
  problem: { icon: <DismissCircle20Filled />, colour: 'problem' },
  'to-do': { icon: <Circle20Regular />, colour: 'neutral' },
};

/** The sign of a step's state, for places whose text says the same. */
export function StateIcon({ state }: { state: SetupState }) {
  const styles = useSetupStyles();
  const { icon, colour } = icons[state];
  return (
    <span aria-hidden className={mergeClasses(styles.icon, styles[colour])}>
      {icon}
    </span>
  );
}

/** Icon and word of the state; read out when it changes while one looks at the step. */
export function StateMark({ state }: { state: SetupState }) {
  const styles = useSetupStyles();
  const { setup } = useSetupTexts();
  return (
    <span className={styles.state} role="status">
      <StateIcon state={state} />
      {setup.states[state]}
    </span>
  );
}
