import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { SignInAttempt } from '../../../shared/api/mailbox-sign-ins.ts';
import type { Mailbox } from '../../../shared/api/mailboxes.ts';
import { useEntities } from '../../api/queries.ts';
import { VerdictPanel } from '../../components/VerdictPanel.tsx';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { PendingQuestion } from './PendingQuestion.tsx';
import type { MailboxSignIn } from './use-mailbox-sign-in.ts';

interface SignInOutcomeProps {
  mailbox: Mailbox;
  signIn: MailboxSignIn;
  onClose: () => void;
}

/** How a sign-in ended that stored nothing, or not yet. */
export function SignInOutcome({ mailbox, signIn: { phase, attempt }, onClose }: SignInOutcomeProps) {
  const { signIn: texts } = useMailTexts().mailboxes;
  if (phase === 'pending') return <Pending mailbox={mailbox} onAnswered={onClose} />;
  if (phase === 'mismatch') return <Mismatch mailbox={mailbox} mismatch={attempt?.mismatch ?? null} />;
  const outcome = phase === 'refused' || phase === 'cancelled' || phase === 'expired' ? phase : 'failed';
  return (
    <>
      <MessageBar
        intent={outcome === 'cancelled' ? 'info' : 'warning'}
        layout="multiline"
        politeness="assertive"
      >
        <MessageBarBody>
          <MessageBarTitle>{texts.outcomes[outcome]}</MessageBarTitle> {texts.nothingChanged}
        </MessageBarBody>
      </MessageBar>
      {attempt?.verdict && <Reason mailbox={mailbox} verdict={attempt.verdict} />}
    </>
  );
}

function Mismatch({ mailbox, mismatch }: { mailbox: Mailbox; mismatch: SignInAttempt['mismatch'] }) {
  const { signIn: texts } = useMailTexts().mailboxes;
  const as = mismatch?.signedInAs ?? texts.unknownAccount;
  return (
    <MessageBar intent="warning" layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{texts.mismatchTitle}</MessageBarTitle> {texts.mismatch(as, mailbox.address)}{' '}
        {mismatch !== null && texts.why[mismatch.why]}
      </MessageBarBody>
    </MessageBar>
  );
}

/** Asked for together with the mailbox: until that has come, it is somebody else who has to agree. */
function Pending({ mailbox, onAnswered }: { mailbox: Mailbox; onAnswered: () => void }) {
  const { signIn: texts, pending } = useMailTexts().mailboxes;
  if (mailbox.pending?.forMe === true) {
    return <PendingQuestion mailbox={mailbox} pending={mailbox.pending} onAnswered={onAnswered} />;
  }
  const as = mailbox.pending?.signedInAs ?? pending.somebody;
  return (
    <MessageBar intent="info" layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{texts.pendingTitle}</MessageBarTitle> {texts.pendingOther(as)}
      </MessageBarBody>
    </MessageBar>
  );
}

function Reason({ mailbox, verdict }: { mailbox: Mailbox; verdict: NonNullable<SignInAttempt['verdict']> }) {
  const entity = useEntities().data?.find(({ id }) => id === mailbox.entityId);
  return (
    <VerdictPanel verdict={verdict} registration={entity?.registration ?? null} entityId={mailbox.entityId} />
  );
}
