import type { ComponentType } from 'react';
import { detectHost } from '../host/detect-host.ts';
import { loadLocale } from '../i18n/load-locale.ts';
import { chosenLocale } from '../i18n/chosen-locale.ts';
import { loadTheme, type HostTheme } from '../theme.ts';
import type { AppProps } from './app-props.ts';

/** Everything the pages need before they can be drawn. */
export interface Started extends AppProps {
  theme: HostTheme;
  App: ComponentType<AppProps>;
}

/** Fetches the pages while the host is being asked who and where we are. Throws when one of them cannot be had. */
export async function start(): Promise<Started> {
  const pages = import(/* webpackChunkName: "app" */ './App.tsx');
  const hosted = detectHost().then(async (host) => {
    // Asked for early so that the first request need not wait; whoever needs the token meets the error, if any.
    host.tokens.silent().catch(() => undefined);
    const [locale, theme] = await Promise.all([
      loadLocale(chosenLocale() ?? host.locale),
      loadTheme(host.theme),
    ]);
    return { host, locale, theme };
  });
  const [{ App }, ready] = await Promise.all([pages, hosted]);
  return { ...ready, App };
}
