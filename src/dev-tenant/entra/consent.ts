import type { DevTenantContext } from '../context.ts';
import type { Application, User } from '../directory/model.ts';
import { ensureServicePrincipal } from '../directory/service-principal.ts';
import { directoryRoles } from '../seed/identifiers.ts';
import { graphAppId } from '../seed/microsoft-applications.ts';
import { servicePrincipalOf } from './client.ts';
import { clientFault } from './client-faults.ts';
import { addScopes } from './permission-grants.ts';
import { consentedScopes } from './permissions.ts';
import { consentMissing } from './grant-refusals.ts';
import type { RequestedScope, Resource } from './scope.ts';
import { policyNeedsAdmin } from './user-consent-policy.ts';

/** Delegated permissions of the sign-in that nobody has granted yet. */
export interface MissingConsent {
  resourceAppId: string;
  scopes: string[];
  adminNeeded: boolean;
}

/** Roles that may consent for the whole organisation to delegated permissions ("Grant tenant-wide admin consent"). */
const consentingRoles: readonly string[] = Object.values(directoryRoles);

export const mayConsentForEveryone = (user: User): boolean =>
  user.directoryRoles.some((role) => consentingRoles.includes(role));

/** Only these may also grant application permissions of Microsoft Graph. */
export const mayGrantApplicationPermissions = (user: User): boolean =>
  user.directoryRoles.some(
    (role) =>
      role === directoryRoles.globalAdministrator || role === directoryRoles.privilegedRoleAdministrator,
  );

/** `.default` means what the registration lists ("Scopes and permissions", the .default scope). */
function wantedNames(client: Application, resource: Resource, scope: RequestedScope): string[] {
  if (!scope.names.includes('.default')) return scope.names;
  const { application } = resource;
  const listed = client.requiredResourceAccess.find(
    ({ resourceAppId }) => resourceAppId === application.appId,
  );
  return listed?.scopes ?? [];
}

/** What the consent page has to ask for, or undefined when everything is granted already. */
export function missingConsent(
  context: DevTenantContext,
  user: User,
  client: Application,
  resource: Resource,
  scope: RequestedScope,
): MissingConsent | undefined {
  const granted = consentedScopes(context, user, client.appId, resource.application.appId);
  const isDefault = scope.names.includes('.default');
  const wanted = isDefault && granted.length > 0 ? [] : wantedNames(client, resource, scope);
  const missing = wanted.filter((name) => !granted.includes(name));
  // Assumption: the sign-in scopes need no consent of their own once the application has any.
  const known = granted.length > 0 || consentedScopes(context, user, client.appId, graphAppId).length > 0;
  const scopes = known ? missing : [...missing, ...scope.signIn];
  if (scopes.length === 0) return undefined;
  return consentTo(context, user, client, resource, scopes);
}

/** A question for these permissions, with who may answer it. */
export function consentTo(
  context: DevTenantContext,
  user: User,
  client: Application,
  { application }: Resource,
  scopes: string[],
): MissingConsent {
  const tenant = context.directory.tenants.find(({ id }) => id === user.tenantId);
  const presence = servicePrincipalOf(context, user.tenantId, client.appId);
  return {
    resourceAppId: application.appId,
    scopes,
    // Where assignment is required people cannot consent for themselves ("Manage users and groups assignment").
    adminNeeded:
      presence?.appRoleAssignmentRequired === true ||
      policyNeedsAdmin(tenant?.userConsent ?? 'recommended', application, scopes),
  };
}

/**
 * The scopes a token may carry: those asked for, or for `.default` all that is granted.
 * @throws Refusal 65001 when consent is missing for one of them
 */
export function grantedScopes(
  context: DevTenantContext,
  user: User,
  client: Application,
  resource: Resource,
  scope: RequestedScope,
): string[] {
  const refused = missingConsent(context, user, client, resource, scope);
  if (refused || clientFault(context, 'consent-missing', client.appId)) {
    throw consentMissing(client.appId, client.displayName);
  }
  if (!scope.names.includes('.default')) return scope.names.length > 0 ? scope.names : scope.signIn;
  const all = consentedScopes(context, user, client.appId, resource.application.appId);
  return [...new Set(all)].filter((name) => resource.application.scopes.some(({ value }) => value === name));
}

/** Writes the grant of a consent page: for one person, or for everyone (userId null). */
export async function recordConsent(
  context: DevTenantContext,
  tenantId: string,
  clientAppId: string,
  userId: string | null,
  { resourceAppId, scopes }: Pick<MissingConsent, 'resourceAppId' | 'scopes'>,
): Promise<void> {
  // Consent is what brings a multi-tenant application into a tenant.
  ensureServicePrincipal(context.directory, tenantId, clientAppId);
  addScopes(context, { tenantId, clientAppId, resourceAppId, userId }, scopes);
  await context.save();
}
