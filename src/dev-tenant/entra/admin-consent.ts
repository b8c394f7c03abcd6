import type { DevTenantContext } from '../context.ts';
import { assignAppRole } from '../directory/grants.ts';
import type { Application, Tenant, User } from '../directory/model.ts';
import { ensureServicePrincipal } from '../directory/service-principal.ts';
import { graphAppId } from '../seed/microsoft-applications.ts';
import { clientFault } from './client-faults.ts';
import { mayConsentForEveryone, mayGrantApplicationPermissions } from './consent.ts';
import { replaceScopes } from './permission-grants.ts';
import { checkScopeNames, parseScope, resourceOf } from './scope.ts';

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
  const requested = parseScope(scope);
  const resource = resourceOf(context, requested, tenant);
  checkScopeNames(requested, resource);
  const resourceAppId = resource.application.appId;
  if (requested.names.includes('.default')) {
    return client.requiredResourceAccess.filter((listed) => listed.resourceAppId === resourceAppId);
  }
  // The sign-in scopes belong to Graph, and beside another resource they would end what is granted there.
  const signIn = resourceAppId === graphAppId ? requested.signIn : [];
  return [{ resourceAppId, scopes: [...requested.names, ...signIn], roles: [] }];
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

/**
 * Grants for everyone; earlier grants for everyone at the same resource that are no longer asked for end at once, what
 * people granted for themselves stays ("Grant tenant-wide admin consent").
 */
export async function grantForEveryone(
  context: DevTenantContext,
  tenantId: string,
  { appId: clientAppId }: Application,
  permissions: RequestedPermissions[],
): Promise<void> {
  const { id: principalId } = ensureServicePrincipal(context.directory, tenantId, clientAppId);
  const grantedAt = new Date(context.now()).toISOString();
  for (const { resourceAppId, scopes, roles } of permissions) {
    replaceScopes(context, { tenantId, clientAppId, resourceAppId, userId: null }, scopes);
    for (const role of roles) {
      const assignment = { tenantId, principalId, resourceAppId, role, grantedAt };
      assignAppRole(context.directory, { ...assignment, principalType: 'ServicePrincipal' });
    }
  }
  await context.save();
}
