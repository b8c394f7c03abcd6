import type { RedirectUris } from '../../portal-data.ts';

export type Platform = keyof RedirectUris;

export const platforms: readonly Platform[] = ['web', 'spa', 'publicClient'];

export const platformNames: Readonly<Record<Platform, string>> = {
  web: 'Web',
  spa: 'Single-page application',
  publicClient: 'Mobile and desktop applications',
};
