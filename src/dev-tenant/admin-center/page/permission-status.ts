import { element } from '../../teams-host/page/element.ts';
import type { PermissionRow } from '../portal-data.ts';

/** A delegated permission that every user may consent to has no status until it is granted for all. */
export function permissionStatus(
  { granted, adminConsentRequired }: PermissionRow,
  tenantName: string,
): HTMLElement {
  if (granted)
    return element('span', { class: 'state', 'data-state': 'granted' }, `Granted for ${tenantName}`);
  if (!adminConsentRequired) return element('span', {}, '-');
  return element('span', { class: 'state', 'data-state': 'missing' }, `Not granted for ${tenantName}`);
}
