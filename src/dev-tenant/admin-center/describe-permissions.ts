import type { DevTenantContext } from '../context.ts';
import type { Application } from '../directory/model.ts';
import { clientFault } from '../entra/client-faults.ts';
import { applicationRoles } from '../entra/permissions.ts';
import type { PermissionRow } from './portal-data.ts';

interface Names {
  roles: string[];
  scopes: string[];
}

/** What is granted for the whole tenant; a person's own consent does not count here. */
function granted(
  context: DevTenantContext,
  tenantId: string,
  { appId }: Application,
  resourceAppId: string,
): Names {
  const grants = context.directory.oauth2PermissionGrants.filter(
    (grant) =>
      grant.tenantId === tenantId &&
      grant.clientAppId === appId &&
      grant.resourceAppId === resourceAppId &&
      grant.userId === null,
  );
  return {
    roles: applicationRoles(context, tenantId, appId, resourceAppId),
    scopes: clientFault(context, 'consent-missing', appId) ? [] : grants.flatMap(({ scopes }) => scopes),
  };
}

function rows(
  type: PermissionRow['type'],
  resource: Application,
  listed: readonly string[],
  given: readonly string[],
  adminConsentRequired: (name: string) => boolean,
): PermissionRow[] {
  return [...new Set([...listed, ...given])].map((name) => ({
    api: resource.displayName,
    resourceAppId: resource.appId,
    name,
    type,
    adminConsentRequired: adminConsentRequired(name),
    granted: given.includes(name),
    configured: listed.includes(name),
  }));
}

function permissionsOf(
  context: DevTenantContext,
  tenantId: string,
  client: Application,
  resource: Application,
): PermissionRow[] {
  const { appId } = resource;
  const listed = client.requiredResourceAccess.filter(({ resourceAppId }) => resourceAppId === appId);
  const given = granted(context, tenantId, client, appId);
  const scopeNeedsAdmin = (name: string): boolean =>
    resource.scopes.some(({ value, adminConsentRequired }) => value === name && adminConsentRequired);
  return [
    ...rows(
      'Delegated',
      resource,
      listed.flatMap(({ scopes }) => scopes),
      given.scopes,
      scopeNeedsAdmin,
    ),
    // Application permissions always need an administrator ("Overview of permissions and consent").
    ...rows(
      'Application',
      resource,
      listed.flatMap(({ roles }) => roles),
      given.roles,
      () => true,
    ),
  ];
}

/** Permissions the registration lists or the tenant has granted, one row each, by resource. */
export const describePermissions = (
  context: DevTenantContext,
  tenantId: string,
  client: Application,
): PermissionRow[] =>
  context.directory.applications.flatMap((resource) => permissionsOf(context, tenantId, client, resource));
