import { element } from '../../../teams-host/page/element.ts';
import type { RegistrationList } from '../../portal-data.ts';
import { newRegistrationAddress, registrationAddress } from '../blade.ts';
import { table } from '../table.ts';
import { secretStateMark } from './secret-state-mark.ts';

export function registrationsView({ registrations, signedIn }: RegistrationList): HTMLElement {
  const rows = registrations.map(({ displayName, applicationId, secrets }) => [
    element('a', { href: registrationAddress('Overview', applicationId) }, displayName),
    element('code', {}, applicationId),
    secretStateMark(secrets),
  ]);
  const caption = `All applications (${rows.length})`;
  const headings = ['Display name', 'Application (client) ID', 'Certificates & secrets'];
  return element(
    'div',
    { 'data-place': 'registrations' },
    element('h1', { tabIndex: -1 }, 'App registrations'),
    element(
      'p',
      { class: 'commands' },
      element('a', { href: newRegistrationAddress, class: 'command' }, 'New registration'),
    ),
    rows.length > 0
      ? element('section', {}, element('h2', {}, caption), table(caption, headings, rows))
      : element('p', {}, `${signedIn.tenantName} has no app registrations.`),
  );
}
