import { Card, MessageBar, MessageBarBody, Subtitle1 } from '@fluentui/react-components';
import type { Entity } from '../../../shared/api/entities.ts';
import { setupSteps, type SetupState, type SetupStep } from '../../../shared/domain/setup.ts';
import { useFormat } from '../../i18n/LocaleContext.tsx';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';
import { useSetupStyles } from './Setup.styles.ts';
import { StateIcon } from './StateMark.tsx';

interface SetupProgressProps {
  entity: Entity;
  states: Record<SetupStep, SetupState>;
}

/** For people who neither set up nor look after it: how far it is, and whom to ask. */
export function SetupProgress({ entity, states }: SetupProgressProps) {
  const styles = useSetupStyles();
  const { setup } = useSetupTexts();
  const format = useFormat();
  const people = [
    ...new Set([entity.registration?.storedBy, ...entity.setupMarks.map(({ markedBy }) => markedBy)]),
  ].filter((name) => typeof name === 'string');
  return (
    <Card className={styles.card}>
      <Subtitle1 as="h2" className={styles.heading}>
        {setup.usersTitle}
      </Subtitle1>
      <MessageBar layout="multiline">
        <MessageBarBody>
          {setup.usersText} {people.length > 0 && setup.askPeople(format.list(people))}
        </MessageBarBody>
      </MessageBar>
      <ol className={styles.list}>
        {setupSteps.map((step, index) => (
          <li key={step} className={styles.state}>
            <StateIcon state={states[step]} />
            {setup.nav.numbered(index + 1, setup.steps[step])}: {setup.states[states[step]]}
          </li>
        ))}
      </ol>
    </Card>
  );
}
