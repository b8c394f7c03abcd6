import { Card, Skeleton, SkeletonItem, Subtitle2 } from '@fluentui/react-components';
import { useRetrievalSettings } from '../../api/message-queries.ts';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { RetrievalForm } from './RetrievalForm.tsx';
import { useRetrievalStyles } from './RetrievalSettings.styles.ts';

interface RetrievalSettingsProps {
  entityId: string;
  entityName: string;
  /** Whether the reader may change it. */
  mayWrite: boolean;
}

/** Whether the mail of an entity's mailboxes is retrieved here, how often, and what happens to it at Microsoft. */
export function RetrievalSettings({ entityId, entityName, mayWrite }: RetrievalSettingsProps) {
  const styles = useRetrievalStyles();
  const { app } = useMessages();
  const { retrieval: texts } = useMailTexts().messages;
  const query = useRetrievalSettings(entityId);
  return (
    <Card className={styles.card}>
      <Subtitle2 as="h2" className={styles.heading}>
        {texts.title(entityName)}
      </Subtitle2>
      <p className={styles.text}>{texts.intro}</p>
      {query.isPending && (
        <Skeleton aria-label={app.loading}>
          <SkeletonItem />
        </Skeleton>
      )}
      {query.isError && query.data === undefined && (
        <ProblemBar error={query.error} title={texts.loadFailed} onRetry={() => void query.refetch()} />
      )}
      {query.data !== undefined && (
        <RetrievalForm entityId={entityId} answer={query.data} mayWrite={mayWrite} />
      )}
    </Card>
  );
}
