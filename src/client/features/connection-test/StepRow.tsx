import { Button } from '@fluentui/react-components';
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUp20Regular } from '@fluentui/react-icons/svg/chevron-up';
import { useId, useState } from 'react';
import type { ConnectionTestStep } from '../../../shared/api/connection-tests.ts';
import { shownStatus } from '../../../shared/domain/status.ts';
import type { RegistrationIds } from '../../components/portal-links.ts';
import { StatusDot } from '../../components/StatusDot.tsx';
import { VerdictPanel } from '../../components/VerdictPanel.tsx';
import { useLocale } from '../../i18n/LocaleContext.tsx';
import { useConnectionStyles } from './ConnectionPanel.styles.ts';
import { stepDetail } from './step-detail.ts';

interface StepRowProps {
  entityId: string;
  step: ConnectionTestStep;
  startedAt: string;
  registration: RegistrationIds | null;
  initiallyOpen: boolean;
  now: number;
}

/** One step of the test: its state, what that rests on, and, where something is wrong, what to do. */
export function StepRow({ entityId, step, startedAt, registration, initiallyOpen, now }: StepRowProps) {
  const styles = useConnectionStyles();
  const locale = useLocale();
  const { steps, test } = locale.messages;
  const [open, setOpen] = useState<boolean>();
  const panelId = useId();
  const shown = shownStatus(step.status, Date.parse(step.finishedAt ?? startedAt), now);
  const isOpen = open ?? initiallyOpen;
  const name = steps[step.name];
  return (
    <li className={styles.step}>
      <div className={styles.row}>
        <StatusDot name={name} status={shown} />
        <span className={styles.detail}>{stepDetail(step, shown, now, locale)}</span>
        {step.verdict !== null && (
          <Button
            size="small"
            className={styles.open}
            icon={isOpen ? <ChevronUp20Regular /> : <ChevronDown20Regular />}
            iconPosition="after"
            aria-expanded={isOpen}
            aria-controls={panelId}
            aria-label={isOpen ? test.hideFor(name) : test.whatToDoFor(name)}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? test.hide : test.whatToDo}
          </Button>
        )}
      </div>
      {step.verdict !== null && (
        <div id={panelId} hidden={!isOpen} className={styles.verdict}>
          <VerdictPanel verdict={step.verdict} registration={registration} entityId={entityId} />
        </div>
      )}
    </li>
  );
}
