import {
  Link,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  Subtitle2,
} from '@fluentui/react-components';
import { ChevronLeft20Regular } from '@fluentui/react-icons/svg/chevron-left';
import { useEffect, useRef } from 'react';
import type { MessageSummary, MessageView } from '../../../shared/api/messages.ts';
import { ApiProblem } from '../../api/api-problem.ts';
import { useMessage } from '../../api/message-queries.ts';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { Files } from './Files.tsx';
import { MessageBody } from './MessageBody.tsx';
import { MessageFacts } from './MessageFacts.tsx';
import { useMessageStyles, useOpenMessageStyles } from './Messages.styles.ts';

interface OpenMessageProps {
  mailboxId: string;
  summary: MessageSummary;
  onClose: () => void;
}

/** One message: who, when, its text, its attachments. */
export function OpenMessage({ mailboxId, summary, onClose }: OpenMessageProps) {
  const styles = useMessageStyles();
  const { messages: texts } = useMailTexts();
  const query = useMessage(mailboxId, summary.id);
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <div>
        <Link as="button" className={styles.back} onClick={onClose}>
          <ChevronLeft20Regular aria-hidden />
          {texts.back}
        </Link>
      </div>
      <div ref={heading} tabIndex={-1}>
        <Subtitle2 as="h2" className={styles.heading}>
          {summary.subject?.trim() || texts.noSubject}
        </Subtitle2>
      </div>
      <MessageFacts summary={query.data?.summary ?? summary} view={query.data} />
      {query.isPending && <Spinner size="small" labelPosition="after" label={texts.opening} />}
      {query.isError && query.data === undefined && (
        <NotOpened error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data !== undefined && <Opened mailboxId={mailboxId} view={query.data} />}
    </>
  );
}

function NotOpened({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { messages: texts } = useMailTexts();
  const isGone = error instanceof ApiProblem && error.problem.code === 'not-found';
  if (!isGone) return <ProblemBar error={error} title={texts.openFailed} onRetry={onRetry} />;
  return (
    <MessageBar intent="info" layout="multiline" politeness="assertive">
      <MessageBarBody>{texts.gone}</MessageBarBody>
    </MessageBar>
  );
}

function Opened({ mailboxId, view }: { mailboxId: string; view: MessageView }) {
  const styles = useOpenMessageStyles();
  const { messages: texts } = useMailTexts();
  return (
    <div className={styles.message}>
      {view.incomplete && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{texts.incompleteTitle}</MessageBarTitle>
            {texts.incomplete}
          </MessageBarBody>
        </MessageBar>
      )}
      <MessageBody view={view} />
      <Files mailboxId={mailboxId} view={view} />
    </div>
  );
}
