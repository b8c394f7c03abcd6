import { Button, Subtitle2 } from '@fluentui/react-components';
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUp20Regular } from '@fluentui/react-icons/svg/chevron-up';
import { useId, useState, type ReactNode } from 'react';
import type { ConsentAttempt } from '../../../shared/api/consent.ts';
import type { Entity } from '../../../shared/api/entities.ts';
import { useLookForConsent, useMark } from '../../api/setup-queries.ts';
import { CopyField } from '../../components/CopyField.tsx';
import { ExplainPageText } from '../../components/ExplainPageText.tsx';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import type { GrantConsentControls } from '../../components/use-grant-consent.ts';
import { useHost } from '../../host/HostContext.tsx';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';
import { useConsentStyles } from './Consent.styles.ts';

const answers = ['given', 'redirect', 'approval', 'other', 'closed'] as const;
type Answer = (typeof answers)[number];

interface PageQuestionProps {
  entity: Entity;
  attempt: ConsentAttempt;
  consent: GrantConsentControls;
}

/** Microsoft's own error pages tell nobody but the person before them: asks what is seen there and leads on from it. */
export function PageQuestion({ entity, attempt, consent }: PageQuestionProps) {
  const styles = useConsentStyles();
  const { question, progress } = useSetupTexts().consent;
  const [chosen, choose] = useState<Answer>();
  const look = useLookForConsent(entity.id);
  const mark = useMark(entity.id);
  const pick = (answer: Answer) => {
    choose(answer === chosen ? undefined : answer);
    if (answer === chosen) return;
    if (answer === 'given') look.mutate();
    // The next attempt must not wait for an answer that cannot come.
    if (answer === 'redirect') mark.mutate({ mark: 'redirect-uris', done: false });
  };
  // Without an answer to come back there is no address that could be wrong.
  const offered = answers.filter((answer) => answer !== 'redirect' || attempt.form === 'redirect');
  const open = <Button onClick={() => consent.openAgain(attempt)}>{progress.openAgain}</Button>;
  const lookNow = <Button onClick={() => look.mutate()}>{progress.lookNow}</Button>;
  const content: Record<Answer, ReactNode> = {
    given: <AnswerText text={question.givenText}>{lookNow}</AnswerText>,
    redirect: <MissingRedirectUri onGoOn={() => consent.open('plain')} busy={consent.isPending} />,
    approval: <NeedsApproval consent={consent} />,
    other: <ExplainPageText stage="admin-consent-callback" registration={null} />,
    closed: (
      <AnswerText text={question.closedText}>
        {lookNow}
        {open}
      </AnswerText>
    ),
  };
  return (
    <section className={styles.close} aria-label={question.title}>
      <div role="status">
        <Subtitle2 as="h3" block className={styles.heading}>
          {question.title}
        </Subtitle2>
        <p className={styles.text}>{question.text}</p>
      </div>
      <ul className={styles.choices}>
        {offered.map((answer) => (
          <Choice key={answer} text={question[answer]} open={answer === chosen} onClick={() => pick(answer)}>
            {content[answer]}
          </Choice>
        ))}
      </ul>
      {look.isError && <ProblemBar error={look.error} title={progress.lookFailed} />}
      {mark.isError && <ProblemBar error={mark.error} />}
    </section>
  );
}

interface ChoiceProps {
  text: string;
  open: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Choice({ text, open, onClick, children }: ChoiceProps) {
  const styles = useConsentStyles();
  const id = useId();
  return (
    <li>
      <Button
        className={styles.choice}
        icon={open ? <ChevronUp20Regular /> : <ChevronDown20Regular />}
        aria-expanded={open}
        aria-controls={id}
        onClick={onClick}
      >
        {text}
      </Button>
      <div id={id} hidden={!open}>
        {open && <div className={styles.answer}>{children}</div>}
      </div>
    </li>
  );
}

function AnswerText({ text, children }: { text: string; children: ReactNode }) {
  const styles = useConsentStyles();
  return (
    <>
      <p className={styles.text}>{text}</p>
      <div className={styles.actions}>{children}</div>
    </>
  );
}

/** AADSTS50011: goes on without an answer at once, and says how to get answers the next time. */
function MissingRedirectUri({ onGoOn, busy }: { onGoOn: () => void; busy: boolean }) {
  const styles = useConsentStyles();
  const host = useHost();
  const { question } = useSetupTexts().consent;
  return (
    <>
      <p className={styles.text}>{question.redirectText}</p>
      <ol className={styles.list}>
        {question.redirectSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <CopyField label={question.redirectUri} value={host.config.redirectUris.consent} />
      <div className={styles.actions}>
        <Button appearance="primary" onClick={onGoOn} disabledFocusable={busy}>
          {question.simpleLink}
        </Button>
      </div>
    </>
  );
}

function NeedsApproval({ consent }: { consent: GrantConsentControls }) {
  const { question, send } = useSetupTexts().consent;
  return (
    <AnswerText text={question.approvalText}>
      <Button appearance="primary" onClick={consent.send} disabledFocusable={consent.isPending}>
        {send.prepare}
      </Button>
    </AnswerText>
  );
}
