import { byId, element } from './element.ts';
import { describeTabState, loadingLimitMs, type TabState } from './tab-state.ts';
import type { HostSettings } from './settings.ts';

/** The tab's frame, directly under the top window, and what the host shows in its place or about it. */
export class TabFrame {
  readonly #stage = byId('stage', HTMLElement);
  readonly #notice = byId('notice', HTMLDivElement);
  readonly #loading = byId('loading', HTMLDivElement);
  readonly #status = byId('tab-state', HTMLParagraphElement);
  #frame: HTMLIFrameElement | null = null;
  #giveUp: ReturnType<typeof setTimeout> | undefined;

  window(): Window | null {
    return this.#frame?.contentWindow ?? null;
  }

  /** Loads the tab anew, in a new browsing context, as Teams does on a reload. */
  load(url: string, settings: HostSettings): void {
    this.unload();
    this.#frame = element('iframe', {
      src: url,
      title: 'LEGAL 365 Connect',
      allow: 'clipboard-write',
      class: 'tab',
      'data-width': settings.width,
    });
    // What Teams grants a tab; popups must escape, or Microsoft's sign-in page would be sandboxed as well.
    this.#frame.sandbox.add(
      ...['allow-scripts', 'allow-same-origin', 'allow-forms', 'allow-modals', 'allow-downloads'],
      ...['allow-popups', 'allow-popups-to-escape-sandbox'],
    );
    this.#stage.append(this.#frame);
    this.show({ phase: 'loading' });
    this.#giveUp = setTimeout(
      () =>
        this.show({
          phase: 'failed',
          reason: 'Timeout',
          message: 'The tab did not report that it is ready.',
        }),
      loadingLimitMs,
    );
  }

  unload(): void {
    clearTimeout(this.#giveUp);
    this.#frame?.remove();
    this.#frame = null;
  }

  resize(width: HostSettings['width']): void {
    this.#frame?.setAttribute('data-width', width);
  }

  show(state: TabState): void {
    if (state.phase !== 'loading' && state.phase !== 'loaded') clearTimeout(this.#giveUp);
    this.#status.textContent = describeTabState(state);
    this.#status.dataset['phase'] = state.phase;
    this.#loading.hidden = state.phase !== 'loading';
    this.#notice.hidden = !('message' in state);
    if (!('message' in state)) return;
    const title = state.phase === 'refused' ? 'Microsoft refused this sign-in' : 'The app reported a failure';
    this.#notice.replaceChildren(
      element('h2', {}, title),
      element('p', {}, state.message || 'No reason given.'),
    );
  }
}
