import { Link, MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components';
import { PlugConnected24Filled } from '@fluentui/react-icons/svg/plug-connected';
import { lazy, Suspense, useState } from 'react';
import type { Me } from '../../shared/api/me.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import { useMe } from '../api/queries.ts';
import { ProblemBar } from '../components/ProblemBar.tsx';
import { SignInNeeded } from '../host/host.ts';
import { useHost } from '../host/HostContext.tsx';
import { useDeepLink, useHashRoute, type Route } from '../hooks/use-hash-route.ts';
import { useLiveEvents } from '../hooks/use-live-events.ts';
import { useMessages } from '../i18n/LocaleContext.tsx';
import { useFrameStyles } from './Frame.styles.ts';
import { LanguageMenu } from './LanguageMenu.tsx';
import { NavigatedContext } from './NavigatedContext.ts';
import { PageLinks } from './PageLinks.tsx';
import { OverviewPage } from './pages/OverviewPage.tsx';
import { Ready } from './Ready.tsx';
import { SignInPage } from './SignInPage.tsx';

const EntityPage = lazy(() => import(/* webpackChunkName: "entity" */ './pages/EntityPage.tsx'));

const MailboxesPage = lazy(() => import(/* webpackChunkName: "mailboxes" */ './pages/MailboxesPage.tsx'));
const MailboxPage = lazy(() => import(/* webpackChunkName: "mailboxes" */ './pages/MailboxPage.tsx'));
const ExplainPage = lazy(() => import(/* webpackChunkName: "explain" */ './pages/ExplainPage.tsx'));

/** Header and the page that the address names, for somebody who is signed in; a clear state for everybody else. */
export function Frame({ onLanguage }: { onLanguage: (language: Language | undefined) => void }) {
  const styles = useFrameStyles();
  const host = useHost();
  const { app } = useMessages();
  const me = useMe();
  useDeepLink(host.subPageId);
  const online = useLiveEvents(me.isSuccess);
  return (
    <>
      <header className={styles.header}>
        <div className={styles.headerRow}>
          <Link href="#/" appearance="subtle" className={styles.brand}>
            <span aria-hidden className={styles.brandIcon}>
              <PlugConnected24Filled />
            </span>
            {app.name}
          </Link>
          <span className={styles.person}>
            {me.data !== undefined && <PersonLine me={me.data} />}
            <LanguageMenu onLanguage={onLanguage} />
          </span>
        </div>
      </header>
      <main className={styles.main}>
        {!online && (
          <MessageBar intent="warning">
            <MessageBarBody>{app.offline}</MessageBarBody>
          </MessageBar>
        )}
        <Content query={me} />
      </main>
    </>
  );
}

function PersonLine({ me }: { me: Me }) {
  const { app } = useMessages();
  const role = (['Admin', 'Reader', 'Operator', 'User'] as const).find((name) => me.roles.includes(name));
  return (
    <span>
      {me.name}
      {role !== undefined && ` · ${app.roles[role]}`}
    </span>
  );
}

function Content({ query }: { query: ReturnType<typeof useMe> }) {
  const { app } = useMessages();
  if (query.error instanceof SignInNeeded) {
    return (
      <Ready>
        <SignInPage />
      </Ready>
    );
  }
  if (query.isPending) return <Spinner label={app.loading} />;
  if (query.isError) {
    return (
      <Ready>
        <ProblemBar error={query.error} onRetry={() => void query.refetch()} />
      </Ready>
    );
  }
  return <Page me={query.data} />;
}

function Page({ me }: { me: Me }) {
  const { app } = useMessages();
  const [route, go] = useHashRoute();
  return (
    <NavigatedContext value={useNavigated(placeOf(route))}>
      <PageLinks route={route} />
      <Suspense fallback={<Spinner label={app.loading} />}>
        <RoutedPage me={me} route={route} go={go} />
      </Suspense>
    </NavigatedContext>
  );
}

function RoutedPage({ me, route, go }: { me: Me; route: Route; go: (route: Route) => void }) {
  switch (route.page) {
    case 'overview':
      return <OverviewPage me={me} go={go} />;
    case 'mailboxes':
      return <MailboxesPage key={route.of} me={me} of={route.of} />;
    case 'mailbox':
      return <MailboxPage key={route.mailboxId} me={me} mailboxId={route.mailboxId} go={go} />;
    case 'explain':
      return <ExplainPage />;
    case 'entity': {
      const { entityId, part, step } = route;
      return <EntityPage key={entityId} me={me} entityId={entityId} part={part} step={step} go={go} />;
    }
  }
}

/** What counts as one page: the parts of an entity are places in it. */
function placeOf(route: Route): string {
  if (route.page === 'entity') return `entity ${route.entityId}`;
  if (route.page === 'mailbox') return `mailbox ${route.mailboxId}`;
  return route.page === 'mailboxes' ? `mailboxes ${route.of}` : route.page;
}

/** True from the first change of pages on. */
function useNavigated(place: string): boolean {
  const [first] = useState(place);
  const [navigated, setNavigated] = useState(false);
  if (!navigated && place !== first) setNavigated(true);
  return navigated;
}
