import type { DevTenantContext } from '../context.ts';
import { rightOfModule, moduleNames } from '../directory/module-rights.ts';
import type { User } from '../directory/model.ts';
import { exchangeOnlineAppId, graphAppId } from '../seed/microsoft-applications.ts';
import { servicePrincipalOf } from './client.ts';
import { clientFault } from './client-faults.ts';

/** A grant counts once it has spread through Microsoft's directory (seconds to minutes, as reported publicly). */
function hasSpread(context: DevTenantContext, appId: string, grantedAt: string): boolean {
  const delay = clientFault(context, 'propagation-delay', appId);
  return !delay || context.now() - Date.parse(grantedAt) >= (delay.seconds ?? 60) * 1000;
}

/** Exchange RBAC for Applications gives these by scope, so that the tenant-wide right is taken away. */
const mailboxRight = /^(Calendars|Contacts|Mail|MailboxSettings)\./;

function withFaults(context: DevTenantContext, appId: string, roles: string[]): string[] {
  if (clientFault(context, 'consent-missing', appId)) return [];
  let left = roles;
  if (clientFault(context, 'rbac-scope', appId)) left = left.filter((role) => !mailboxRight.test(role));
  const missing = clientFault(context, 'permission-missing', appId);
  if (!missing) return left;
  const rights = (missing.module === undefined ? moduleNames : [missing.module]).map(rightOfModule);
  return left.flatMap((role) => {
    if (!rights.includes(role)) return [role];
    return missing.access === 'write' && role.includes('.ReadWrite')
      ? [role.replace('.ReadWrite', '.Read')]
      : [];
  });
}

/** Application permissions of a client on a resource; empty, not refused, when nobody has consented. */
export function applicationRoles(
  context: DevTenantContext,
  tenantId: string,
  appId: string,
  resourceAppId: string,
): string[] {
  const principal = servicePrincipalOf(context, tenantId, appId);
  if (!principal) return [];
  const granted = context.directory.appRoleAssignments.filter(
    (assignment) =>
      assignment.tenantId === tenantId &&
      assignment.principalType === 'ServicePrincipal' &&
      assignment.principalId === principal.id &&
      assignment.resourceAppId === resourceAppId &&
      hasSpread(context, appId, assignment.grantedAt),
  );
  return withFaults(context, appId, [...new Set(granted.map(({ role }) => role))]);
}

/** Stands in an assignment for the default access, which is no role (in Graph the id of zeros). */
export const defaultAccess = '';

const assignmentsOfUser = ({ directory }: DevTenantContext, user: User, resourceAppId: string): string[] =>
  directory.appRoleAssignments
    .filter(
      ({ principalId, resourceAppId: resource }) => principalId === user.id && resource === resourceAppId,
    )
    .map(({ role }) => role);

/** App roles of a person on an application. */
export const appRolesOfUser = (context: DevTenantContext, user: User, resourceAppId: string): string[] =>
  assignmentsOfUser(context, user, resourceAppId).filter((role) => role !== defaultAccess);

/** Whether a person is assigned to an application, with a role or the default access. */
export const isAssignedUser = (context: DevTenantContext, user: User, resourceAppId: string): boolean =>
  assignmentsOfUser(context, user, resourceAppId).length > 0;

/**
 * Delegated permissions that count for this person: granted for everyone in the tenant, or by the person.
 * The POP and SMTP scopes are registered under Graph but asked for at Exchange Online, so either grant counts.
 */
export function consentedScopes(
  context: DevTenantContext,
  user: User,
  clientAppId: string,
  resourceAppId: string,
): string[] {
  if (clientFault(context, 'consent-missing', clientAppId)) return [];
  const resources =
    resourceAppId === exchangeOnlineAppId ? [exchangeOnlineAppId, graphAppId] : [resourceAppId];
  return context.directory.oauth2PermissionGrants
    .filter(
      (grant) =>
        grant.tenantId === user.tenantId &&
        grant.clientAppId === clientAppId &&
        resources.includes(grant.resourceAppId) &&
        (grant.userId === null || grant.userId === user.id) &&
        hasSpread(context, clientAppId, grant.grantedAt),
    )
    .flatMap(({ scopes }) => scopes);
}
