import type { ClientConfig } from '../../shared/api/client-config.ts';

export const themeNames = ['default', 'dark', 'contrast'] as const;
export type ThemeName = (typeof themeNames)[number];

/** Thrown when a token cannot be had without a window: a person has to press a button first. */
export class SignInNeeded extends Error {
  override readonly name = 'SignInNeeded';
}

/** Why a sign-in window led to nothing. */
export type SignInProblem = 'window-blocked' | 'cancelled' | 'refused';

export class SignInFailed extends Error {
  override readonly name = 'SignInFailed';
  readonly problem: SignInProblem;

  constructor(problem: SignInProblem, cause: unknown) {
    super(`Sign-in failed: ${problem}`, { cause });
    this.problem = problem;
  }
}

/** Access tokens for our own API. They live in memory only. */
export interface TokenSource {
  /** `fresh` bypasses every cache. Throws SignInNeeded when a person has to act. */
  silent(options?: { fresh?: boolean }): Promise<string>;
  /** Opens a window: call it from a click. Throws SignInFailed. */
  interactive(): Promise<string>;
}

/** What frames the page: Teams (or another Microsoft 365 app), or nothing but a browser. */
export interface Host {
  readonly kind: 'teams' | 'browser';
  readonly config: ClientConfig;
  /** BCP 47 tag as the host names it, e.g. `de-CH`. */
  readonly locale: string;
  /** Where a deep link wants to go, e.g. `entities/{id}/connection`. */
  readonly subPageId: string | undefined;
  readonly theme: ThemeName;
  onThemeChange(listener: (theme: ThemeName) => void): void;
  readonly tokens: TokenSource;
  /** Data, or a clear state, is on the screen: the host takes its loading picture away. */
  notifyReady(): void;
  notifyFailed(reason: string): void;
  openLink(url: string): void;
}
