import { element } from '../../teams-host/page/element.ts';
import type { PortalRefusal } from '../portal-data.ts';
import { registrationPages, registrationsAddress } from './blade.ts';

function message(title: string, ...texts: (Node | string)[]): HTMLElement {
  return element(
    'div',
    {},
    element('h1', { tabIndex: -1 }, title),
    ...texts.map((text) => element('p', {}, text)),
  );
}

const toRegistrations = (): HTMLElement => element('a', { href: registrationsAddress }, 'App registrations');

export const notEmulated = (): HTMLElement =>
  message(
    'This page is not emulated',
    `The dev tenant shows the list of app registrations and, of each, ${Object.values(registrationPages).join(', ')}.`,
    toRegistrations(),
  );

export function refused({ error, signedIn }: PortalRefusal): HTMLElement {
  if (error === 'forbidden') {
    return message(
      'You do not have access',
      `${signedIn.userName} is a guest of ${signedIn.tenantName}. Guests cannot read its app registrations: ` +
        'use another account, or ask an administrator.',
    );
  }
  return message(
    'The application was not found',
    `${signedIn.tenantName} has no registration with this application ID. It may belong to another directory: ` +
      'use an account of that directory.',
    toRegistrations(),
  );
}

export function failed(reason: string, again: () => void): HTMLElement {
  const button = element('button', { type: 'button', class: 'command' }, 'Try again');
  button.addEventListener('click', again);
  const view = message('The page could not be loaded', reason);
  view.append(button);
  return view;
}
