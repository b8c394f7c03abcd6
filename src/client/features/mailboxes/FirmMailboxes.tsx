import { Button, Card, Subtitle1, Switch } from '@fluentui/react-components';
import { PeopleAdd20Regular } from '@fluentui/react-icons/svg/people-add';
import { useState, type ReactNode } from 'react';
import type { Mailbox } from '../../../shared/api/mailboxes.ts';
import type { Me } from '../../../shared/api/me.ts';
import { useFocusReturn } from '../../hooks/use-focus-return.ts';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { AddMailbox } from './AddMailbox.tsx';
import { FirmTable } from './FirmTable.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import { useMailboxStyles } from './Mailboxes.styles.ts';

interface FirmMailboxesProps {
  me: Me;
  mailboxes: Mailbox[];
  heading: ReactNode;
}

/** The firm's mailboxes with their states, without their mail: who has signed in, and who has still to. */
export function FirmMailboxes({ me, mailboxes, heading }: FirmMailboxesProps) {
  const styles = useMailboxStyles();
  const { firm: texts, firmEmpty } = useMailTexts().mailboxes;
  const [onlyWaiting, setOnlyWaiting] = useState(false);
  const admin = me.roles.includes('Admin');
  const waiting = mailboxes.filter(({ signIn }) => signIn.status === 'never');
  const shown = onlyWaiting ? waiting : mailboxes;
  return (
    <>
      <div className={styles.cardHead}>
        <div className={styles.titles}>
          {heading}
          <p className={styles.subtle}>
            {mailboxes.length > 0 && `${texts.summary(mailboxes.length - waiting.length, mailboxes.length)} `}
            {texts.noContent}
          </p>
        </div>
        {admin && <AdminActions me={me} waiting={waiting} />}
      </div>
      {!admin && <p className={styles.subtle}>{texts.reader}</p>}
      {mailboxes.length === 0 ? (
        <Card className={styles.empty}>
          <Subtitle1 as="h2" className={styles.heading}>
            {firmEmpty.title}
          </Subtitle1>
          <p className={styles.text}>{firmEmpty.text}</p>
        </Card>
      ) : (
        <Card className={styles.card}>
          <Switch
            label={`${texts.filter} (${waiting.length})`}
            checked={onlyWaiting}
            onChange={(_event, { checked }) => setOnlyWaiting(checked)}
          />
          {shown.length === 0 ? (
            <p className={styles.text}>{texts.none}</p>
          ) : (
            <FirmTable mailboxes={shown} admin={admin} />
          )}
        </Card>
      )}
    </>
  );
}

function AdminActions({ me, waiting }: { me: Me; waiting: readonly Mailbox[] }) {
  const styles = useMailboxStyles();
  const { actions } = useMailTexts().mailboxes;
  const [dialog, setDialog] = useState<'import' | 'invite'>();
  const opener = useFocusReturn(dialog !== undefined);
  return (
    <div className={styles.actions}>
      <AddMailbox me={me} primary={false} forOther onAdded={() => undefined} />
      <Button
        ref={opener}
        appearance="primary"
        icon={<PeopleAdd20Regular />}
        onClick={() => setDialog('import')}
      >
        {actions.addMany}
      </Button>
      {waiting.length > 0 && <Button onClick={() => setDialog('invite')}>{actions.invite}</Button>}
      {dialog === 'import' && (
        <ImportDialog onClose={() => setDialog(undefined)} onInvite={() => setDialog('invite')} />
      )}
      {dialog === 'invite' && (
        <InviteDialog
          addresses={waiting.filter(({ kind }) => kind === 'personal').map(({ address }) => address)}
          onClose={() => setDialog(undefined)}
        />
      )}
    </div>
  );
}
