import { element } from '../../teams-host/page/element.ts';

export interface MenuPage {
  /** Name of the place in the portal's navigation, and of the list it comes from. */
  place: string;
  list: { title: string; address: string };
  name: string;
  pages: readonly { title: string; address: string; open: boolean }[];
  /** Default: name and title of the open page, as blades are headed. */
  heading?: string;
}

/** One of the pages of something: where the person is, the pages beside it, and the one that is open. */
export function menuView({ place, list, name, pages, heading }: MenuPage, content: HTMLElement): HTMLElement {
  const links = pages.map(({ title, address, open }) => {
    const link = element('a', { href: address }, title);
    if (open) link.setAttribute('aria-current', 'page');
    return element('li', {}, link);
  });
  const title = pages.find(({ open }) => open)?.title ?? '';
  return element(
    'div',
    { 'data-place': place },
    element(
      'nav',
      { class: 'path', 'aria-label': 'Breadcrumb' },
      element('a', { href: list.address }, list.title),
      element('span', { 'aria-hidden': 'true' }, ' > '),
      element('span', {}, name),
    ),
    element('h1', { tabIndex: -1 }, heading ?? `${name} | ${title}`),
    element(
      'div',
      { class: 'registration' },
      element('nav', { 'aria-label': name }, element('ul', {}, ...links)),
      element('div', { class: 'page' }, content),
    ),
  );
}
