import { element } from '../../../teams-host/page/element.ts';
import type { RedirectUris, RegistrationAnswer } from '../../portal-data.ts';
import { actionForm } from '../action-form.ts';
import { command, refusalHint } from '../command.ts';
import { change } from '../portal-api.ts';
import { refresh, say } from '../portal-page.ts';
import { openAddPlatform } from './add-platform-panel.ts';
import { platformNames, platforms, type Platform } from './platforms.ts';

/** The redirect URIs of one platform, to be edited in place; what was emptied is left out at saving. */
class PlatformEditor {
  readonly view: HTMLElement;
  readonly #platform: Platform;
  readonly #rows = element('ul', { class: 'plain' });
  readonly #refusal: string | null;

  constructor(platform: Platform, uris: readonly string[], refusal: string | null) {
    this.#platform = platform;
    this.#refusal = refusal;
    for (const uri of uris) this.#add(uri);
    const add = command('Add URI', () => this.#add('').focus(), {
      refusal,
      name: `Add URI for ${platformNames[platform]}`,
    });
    this.view = element(
      'section',
      {},
      element('h3', {}, platformNames[platform]),
      element('p', { class: 'hint' }, 'Redirect URIs'),
      this.#rows,
      add,
    );
  }

  uris(): string[] {
    const typed = [...this.#rows.querySelectorAll('input')].map(({ value }) => value.trim());
    return typed.filter((uri) => uri !== '');
  }

  #add(uri: string): HTMLInputElement {
    const number = this.#rows.childElementCount + 1;
    const name = `${platformNames[this.#platform]} redirect URI ${number}`;
    const input = element('input', {
      'aria-label': name,
      value: uri,
      spellcheck: false,
      autocomplete: 'off',
    });
    input.readOnly = this.#refusal !== null;
    const remove = command('Remove', () => row.remove(), {
      refusal: this.#refusal,
      name: `Remove redirect URI ${number} for ${platformNames[this.#platform]}`,
    });
    const row = element('li', { class: 'uri' }, input, remove);
    this.#rows.append(row);
    return input;
  }
}

const emptied = (uris: RedirectUris): boolean => platforms.every((platform) => uris[platform].length === 0);

/** "Authentication": redirect URIs by platform, saved as a whole. */
export function authentication({ registration }: RegistrationAnswer): HTMLElement {
  const { applicationId, changeRefusal, redirectUris } = registration;
  const save = async (uris: RedirectUris): Promise<void> => {
    await change('PUT', `registrations/${applicationId}/redirect-uris`, uris);
    await refresh();
    say('Successfully updated the redirect URIs.');
  };
  const addPlatform = (): void =>
    openAddPlatform((platform, uri) =>
      save({ ...redirectUris, [platform]: [...redirectUris[platform], uri] }),
    );
  const editors = platforms
    .filter((platform) => redirectUris[platform].length > 0)
    .map((platform) => ({
      platform,
      editor: new PlatformEditor(platform, redirectUris[platform], changeRefusal),
    }));
  const edited = (): RedirectUris => ({
    web: [],
    spa: [],
    publicClient: [],
    ...Object.fromEntries(editors.map(({ platform, editor }) => [platform, editor.uris()])),
  });
  const form = actionForm(
    editors.map(({ editor }) => editor.view),
    {
      label: 'Save',
      busy: 'Saving…',
      act: () => save(edited()),
      cancel: { label: 'Discard', act: () => void refresh() },
      refusal: changeRefusal,
    },
  );
  return element(
    'section',
    {},
    element('h2', {}, 'Platform configurations'),
    element(
      'p',
      { class: 'hint' },
      'Depending on the platform or device this application is targeting, redirect URIs may be required.',
    ),
    ...refusalHint(changeRefusal),
    element('div', { class: 'commands' }, command('Add a platform', addPlatform, { refusal: changeRefusal })),
    emptied(redirectUris) ? element('p', {}, 'No redirect URIs have been added.') : form,
  );
}
