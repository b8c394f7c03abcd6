import { Button, Link, Skeleton, SkeletonItem } from '@fluentui/react-components';
import { ChevronLeft20Regular } from '@fluentui/react-icons/svg/chevron-left';
import type { Mailbox } from '../../../shared/api/mailboxes.ts';
import type { Me } from '../../../shared/api/me.ts';
import { ApiProblem } from '../../api/api-problem.ts';
import { useMailbox } from '../../api/mailbox-queries.ts';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { AccountFacts } from '../../features/mailboxes/AccountFacts.tsx';
import { MailboxMenu } from '../../features/mailboxes/MailboxMenu.tsx';
import { MailboxPanel } from '../../features/mailboxes/MailboxPanel.tsx';
import { MessagesPanel } from '../../features/messages/MessagesPanel.tsx';
import { hashOf, type Route } from '../../hooks/use-hash-route.ts';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { useFrameStyles } from '../Frame.styles.ts';
import { Ready } from '../Ready.tsx';
import { useEntityPageStyles } from './EntityPage.styles.ts';
import { useOverviewStyles } from './Overview.styles.ts';
import { PageHeading } from './PageHeading.tsx';

interface MailboxPageProps {
  me: Me;
  mailboxId: string;
  go: (route: Route) => void;
}

/** One account: its sign-in, POP3, SMTP and retrieval, and what can be done with it. */
export default function MailboxPage({ me, mailboxId, go }: MailboxPageProps) {
  const overview = useOverviewStyles();
  const { app } = useMessages();
  const query = useMailbox(mailboxId);
  if (query.isPending) {
    return (
      <Skeleton aria-label={app.loading}>
        <SkeletonItem className={overview.skeleton} />
      </Skeleton>
    );
  }
  const isGone = query.error instanceof ApiProblem && query.error.problem.status === 404;
  const toList = () => go({ page: 'mailboxes', of: query.data?.mine === false ? 'firm' : 'own' });
  return (
    <Ready>
      {isGone || query.data === undefined ? (
        <>
          {isGone ? (
            <NotFound onList={toList} />
          ) : (
            <ProblemBar error={query.error} onRetry={() => void query.refetch()} />
          )}
        </>
      ) : (
        <Account me={me} mailbox={query.data} onList={toList} />
      )}
    </Ready>
  );
}

interface AccountProps {
  me: Me;
  mailbox: Mailbox;
  onList: () => void;
}

function Account({ me, mailbox, onList }: AccountProps) {
  const styles = useEntityPageStyles();
  const texts = useMailTexts().mailboxes;
  const admin = me.roles.includes('Admin');
  const of = mailbox.mine ? 'own' : 'firm';
  return (
    <>
      <div className={styles.head}>
        <Link href={hashOf({ page: 'mailboxes', of })} className={styles.back}>
          <ChevronLeft20Regular aria-hidden />
          {of === 'own' ? texts.title : texts.firmTitle}
        </Link>
        <div className={styles.titleRow}>
          <PageHeading className={styles.heading}>{mailbox.address}</PageHeading>
          {(mailbox.mine || admin) && <MailboxMenu mailbox={mailbox} onRemoved={onList} />}
        </div>
        <div className={styles.facts}>
          <span>{texts.kinds[mailbox.kind]}</span>
          <span>{mailbox.entityName}</span>
          <span>{texts.provider}</span>
        </div>
      </div>
      <MailboxPanel mailbox={mailbox} admin={admin} />
      {mailbox.mine && <MessagesPanel mailbox={mailbox} />}
      <AccountFacts mailbox={mailbox} />
    </>
  );
}

function NotFound({ onList }: { onList: () => void }) {
  const styles = useFrameStyles();
  const texts = useMailTexts().mailboxes;
  return (
    <div className={styles.centred}>
      <PageHeading className={styles.heading}>{texts.notFound}</PageHeading>
      <p className={styles.text}>{texts.notFoundText}</p>
      <Button appearance="primary" onClick={onList}>
        {texts.toList}
      </Button>
    </div>
  );
}
