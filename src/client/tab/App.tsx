import { AriaLiveAnnouncer, makeStaticStyles } from '@fluentui/react-components';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { Language } from '../../shared/i18n/languages.ts';
import { createApi } from '../api/api.ts';
import { ApiContext } from '../api/ApiContext.tsx';
import { createQueryClient } from '../api/query-client.ts';
import { bearerTransport } from '../api/transport.ts';
import { ErrorBoundary } from '../components/ErrorBoundary.tsx';
import { HostContext } from '../host/HostContext.tsx';
import { localeOf, rememberLanguage } from '../i18n/chosen-locale.ts';
import { loadLocale } from '../i18n/load-locale.ts';
import { LocaleContext } from '../i18n/LocaleContext.tsx';
import { BrokenPage } from './BrokenPage.tsx';
import { Frame } from './Frame.tsx';
import type { AppProps } from './app-props.ts';

/** As text: Griffel drops rules of a media query that are given as an object. */
const useMotionStyles = makeStaticStyles(
  '@media (prefers-reduced-motion: reduce) { * { transition-duration: 0.01ms !important; scroll-behavior: auto !important; } }',
);

/** The pages with all that they share. */
export function App({ host, locale: firstLocale }: AppProps) {
  useMotionStyles();
  const [locale, setLocale] = useState(firstLocale);
  const api = useMemo(() => createApi(bearerTransport(host.tokens)), [host]);
  const queries = useMemo(() => createQueryClient(), []);
  useEffect(() => {
    document.documentElement.lang = locale.language;
  }, [locale]);
  const speak = (language: Language | undefined) => {
    rememberLanguage(language);
    void loadLocale(language === undefined ? host.locale : localeOf(language)).then(setLocale);
  };
  return (
    <HostContext value={host}>
      <LocaleContext value={locale}>
        <ApiContext value={api}>
          <QueryClientProvider client={queries}>
            <AriaLiveAnnouncer>
              <ErrorBoundary
                fallback={<BrokenPage />}
                onError={() => host.notifyFailed('the page has stopped')}
              >
                <Frame onLanguage={speak} />
              </ErrorBoundary>
            </AriaLiveAnnouncer>
          </QueryClientProvider>
        </ApiContext>
      </LocaleContext>
    </HostContext>
  );
}
