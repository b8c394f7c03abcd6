import { app, nestedAppAuth } from '@microsoft/teams-js';
import type { ClientConfig } from '../../shared/api/client-config.ts';
import { themeNames, type Host, type ThemeName, type TokenSource } from './host.ts';
import { lazyTokens } from './lazy-tokens.ts';

/** teams-js itself waits a minute for a host that does not answer. */
const answerWithinMs = 5_000;

/** Throws when nothing around the page speaks the protocol of teams-js within five seconds. */
export async function teamsHost(config: ClientConfig): Promise<Host> {
  await within(answerWithinMs, app.initialize(config.hostOrigins));
  app.notifyAppLoaded();
  const context = await within(answerWithinMs, app.getContext());
  return {
    kind: 'teams',
    config,
    locale: context.app.locale,
    subPageId: context.page.subPageId,
    theme: themeNamed(context.app.theme),
    onThemeChange: (listener) => {
      app.registerOnThemeChangeHandler((theme) => listener(themeNamed(theme)));
    },
    tokens: hostTokens(config),
    notifyReady: () => {
      app.notifySuccess().catch(() => undefined);
    },
    notifyFailed: (message) => {
      app.notifyFailure({ reason: app.FailedReason.Other, message });
    },
    openLink: (url) => {
      app.openLink(url).catch(() => window.open(url, '_blank', 'noopener,noreferrer'));
    },
  };
}

function hostTokens(config: ClientConfig): TokenSource {
  const msal = () => import(/* webpackChunkName: "msal" */ './msal-tokens.ts');
  // The host may recommend nested authentication although its bridge is missing: MSAL would then silently open windows.
  if (nestedAppAuth.isNAAChannelRecommended() && 'nestedAppAuthBridge' in window) {
    return lazyTokens(async () => (await msal()).nestedTokens(config));
  }
  const fallback = lazyTokens(async () => (await msal()).windowTokens(config));
  return lazyTokens(async () => {
    const { singleSignOnTokens } = await import(/* webpackChunkName: "teamsfx" */ './teamsfx-credential.ts');
    return singleSignOnTokens(config, fallback);
  });
}

function themeNamed(name: string): ThemeName {
  return themeNames.find((theme) => theme === name) ?? 'default';
}

async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: number | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = window.setTimeout(() => reject(new Error('The host does not answer')), ms);
  });
  return Promise.race([promise, late]).finally(() => window.clearTimeout(timer));
}
