import type { Mailbox } from '../../../shared/api/mailboxes.ts';
import { StatusDot } from '../../components/StatusDot.tsx';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { mailboxDots, mailboxParts } from './mailbox-state.ts';
import { useMailboxStyles } from './Mailboxes.styles.ts';

/** Sign-in, POP3, SMTP and retrieval of a mailbox as they stand at `now`. */
export function MailboxDots({ mailbox, now }: { mailbox: Mailbox; now: number }) {
  const styles = useMailboxStyles();
  const { parts, partsOf } = useMailTexts().mailboxes;
  const dots = mailboxDots(mailbox, now);
  return (
    <ul className={styles.dots} aria-label={partsOf(mailbox.address)}>
      {mailboxParts.map((part) => (
        <li key={part}>
          <StatusDot name={parts[part]} status={dots[part]} appearance="pill" />
        </li>
      ))}
    </ul>
  );
}
