import { Field, ProgressBar } from '@fluentui/react-components';
import type { Mailbox } from '../../../shared/api/mailboxes.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { MessageToSend } from '../../components/MessageToSend.tsx';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { useMailboxStyles } from './Mailboxes.styles.ts';
import type { MailboxSignIn } from './use-mailbox-sign-in.ts';

interface SignInStartProps {
  mailbox: Mailbox;
  signIn: MailboxSignIn;
}

/** What will happen, and as whom to sign in; for somebody else's mailbox the link to send. */
export function SignInStart({ mailbox, signIn }: SignInStartProps) {
  const styles = useMailboxStyles();
  const { signIn: texts, actions } = useMailTexts().mailboxes;
  if (signIn.phase === 'not-started') return <ProblemBar error={signIn.error} title={texts.failedToStart} />;
  return (
    <>
      {mailbox.mine ? <OwnAccount mailbox={mailbox} /> : <OthersAccount mailbox={mailbox} signIn={signIn} />}
      <p className={styles.subtle}>{actions.legal365}</p>
      {signIn.phase === 'preparing' && (
        <Field label={texts.preparing}>
          <ProgressBar />
        </Field>
      )}
    </>
  );
}

function OwnAccount({ mailbox: { address, kind } }: { mailbox: Mailbox }) {
  const styles = useMailboxStyles();
  const { signIn: texts } = useMailTexts().mailboxes;
  return (
    <>
      <p className={styles.text}>{texts.opens}</p>
      <p className={styles.who}>{kind === 'shared' ? texts.withOwn(address) : texts.withAddress(address)}</p>
      <p className={styles.text}>
        {kind === 'personal' && `${texts.chooser} `}
        {texts.back}
      </p>
    </>
  );
}

function OthersAccount({ mailbox: { address, holder }, signIn }: SignInStartProps) {
  const styles = useMailboxStyles();
  const { signIn: texts } = useMailTexts().mailboxes;
  return (
    <>
      <p className={styles.who}>{texts.otherText(holder ?? texts.otherOwner(address))}</p>
      {signIn.url !== undefined && (
        <MessageToSend
          title={texts.otherTitle}
          subject={texts.mailSubject}
          body={texts.mailBody(address, signIn.url)}
          labels={{ copy: texts.copyText, mail: texts.sendMail }}
        >
          <CopyButton text={signIn.url} onCopied={signIn.handOut}>
            {texts.copyLink}
          </CopyButton>
        </MessageToSend>
      )}
      <p className={styles.subtle}>{texts.otherInvite}</p>
    </>
  );
}
