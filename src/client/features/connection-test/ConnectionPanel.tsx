import { Button, Card, ProgressBar, Subtitle2, Text, useAnnounce } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { ConnectionTest } from '../../../shared/api/connection-tests.ts';
import type { Entity } from '../../../shared/api/entities.ts';
import { RelativeTime } from '../../components/RelativeTime.tsx';
import { StatusIcon } from '../../components/StatusIcon.tsx';
import { useNow } from '../../hooks/use-now.ts';
import { useLocale } from '../../i18n/LocaleContext.tsx';
import { useConnectionStyles } from './ConnectionPanel.styles.ts';
import { durationText } from './duration-text.ts';
import { entityState, statusOf } from './entity-state.ts';
import { summaryText } from './state-text.ts';
import { StepRow } from './StepRow.tsx';
import { TestButtons } from './TestButtons.tsx';

interface ConnectionPanelProps {
  entity: Entity;
  admin: boolean;
  onSetUp: () => void;
}

/** The connection test as a list that fills in as it runs; its head says what the whole means. */
export function ConnectionPanel({ entity, admin, onSetUp }: ConnectionPanelProps) {
  const styles = useConnectionStyles();
  const locale = useLocale();
  const now = useNow();
  const state = entityState(entity, now);
  const test = entity.registration === null ? null : entity.latestTest;
  const summary = summaryText(state, locale);
  useFinishAnnouncement(test, summary);
  // One answer at a time: the first thing to do stands open, the others wait for a click.
  const { overview } = locale.messages;
  const first = test?.steps.find((step) => step.verdict !== null)?.name;
  return (
    <Card className={styles.card}>
      <div className={styles.head}>
        <div className={styles.summary}>
          <StatusIcon status={statusOf(state)} />
          <div className={styles.summaryText}>
            <Subtitle2 as="h2" className={styles.heading}>
              {summary}
            </Subtitle2>
            {test !== null && <LastRun test={test} now={now} />}
          </div>
        </div>
        {admin && entity.registration !== null && (
          <TestButtons entity={entity} running={state.kind === 'testing'} />
        )}
        {admin && entity.registration === null && (
          <Button appearance="primary" onClick={onSetUp}>
            {entity.draft === null ? overview.setUp : overview.goOn}
          </Button>
        )}
      </div>
      {test !== null && state.kind === 'testing' && <Progress test={test} />}
      {test !== null && (
        <ol className={styles.steps} aria-label={locale.messages.test.listLabel}>
          {test.steps.map((step) => (
            <StepRow
              key={`${test.id} ${step.name}`}
              entityId={entity.id}
              step={step}
              startedAt={test.startedAt}
              registration={entity.registration}
              initiallyOpen={step.name === first}
              now={now}
            />
          ))}
        </ol>
      )}
    </Card>
  );
}

function LastRun({ test, now }: { test: ConnectionTest; now: number }) {
  const styles = useConnectionStyles();
  const locale = useLocale();
  const texts = locale.messages.test;
  if (test.finishedAt === null) {
    const done = test.steps.filter((step) => step.status !== 'running').length;
    return <Text className={styles.when}>{texts.running(done, test.steps.length)}</Text>;
  }
  const duration = durationText(Date.parse(test.finishedAt) - Date.parse(test.startedAt), locale);
  return (
    <Text className={styles.when}>
      <RelativeTime time={test.finishedAt} now={now} /> · {duration} · {texts.triggers[test.trigger]}
      {test.deep && `, ${texts.deep}`}
    </Text>
  );
}

function Progress({ test }: { test: ConnectionTest }) {
  const styles = useConnectionStyles();
  const texts = useLocale().messages.test;
  const done = test.steps.filter((step) => step.status !== 'running').length;
  return (
    <ProgressBar
      className={styles.progress}
      thickness="medium"
      value={done}
      max={test.steps.length}
      aria-label={texts.running(done, test.steps.length)}
    />
  );
}

/** Tells screen readers how a test ended that was running while the page was open. */
function useFinishAnnouncement(test: ConnectionTest | null, summary: string): void {
  const { announce } = useAnnounce();
  const { finished } = useLocale().messages.test;
  const running = useRef<string>(undefined);
  useEffect(() => {
    if (test === null) return;
    if (test.finishedAt === null) running.current = test.id;
    else if (running.current === test.id) {
      running.current = undefined;
      announce(`${finished}. ${summary}`);
    }
  }, [announce, finished, summary, test]);
}
