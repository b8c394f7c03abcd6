import { TabChannel, type ChannelLog } from './tab-channel.ts';
import { hostRuntime, hostSdkVersion } from './host-runtime.ts';
import type { HostSettings } from './settings.ts';
import type { TabMessage } from './tab-message.ts';

const closedCheckMs = 400;

/** Opens a popup in the middle of the page; null when the browser's blocker refuses, which it does without a click. */
export function openPopup(url: string, width: number, height: number): Window | null {
  const left = window.screenX + Math.max(0, (window.outerWidth - width) / 2);
  const top = window.screenY + Math.max(0, (window.outerHeight - height) / 2);
  return window.open(url, '_blank', `popup,width=${width},height=${height},left=${left},top=${top}`);
}

/** Resolves once the window is gone; browsers have no event for it. */
export function windowClosed(popup: Window, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (!popup.closed) return;
      clearInterval(timer);
      resolve();
    }, closedCheckMs);
    signal.addEventListener('abort', () => clearInterval(timer));
  });
}

/**
 * `authentication.authenticate`: the popup's page speaks teams-js with its opener, this page, and reports the outcome,
 * which becomes the answer to the tab's call. Closing the window before that is `CancelledByUser`.
 */
export async function authenticateByPopup(
  url: string,
  options: { width: number; height: number; origin: string; settings: HostSettings; log: ChannelLog },
): Promise<readonly [boolean, string]> {
  const popup = openPopup(url, options.width, options.height);
  if (!popup) return [false, 'FailedToOpenWindow'];
  const outcome = Promise.withResolvers<readonly [boolean, string]>();
  const done = new AbortController();
  const channel = new TabChannel(
    () => popup,
    options.origin,
    async (message) => popupAnswer(message, options.settings, outcome.resolve),
    options.log,
  );
  void windowClosed(popup, done.signal).then(() => outcome.resolve([false, 'CancelledByUser']));
  try {
    return await outcome.promise;
  } finally {
    done.abort();
    channel.close();
  }
}

function popupAnswer(
  message: TabMessage,
  settings: HostSettings,
  settle: (outcome: readonly [boolean, string]) => void,
): readonly unknown[] | undefined | 'unknown-command' {
  const result = typeof message.args[0] === 'string' ? message.args[0] : '';
  switch (message.func) {
    case 'initialize':
      return ['authentication', 'web', hostSdkVersion, hostRuntime(settings)];
    case 'authentication.authenticate.success':
      settle([true, result]);
      return undefined;
    case 'authentication.authenticate.failure':
      settle([false, result]);
      return undefined;
    default:
      return 'unknown-command';
  }
}
