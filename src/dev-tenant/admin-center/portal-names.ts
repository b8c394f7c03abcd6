import type { Application } from '../directory/model.ts';
import { microsoftApplication } from '../seed/microsoft-applications.ts';

/** The portals by their part of the address, with the ids Microsoft publishes for them as clients. */
export const portals = {
  entra: microsoftApplication('c44b4083-3bb0-49c1-b47d-974e53cbdf3c', 'Microsoft Entra admin center', []),
  microsoft365: microsoftApplication(
    '00000006-0000-0ff1-ce00-000000000000',
    'Microsoft 365 admin center',
    [],
  ),
  exchange: microsoftApplication('497effe9-df71-4043-a8bb-14cf78c4b63b', 'Exchange admin center', []),
} as const satisfies Record<string, Application>;

export type PortalName = keyof typeof portals;

export const portalNames = Object.keys(portals) as PortalName[];
