import { element } from './element.ts';
import type { HostPage } from './host-page.ts';
import { frameWidths, hostLocales, hostThemes, type HostSettings } from './settings.ts';

const themeNames = { default: 'Light', dark: 'Dark', contrast: 'High contrast' } as const;
const localeNames = {
  'de-CH': 'Deutsch (Schweiz)',
  'fr-CH': 'Français (Suisse)',
  'it-CH': 'Italiano (Svizzera)',
  'en-US': 'English (United States)',
} as const;
const widthNames = { full: 'Full', '320': '320 px' } as const;

/** The switches of the host: who is signed in, and how the client around the tab is set. */
export class ViewControls {
  readonly body: HTMLElement;
  readonly #follow: ((settings: HostSettings) => void)[] = [];

  constructor(page: HostPage) {
    const people = page.data.users.filter(({ isPerson }) => isPerson);
    this.body = element(
      'div',
      { class: 'fields' },
      this.#select(
        page,
        'User',
        'user',
        people.map((person) => [person.signInName, `${person.displayName}, ${person.signInName}`]),
      ),
      this.#select(
        page,
        'Theme',
        'theme',
        hostThemes.map((name) => [name, themeNames[name]]),
      ),
      this.#select(
        page,
        'Language',
        'locale',
        hostLocales.map((name) => [name, localeNames[name]]),
      ),
      this.#select(
        page,
        'Frame width',
        'width',
        frameWidths.map((name) => [name, widthNames[name]]),
      ),
      this.#nestedAppAuth(page),
      element('button', { type: 'button', onclick: () => void page.reload() }, 'Reload tab'),
    );
  }

  /** Shows settings that were changed elsewhere on the page; the fields stay, and so does the focus in them. */
  follow(settings: HostSettings): void {
    for (const update of this.#follow) update(settings);
  }

  #select<K extends 'user' | 'theme' | 'locale' | 'width'>(
    page: HostPage,
    label: string,
    setting: K,
    options: readonly (readonly [HostSettings[K], string])[],
  ): HTMLElement {
    const list = element(
      'select',
      { id: `view-${setting}` },
      ...options.map(([value, text]) => element('option', { value }, text)),
    );
    this.#follow.push((settings) => (list.value = settings[setting]));
    list.value = page.settings[setting];
    list.addEventListener('change', () => {
      const picked = options.find(([value]) => value === list.value);
      if (picked) void page.change({ [setting]: picked[0] });
    });
    return element('div', { class: 'field' }, element('label', { for: list.id }, label), list);
  }

  #nestedAppAuth(page: HostPage): HTMLElement {
    const box = element('input', { type: 'checkbox', checked: !page.settings.nestedAppAuth });
    this.#follow.push((settings) => (box.checked = !settings.nestedAppAuth));
    box.addEventListener('change', () => void page.change({ nestedAppAuth: !box.checked }));
    return element('label', { class: 'check' }, box, 'This client has no nested app authentication');
  }
}
