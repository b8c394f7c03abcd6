import { element } from '../../../teams-host/page/element.ts';
import type {
  PermissionRow,
  PermissionsRequest,
  RegistrationAnswer,
  RegistrationDetails,
} from '../../portal-data.ts';
import { command, refusalHint } from '../command.ts';
import { confirm } from '../dialog.ts';
import { permissionStatus } from '../permission-status.ts';
import { change } from '../portal-api.ts';
import { refresh, say } from '../portal-page.ts';
import { table } from '../table.ts';
import { openRequestPermissions } from './request-permissions-panel.ts';

const headings = ['API', 'Permission', 'Type', 'Admin consent required', 'Status', 'Action'];

function permissionTable(
  caption: string,
  permissions: PermissionRow[],
  tenantName: string,
  action: (permission: PermissionRow) => Node | string,
): HTMLElement {
  const rows = permissions.map((permission) => [
    permission.api,
    permission.name,
    permission.type,
    permission.adminConsentRequired ? 'Yes' : 'No',
    permissionStatus(permission, tenantName),
    action(permission),
  ]);
  return table(caption, headings, rows);
}

function removeButton(
  { name, type }: PermissionRow,
  refusal: string | null,
  remove: () => Promise<void>,
): HTMLElement {
  const ask = (): void =>
    confirm('Remove permission', `Are you sure you want to remove “${name}”?`, {
      label: 'Yes, remove',
      busy: 'Removing…',
      act: remove,
    });
  return command('Remove permission', ask, { refusal, name: `Remove permission ${name} (${type})` });
}

/** The button of the consent of an administrator, or the button that says why it does nothing. */
function grantControl({ applicationId, grantRefusal }: RegistrationDetails, tenantName: string): HTMLElement {
  const grant = (): void =>
    confirm(
      'Grant admin consent confirmation.',
      `Do you want to grant consent for the requested permissions for all accounts in ${tenantName}? This will ` +
        'update any existing admin consent records this application already has to match what is listed below.',
      {
        label: 'Yes',
        cancelLabel: 'No',
        busy: 'Granting…',
        act: async () => {
          await change('POST', `registrations/${applicationId}/grants`);
          await refresh();
          say('Grant consent successful: admin consent was granted for the requested permissions.');
        },
      },
    );
  const text = `Grant admin consent for ${tenantName}`;
  const button = command(text, grant, { refusal: grantRefusal });
  if (grantRefusal === null) return element('div', {}, button);
  button.setAttribute('aria-describedby', 'grant-refusal');
  return element('div', {}, button, element('p', { id: 'grant-refusal', class: 'hint' }, grantRefusal));
}

/** "API permissions": what the registration asks for, and what of it is granted. */
export function permissions({ registration, signedIn: { tenantName } }: RegistrationAnswer): HTMLElement {
  const { applicationId, changeRefusal } = registration;
  const path = `registrations/${applicationId}/permissions`;
  const configured = registration.permissions.filter((permission) => permission.configured);
  const others = registration.permissions.filter((permission) => !permission.configured);
  const update = async (method: 'POST' | 'DELETE', body: PermissionsRequest, done: string): Promise<void> => {
    await change(method, path, body);
    await refresh();
    say(done);
  };
  const remove = ({ name, resourceAppId, type }: PermissionRow): Promise<void> => {
    const names = (kind: PermissionRow['type']): string[] => (kind === type ? [name] : []);
    const body = { resourceAppId, scopes: names('Delegated'), roles: names('Application') };
    return update('DELETE', body, `${name} was removed. What was granted for it stays granted.`);
  };
  const removable = (permission: PermissionRow): HTMLElement =>
    removeButton(permission, changeRefusal, () => remove(permission));
  const add = (): void => {
    const open = openRequestPermissions(
      ({ applicationId: api }, kind, name) =>
        configured.some(
          (listed) =>
            listed.resourceAppId === api && listed.type.toLowerCase() === kind && listed.name === name,
        ),
      (request) => update('POST', request, 'The permissions were added.'),
    );
    open.catch((error: unknown) => say(error instanceof Error ? error.message : String(error)));
  };
  const otherTitle = `Other permissions granted for ${tenantName}`;
  return element(
    'section',
    {},
    element('h2', {}, 'Configured permissions'),
    ...refusalHint(changeRefusal),
    element(
      'div',
      { class: 'commands' },
      command('Refresh', () => void refresh()),
      command('Add a permission', add, { refusal: changeRefusal }),
      grantControl(registration, tenantName),
    ),
    configured.length > 0
      ? permissionTable('Configured permissions', configured, tenantName, removable)
      : element('p', {}, 'No permissions added'),
    ...(others.length > 0
      ? [element('h2', {}, otherTitle), permissionTable(otherTitle, others, tenantName, () => '-')]
      : []),
  );
}
