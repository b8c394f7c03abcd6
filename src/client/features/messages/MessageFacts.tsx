import type { MessageSummary, MessageView } from '../../../shared/api/messages.ts';
import { useFormat } from '../../i18n/LocaleContext.tsx';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { useOpenMessageStyles } from './Messages.styles.ts';
import { personText } from './person-text.ts';

interface MessageFactsProps {
  summary: MessageSummary;
  /** Unknown until the message is open. */
  view: MessageView | undefined;
}

const mostNamed = 10;

export function MessageFacts({ summary, view }: MessageFactsProps) {
  const styles = useOpenMessageStyles();
  const { messages: texts } = useMailTexts();
  const format = useFormat();
  const people = (list: MessageView['to']) => {
    const named = list.slice(0, mostNamed).map(personText);
    const others = list.length - named.length;
    return others > 0 ? `${named.join(', ')} ${texts.andMore(others)}` : named.join(', ');
  };
  const facts = [
    { name: texts.from, value: summary.from === null ? texts.noSender : personText(summary.from) },
    { name: texts.to, value: people(view?.to ?? []) },
    { name: texts.cc, value: people(view?.cc ?? []) },
    { name: texts.sent, value: summary.sentAt === null ? '' : format.dateTime(summary.sentAt) },
    { name: texts.retrieved, value: format.dateTime(summary.retrievedAt) },
    { name: texts.size, value: format.size(summary.octets) },
  ];
  return (
    <dl className={styles.facts}>
      {facts
        .filter(({ value }) => value !== '')
        .map(({ name, value }) => (
          // “contents”: the name and value stand in the grid, and belong together to screen readers.
          <div key={name} style={{ display: 'contents' }}>
            <dt className={styles.name}>{name}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
