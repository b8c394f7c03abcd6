import type { AppRoleAssignment, Directory, OAuth2PermissionGrant, ServicePrincipal } from './model.ts';

const sameAssignment = (one: AppRoleAssignment, other: AppRoleAssignment): boolean =>
  one.tenantId === other.tenantId &&
  one.principalType === other.principalType &&
  one.principalId === other.principalId &&
  one.resourceAppId === other.resourceAppId &&
  one.role === other.role;

/** Grants an application permission, or gives a person an app role. @returns false when it was there already */
export function assignAppRole(directory: Directory, assignment: AppRoleAssignment): boolean {
  if (directory.appRoleAssignments.some((held) => sameAssignment(held, assignment))) return false;
  directory.appRoleAssignments.push(assignment);
  return true;
}

const isAssignedTo =
  ({ id, tenantId }: ServicePrincipal) =>
  (assignment: AppRoleAssignment): boolean =>
    assignment.tenantId === tenantId &&
    assignment.principalType === 'ServicePrincipal' &&
    assignment.principalId === id;

const isGrantedForEveryone =
  ({ appId, tenantId }: ServicePrincipal) =>
  (grant: OAuth2PermissionGrant): boolean =>
    grant.tenantId === tenantId && grant.clientAppId === appId && grant.userId === null;

/**
 * Takes back all that was granted to an enterprise application for everyone in the tenant; what people have consented to
 * for themselves stays.
 */
export function revokeTenantWideGrants(directory: Directory, principal: ServicePrincipal): void {
  const assigned = isAssignedTo(principal);
  const granted = isGrantedForEveryone(principal);
  directory.appRoleAssignments = directory.appRoleAssignments.filter((entry) => !assigned(entry));
  directory.oauth2PermissionGrants = directory.oauth2PermissionGrants.filter((entry) => !granted(entry));
}
