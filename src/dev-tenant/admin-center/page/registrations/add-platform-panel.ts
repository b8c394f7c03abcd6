import { element } from '../../../teams-host/page/element.ts';
import { actionForm } from '../action-form.ts';
import { openPanel } from '../dialog.ts';
import { textField } from '../fields.ts';
import { platformNames, platforms, type Platform } from './platforms.ts';

/** "Add a platform": which one, then its first redirect URI. */
export function openAddPlatform(configure: (platform: Platform, uri: string) => Promise<void>): void {
  openPanel('Configure platforms', (close) => {
    const content = element('div', {});
    const cancel = { label: 'Cancel', act: close };
    const ask = (platform: Platform): void => {
      const uri = textField('Redirect URI', {
        hint: 'Must start with “HTTPS” or “http://localhost”, at most 256 characters.',
        placeholder: 'e.g. https://example.com/auth',
      });
      const act = async (): Promise<void> => {
        if (uri.input.value.trim() === '') throw new Error('Enter the redirect URI.');
        await configure(platform, uri.input.value.trim());
        close();
      };
      const title = element('h3', {}, `Configure ${platformNames[platform]}`);
      content.replaceChildren(
        title,
        actionForm([uri.view], { label: 'Configure', busy: 'Saving…', act, cancel }),
      );
      uri.input.focus();
    };
    const tiles = platforms.map((platform) => {
      const tile = element('button', { type: 'button', class: 'tile' }, platformNames[platform]);
      tile.addEventListener('click', () => ask(platform));
      return tile;
    });
    const leave = element('button', { type: 'button', class: 'command' }, 'Cancel');
    leave.addEventListener('click', close);
    content.append(
      element('div', { class: 'tiles' }, ...tiles),
      element('div', { class: 'commands' }, leave),
    );
    return content;
  });
}
