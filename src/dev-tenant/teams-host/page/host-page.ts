import type { HostAccount, HostData, HostTokenAnswer, HostTokenRequest, HostUser } from '../host-data.ts';
import { byId } from './element.ts';
import type { MessageLog } from './message-log.ts';
import { writeSettings, type HostSettings } from './settings.ts';
import { TabChannel } from './tab-channel.ts';
import { tabCommands, type TabHost } from './tab-commands.ts';
import { TabFrame } from './tab-frame.ts';
import type { TabState } from './tab-state.ts';
import type { TabMessage } from './tab-message.ts';
import { requestTokenByPopup } from './interactive-sign-in.ts';
import { requestToken, userDisabledCode } from './token-broker.ts';
import { authenticateByPopup } from './windows.ts';

/** The top window: holds the settings (event `change`), the tab's frame, and answers the tab's messages. */
export class HostPage extends EventTarget implements TabHost {
  readonly data: HostData;
  readonly sessionId = crypto.randomUUID();
  settings: HostSettings;
  readonly #log: MessageLog;
  readonly #frame = new TabFrame();
  readonly #channel: TabChannel;

  constructor(data: HostData, settings: HostSettings, log: MessageLog) {
    super();
    this.data = data;
    this.settings = settings;
    this.#log = log;
    const handle = (message: TabMessage) => this.#handle(message);
    this.#channel = new TabChannel(() => this.#frame.window(), this.#tabOrigin(), handle, log);
  }

  user(): HostUser {
    const user = this.data.users.find(({ signInName }) => signInName === this.settings.user);
    if (!user) throw new Error(`The tenant has no user ${this.settings.user}`);
    return user;
  }

  /** Takes over a change of the controls: live where Teams is live, by loading the tab anew where it is not. */
  async change(change: Partial<HostSettings>): Promise<void> {
    this.settings = { ...this.settings, ...change };
    window.history.replaceState(null, '', writeSettings(this.settings));
    this.show();
    this.dispatchEvent(new Event('change'));
    // Until the next person's tab is there, nobody's is: the old one must not be answered in the new name.
    if (change.user) this.#frame.unload();
    if (change.theme) this.#sendEvent('themeChange', [change.theme]);
    if (['user', 'locale', 'nestedAppAuth', 'sub'].some((name) => name in change)) await this.reload();
  }

  show(): void {
    document.documentElement.dataset['theme'] = this.settings.theme;
    const { displayName, tenantName } = this.user();
    const initials = displayName.split(' ').map((word) => word.charAt(0));
    byId('signed-in-name', HTMLSpanElement).textContent = `${displayName}, ${tenantName}`;
    byId('signed-in-initials', HTMLSpanElement).textContent = initials.slice(0, 2).join('');
    this.#frame.resize(this.settings.width);
  }

  /** Signs the chosen user in to the host, then loads the tab; a disabled account gets no further than the refusal. */
  async reload(): Promise<void> {
    const user = this.user();
    const answer = await this.#tokenForHost([this.data.apiScope]);
    if (user !== this.user()) return;
    if (!answer.ok && answer.code === userDisabledCode) {
      this.#frame.unload();
      this.tabIs({ phase: 'refused', message: answer.description });
    } else {
      this.#frame.load(this.data.tabUrl, this.settings);
    }
  }

  tabIs(state: TabState): void {
    this.#frame.show(state);
  }

  account(): Pick<HostAccount, 'homeAccountId' | 'environment' | 'tenantId'> {
    const { id, tenantId } = this.user();
    return { homeAccountId: `${id}.${tenantId}`, environment: new URL(this.data.tenantUrl).host, tenantId };
  }

  tokenSilently(clientId: string, scopes: string[]): Promise<HostTokenAnswer> {
    return requestToken(this.#tokenRequest(clientId, scopes));
  }

  tokenByPopup(clientId: string, scopes: string[]): Promise<HostTokenAnswer> {
    return requestTokenByPopup(this.data, this.user(), this.#tokenRequest(clientId, scopes));
  }

  async ssoToken(resources: string[]): Promise<readonly [true, string] | readonly [false, string]> {
    const answer = await this.#tokenForHost(resources.length > 0 ? resources : [this.data.apiScope]);
    if (answer.ok) return [true, answer.accessToken];
    return [false, answer.error === 'consent_required' ? 'resourceRequiresConsent' : answer.description];
  }

  authenticate(url: string, width: number, height: number): Promise<readonly [boolean, string]> {
    const options = { width, height, origin: this.#tabOrigin(), settings: this.settings, log: this.#log };
    return authenticateByPopup(url, options);
  }

  openWindow(url: string): boolean {
    // With `noopener` the browser returns null even for a window it did open.
    window.open(url, '_blank', 'noopener');
    return true;
  }

  goTo(subPageId: string): void {
    void this.change({ sub: subPageId });
  }

  /** An app that gets a token of its own through the host. */
  #tokenRequest(clientId: string, scopes: string[]): HostTokenRequest {
    return { userId: this.user().id, clientId, hostClientId: clientId, scopes };
  }

  #tokenForHost(scopes: string[]): Promise<HostTokenAnswer> {
    const { clientId, hostClientId } = this.data;
    return requestToken({ userId: this.user().id, clientId, hostClientId, scopes });
  }

  async #handle(message: TabMessage): Promise<readonly unknown[] | undefined | 'unknown-command'> {
    const command = tabCommands.get(message.func);
    return command ? command(message, this) : 'unknown-command';
  }

  #sendEvent(func: string, args: readonly unknown[]): void {
    this.#channel.sendEvent(func, args);
    this.#log.sent(func);
  }

  #tabOrigin(): string {
    return new URL(this.data.tabUrl).origin;
  }
}
