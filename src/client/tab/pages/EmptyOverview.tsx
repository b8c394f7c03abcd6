import { Button, Card, Subtitle2 } from '@fluentui/react-components';
import { PlugConnected48Regular } from '@fluentui/react-icons/svg/plug-connected';
import { hashOf } from '../../hooks/use-hash-route.ts';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { PageHeading } from './PageHeading.tsx';
import { useOverviewStyles } from './Overview.styles.ts';

/** Before the first entity: what this is for, one thing to do, and what will be needed. */
export function EmptyOverview({ admin, onAdd }: { admin: boolean; onAdd: () => void }) {
  const styles = useOverviewStyles();
  const { app, overview } = useMessages();
  return (
    <Card className={styles.empty}>
      <span aria-hidden className={styles.emptyIcon}>
        <PlugConnected48Regular />
      </span>
      <PageHeading className={styles.heading}>{overview.emptyTitle}</PageHeading>
      <p className={styles.text}>{overview.emptyText}</p>
      {admin ? (
        <>
          <Button appearance="primary" size="large" onClick={onAdd}>
            {overview.emptyButton}
          </Button>
          <Subtitle2 as="h2" className={styles.heading}>
            {overview.emptyNeedTitle}
          </Subtitle2>
          <ul className={styles.needs}>
            {overview.emptyNeeds.map((need) => (
              <li key={need}>{need}</li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <p className={styles.text}>{overview.emptyNotAdmin}</p>
          <Button as="a" href={hashOf({ page: 'mailboxes', of: 'own' })}>
            {app.ownMailboxes}
          </Button>
        </>
      )}
    </Card>
  );
}
