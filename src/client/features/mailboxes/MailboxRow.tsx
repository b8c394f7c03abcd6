import { Button } from '@fluentui/react-components';
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUp20Regular } from '@fluentui/react-icons/svg/chevron-up';
import { useId, useState } from 'react';
import type { Mailbox } from '../../../shared/api/mailboxes.ts';
import type { ShownStatus } from '../../../shared/domain/status.ts';
import { StatusDot } from '../../components/StatusDot.tsx';
import { useLocale } from '../../i18n/LocaleContext.tsx';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import type { MailboxPart } from './mailbox-state.ts';
import { MailboxVerdict } from './MailboxVerdict.tsx';
import { useMailboxRowStyles } from './Mailboxes.styles.ts';
import { rowDetail } from './row-detail.ts';

interface MailboxRowProps {
  mailbox: Mailbox;
  part: MailboxPart;
  status: ShownStatus;
  initiallyOpen: boolean;
  now: number;
}

/** One part of a mailbox: its state, what that rests on, and, where something is wrong, what to do. */
export function MailboxRow({ mailbox, part, status, initiallyOpen, now }: MailboxRowProps) {
  const styles = useMailboxRowStyles();
  const locale = useLocale();
  const texts = useMailTexts().mailboxes;
  const [open, setOpen] = useState<boolean>();
  const panelId = useId();
  const name = texts.parts[part];
  const { text, verdict } = rowDetail(part, mailbox, { texts, locale, now });
  const isOpen = open ?? initiallyOpen;
  return (
    <li className={styles.item}>
      <div className={styles.row}>
        <StatusDot name={name} status={status} />
        <span className={styles.detail}>{text}</span>
        {verdict !== null && (
          <Button
            size="small"
            className={styles.open}
            icon={isOpen ? <ChevronUp20Regular /> : <ChevronDown20Regular />}
            iconPosition="after"
            aria-expanded={isOpen}
            aria-controls={panelId}
            aria-label={isOpen ? texts.help.hideFor(name) : texts.help.whatToDoFor(name)}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? texts.help.hide : texts.help.whatToDo}
          </Button>
        )}
      </div>
      {verdict !== null && (
        <div id={panelId} hidden={!isOpen}>
          {isOpen && <MailboxVerdict mailbox={mailbox} verdict={verdict} />}
        </div>
      )}
    </li>
  );
}
