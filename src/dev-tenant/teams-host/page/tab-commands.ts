import type { HostData, HostUser } from '../host-data.ts';
import { hostContext, hostRuntime, hostSdkVersion } from './host-runtime.ts';
import { answerBridgeRequest, type BridgeHost } from './nested-app-auth.ts';
import type { HostSettings } from './settings.ts';
import type { TabMessage } from './tab-message.ts';
import type { TabState } from './tab-state.ts';

/** What the commands may ask of the page around the tab. */
export interface TabHost extends BridgeHost {
  readonly data: HostData;
  readonly settings: HostSettings;
  readonly sessionId: string;
  user(): HostUser;
  tabIs(state: TabState): void;
  /** The token of the older Teams SSO, or the documented reason for having none. */
  ssoToken(resources: string[]): Promise<readonly [true, string] | readonly [false, string]>;
  authenticate(url: string, width: number, height: number): Promise<readonly [boolean, string]>;
  openWindow(url: string): boolean;
  goTo(subPageId: string): void;
}

type Answer = readonly unknown[] | undefined;
type TabCommand = (message: TabMessage, host: TabHost) => Answer | Promise<Answer>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const size = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);
const silent: TabCommand = () => undefined;

/** Every function of teams-js 2.58 that this host answers or silently accepts, by its name on the wire. */
export const tabCommands: ReadonlyMap<string, TabCommand> = new Map<string, TabCommand>([
  ['initialize', (_, host) => ['content', 'web', hostSdkVersion, hostRuntime(host.settings)]],
  ['getContext', (_, host) => [hostContext(host.data, host.user(), host.settings, host.sessionId)]],
  ['registerHandler', silent],
  [
    'appInitialization.appLoaded',
    (_, host) => {
      host.tabIs({ phase: 'loaded' });
      return undefined;
    },
  ],
  [
    'appInitialization.success',
    (_, host) => {
      host.tabIs({ phase: 'ready' });
      return [{}];
    },
  ],
  ['appInitialization.failure', reportFailure],
  ['appInitialization.expectedFailure', reportFailure],
  ['authentication.getAuthToken', ({ args }, host) => host.ssoToken(list(args[0]))],
  [
    'authentication.authenticate',
    ({ args }, host) => host.authenticate(text(args[0]), size(args[1], 600), size(args[2], 535)),
  ],
  ['nestedAppAuth.execute', ({ data }, host) => answerBridgeRequest(data, host)],
  ['executeDeepLink', ({ args }, host) => openLink(text(args[0]), host)],
  ['openLink', ({ args }, host) => openLink(text(args[0]), host)],
  ['settings.getSettings', (_, host) => [{ entityId: 'connect', contentUrl: host.data.tabUrl }]],
  ['settings.setSettings', () => [true]],
  ['settings.setValidityState', silent],
  ['pages.currentApp.navigateTo', ({ args }, host) => navigate(args[0], host)],
  ['pages.currentApp.navigateToDefaultPage', (_, host) => navigate({ subPageId: '' }, host)],
  ['shareDeepLink', silent],
  ['setFrameContext', silent],
  ['returnFocus', silent],
  ['navigateBack', () => [false, 'There is no page to go back to.']],
]);

function reportFailure({ args }: TabMessage, host: TabHost): undefined {
  host.tabIs({ phase: 'failed', reason: text(args[0]) || 'Other', message: text(args[1]) });
}

function openLink(url: string, host: TabHost): Answer {
  const safe = URL.canParse(url) && ['http:', 'https:', 'mailto:'].includes(new URL(url).protocol);
  return safe && host.openWindow(url) ? [true] : [false, 'The host could not open the link.'];
}

/** teams-js reads an error in the first value here, so success is null. */
function navigate(target: unknown, host: TabHost): Answer {
  if (typeof target !== 'object' || target === null || !('subPageId' in target)) {
    return [{ errorCode: 4000, message: 'No page named.' }];
  }
  host.goTo(text(target.subPageId));
  return [null];
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
