import { useLeftOut } from '../../api/message-queries.ts';
import { useFormat } from '../../i18n/LocaleContext.tsx';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { useMessageStyles } from './Messages.styles.ts';

const mostSizes = 5;

/** Which messages the owner has to read elsewhere. Of them the size alone is known here, by which they are found there. */
export function LeftOut({ mailboxId }: { mailboxId: string }) {
  const styles = useMessageStyles();
  const { messages: texts } = useMailTexts();
  const format = useFormat();
  const { data } = useLeftOut(mailboxId);
  if (data === undefined || data.messages.length === 0) return null;
  const { messages, next } = data;
  const count = `${format.number(messages.length)}${next === null ? '' : '+'}`;
  const sizes = messages.slice(0, mostSizes).map(({ octets }) => format.size(octets));
  const more = messages.length > sizes.length ? ', …' : '';
  return <p className={styles.subtle}>{texts.leftOut(`${count} (${sizes.join(', ')}${more})`)}</p>;
}
