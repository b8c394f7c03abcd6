import { Button, Card, Spinner, Text } from '@fluentui/react-components';
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUp20Regular } from '@fluentui/react-icons/svg/chevron-up';
import { useState } from 'react';
import type { ConnectionTest, ConnectionTestStep } from '../../../shared/api/connection-tests.ts';
import { useTests } from '../../api/queries.ts';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { RelativeTime } from '../../components/RelativeTime.tsx';
import { StatusDot } from '../../components/StatusDot.tsx';
import { StatusIcon } from '../../components/StatusIcon.tsx';
import { VerdictPanel } from '../../components/VerdictPanel.tsx';
import { useNow } from '../../hooks/use-now.ts';
import { useLocale } from '../../i18n/LocaleContext.tsx';
import { useConnectionStyles } from './ConnectionPanel.styles.ts';
import { durationText } from './duration-text.ts';
import { statusOf, testOutcome } from './entity-state.ts';
import { stateText } from './state-text.ts';
import { stepDetail } from './step-detail.ts';

const shownAtOnce = 20;

/** The tests of the last 90 days, newest first; what went wrong in each stands beside it. */
export function TestHistory({ entityId }: { entityId: string }) {
  const styles = useConnectionStyles();
  const { messages } = useLocale();
  const now = useNow();
  const tests = useTests(entityId);
  const [shown, setShown] = useState(shownAtOnce);
  if (tests.isPending) return <Spinner label={messages.app.loading} />;
  if (tests.isError) return <ProblemBar error={tests.error} onRetry={() => void tests.refetch()} />;
  const history = tests.data.history.filter((test) => test.finishedAt !== null);
  if (history.length === 0) return <Text>{messages.test.noHistory}</Text>;
  return (
    <Card className={styles.card}>
      <ol className={styles.history} aria-label={messages.test.history}>
        {history.slice(0, shown).map((test) => (
          <HistoryRow key={test.id} test={test} now={now} />
        ))}
      </ol>
      {history.length > shown && (
        <div className={styles.more}>
          <Button onClick={() => setShown(shown + shownAtOnce)}>{messages.test.showMore}</Button>
        </div>
      )}
    </Card>
  );
}

function HistoryRow({ test, now }: { test: ConnectionTest; now: number }) {
  const styles = useConnectionStyles();
  const locale = useLocale();
  const { app, overview, test: texts } = locale.messages;
  const [open, setOpen] = useState(false);
  const finishedAt = test.finishedAt ?? test.startedAt;
  const outcome = testOutcome(test);
  const notable = test.steps.filter((step) => step.status === 'failed' || step.status === 'unknown');
  return (
    <li className={styles.step}>
      <div className={styles.historyRow}>
        <span className={styles.moment}>
          <Text weight="semibold">{locale.format.dateTime(finishedAt)}</Text>
          <Text size={200} className={styles.when}>
            <RelativeTime time={finishedAt} now={now} /> · {texts.triggers[test.trigger]}
            {test.deep && `, ${texts.deep}`} ·{' '}
            {durationText(Date.parse(finishedAt) - Date.parse(test.startedAt), locale)}
          </Text>
        </span>
        <span className={styles.outcome}>
          <span className={styles.outcomeLine}>
            <StatusIcon status={statusOf(outcome)} />
            {stateText(outcome, locale)}
          </span>
          {notable.length > 0 && (
            <span className={styles.actions}>
              {notable.map((step) => (
                <StatusDot
                  key={step.name}
                  name={locale.messages.steps[step.name]}
                  status={step.status}
                  appearance="pill"
                />
              ))}
            </span>
          )}
          {notable.length > 0 && (
            <span>
              <Button
                size="small"
                icon={open ? <ChevronUp20Regular /> : <ChevronDown20Regular />}
                iconPosition="after"
                aria-expanded={open}
                aria-label={app.labelled(overview.details, locale.format.dateTime(finishedAt))}
                onClick={() => setOpen(!open)}
              >
                {overview.details}
              </Button>
            </span>
          )}
        </span>
      </div>
      {open && notable.map((step) => <Reason key={step.name} step={step} now={now} />)}
    </li>
  );
}

/** Why a step was not green then. No buttons lead to Entra from here: the registration may have changed since. */
function Reason({ step, now }: { step: ConnectionTestStep; now: number }) {
  const styles = useConnectionStyles();
  const locale = useLocale();
  return (
    <div className={styles.verdict}>
      <StatusDot name={locale.messages.steps[step.name]} status={step.status} />
      {step.verdict === null ? (
        <Text>{stepDetail(step, step.status, now, locale)}</Text>
      ) : (
        <VerdictPanel verdict={step.verdict} registration={null} />
      )}
    </div>
  );
}
