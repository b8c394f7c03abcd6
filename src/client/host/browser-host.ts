import type { ClientConfig } from '../../shared/api/client-config.ts';
import type { Host } from './host.ts';
import { lazyTokens } from './lazy-tokens.ts';

/** No Microsoft 365 app around the page: language and theme come from the browser, sign-in from a window. */
export function browserHost(config: ClientConfig): Host {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  return {
    kind: 'browser',
    config,
    locale: navigator.language,
    subPageId: undefined,
    theme: dark.matches ? 'dark' : 'default',
    onThemeChange: (listener) => {
      dark.addEventListener('change', () => listener(dark.matches ? 'dark' : 'default'));
    },
    tokens: lazyTokens(async () =>
      (await import(/* webpackChunkName: "msal" */ './msal-tokens.ts')).windowTokens(config),
    ),
    notifyReady: () => undefined,
    notifyFailed: () => undefined,
    openLink: (url) => {
      window.open(url, '_blank', 'noopener,noreferrer');
    },
  };
}
