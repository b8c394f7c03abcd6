import { Button, Card, Skeleton, SkeletonItem, Subtitle2 } from '@fluentui/react-components';
import { useState } from 'react';
import type { Entity } from '../../../shared/api/entities.ts';
import { useServiceKeys } from '../../api/setup-queries.ts';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { useFocusReturn } from '../../hooks/use-focus-return.ts';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';
import { CreateKeyDialog } from './CreateKeyDialog.tsx';
import { DeveloperGuide } from './DeveloperGuide.tsx';
import { ServiceKeyTable } from './ServiceKeyTable.tsx';
import { useServiceKeyStyles } from './ServiceKeys.styles.ts';

interface AccessSectionProps {
  entity: Entity;
  admin: boolean;
}

/** Who may fetch tokens of this entity: LEGAL 365's service keys. */
export function AccessSection({ entity, admin }: AccessSectionProps) {
  const styles = useServiceKeyStyles();
  const { serviceKeys: texts } = useSetupTexts();
  const [creating, setCreating] = useState(false);
  const opener = useFocusReturn(creating);
  return (
    <>
      <Card className={styles.card}>
        <Subtitle2 as="h2" className={styles.heading}>
          {texts.title}
        </Subtitle2>
        <p className={styles.text}>{texts.intro}</p>
        {admin ? (
          <div className={styles.actions}>
            <Button ref={opener} appearance="primary" onClick={() => setCreating(true)}>
              {texts.create}
            </Button>
          </div>
        ) : (
          <p className={styles.subtle}>{texts.onlyAdmins}</p>
        )}
        <KeyList entity={entity} admin={admin} />
      </Card>
      <DeveloperGuide entity={entity} />
      {creating && <CreateKeyDialog entityId={entity.id} onClose={() => setCreating(false)} />}
    </>
  );
}

function KeyList({ entity, admin }: AccessSectionProps) {
  const styles = useServiceKeyStyles();
  const { app } = useMessages();
  const { serviceKeys: texts } = useSetupTexts();
  const query = useServiceKeys(entity.id);
  if (query.isPending) {
    return (
      <Skeleton aria-label={app.loading}>
        <SkeletonItem />
      </Skeleton>
    );
  }
  if (query.isError && query.data === undefined)
    return <ProblemBar error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data.length === 0) return <p className={styles.subtle}>{texts.empty}</p>;
  return <ServiceKeyTable entityId={entity.id} serviceKeys={query.data} admin={admin} />;
}
