import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { MailboxScope } from '../../api/mailbox-api.ts';
import { hashOf } from '../../hooks/use-hash-route.ts';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalXL },
  link: { color: tokens.colorNeutralForeground2, padding: `${tokens.spacingVerticalXS} 0` },
  current: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** One's own mailboxes, or the firm's: for those who may see both. */
export function ListLinks({ of }: { of: MailboxScope }) {
  const styles = useStyles();
  const { lists, listOf } = useMailTexts().mailboxes;
  return (
    <nav aria-label={lists} className={styles.root}>
      {(['own', 'firm'] as const).map((each) => (
        <Link
          key={each}
          appearance="subtle"
          href={hashOf({ page: 'mailboxes', of: each })}
          aria-current={each === of ? 'page' : undefined}
          className={mergeClasses(styles.link, each === of && styles.current)}
        >
          {listOf[each]}
        </Link>
      ))}
    </nav>
  );
}
