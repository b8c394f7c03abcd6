import { Link, mergeClasses } from '@fluentui/react-components';
import { hashOf, type Route } from '../hooks/use-hash-route.ts';
import { useMessages } from '../i18n/LocaleContext.tsx';
import { useFrameStyles } from './Frame.styles.ts';

const pages = [
  { name: 'overviewPage', route: { page: 'overview' }, holds: ['overview', 'entity'] },
  { name: 'mailboxesPage', route: { page: 'mailboxes', of: 'own' }, holds: ['mailboxes', 'mailbox'] },
  { name: 'explainPage', route: { page: 'explain' }, holds: ['explain'] },
] as const satisfies { name: string; route: Route; holds: Route['page'][] }[];

/** The pages of the tab, of which the present one is marked. They have addresses, so they are links. */
export function PageLinks({ route }: { route: Route }) {
  const styles = useFrameStyles();
  const { app } = useMessages();
  return (
    <nav aria-label={app.pages} className={styles.pages}>
      {pages.map(({ name, route: target, holds }) => {
        const isHere = holds.some((page) => page === route.page);
        return (
          <Link
            key={name}
            appearance="subtle"
            href={hashOf(target)}
            aria-current={isHere ? (target.page === route.page ? 'page' : 'true') : undefined}
            className={mergeClasses(styles.page, isHere && styles.currentPage)}
          >
            {app[name]}
          </Link>
        );
      })}
    </nav>
  );
}
