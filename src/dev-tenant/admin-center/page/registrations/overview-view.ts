import { element } from '../../../teams-host/page/element.ts';
import type { RedirectUris, RegistrationAnswer } from '../../portal-data.ts';
import { enterpriseAddress, registrationAddress } from '../blade.ts';
import { copyable } from '../copyable.ts';
import { essentials } from '../essentials.ts';

function redirectCount({ web, spa, publicClient }: RedirectUris): string {
  if (web.length + spa.length + publicClient.length === 0) return 'Add a Redirect URI';
  return `${web.length} web, ${spa.length} spa, ${publicClient.length} public client`;
}

export function overview({ registration, signedIn }: RegistrationAnswer): HTMLElement {
  const { applicationId, displayName, enterpriseObjectId, redirectUris } = registration;
  const identifier = (label: string, value: string): [string, Node] => [label, copyable(label, value)];
  const accounts = registration.multiTenant
    ? 'Accounts in any organizational directory (Multitenant)'
    : `Accounts in this organizational directory only (${signedIn.tenantName} only - Single tenant)`;
  const secrets =
    registration.secrets.length > 0
      ? `0 certificate, ${registration.secrets.length} secret`
      : 'Add a certificate or secret';
  const credentials = registrationAddress('Credentials', applicationId);
  const authentication = registrationAddress('Authentication', applicationId);
  const enterprise =
    enterpriseObjectId === null
      ? 'None'
      : element('a', { href: enterpriseAddress('Overview', enterpriseObjectId) }, displayName);
  return element(
    'section',
    {},
    element('h2', {}, 'Essentials'),
    essentials([
      ['Display name', displayName],
      identifier('Application (client) ID', applicationId),
      identifier('Object ID', registration.objectId),
      identifier('Directory (tenant) ID', registration.directoryId),
      ['Supported account types', accounts],
      ['Client credentials', element('a', { href: credentials }, secrets)],
      ['Redirect URIs', element('a', { href: authentication }, redirectCount(redirectUris))],
      ['Managed application in local directory', enterprise],
    ]),
  );
}
