import { Text } from '@fluentui/react-components';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import type { ImportLines } from './import-lines.ts';
import { useMailboxStyles } from './Mailboxes.styles.ts';

/** What a list will become: how many accounts, and which lines are left out and why. */
export function ImportPreview({ lines: { accounts, problems } }: { lines: ImportLines }) {
  const styles = useMailboxStyles();
  const { import: texts } = useMailTexts().mailboxes;
  if (accounts.length + problems.length === 0) return null;
  const shared = accounts.filter(({ kind }) => kind === 'shared').length;
  return (
    <section className={styles.block} aria-label={texts.preview}>
      <p role="status" className={styles.text}>
        <Text weight="semibold">{texts.found(accounts.length)}</Text>
        {shared > 0 && `, ${texts.sharedAmong(shared)}`}
        {problems.length > 0 && ` · ${texts.wrong(problems.length)}`}
      </p>
      {problems.length > 0 && (
        <ul className={styles.lines}>
          {problems.map(({ line, text, problem }) => (
            <li key={line}>
              {texts.line(line, text)} <span className={styles.wrong}>({texts.problems[problem]})</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
