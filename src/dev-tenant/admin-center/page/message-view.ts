import { element } from '../../teams-host/page/element.ts';
import type { PortalRefusal } from '../portal-data.ts';

export function message(title: string, ...texts: (Node | string)[]): HTMLElement {
  return element(
    'div',
    {},
    element('h1', { tabIndex: -1 }, title),
    ...texts.map((text) => element('p', {}, text)),
  );
}

const titles: Readonly<Record<PortalRefusal['error'], string>> = {
  forbidden: 'You do not have access',
  'not-found': 'Not found',
  invalid: 'This did not work',
};

export const refused = ({ error, message: reason }: PortalRefusal): HTMLElement =>
  message(titles[error], reason);

/** A refusal with the way back to the list. */
export const refusedWithin =
  (title: string, list: { title: string; address: string }) =>
  (refusal: PortalRefusal): HTMLElement =>
    refusal.error === 'not-found'
      ? message(title, refusal.message, element('a', { href: list.address }, list.title))
      : refused(refusal);

export function failed(reason: string, again: () => void): HTMLElement {
  const button = element('button', { type: 'button', class: 'command' }, 'Try again');
  button.addEventListener('click', again);
  const view = message('The page could not be loaded', reason);
  view.append(button);
  return view;
}
