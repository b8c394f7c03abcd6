import { Button, Spinner } from '@fluentui/react-components';
import { Send20Regular } from '@fluentui/react-icons/svg/send';
import { Suspense, useState } from 'react';
import type { Mailbox } from '../../../shared/api/mailboxes.ts';
import type { Verdict } from '../../../shared/api/verdict.ts';
import { useEntities } from '../../api/queries.ts';
import { MessageToSend } from '../../components/MessageToSend.tsx';
import { switchCommands } from '../../components/smtp-commands.ts';
import { SmtpGuide } from '../../components/SmtpGuide.tsx';
import { verdictReport } from '../../components/verdict-report.ts';
import { VerdictPanel } from '../../components/VerdictPanel.tsx';
import { useLocale } from '../../i18n/LocaleContext.tsx';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { useMailboxRowStyles, useMailboxStyles } from './Mailboxes.styles.ts';

const switchCauses = new Set([
  'smtp-auth-disabled-tenant',
  'smtp-auth-disabled-mailbox',
  'pop-disabled-or-no-licence',
]);

/** A failure of a mailbox with all that helps: the guide to Microsoft's switch, and a message to whoever may press it. */
export function MailboxVerdict({ mailbox, verdict }: { mailbox: Mailbox; verdict: Verdict }) {
  const rows = useMailboxRowStyles();
  const styles = useMailboxStyles();
  const { help } = useMailTexts().mailboxes;
  const { messages } = useLocale();
  const entity = useEntities().data?.find(({ id }) => id === mailbox.entityId);
  const [shown, setShown] = useState<'guide' | 'message'>();
  const toggle = (part: 'guide' | 'message') => setShown(shown === part ? undefined : part);
  const canSwitch = [verdict.cause, ...verdict.alternatives].some((cause) => switchCauses.has(cause));
  return (
    <div className={rows.more}>
      <VerdictPanel
        verdict={verdict}
        registration={entity?.registration ?? null}
        entityId={mailbox.entityId}
      />
      <div className={styles.actions}>
        {canSwitch && (
          <Button aria-expanded={shown === 'guide'} onClick={() => toggle('guide')}>
            {help.show}
          </Button>
        )}
        {verdict.whoCanFix === 'admin' && (
          <Button
            icon={<Send20Regular />}
            aria-expanded={shown === 'message'}
            onClick={() => toggle('message')}
          >
            {help.send}
          </Button>
        )}
      </div>
      {shown === 'guide' && (
        <Suspense fallback={<Spinner label={messages.app.loading} />}>
          <SmtpGuide address={mailbox.address} />
          <p className={styles.subtle}>{help.wait}</p>
        </Suspense>
      )}
      {shown === 'message' && <Message mailbox={mailbox} verdict={verdict} withCommands={canSwitch} />}
    </div>
  );
}

interface MessageProps {
  mailbox: Mailbox;
  verdict: Verdict;
  withCommands: boolean;
}

/** Facts and steps for the administrator; nothing in it is secret. */
function Message({ mailbox: { address }, verdict, withCommands }: MessageProps) {
  const locale = useLocale();
  const { help } = useMailTexts().mailboxes;
  const commands = withCommands ? `\n\n${help.commands}\n${switchCommands(address).switchOn}` : '';
  return (
    <MessageToSend
      title={help.sendTitle}
      subject={help.subject(address)}
      body={help.body(address, `${verdictReport(verdict, locale)}${commands}`)}
      labels={{ copy: help.copy, mail: help.mail }}
    />
  );
}
