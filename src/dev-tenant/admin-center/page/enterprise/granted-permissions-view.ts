import { element } from '../../../teams-host/page/element.ts';
import type { EnterpriseAnswer, EnterpriseDetails } from '../../enterprise-data.ts';
import type { PermissionRow } from '../../portal-data.ts';
import { command, refusalHint } from '../command.ts';
import { confirm } from '../dialog.ts';
import { change } from '../portal-api.ts';
import { refresh, say } from '../portal-page.ts';
import { table } from '../table.ts';

const headings = ['API name', 'Permission', 'Type', 'Granted through'];

/** Leads to Microsoft's consent page. */
function grantControl({ consent }: EnterpriseDetails, tenantName: string): HTMLElement {
  const refusal = 'refusal' in consent ? consent.refusal : null;
  const grant = (): void => {
    if ('address' in consent) location.assign(consent.address);
  };
  const button = command(`Grant admin consent for ${tenantName}`, grant, { refusal });
  if (refusal === null) return element('div', {}, button);
  button.setAttribute('aria-describedby', 'grant-refusal');
  return element('div', {}, button, element('p', { id: 'grant-refusal', class: 'hint' }, refusal));
}

function revokeControl({ changeRefusal, displayName, granted, objectId }: EnterpriseDetails): HTMLElement {
  const revoke = async (): Promise<void> => {
    await change('DELETE', `enterprise-applications/${objectId}/grants`);
    await refresh();
    say('Admin consent was revoked.');
  };
  const ask = (): void =>
    confirm(
      'Revoke admin consent',
      `Do you want to revoke every permission that was granted to ${displayName} for the whole organization? It ` +
        'stops working at once, apart from tokens it holds already.',
      { label: 'Yes', cancelLabel: 'No', busy: 'Revoking…', act: revoke },
    );
  const nothing = granted.length === 0 ? 'There is nothing to revoke.' : null;
  return command('Revoke admin consent', ask, { refusal: changeRefusal ?? nothing });
}

/** "Permissions" of an enterprise application: what it may do in this tenant. */
export function grantedPermissions({ application, signedIn: { tenantName } }: EnterpriseAnswer): HTMLElement {
  const row = ({ api, name, type }: PermissionRow): string[] => [api, name, type, 'Admin consent'];
  return element(
    'section',
    {},
    element('h2', {}, 'Permissions'),
    ...refusalHint(application.changeRefusal),
    element('div', { class: 'commands' }, grantControl(application, tenantName), revokeControl(application)),
    application.granted.length > 0
      ? table('Admin consent', headings, application.granted.map(row))
      : element('p', {}, 'No admin consented permissions found for the application.'),
  );
}
