import { Card, ProgressBar, Subtitle2, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { Mailbox } from '../../../shared/api/mailboxes.ts';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { RelativeTime } from '../../components/RelativeTime.tsx';
import { StatusIcon } from '../../components/StatusIcon.tsx';
import { useKeepFocus } from '../../hooks/use-keep-focus.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useFormat } from '../../i18n/LocaleContext.tsx';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { MailboxActions } from './MailboxActions.tsx';
import { MailboxRow } from './MailboxRow.tsx';
import { isTesting, mailboxDots, mailboxParts, mailboxState, statusOfState } from './mailbox-state.ts';
import { useMailboxRowStyles, useMailboxStyles } from './Mailboxes.styles.ts';
import { PendingQuestion } from './PendingQuestion.tsx';
import { RetrieveResult } from './RetrieveResult.tsx';
import { SignInDialog } from './SignInDialog.tsx';
import { stateText } from './state-text.ts';
import { TestMailOutcome } from './TestMailOutcome.tsx';
import { useMailboxWork, type MailboxWork } from './use-mailbox-work.ts';

interface MailboxPanelProps {
  mailbox: Mailbox;
  admin: boolean;
}

/** A mailbox with its four states, what each rests on, and all that can be done with it. */
export function MailboxPanel({ mailbox, admin }: MailboxPanelProps) {
  const styles = useMailboxRowStyles();
  const now = useNow();
  const [isSigningIn, setSigningIn] = useState(false);
  const close = () => setSigningIn(false);
  const work = useMailboxWork(mailbox);
  const dots = mailboxDots(mailbox, now);
  // One answer at a time: the first thing to do stands open, the others wait for a click.
  const first = mailboxParts.find((part) => dots[part] === 'failed');
  const place = useKeepFocus<HTMLDivElement>(`${isSigningIn} ${mailboxState(mailbox, now).kind}`);
  return (
    <>
      <div ref={place} tabIndex={-1}>
        <Card className={styles.card}>
          <div className={styles.head}>
            <Standing mailbox={mailbox} now={now} />
            <MailboxActions
              mailbox={mailbox}
              admin={admin}
              now={now}
              work={work}
              isSigningIn={isSigningIn}
              onSignIn={() => setSigningIn(true)}
            />
          </div>
          <TestProgress mailbox={mailbox} now={now} />
          <Rows mailbox={mailbox} first={first} now={now} />
        </Card>
      </div>
      {mailbox.pending !== null && !isSigningIn && (
        <PendingQuestion mailbox={mailbox} pending={mailbox.pending} />
      )}
      <Results mailbox={mailbox} work={work} />
      {isSigningIn && <SignInDialog mailbox={mailbox} onClose={close} onSignedIn={close} />}
    </>
  );
}

function Standing({ mailbox, now }: { mailbox: Mailbox; now: number }) {
  const styles = useMailboxRowStyles();
  const shared = useMailboxStyles();
  const texts = useMailTexts().mailboxes;
  const format = useFormat();
  const state = mailboxState(mailbox, now);
  const finishedAt = mailbox.latestTest?.finishedAt ?? null;
  return (
    <div className={styles.summary}>
      <StatusIcon status={statusOfState(state)} />
      <div className={shared.titles}>
        <div role="status">
          <Subtitle2 as="h2" className={shared.heading}>
            {stateText(state, texts, format)}
          </Subtitle2>
        </div>
        {mailbox.latestTest !== null && finishedAt !== null && (
          <Text className={shared.subtle}>
            <RelativeTime time={finishedAt} now={now} /> · {texts.test.triggers[mailbox.latestTest.trigger]}
          </Text>
        )}
      </div>
    </div>
  );
}

function TestProgress({ mailbox: { latestTest }, now }: { mailbox: Mailbox; now: number }) {
  const { test: texts } = useMailTexts().mailboxes;
  if (latestTest === null || !isTesting(latestTest, now)) return null;
  const done = latestTest.steps.filter(({ status }) => status !== 'running').length;
  return <ProgressBar aria-label={texts.running} value={done} max={latestTest.steps.length} />;
}

interface RowsProps {
  mailbox: Mailbox;
  first: string | undefined;
  now: number;
}

function Rows({ mailbox, first, now }: RowsProps) {
  const styles = useMailboxRowStyles();
  const { test: texts } = useMailTexts().mailboxes;
  const dots = mailboxDots(mailbox, now);
  return (
    <ul className={styles.rows} aria-label={texts.list}>
      {mailboxParts.map((part) => (
        <MailboxRow
          key={`${part} ${mailbox.latestTest?.id}`}
          mailbox={mailbox}
          part={part}
          status={dots[part]}
          initiallyOpen={part === first}
          now={now}
        />
      ))}
    </ul>
  );
}

function Results({ mailbox, work: { test, testMail, retrieve } }: { mailbox: Mailbox; work: MailboxWork }) {
  const texts = useMailTexts().mailboxes;
  return (
    <>
      {test.isError && <ProblemBar error={test.error} title={texts.test.failed} />}
      <TestMailOutcome mailbox={mailbox} testMail={testMail} />
      <RetrieveResult mailbox={mailbox} retrieve={retrieve} />
    </>
  );
}
