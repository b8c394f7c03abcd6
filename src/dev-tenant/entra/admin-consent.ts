import type { DevTenantContext } from '../context.ts';
import type { Application, Tenant, User } from '../directory/model.ts';
import { graphAppId } from '../seed/microsoft-applications.ts';
import { servicePrincipalOf } from './client.ts';
import { clientFault } from './client-faults.ts';
import { mayConsentForEveryone, mayGrantApplicationPermissions, recordConsent } from './consent.ts';
import { findResource, parseScope } from './scope.ts';

/** What an administrator is asked to grant at one resource. */
export interface RequestedPermissions {
  resourceAppId: string;
  scopes: string[];
  roles: string[];
}

/**
 * What the link asks for: the v1 form everything the registration lists; the v2 form the scopes named, where
 * `{resource}/.default` stands for what the registration lists of that resource ("Admin consent URL").
 * @throws Refusal 28000, 500011, 70011 for the scope of the v2 form
 */
export function requestedPermissions(
  context: DevTenantContext,
  client: Application,
  tenant: Tenant,
  scope: string | undefined,
): RequestedPermissions[] {
  if (scope === undefined) return client.requiredResourceAccess;
  const { resource: identifier, names } = parseScope(scope);
  if (identifier === undefined) return [];
  const resourceAppId = findResource(context, identifier, tenant).application.appId;
  if (!names.includes('.default')) return [{ resourceAppId, scopes: names, roles: [] }];
  return client.requiredResourceAccess.filter((listed) => listed.resourceAppId === resourceAppId);
}

/** Application permissions of Microsoft Graph need a stronger role than everything else. */
export function mayGrant(
  context: DevTenantContext,
  user: User,
  client: Application,
  permissions: RequestedPermissions[],
): boolean {
  if (clientFault(context, 'admin-approval-needed', client.appId)) return false;
  const graphRoles = permissions.some(
    ({ resourceAppId, roles }) => resourceAppId === graphAppId && roles.length > 0,
  );
  return graphRoles ? mayGrantApplicationPermissions(user) : mayConsentForEveryone(user);
}

/** Grants for everyone; earlier grants for everyone at the same resource that are no longer asked for end. */
export async function grantForEveryone(
  context: DevTenantContext,
  tenantId: string,
  client: Application,
  permissions: RequestedPermissions[],
): Promise<void> {
  const { directory } = context;
  const { appId } = client;
  for (const { resourceAppId, scopes, roles } of permissions) {
    directory.oauth2PermissionGrants = directory.oauth2PermissionGrants.filter(
      (grant) =>
        grant.tenantId !== tenantId ||
        grant.clientAppId !== appId ||
        grant.resourceAppId !== resourceAppId ||
        grant.userId !== null,
    );
    await recordConsent(context, tenantId, appId, null, { resourceAppId, scopes: [...scopes] });
    const principalId = servicePrincipalOf(context, tenantId, appId)?.id ?? '';
    const grantedAt = new Date(context.now()).toISOString();
    for (const role of roles) {
      const held = directory.appRoleAssignments.some(
        (assignment) =>
          assignment.principalId === principalId &&
          assignment.resourceAppId === resourceAppId &&
          assignment.role === role,
      );
      if (held) continue;
      directory.appRoleAssignments.push({
        tenantId,
        principalType: 'ServicePrincipal',
        principalId,
        resourceAppId,
        role,
        grantedAt,
      });
    }
  }
  await context.save();
}
