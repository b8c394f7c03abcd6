import '@testing-library/jest-dom/jest-globals';
import { FluentProvider, teamsLightTheme } from '@fluentui/react-components';
import { configure, render, type RenderResult } from '@testing-library/react';
import type { Host, TokenSource } from '../../src/client/host/host.ts';
import { loadLocale } from '../../src/client/i18n/load-locale.ts';
import { App } from '../../src/client/tab/App.tsx';
import type { FakeApi } from './fake-api.ts';

// Pages are loaded when they are opened: on a busy machine that takes longer than the second waited by default.
configure({ asyncUtilTimeout: 20_000 });

export interface TabOptions {
  api: FakeApi;
  locale?: string;
  hash?: string;
  subPageId?: string;
  tokens?: TokenSource;
}

export interface OpenTab extends RenderResult {
  /** What the page asked of its host, in order. */
  asked: string[];
}

const signedIn: TokenSource = {
  silent: (options) => Promise.resolve(options?.fresh === true ? 'fresh-token' : 'token'),
  interactive: () => Promise.resolve('token'),
};

/** Draws the whole tab over an API in memory; the host is the one seam that no browser test here can have. */
export async function openTab({
  api,
  locale = 'en-GB',
  hash = '',
  subPageId,
  tokens = signedIn,
}: TabOptions): Promise<OpenTab> {
  globalThis.fetch = api.fetch;
  window.location.hash = hash;
  const asked: string[] = [];
  const host: Host = {
    kind: 'teams',
    config: {
      clientId: 'c',
      scope: 'api://c/access_as_user',
      hostOrigins: [],
      authority: 'https://login.microsoftonline.com/organizations',
      authorityMetadata: null,
      redirectUris: {
        consent: 'https://connect.example/auth/consent/callback',
        mailbox: 'https://connect.example/auth/mailbox/callback',
        desktop: 'http://localhost:50993/authorize/',
      },
      adminConsent: 'https://login.example/{tenant}/adminconsent?client_id={client}',
      portal: {
        entra: 'https://entra.example',
        microsoft365: 'https://admin.example',
        exchange: 'https://exchange.example',
      },
    },
    locale,
    subPageId,
    theme: 'default',
    onThemeChange: () => undefined,
    tokens,
    notifyReady: () => asked.push('ready'),
    notifyFailed: (reason) => asked.push(`failed: ${reason}`),
    openLink: (url) => asked.push(url),
  };
  const texts = await loadLocale(locale);
  const result = render(
    <FluentProvider theme={teamsLightTheme}>
      <App host={host} locale={texts} />
    </FluentProvider>,
  );
  return { ...result, asked };
}
