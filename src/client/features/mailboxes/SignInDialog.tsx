import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { Open20Regular } from '@fluentui/react-icons/svg/open';
import type { Mailbox } from '../../../shared/api/mailboxes.ts';
import { useKeepFocus } from '../../hooks/use-keep-focus.ts';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { useMailboxStyles } from './Mailboxes.styles.ts';
import { SignInOutcome } from './SignInOutcome.tsx';
import { SignInStart } from './SignInStart.tsx';
import { SignInWaiting } from './SignInWaiting.tsx';
import { useMailboxSignIn, type MailboxSignIn, type SignInPhase } from './use-mailbox-sign-in.ts';

interface SignInDialogProps {
  mailbox: Mailbox;
  onClose: () => void;
  /** Called instead when the person has signed in. */
  onSignedIn: () => void;
}

const beforePage: readonly SignInPhase[] = ['preparing', 'not-started', 'ready'];
const inPage: readonly SignInPhase[] = ['waiting', 'redeeming', 'signed-in'];

/** Leads to Microsoft's page and back: says first what will happen, waits, and tells how it ended. */
export function SignInDialog({ mailbox, onClose, onSignedIn }: SignInDialogProps) {
  const styles = useMailboxStyles();
  const { signIn: texts } = useMailTexts().mailboxes;
  const signIn = useMailboxSignIn(mailbox, onSignedIn);
  const { phase } = signIn;
  const place = useKeepFocus<HTMLDivElement>(phase);
  const leave = () => {
    signIn.cancel();
    onClose();
  };
  return (
    <Dialog
      open
      // A click beside it must not throw away what the person is doing in another window.
      onOpenChange={(_event, { open, type }) => !open && type !== 'backdropClick' && leave()}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle className={styles.heading}>{texts.title(mailbox.address)}</DialogTitle>
          <DialogContent>
            <div ref={place} tabIndex={-1} className={styles.stack}>
              {beforePage.includes(phase) ? (
                <SignInStart mailbox={mailbox} signIn={signIn} />
              ) : inPage.includes(phase) ? (
                <SignInWaiting mailbox={mailbox} signIn={signIn} />
              ) : (
                <SignInOutcome mailbox={mailbox} signIn={signIn} onClose={onClose} />
              )}
            </div>
          </DialogContent>
          <DialogActions fluid>
            <Actions signIn={signIn} isOthers={!mailbox.mine} onLeave={leave} />
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

interface ActionsProps {
  signIn: MailboxSignIn;
  isOthers: boolean;
  onLeave: () => void;
}

function Actions({ signIn, isOthers, onLeave }: ActionsProps) {
  const { app } = useMessages();
  const { signIn: texts } = useMailTexts().mailboxes;
  const { phase } = signIn;
  const open = { icon: <Open20Regular />, iconPosition: 'after' as const, onClick: signIn.open };
  const before = phase === 'preparing' || phase === 'ready';
  const under = phase === 'waiting' || phase === 'redeeming' || phase === 'signed-in';
  return (
    <>
      <Button onClick={onLeave}>{before || under ? app.cancel : app.close}</Button>
      {before && (
        <Button
          appearance={isOthers ? 'secondary' : 'primary'}
          disabledFocusable={phase !== 'ready'}
          {...open}
        >
          {isOthers ? texts.openHere : texts.start}
        </Button>
      )}
      {phase === 'waiting' && <Button {...open}>{texts.openAgain}</Button>}
      {!before && !under && phase !== 'pending' && (
        <Button appearance="primary" onClick={signIn.restart}>
          {phase === 'mismatch' ? texts.another : texts.again}
        </Button>
      )}
    </>
  );
}
