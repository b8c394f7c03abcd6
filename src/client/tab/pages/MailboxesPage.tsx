import { Skeleton, SkeletonItem } from '@fluentui/react-components';
import type { Me } from '../../../shared/api/me.ts';
import type { MailboxScope } from '../../api/mailbox-api.ts';
import { useMailboxes } from '../../api/mailbox-queries.ts';
import { useEntities } from '../../api/queries.ts';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { RetrievalSettings } from '../../features/mail-retrieval/RetrievalSettings.tsx';
import { FirmMailboxes } from '../../features/mailboxes/FirmMailboxes.tsx';
import { ListLinks } from '../../features/mailboxes/ListLinks.tsx';
import { MyMailboxes } from '../../features/mailboxes/MyMailboxes.tsx';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { Ready } from '../Ready.tsx';
import { useOverviewStyles } from './Overview.styles.ts';
import { PageHeading } from './PageHeading.tsx';

interface MailboxesPageProps {
  me: Me;
  of: MailboxScope;
}

/** The mailboxes of the communicator: one's own, and for administrators and readers the firm's. */
export default function MailboxesPage({ me, of }: MailboxesPageProps) {
  const styles = useOverviewStyles();
  const texts = useMailTexts().mailboxes;
  const query = useMailboxes(of);
  const seesFirm = me.roles.includes('Admin') || me.roles.includes('Reader');
  const heading = (
    <PageHeading className={styles.heading}>{of === 'firm' ? texts.firmTitle : texts.title}</PageHeading>
  );
  const List = of === 'firm' ? FirmMailboxes : MyMailboxes;
  return (
    <>
      {seesFirm && <ListLinks of={of} />}
      {query.isPending ? (
        <Waiting />
      ) : query.isError && query.data === undefined ? (
        <Ready>
          <ProblemBar error={query.error} onRetry={() => void query.refetch()} />
        </Ready>
      ) : (
        <Ready>
          <List me={me} mailboxes={query.data} heading={heading} />
          {of === 'firm' && seesFirm && <Retrieval me={me} />}
        </Ready>
      )}
    </>
  );
}

/** Whether mail is retrieved here at all: each entity's own choice. */
function Retrieval({ me }: { me: Me }) {
  const entities = useEntities().data?.filter(({ registration }) => registration !== null) ?? [];
  return entities.map(({ id, name }) => (
    <RetrievalSettings key={id} entityId={id} entityName={name} mayWrite={me.roles.includes('Admin')} />
  ));
}

function Waiting() {
  const styles = useOverviewStyles();
  const { app } = useMessages();
  return (
    <Skeleton aria-label={app.loading} className={styles.list}>
      <SkeletonItem className={styles.skeleton} />
    </Skeleton>
  );
}
