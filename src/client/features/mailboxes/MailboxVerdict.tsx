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

const switchCauses: ReadonlySet<string> = new Set([
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
  const account = accountToSwitch(mailbox, verdict);
  return (
    <div className={rows.more}>
      <VerdictPanel
        verdict={verdict}
        registration={entity?.registration ?? null}
        entityId={mailbox.entityId}
      />
      <div className={styles.actions}>
        {account !== undefined && (
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
      {shown === 'guide' && account !== undefined && (
        <Suspense fallback={<Spinner label={messages.app.loading} />}>
          <SmtpGuide address={account} />
          <p className={styles.subtle}>{help.wait}</p>
        </Suspense>
      )}
      {shown === 'message' && <Message mailbox={mailbox} verdict={verdict} account={account} />}
    </div>
  );
}

/** Sending signs in as the person, also for a shared mailbox: Exchange looks at the switch of that person's mailbox. */
function accountToSwitch({ address, smtpUser }: Mailbox, verdict: Verdict): string | undefined {
  const found = [verdict.cause, ...verdict.alternatives].find((cause) => switchCauses.has(cause));
  if (found === undefined) return undefined;
  return found === 'pop-disabled-or-no-licence' ? address : (smtpUser.value ?? address);
}

interface MessageProps {
  mailbox: Mailbox;
  verdict: Verdict;
  /** Whose switch it is; undefined where no switch helps. */
  account: string | undefined;
}

/** Facts and steps for the administrator; nothing in it is secret. */
function Message({ mailbox: { address }, verdict, account }: MessageProps) {
  const locale = useLocale();
  const { help } = useMailTexts().mailboxes;
  const commands = account === undefined ? '' : `\n\n${help.commands}\n${switchCommands(account).switchOn}`;
  return (
    <MessageToSend
      title={help.sendTitle}
      subject={help.subject(address)}
      body={help.body(address, `${verdictReport(verdict, locale)}${commands}`)}
      labels={{ copy: help.copy, mail: help.mail }}
    />
  );
}
