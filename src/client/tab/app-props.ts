import type { Host } from '../host/host.ts';
import type { Locale } from '../i18n/load-locale.ts';

/** What the pages are given to begin with. */
export interface AppProps {
  host: Host;
  locale: Locale;
}
