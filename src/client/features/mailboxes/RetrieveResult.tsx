import { Field, MessageBar, MessageBarBody, MessageBarTitle, ProgressBar } from '@fluentui/react-components';
import type { Mailbox } from '../../../shared/api/mailboxes.ts';
import type { useRetrieve } from '../../api/mailbox-queries.ts';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { useFormat } from '../../i18n/LocaleContext.tsx';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { MailboxVerdict } from './MailboxVerdict.tsx';

interface RetrieveResultProps {
  mailbox: Mailbox;
  retrieve: ReturnType<typeof useRetrieve>;
}

/** What a retrieval by hand brought. */
export function RetrieveResult({ mailbox, retrieve }: RetrieveResultProps) {
  const { retrieve: texts } = useMailTexts().mailboxes;
  const format = useFormat();
  if (retrieve.isPending) {
    return (
      <Field label={texts.running}>
        <ProgressBar />
      </Field>
    );
  }
  if (retrieve.isError) return <ProblemBar error={retrieve.error} title={texts.failed} />;
  if (!retrieve.isSuccess) return null;
  const { outcome, received, verdict } = retrieve.data;
  const words = {
    done: { title: texts.done(received, format.number(received)), text: texts.doneText, intent: 'success' },
    'already-running': { title: texts.already, text: texts.alreadyText, intent: 'info' },
    failed: { title: texts.failed, text: '', intent: 'error' },
  } as const;
  const { title, text, intent } = words[outcome];
  return (
    <>
      <MessageBar
        intent={intent}
        layout="multiline"
        politeness={outcome === 'failed' ? 'assertive' : 'polite'}
      >
        <MessageBarBody>
          <MessageBarTitle>{title}</MessageBarTitle> {text}
        </MessageBarBody>
      </MessageBar>
      {verdict !== null && <MailboxVerdict mailbox={mailbox} verdict={verdict} />}
    </>
  );
}
