import { randomUUID } from 'node:crypto';

import type { Directory, ServicePrincipal } from './model.ts';

/** An enterprise application as a registration or a consent makes it: switched on, open to everyone of the tenant. */
export const newServicePrincipal = (tenantId: string, appId: string): ServicePrincipal => ({
  id: randomUUID(),
  tenantId,
  appId,
  accountEnabled: true,
  appRoleAssignmentRequired: false,
});

/** The enterprise application of a tenant, made when the tenant has none yet. */
export function ensureServicePrincipal(
  directory: Directory,
  tenantId: string,
  appId: string,
): ServicePrincipal {
  const present = directory.servicePrincipals.find(
    (principal) => principal.tenantId === tenantId && principal.appId === appId,
  );
  if (present) return present;
  const made = newServicePrincipal(tenantId, appId);
  directory.servicePrincipals.push(made);
  return made;
}
