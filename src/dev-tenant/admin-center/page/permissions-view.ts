import { element } from '../../teams-host/page/element.ts';
import type { PermissionRow, RegistrationDetails } from '../portal-data.ts';
import { table } from './table.ts';

const headings = ['API', 'Permission', 'Type', 'Admin consent required', 'Status'];

/** A delegated permission that every user may consent to has no status until it is granted for all. */
function status({ granted, adminConsentRequired }: PermissionRow, tenantName: string): HTMLElement {
  if (granted)
    return element('span', { class: 'state', 'data-state': 'granted' }, `Granted for ${tenantName}`);
  if (!adminConsentRequired) return element('span', {}, '-');
  return element('span', { class: 'state', 'data-state': 'missing' }, `Not granted for ${tenantName}`);
}

function permissionTable(caption: string, permissions: PermissionRow[], tenantName: string): HTMLElement {
  const rows = permissions.map((permission) => [
    permission.api,
    permission.name,
    permission.type,
    permission.adminConsentRequired ? 'Yes' : 'No',
    status(permission, tenantName),
  ]);
  return table(caption, headings, rows);
}

/** The way to Microsoft's consent page, or a button that says why it leads nowhere. */
function grantControl({ consent }: RegistrationDetails, tenantName: string): HTMLElement {
  const text = `Grant admin consent for ${tenantName}`;
  if ('address' in consent) {
    const grant = element('button', { type: 'button', class: 'command' }, text);
    grant.addEventListener('click', () => location.assign(consent.address));
    return element('div', {}, grant);
  }
  // Not `disabled`: the button can be reached by keyboard, and its reason is read out.
  const grant = element(
    'button',
    { type: 'button', class: 'command', 'aria-disabled': 'true', 'aria-describedby': 'grant-refusal' },
    text,
  );
  return element('div', {}, grant, element('p', { id: 'grant-refusal', class: 'hint' }, consent.refusal));
}

export function permissions(
  registration: RegistrationDetails,
  tenantName: string,
  refresh: () => void,
): HTMLElement {
  const configured = registration.permissions.filter((permission) => permission.configured);
  const others = registration.permissions.filter((permission) => !permission.configured);
  const again = element('button', { type: 'button', class: 'command' }, 'Refresh');
  again.addEventListener('click', refresh);
  return element(
    'section',
    {},
    element('h2', {}, 'Configured permissions'),
    element('div', { class: 'commands' }, again, grantControl(registration, tenantName)),
    configured.length > 0
      ? permissionTable('Configured permissions', configured, tenantName)
      : element('p', {}, 'No permissions added'),
    ...(others.length > 0
      ? [
          element('h2', {}, `Other permissions granted for ${tenantName}`),
          permissionTable(`Other permissions granted for ${tenantName}`, others, tenantName),
        ]
      : []),
  );
}
