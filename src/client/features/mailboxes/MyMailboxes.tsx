import { Button, Card, Subtitle1 } from '@fluentui/react-components';
import { Mail48Regular } from '@fluentui/react-icons/svg/mail';
import { useState, type ReactNode } from 'react';
import type { Mailbox } from '../../../shared/api/mailboxes.ts';
import type { Me } from '../../../shared/api/me.ts';
import { hashOf } from '../../hooks/use-hash-route.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { AddMailbox } from './AddMailbox.tsx';
import { MailboxCard } from './MailboxCard.tsx';
import { inOrder } from './mailbox-state.ts';
import { useMailboxStyles } from './Mailboxes.styles.ts';
import { SignInDialog } from './SignInDialog.tsx';

interface MyMailboxesProps {
  me: Me;
  mailboxes: Mailbox[];
  /** Title of the page, which stands beside the button. */
  heading: ReactNode;
}

/** The person's own mailboxes, what waits for a sign-in first. */
export function MyMailboxes({ me, mailboxes, heading }: MyMailboxesProps) {
  const styles = useMailboxStyles();
  const texts = useMailTexts().mailboxes;
  const now = useNow();
  const [signingIn, setSigningIn] = useState<Mailbox>();
  const done = () => setSigningIn(undefined);
  const may = me.roles.includes('Admin') || me.roles.includes('User');
  const isReader = me.roles.includes('Reader') && !me.roles.includes('Admin');
  const several = new Set(mailboxes.map(({ entityId }) => entityId)).size > 1;
  const add = (primary: boolean) => may && <AddMailbox me={me} primary={primary} onAdded={setSigningIn} />;
  return (
    <>
      <div className={styles.cardHead}>
        <div className={styles.titles}>
          {heading}
          <p className={styles.subtle}>{texts.intro}</p>
        </div>
        {mailboxes.length > 0 && add(false)}
      </div>
      {mailboxes.length === 0 ? (
        <Empty>
          {isReader && <ToFirm />}
          {add(!isReader)}
        </Empty>
      ) : (
        <ul className={styles.list} aria-label={texts.title}>
          {inOrder(mailboxes, now).map((mailbox) => (
            <li key={mailbox.id}>
              <MailboxCard
                mailbox={mailbox}
                withEntity={several}
                now={now}
                isSigningIn={signingIn?.id === mailbox.id}
                onSignIn={() => setSigningIn(mailbox)}
              />
            </li>
          ))}
        </ul>
      )}
      {signingIn !== undefined && (
        <SignInDialog
          mailbox={mailboxes.find(({ id }) => id === signingIn.id) ?? signingIn}
          onClose={done}
          onSignedIn={done}
        />
      )}
    </>
  );
}

/** Whoever supports the firm came for the mailboxes of the others. */
function ToFirm() {
  const { firmTitle } = useMailTexts().mailboxes;
  return (
    <Button as="a" appearance="primary" href={hashOf({ page: 'mailboxes', of: 'firm' })}>
      {firmTitle}
    </Button>
  );
}

function Empty({ children }: { children: ReactNode }) {
  const styles = useMailboxStyles();
  const { empty } = useMailTexts().mailboxes;
  return (
    <Card className={styles.empty}>
      <span aria-hidden className={styles.emptyIcon}>
        <Mail48Regular />
      </span>
      <Subtitle1 as="h2" className={styles.heading}>
        {empty.title}
      </Subtitle1>
      <p className={styles.text}>{empty.text}</p>
      {children}
    </Card>
  );
}
