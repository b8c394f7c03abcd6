import {
  Button,
  Field,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  ProgressBar,
} from '@fluentui/react-components';
import type { Mailbox } from '../../../shared/api/mailboxes.ts';
import type { TestMailResult } from '../../../shared/api/submissions.ts';
import { useChangeMailbox, type useSendTestMail } from '../../api/mailbox-queries.ts';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { MailboxVerdict } from './MailboxVerdict.tsx';

interface TestMailOutcomeProps {
  mailbox: Mailbox;
  testMail: ReturnType<typeof useSendTestMail>;
}

/** What became of the test mail: what it proves, or why it was refused and what else can be tried. */
export function TestMailOutcome({ mailbox, testMail }: TestMailOutcomeProps) {
  const { testMail: texts } = useMailTexts().mailboxes;
  if (testMail.isPending) {
    return (
      <Field label={texts.sending}>
        <ProgressBar />
      </Field>
    );
  }
  if (testMail.isError) return <ProblemBar error={testMail.error} title={texts.failed} />;
  if (!testMail.isSuccess) return null;
  const result = testMail.data;
  if (result.outcome === 'sent') return <Sent result={result} />;
  return (
    <>
      <NotSent outcome={result.outcome} />
      {result.verdict !== null && <MailboxVerdict mailbox={mailbox} verdict={result.verdict} />}
      {result.otherUser !== null && <TryOther mailbox={mailbox} user={result.otherUser} />}
    </>
  );
}

function Sent({ result: { to } }: { result: TestMailResult }) {
  const { testMail: texts } = useMailTexts().mailboxes;
  return (
    <MessageBar intent="success" layout="multiline" politeness="polite">
      <MessageBarBody>
        <MessageBarTitle>{texts.sent(to)}</MessageBarTitle> {texts.proves}
      </MessageBarBody>
    </MessageBar>
  );
}

/** Without the server's last answer nobody knows: whoever takes that for a refusal and sends again sends twice. */
function NotSent({ outcome }: { outcome: 'failed' | 'unknown' }) {
  const { testMail: texts } = useMailTexts().mailboxes;
  return (
    <MessageBar intent={outcome === 'failed' ? 'error' : 'warning'} layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{texts[outcome]}</MessageBarTitle> {outcome === 'unknown' && texts.unknownText}
      </MessageBarBody>
    </MessageBar>
  );
}

/** A shared mailbox can be sent from in two ways: the one that was not tried, by a click. */
function TryOther({ mailbox, user }: { mailbox: Mailbox; user: string }) {
  const { testMail: texts, account } = useMailTexts().mailboxes;
  const change = useChangeMailbox(mailbox.id);
  return (
    <>
      <MessageBar layout="multiline">
        <MessageBarBody>{change.isSuccess ? texts.usingOther : texts.tryOther(user)}</MessageBarBody>
        {!change.isSuccess && (
          <MessageBarActions>
            <Button onClick={() => change.mutate({ smtpUser: user })} disabledFocusable={change.isPending}>
              {texts.useOther(user)}
            </Button>
          </MessageBarActions>
        )}
      </MessageBar>
      {change.isError && <ProblemBar error={change.error} title={account.failed} />}
    </>
  );
}
