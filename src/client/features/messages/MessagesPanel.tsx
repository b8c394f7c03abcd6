import { Card, Skeleton, SkeletonItem, Subtitle2 } from '@fluentui/react-components';
import { useState } from 'react';
import type { MessageSummary } from '../../../shared/api/messages.ts';
import type { Mailbox } from '../../../shared/api/mailboxes.ts';
import { useMailboxMessages } from '../../api/message-queries.ts';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { LeftOut } from './LeftOut.tsx';
import { MessageList } from './MessageList.tsx';
import { useMessageStyles } from './Messages.styles.ts';
import { OpenMessage } from './OpenMessage.tsx';

/** What was retrieved into a mailbox, for the person whose mailbox it is; nothing for anybody else. */
export function MessagesPanel({ mailbox }: { mailbox: Mailbox }) {
  return mailbox.mine ? <OwnMessages mailbox={mailbox} /> : null;
}

function OwnMessages({ mailbox }: { mailbox: Mailbox }) {
  const styles = useMessageStyles();
  const { messages: texts } = useMailTexts();
  const [open, setOpen] = useState<MessageSummary>();
  // Whoever comes back from a message goes on where it was opened.
  const [comesFrom, setComesFrom] = useState<string>();
  const close = () => {
    setComesFrom(open?.id);
    setOpen(undefined);
  };
  return (
    <Card className={styles.card}>
      {open === undefined ? (
        <>
          <Subtitle2 as="h2" className={styles.heading}>
            {texts.title}
          </Subtitle2>
          <Listed mailbox={mailbox} comesFrom={comesFrom} onOpen={setOpen} />
          <LeftOut mailboxId={mailbox.id} />
        </>
      ) : (
        <OpenMessage key={open.id} mailboxId={mailbox.id} summary={open} onClose={close} />
      )}
    </Card>
  );
}

interface ListedProps {
  mailbox: Mailbox;
  comesFrom: string | undefined;
  onOpen: (message: MessageSummary) => void;
}

function Listed({ mailbox, comesFrom, onOpen }: ListedProps) {
  const styles = useMessageStyles();
  const { app } = useMessages();
  const { messages: texts } = useMailTexts();
  const query = useMailboxMessages(mailbox.id);
  if (query.isPending) {
    return (
      <Skeleton aria-label={app.loading}>
        <SkeletonItem />
      </Skeleton>
    );
  }
  if (query.isError && query.data === undefined) {
    return <ProblemBar error={query.error} title={texts.failed} onRetry={() => void query.refetch()} />;
  }
  const messages = query.data.pages.flatMap((page) => page.messages);
  if (messages.length === 0) return <Nothing isOn={mailbox.retrieval.on} />;
  return (
    <>
      <p className={styles.subtle}>{texts.intro}</p>
      <MessageList
        messages={messages}
        comesFrom={comesFrom}
        onOpen={onOpen}
        hasMore={query.hasNextPage}
        isLoadingMore={query.isFetchingNextPage}
        onMore={() => void query.fetchNextPage()}
      />
      {query.isFetchNextPageError && <ProblemBar error={query.error} title={texts.failed} />}
    </>
  );
}

function Nothing({ isOn }: { isOn: boolean }) {
  const styles = useMessageStyles();
  const { messages: texts } = useMailTexts();
  return (
    <>
      <p className={styles.text}>{isOn ? texts.emptyTitle : texts.offTitle}</p>
      <p className={styles.subtle}>{isOn ? texts.empty : texts.off}</p>
    </>
  );
}
