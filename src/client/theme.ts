import { teamsLightTheme, type Theme } from '@fluentui/react-components';
import type { ThemeName } from './host/host.ts';

/** Colours of our own parts, and the scheme that the browser's parts (scroll bars, date pickers) follow. */
export interface HostTheme {
  theme: Theme;
  scheme: 'light' | 'dark';
}

/** What is shown until the host has said which one it has. */
export const firstTheme: HostTheme = { theme: teamsLightTheme, scheme: 'light' };

/** Most people see the light theme: the other two are fetched when a host asks for them. */
export async function loadTheme(name: ThemeName): Promise<HostTheme> {
  switch (name) {
    case 'default':
      return firstTheme;
    case 'dark': {
      const { darkTheme } = await import(/* webpackChunkName: "theme-dark" */ './theme-dark.ts');
      return { theme: darkTheme, scheme: 'dark' };
    }
    case 'contrast': {
      const { contrastTheme } = await import(/* webpackChunkName: "theme-contrast" */ './theme-contrast.ts');
      return { theme: contrastTheme, scheme: 'dark' };
    }
  }
}
