import { element } from '../../teams-host/page/element.ts';
import type { RegistrationDetails } from '../portal-data.ts';
import {
  registrationAddress,
  registrationPages,
  registrationsAddress,
  type RegistrationPage,
} from './blade.ts';

/** Where the person is, the registration's pages, and the one that is open. */
export function registrationView(
  { displayName, applicationId }: RegistrationDetails,
  open: RegistrationPage,
  ...content: HTMLElement[]
): HTMLElement {
  const pages = Object.entries(registrationPages) as [RegistrationPage, string][];
  const link = ([page, title]: [RegistrationPage, string]) => {
    const here = element('a', { href: registrationAddress(page, applicationId) }, title);
    if (page === open) here.setAttribute('aria-current', 'page');
    return element('li', {}, here);
  };
  return element(
    'div',
    {},
    element(
      'nav',
      { class: 'path', 'aria-label': 'Breadcrumb' },
      element('a', { href: registrationsAddress }, 'App registrations'),
      element('span', { 'aria-hidden': 'true' }, ' > '),
      element('span', {}, displayName),
    ),
    element('h1', { tabIndex: -1 }, `${displayName} | ${registrationPages[open]}`),
    element(
      'div',
      { class: 'registration' },
      element('nav', { 'aria-label': displayName }, element('ul', {}, ...pages.map(link))),
      element('div', { class: 'page' }, ...content),
    ),
  );
}
