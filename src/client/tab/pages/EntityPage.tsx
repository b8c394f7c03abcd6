import { Button, Skeleton, SkeletonItem, Spinner } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import type { Entity } from '../../../shared/api/entities.ts';
import type { Me } from '../../../shared/api/me.ts';
import type { SetupStep } from '../../../shared/domain/setup.ts';
import { useEntities } from '../../api/queries.ts';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { ConnectionPanel } from '../../features/connection-test/ConnectionPanel.tsx';
import { TestHistory } from '../../features/connection-test/TestHistory.tsx';
import { ModulesSection } from '../../features/entity-registration/ModulesSection.tsx';
import { RegistrationSection } from '../../features/entity-registration/RegistrationSection.tsx';
import type { EntityPart, Route } from '../../hooks/use-hash-route.ts';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { AccessSection } from '../../features/service-keys/AccessSection.tsx';
import { useFrameStyles } from '../Frame.styles.ts';
import { Ready } from '../Ready.tsx';
import { EntityHead } from './EntityHead.tsx';
import { PageHeading } from './PageHeading.tsx';
import { PartLinks } from './PartLinks.tsx';
import { useEntityPageStyles } from './EntityPage.styles.ts';
import { useOverviewStyles } from './Overview.styles.ts';

const SetupPart = lazy(() => import(/* webpackChunkName: "setup" */ './SetupPart.tsx'));

interface EntityPageProps {
  me: Me;
  entityId: string;
  part: EntityPart;
  step: SetupStep | undefined;
  go: (route: Route) => void;
}

/** One entity: its connection, its history, its registration and its modules. */
export default function EntityPage({ me, entityId, part, step, go }: EntityPageProps) {
  const overview = useOverviewStyles();
  const { app } = useMessages();
  const query = useEntities();
  if (query.isPending) {
    return (
      <Skeleton aria-label={app.loading}>
        <SkeletonItem className={overview.skeleton} />
      </Skeleton>
    );
  }
  if (query.isError && query.data === undefined) {
    return (
      <Ready>
        <ProblemBar error={query.error} onRetry={() => void query.refetch()} />
      </Ready>
    );
  }
  const entity = query.data.find((candidate) => candidate.id === entityId);
  return (
    <Ready>
      {entity === undefined ? (
        <NotFound onOverview={() => go({ page: 'overview' })} />
      ) : (
        <EntityParts me={me} entity={entity} part={part} step={step} go={go} />
      )}
    </Ready>
  );
}

interface EntityPartsProps {
  me: Me;
  entity: Entity;
  part: EntityPart;
  step: SetupStep | undefined;
  go: (route: Route) => void;
}

function EntityParts({ me, entity, part, step, go }: EntityPartsProps) {
  const styles = useEntityPageStyles();
  const { app } = useMessages();
  const admin = me.roles.includes('Admin');
  const open = (next: EntityPart) => go({ page: 'entity', entityId: entity.id, part: next });
  return (
    <>
      <EntityHead entity={entity} admin={admin} onRemoved={() => go({ page: 'overview' })} />
      <PartLinks entityId={entity.id} part={part} />
      <div className={styles.panel}>
        <Suspense fallback={<Spinner label={app.loading} />}>
          {part === 'connection' && (
            <ConnectionPanel entity={entity} admin={admin} onSetUp={() => open('setup')} />
          )}
          {part === 'history' && <TestHistory entityId={entity.id} />}
          {part === 'registration' && (
            <RegistrationSection
              entity={entity}
              ownDirectoryId={me.tenantId}
              admin={admin}
              onConnection={() => open('connection')}
            />
          )}
          {part === 'setup' && <SetupPart me={me} entity={entity} step={step} go={go} />}
          {part === 'access' && <AccessSection entity={entity} admin={admin} />}
          {part === 'modules' && <ModulesSection entity={entity} admin={admin} />}
        </Suspense>
      </div>
    </>
  );
}

function NotFound({ onOverview }: { onOverview: () => void }) {
  const styles = useFrameStyles();
  const { entity } = useMessages();
  return (
    <div className={styles.centred}>
      <PageHeading className={styles.heading}>{entity.notFound}</PageHeading>
      <p className={styles.text}>{entity.notFoundText}</p>
      <Button appearance="primary" onClick={onOverview}>
        {entity.toOverview}
      </Button>
    </div>
  );
}
