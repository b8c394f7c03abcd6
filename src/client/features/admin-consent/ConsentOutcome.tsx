import { Button, MessageBar, MessageBarBody, MessageBarTitle, Text } from '@fluentui/react-components';
import type { ConsentAttempt } from '../../../shared/api/consent.ts';
import type { Entity, Registration } from '../../../shared/api/entities.ts';
import { useLookForConsent } from '../../api/setup-queries.ts';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { VerdictPanel } from '../../components/VerdictPanel.tsx';
import { useFormat } from '../../i18n/LocaleContext.tsx';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';
import { useConsentStyles } from './Consent.styles.ts';

interface ConsentOutcomeProps {
  entity: Entity;
  registration: Registration;
  admin: boolean;
}

/** How the last try ended, when not as wished: why, and what to check. The next try stands below it. */
export function ConsentOutcome({ entity, registration, admin }: ConsentOutcomeProps) {
  const styles = useConsentStyles();
  const { outcome } = useSetupTexts().consent;
  const format = useFormat();
  const attempt = entity.consent;
  switch (attempt?.status) {
    case 'refused':
      return (
        <>
          <Ended title={outcome.refused} attempt={attempt} />
          {attempt.verdict !== null && <VerdictPanel verdict={attempt.verdict} registration={null} />}
        </>
      );
    case 'wrong-directory':
      return (
        <Ended title={outcome.wrongDirectory} attempt={attempt}>
          {outcome.wrongDirectoryText(registration.directoryId)}
        </Ended>
      );
    case 'not-seen':
      return (
        <>
          <Ended title={outcome.notSeen} attempt={attempt}>
            {outcome.notSeenText(format.list(attempt.missing ?? []))}
          </Ended>
          {attempt.verdict !== null && <VerdictPanel verdict={attempt.verdict} registration={null} />}
          <WhatToCheck entityId={entity.id} admin={admin} />
        </>
      );
    case 'cancelled':
      return <p className={styles.subtle}>{outcome.cancelled}</p>;
    // Granted then and missing now: the start says what is new or was withdrawn.
    case 'granted':
    case 'waiting':
    case 'looking':
    case undefined:
      return null;
  }
}

function Ended({ title, attempt, children }: { title: string; attempt: ConsentAttempt; children?: string }) {
  const { outcome } = useSetupTexts().consent;
  const format = useFormat();
  const { answeredAt } = attempt;
  return (
    <MessageBar intent="warning" layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {children}
        {answeredAt !== null && ` ${outcome.answeredAt(format.dateTime(answeredAt))}`}
      </MessageBarBody>
    </MessageBar>
  );
}

function WhatToCheck({ entityId, admin }: { entityId: string; admin: boolean }) {
  const styles = useConsentStyles();
  const { outcome, progress } = useSetupTexts().consent;
  const look = useLookForConsent(entityId);
  return (
    <div className={styles.close}>
      <Text weight="semibold">{outcome.checksTitle}</Text>
      <ul className={styles.list}>
        {outcome.checks.map((check) => (
          <li key={check}>{check}</li>
        ))}
      </ul>
      {admin && (
        <div className={styles.actions}>
          <Button onClick={() => look.mutate()} disabledFocusable={look.isPending}>
            {outcome.lookAgain}
          </Button>
        </div>
      )}
      {look.isError && <ProblemBar error={look.error} title={progress.lookFailed} />}
    </div>
  );
}
