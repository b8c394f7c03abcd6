import { Button } from '@fluentui/react-components';
import type { Mailbox } from '../../../shared/api/mailboxes.ts';
import { useFocusReturn } from '../../hooks/use-focus-return.ts';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { isTesting, mailboxState, nextAction } from './mailbox-state.ts';
import { useMailboxStyles } from './Mailboxes.styles.ts';
import type { MailboxWork } from './use-mailbox-work.ts';

interface MailboxActionsProps {
  mailbox: Mailbox;
  admin: boolean;
  now: number;
  work: MailboxWork;
  isSigningIn: boolean;
  onSignIn: () => void;
}

/** What can be done with a mailbox: all of it by the person who uses it; an administrator can have that person sign in. */
export function MailboxActions(props: MailboxActionsProps) {
  const { mailbox, admin, now, work, isSigningIn, onSignIn } = props;
  const styles = useMailboxStyles();
  const { actions } = useMailTexts().mailboxes;
  const opener = useFocusReturn(isSigningIn);
  const { mine, signIn, latestTest, retrieval } = mailbox;
  if (!mine && !admin) return null;
  const wantsSignIn = signIn.status === 'failed' || nextAction(mailboxState(mailbox, now)) === 'sign-in';
  const hasGrant = signIn.status === 'ok' || signIn.status === 'unknown';
  const signInButton = (
    <Button ref={opener} appearance={wantsSignIn ? 'primary' : 'secondary'} onClick={onSignIn}>
      {actions.signIn}
    </Button>
  );
  return (
    <div className={styles.actions}>
      {wantsSignIn && signInButton}
      {mine && signIn.status !== 'never' && (
        <Button
          onClick={() => work.test.mutate()}
          disabledFocusable={work.test.isPending || isTesting(latestTest, now)}
        >
          {actions.test}
        </Button>
      )}
      {mine && hasGrant && (
        <>
          <Button onClick={() => work.testMail.mutate()} disabledFocusable={work.testMail.isPending}>
            {actions.testMail}
          </Button>
          {retrieval.on && (
            <Button
              onClick={() => work.retrieve.mutate()}
              disabledFocusable={work.retrieve.isPending || retrieval.running}
            >
              {actions.retrieve}
            </Button>
          )}
        </>
      )}
      {!wantsSignIn && signInButton}
    </div>
  );
}
