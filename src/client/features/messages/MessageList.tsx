import { Button, Link, Spinner } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { MessageSummary } from '../../../shared/api/messages.ts';
import { useFormat } from '../../i18n/LocaleContext.tsx';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { useMessageListStyles } from './Messages.styles.ts';
import { senderText } from './person-text.ts';

interface MessageListProps {
  messages: readonly MessageSummary[];
  /** The message that was open before: it gets the focus. */
  comesFrom: string | undefined;
  onOpen: (message: MessageSummary) => void;
  hasMore: boolean;
  isLoadingMore: boolean;
  onMore: () => void;
}

export function MessageList({
  messages,
  comesFrom,
  onOpen,
  hasMore,
  isLoadingMore,
  onMore,
}: MessageListProps) {
  const styles = useMessageListStyles();
  const { messages: texts } = useMailTexts();
  return (
    <div>
      <ul className={styles.list} aria-label={texts.list}>
        {messages.map((message) => (
          <Row
            key={message.id}
            message={message}
            takesFocus={message.id === comesFrom}
            onOpen={() => onOpen(message)}
          />
        ))}
      </ul>
      {hasMore && (
        <Button className={styles.more} disabledFocusable={isLoadingMore} onClick={onMore}>
          {isLoadingMore ? <Spinner size="tiny" label={texts.loadingMore} /> : texts.more}
        </Button>
      )}
    </div>
  );
}

interface RowProps {
  message: MessageSummary;
  takesFocus: boolean;
  onOpen: () => void;
}

function Row({ message, takesFocus, onOpen }: RowProps) {
  const styles = useMessageListStyles();
  const { messages: texts } = useMailTexts();
  const format = useFormat();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (takesFocus) row.current?.querySelector('button')?.focus();
  }, [takesFocus]);
  const time = message.sentAt ?? message.retrievedAt;
  return (
    <li ref={row} className={styles.row}>
      <div>
        <Link as="button" className={styles.subject} onClick={onOpen}>
          {message.subject?.trim() || texts.noSubject}
        </Link>
        <div className={styles.subtle}>{senderText(message) || texts.noSender}</div>
      </div>
      <div className={styles.right}>
        <time dateTime={time}>{format.dateTime(time)}</time>
        <div>{format.size(message.octets)}</div>
      </div>
    </li>
  );
}
