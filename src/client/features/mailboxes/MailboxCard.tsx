import { Button, Card, Link } from '@fluentui/react-components';
import type { Mailbox } from '../../../shared/api/mailboxes.ts';
import { useTestMailbox } from '../../api/mailbox-queries.ts';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { StatusIcon } from '../../components/StatusIcon.tsx';
import { useFocusReturn } from '../../hooks/use-focus-return.ts';
import { hashOf } from '../../hooks/use-hash-route.ts';
import { useKeepFocus } from '../../hooks/use-keep-focus.ts';
import { useFormat } from '../../i18n/LocaleContext.tsx';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { MailboxDots } from './MailboxDots.tsx';
import { mailboxState, nextAction, statusOfState } from './mailbox-state.ts';
import { useMailboxStyles } from './Mailboxes.styles.ts';
import { PendingQuestion } from './PendingQuestion.tsx';
import { stateText } from './state-text.ts';

interface MailboxCardProps {
  mailbox: Mailbox;
  /** Whether to say to which entity it belongs: only where there are several. */
  withEntity: boolean;
  now: number;
  /** Whether the dialog of its sign-in is open. */
  isSigningIn: boolean;
  onSignIn: () => void;
}

/** One of the person's own mailboxes: its states, and the one thing to do next. */
export function MailboxCard(props: MailboxCardProps) {
  const { mailbox, withEntity, now, isSigningIn } = props;
  const styles = useMailboxStyles();
  const texts = useMailTexts().mailboxes;
  const format = useFormat();
  const state = mailboxState(mailbox, now);
  const { id, address, kind, entityName } = mailbox;
  const place = useKeepFocus<HTMLDivElement>(`${isSigningIn} ${state.kind}`);
  return (
    <div ref={place} tabIndex={-1} role="group" aria-label={address}>
      <Card role="none" className={styles.card}>
        <div className={styles.cardHead}>
          <div className={styles.titles}>
            <Link href={hashOf({ page: 'mailbox', mailboxId: id })} className={styles.address}>
              {address}
            </Link>
            <span className={styles.facts}>
              <span className={styles.state}>
                <StatusIcon status={statusOfState(state)} />
                {stateText(state, texts, format)}
              </span>
              <span>{texts.kinds[kind]}</span>
              {withEntity && <span>{entityName}</span>}
            </span>
          </div>
          <NextStep {...props} />
        </div>
        <MailboxDots mailbox={mailbox} now={now} />
        {mailbox.pending !== null && <PendingQuestion mailbox={mailbox} pending={mailbox.pending} />}
      </Card>
    </div>
  );
}

function NextStep({ mailbox, now, isSigningIn, onSignIn }: MailboxCardProps) {
  const opener = useFocusReturn(isSigningIn);
  const texts = useMailTexts().mailboxes;
  const action = nextAction(mailboxState(mailbox, now));
  if (action === 'sign-in') {
    return (
      <Button
        ref={opener}
        appearance="primary"
        aria-label={texts.actions.signInOf(mailbox.address)}
        onClick={onSignIn}
      >
        {texts.actions.signIn}
      </Button>
    );
  }
  if (action === 'test') return <TestButton mailbox={mailbox} />;
  if (action === 'confirm') return null;
  return (
    <Button
      as="a"
      href={hashOf({ page: 'mailbox', mailboxId: mailbox.id })}
      aria-label={action === 'open' ? texts.help.whatToDoFor(mailbox.address) : texts.openOf(mailbox.address)}
    >
      {action === 'open' ? texts.help.whatToDo : texts.open}
    </Button>
  );
}

function TestButton({ mailbox: { id, address } }: { mailbox: Mailbox }) {
  const texts = useMailTexts().mailboxes;
  const run = useTestMailbox(id);
  return (
    <>
      <Button
        aria-label={texts.actions.testOf(address)}
        onClick={() => run.mutate()}
        disabledFocusable={run.isPending}
      >
        {texts.actions.test}
      </Button>
      {run.isError && <ProblemBar error={run.error} title={texts.test.failed} />}
    </>
  );
}
