import { Card, mergeClasses, MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import { setupSteps, type SetupState, type SetupStep } from '../../../shared/domain/setup.ts';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';
import { useSetupStyles } from './Setup.styles.ts';
import { StateMark } from './StateMark.tsx';
import { StepFooter } from './StepFooter.tsx';
import { StepList } from './StepList.tsx';
import type { StepProps } from './step-props.ts';

interface SetupFrameProps extends Omit<StepProps, 'me'> {
  step: SetupStep;
  states: Record<SetupStep, SetupState>;
  children: ReactNode;
}

/** The steps with their states, and beside them the one that is open. */
export function SetupFrame({ entity, admin, step, states, go, children }: SetupFrameProps) {
  const styles = useSetupStyles();
  const { app } = useMessages();
  const { setup } = useSetupTexts();
  return (
    <div className={styles.frame}>
      <StepList entityId={entity.id} step={step} states={states} />
      <Card className={styles.card} role="region" aria-label={setup.steps[step]}>
        <div className={styles.head}>
          <div className={styles.headRow}>
            <StepHeading step={step}>
              {setup.nav.numbered(setupSteps.indexOf(step) + 1, setup.steps[step])}
            </StepHeading>
            <StateMark state={states[step]} />
          </div>
          <Text size={200} className={styles.subtle}>
            {app.labelled(setup.who, setup.roleOf[step])}
          </Text>
        </div>
        {!admin && (
          <MessageBar layout="multiline">
            <MessageBarBody>{setup.readOnly}</MessageBarBody>
          </MessageBar>
        )}
        <div className={styles.stack}>{children}</div>
        <StepFooter entity={entity} step={step} go={go} />
      </Card>
    </div>
  );
}

/** Reading goes on at the heading of the step that one goes to, not where the last one ended. */
function StepHeading({ step, children }: { step: SetupStep; children: string }) {
  const styles = useSetupStyles();
  const element = useRef<HTMLElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) element.current?.focus();
    shown.current = step;
  }, [step]);
  return (
    <Text
      as="h2"
      block
      tabIndex={-1}
      className={mergeClasses(styles.title, styles.heading)}
      ref={(heading: HTMLElement | null) => void (element.current = heading)}
    >
      {children}
    </Text>
  );
}
