import { element } from '../../teams-host/page/element.ts';
import type { RegistrationDetails } from '../portal-data.ts';
import { copyable } from './copyable.ts';

function redirects({ redirectUris }: RegistrationDetails): HTMLElement {
  if (redirectUris.length === 0) return element('span', {}, 'No redirect URIs');
  return element(
    'ul',
    { class: 'plain' },
    ...redirectUris.map(({ platform, uri }) => element('li', {}, `${platform}: `, element('code', {}, uri))),
  );
}

export function overview(
  registration: RegistrationDetails,
  tenantName: string,
  say: (text: string) => void,
): HTMLElement {
  const identifier = (label: string, value: string): [string, Node] => [label, copyable(label, value, say)];
  const accounts = registration.multiTenant
    ? 'Accounts in any organizational directory (Multitenant)'
    : `Accounts in this organizational directory only (${tenantName} only - Single tenant)`;
  const rows: [string, Node | string][] = [
    ['Display name', registration.displayName],
    identifier('Application (client) ID', registration.applicationId),
    identifier('Object ID', registration.objectId),
    identifier('Directory (tenant) ID', registration.directoryId),
    ['Supported account types', accounts],
    ['Redirect URIs', redirects(registration)],
  ];
  return element(
    'section',
    {},
    element('h2', {}, 'Essentials'),
    element(
      'dl',
      {},
      ...rows.map(([label, value]) => element('div', {}, element('dt', {}, label), element('dd', {}, value))),
    ),
  );
}
