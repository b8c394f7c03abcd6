/** What the controls of the page say. All of it lives in the page's own address, so that a state can be linked to. */
export interface HostSettings {
  /** User principal name. */
  user: string;
  theme: HostTheme;
  locale: string;
  /** Whether this host offers nested app authentication. */
  nestedAppAuth: boolean;
  width: FrameWidth;
  /** Deep link into the tab, `subEntityId` in the context. */
  sub: string;
}

export const hostThemes = ['default', 'dark', 'contrast'] as const;
export type HostTheme = (typeof hostThemes)[number];

export const hostLocales = ['de-CH', 'fr-CH', 'it-CH', 'en-US'] as const;

export const frameWidths = ['full', '320'] as const;
export type FrameWidth = (typeof frameWidths)[number];

const longestValue = 2000;

/** Reads the query of the page's address; what is missing or unknown becomes the default. */
export function readSettings(query: string, users: readonly string[]): HostSettings {
  const parameters = new URLSearchParams(query);
  const choose = <T extends string>(name: string, choices: readonly T[], otherwise: T): T =>
    choices.find((choice) => choice === parameters.get(name)) ?? otherwise;
  return {
    user: choose('user', users, users[0] ?? ''),
    theme: choose('theme', hostThemes, 'default'),
    locale: choose('locale', hostLocales, 'en-US'),
    nestedAppAuth: parameters.get('naa') !== 'off',
    width: choose('width', frameWidths, 'full'),
    sub: (parameters.get('sub') ?? '').slice(0, longestValue),
  };
}

/** The query that leads back to these settings; `readSettings` is its inverse. */
export function writeSettings(settings: HostSettings): string {
  const parameters = new URLSearchParams({
    user: settings.user,
    theme: settings.theme,
    locale: settings.locale,
    naa: settings.nestedAppAuth ? 'on' : 'off',
    width: settings.width,
  });
  if (settings.sub !== '') parameters.set('sub', settings.sub);
  return `?${parameters.toString()}`;
}
