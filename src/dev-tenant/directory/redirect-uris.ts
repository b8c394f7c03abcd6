import type { Application } from './model.ts';

export type RedirectPlatform = keyof Application['redirectUris'];

/** "Redirect URI (reply URL) restrictions and limitations": for work and school accounts. */
const longestUri = 256;
const mostUris = 256;

const isLocalhost = ({ hostname }: URL): boolean => hostname === 'localhost';

/** A single-page application inside a Microsoft host answers to the broker's scheme ("Nested app authentication"). */
const schemeAllowed = (platform: RedirectPlatform, url: URL): boolean =>
  url.protocol === 'https:' ||
  (url.protocol === 'http:' && isLocalhost(url)) ||
  (platform === 'spa' && url.protocol === 'brk-multihub:') ||
  // Desktop and mobile programs register schemes of their own.
  (platform === 'publicClient' && !['http:', 'javascript:', 'data:', 'file:'].includes(url.protocol));

/** Why a redirect URI cannot be registered, as a sentence that follows its address; undefined when it can. */
export function redirectUriProblem(platform: RedirectPlatform, uri: string): string | undefined {
  if (uri.length > longestUri) return `is longer than ${longestUri} characters.`;
  if (/\s/.test(uri) || !URL.canParse(uri)) return 'is not a valid URL.';
  if (uri.includes('*')) return 'has a wildcard, which is not supported.';
  if (uri.includes('#')) return 'has a fragment (#), which is not allowed.';
  if (!schemeAllowed(platform, new URL(uri))) return 'must start with “HTTPS” or “http://localhost”.';
  return undefined;
}

/** The first reason why a registration cannot have these redirect URIs, as a whole sentence; undefined when it can. */
export function redirectUrisProblem(redirectUris: Application['redirectUris']): string | undefined {
  const platforms: RedirectPlatform[] = ['web', 'spa', 'publicClient'];
  const all = platforms.flatMap((platform) => redirectUris[platform].map((uri) => ({ platform, uri })));
  if (all.length > mostUris) return `A registration has at most ${mostUris} redirect URIs.`;
  for (const [index, { platform, uri }] of all.entries()) {
    const problem = redirectUriProblem(platform, uri);
    if (problem !== undefined) return `The redirect URI ${uri.slice(0, longestUri)} ${problem}`;
    const earlier = all.slice(0, index).some((other) => other.uri === uri);
    if (earlier) return `The redirect URI ${uri} is there twice. Redirect URIs must have distinct values.`;
  }
  return undefined;
}
