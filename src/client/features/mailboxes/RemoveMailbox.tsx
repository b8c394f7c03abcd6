import { Button, useAnnounce } from '@fluentui/react-components';
import { Open20Regular } from '@fluentui/react-icons/svg/open';
import type { Mailbox } from '../../../shared/api/mailboxes.ts';
import { useRemoveMailbox } from '../../api/mailbox-queries.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { appListLink } from '../../components/portal-links.ts';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { useHost } from '../../host/HostContext.tsx';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { useMailboxStyles } from './Mailboxes.styles.ts';

interface RemoveMailboxProps {
  mailbox: Mailbox;
  onClose: () => void;
  onRemoved: () => void;
}

/** Asks before an account is removed, and says what stays at Microsoft and who can take it back there. */
export function RemoveMailbox({ mailbox, onClose, onRemoved }: RemoveMailboxProps) {
  const styles = useMailboxStyles();
  const host = useHost();
  const { remove: texts } = useMailTexts().mailboxes;
  const { announce } = useAnnounce();
  const remove = useRemoveMailbox();
  const { id, address, signIn } = mailbox;
  const confirm = () =>
    remove.mutate(id, {
      onSuccess: () => {
        announce(texts.done(address));
        onRemoved();
      },
    });
  return (
    <ConfirmDialog
      title={texts.title(address)}
      confirm={texts.button}
      busy={remove.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      <div className={styles.stack}>
        <p className={styles.text}>{texts.text}</p>
        {mailbox.serviceKeys.length > 0 && <p className={styles.text}>{texts.keys}</p>}
        {signIn.status !== 'never' && (
          <>
            <p className={styles.text}>{texts.revoke}</p>
            <div className={styles.actions}>
              <Button
                size="small"
                icon={<Open20Regular />}
                iconPosition="after"
                onClick={() => host.openLink(appListLink(host.config.portal.entra))}
              >
                {texts.appList}
              </Button>
            </div>
          </>
        )}
        {remove.isError && <ProblemBar error={remove.error} title={texts.failed} />}
      </div>
    </ConfirmDialog>
  );
}
