/** How far the framed tab is, as Teams follows it through `appInitialization.*`. */
export type TabState =
  | { phase: 'loading' | 'loaded' | 'ready' }
  | { phase: 'failed'; reason: string; message: string }
  /** Teams itself could not be signed in, so there is no tab. */
  | { phase: 'refused'; message: string };

/** Teams gives up on a tab with a loading indicator that has not reported success for this long. */
export const loadingLimitMs = 30_000;

/** What the title bar says about it. */
export function describeTabState(state: TabState): string {
  switch (state.phase) {
    case 'loading':
      return 'Tab: loading';
    case 'loaded':
      return 'Tab: loaded, working';
    case 'ready':
      return 'Tab: ready';
    case 'failed':
      return `Tab: failed (${state.reason})`;
    case 'refused':
      return 'Sign-in refused';
  }
}
