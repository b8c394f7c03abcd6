import { teamsLightTheme, type Theme } from '@fluentui/react-components';
import type { ThemeName } from './host/host.ts';

/** Most people see the light theme: the other two are fetched when a host asks for them. */
export async function loadTheme(name: ThemeName): Promise<Theme> {
  switch (name) {
    case 'default':
      return teamsLightTheme;
    case 'dark':
      return (await import(/* webpackChunkName: "theme-dark" */ './theme-dark.ts')).darkTheme;
    case 'contrast':
      return (await import(/* webpackChunkName: "theme-contrast" */ './theme-contrast.ts')).contrastTheme;
  }
}

export const firstTheme = teamsLightTheme;
