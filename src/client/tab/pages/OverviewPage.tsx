import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Skeleton,
  SkeletonItem,
  Text,
} from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { lazy, Suspense, useState } from 'react';
import type { Entity } from '../../../shared/api/entities.ts';
import type { Me } from '../../../shared/api/me.ts';
import { useEntities, useStartTest } from '../../api/queries.ts';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { entityState } from '../../features/connection-test/entity-state.ts';
import { hashOf, type Route } from '../../hooks/use-hash-route.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useFormat, useMessages } from '../../i18n/LocaleContext.tsx';
import { Ready } from '../Ready.tsx';
import { EmptyOverview } from './EmptyOverview.tsx';
import { EntityCard } from './EntityCard.tsx';
import { PageHeading } from './PageHeading.tsx';
import { useOverviewStyles } from './Overview.styles.ts';

const AddEntityDialog = lazy(
  () => import(/* webpackChunkName: "entity" */ '../../features/entity-registration/AddEntityDialog.tsx'),
);

interface OverviewPageProps {
  me: Me;
  go: (route: Route) => void;
}

/** All entities of the firm with their state. */
export function OverviewPage({ me, go }: OverviewPageProps) {
  const query = useEntities();
  const [adding, setAdding] = useState(false);
  const admin = me.roles.includes('Admin');
  if (query.isPending) return <Waiting />;
  if (query.isError && query.data === undefined) {
    return (
      <Ready>
        <ProblemBar error={query.error} onRetry={() => void query.refetch()} />
      </Ready>
    );
  }
  return (
    <Ready>
      {query.data.length === 0 ? (
        <EmptyOverview admin={admin} onAdd={() => setAdding(true)} />
      ) : (
        <EntityList entities={query.data} admin={admin} go={go} onAdd={() => setAdding(true)} />
      )}
      {adding && (
        <Suspense fallback={null}>
          <AddEntityDialog
            onClose={() => setAdding(false)}
            onAdded={(entityId) => go({ page: 'entity', entityId, part: 'setup' })}
          />
        </Suspense>
      )}
    </Ready>
  );
}

interface EntityListProps {
  entities: Entity[];
  admin: boolean;
  go: (route: Route) => void;
  onAdd: () => void;
}

function EntityList({ entities, admin, go, onAdd }: EntityListProps) {
  const styles = useOverviewStyles();
  const { app, overview } = useMessages();
  const now = useNow();
  const start = useStartTest();
  const format = useFormat();
  const people = [...new Set(entities.flatMap((entity) => entity.registration?.storedBy ?? []))];
  const testable = entities.filter((entity) => entity.registration !== null);
  return (
    <>
      <div className={styles.head}>
        <div className={styles.titles}>
          <PageHeading className={styles.heading}>{overview.title}</PageHeading>
          <Text className={styles.subtle}>{useSummary(entities, now)}</Text>
        </div>
        {admin && (
          <div className={styles.actions}>
            {testable.length > 1 && (
              <Button onClick={() => testable.forEach((entity) => start.mutate({ entityId: entity.id }))}>
                {overview.testAll}
              </Button>
            )}
            <Button icon={<Add20Regular />} onClick={onAdd}>
              {overview.addEntity}
            </Button>
          </div>
        )}
      </div>
      {!admin && (
        <MessageBar layout="multiline">
          <MessageBarBody>
            {overview.notAdmin}
            {people.length > 0 && ` ${overview.askPeople(format.list(people))}`}
          </MessageBarBody>
          <MessageBarActions>
            <Button as="a" href={hashOf({ page: 'mailboxes', of: 'own' })}>
              {app.ownMailboxes}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {start.isError && <ProblemBar error={start.error} />}
      <ul className={styles.list} aria-label={overview.entities}>
        {entities.map((entity) => (
          <li key={entity.id}>
            <EntityCard
              entity={entity}
              admin={admin}
              now={now}
              onOpen={(part) => go({ page: 'entity', entityId: entity.id, part })}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

/** One sentence over all entities: green only when each of them is. */
function useSummary(entities: Entity[], now: number): string {
  const { overview } = useMessages();
  const kinds = entities.map((entity) => entityState(entity, now).kind);
  const wrong = kinds.filter(
    (kind) => kind === 'failed' || kind === 'sign-in-failed' || kind === 'not-set-up' || kind === 'draft',
  );
  if (kinds.includes('testing')) return overview.testing;
  if (wrong.length > 0) return overview.needAttention(wrong.length, kinds.length);
  return kinds.every((kind) => kind === 'connected') ? overview.allConnected(kinds.length) : overview.notSure;
}

function Waiting() {
  const styles = useOverviewStyles();
  const { app } = useMessages();
  return (
    <Skeleton aria-label={app.loading} className={styles.list}>
      <SkeletonItem className={styles.skeleton} />
      <SkeletonItem className={styles.skeleton} />
    </Skeleton>
  );
}
