import type { DevTenantContext } from '../context.ts';
import type { Application, ServicePrincipal, Tenant } from '../directory/model.ts';
import { clientFault } from './client-faults.ts';
import {
  applicationDisabled,
  applicationNotFound,
  misconfigured,
  singleTenantAtCommon,
  tenantNotFound,
} from './refusals.ts';
import type { Authority } from './tenant-path.ts';

/**
 * The application a request names, as far as the address it was sent to knows it.
 * @throws Refusal 700016 unknown there, 7000112 disabled there, 50194 single-tenant at /common, 90002 (fault)
 */
export function findClient(context: DevTenantContext, authority: Authority, appId: string): Application {
  const place = authority.kind === 'tenant' ? authority.tenant.displayName : authority.kind;
  if (clientFault(context, 'tenant-not-found', appId)) {
    throw tenantNotFound(authority.kind === 'tenant' ? authority.tenant.id : authority.kind);
  }
  const client = context.directory.applications.find((application) => application.appId === appId);
  if (!client || clientFault(context, 'app-not-found', appId)) throw applicationNotFound(appId, place);
  if (clientFault(context, 'app-config-wrong', appId)) throw misconfigured(appId);
  if (authority.kind === 'tenant') {
    checkPresence(context, client, authority.tenant);
  } else if (client.signInAudience === 'AzureADMyOrg') {
    throw singleTenantAtCommon(appId, client.displayName);
  }
  return client;
}

/** @throws Refusal 700016 for another tenant's single-tenant application, 7000112 when switched off in the tenant */
export function checkPresence(context: DevTenantContext, client: Application, tenant: Tenant): void {
  if (client.signInAudience === 'AzureADMyOrg' && client.tenantId !== tenant.id) {
    throw applicationNotFound(client.appId, tenant.displayName);
  }
  const presence = servicePrincipalOf(context, tenant.id, client.appId);
  if (presence?.accountEnabled === false || clientFault(context, 'app-disabled', client.appId)) {
    throw applicationDisabled(client.appId, client.displayName);
  }
}

export const servicePrincipalOf = (
  { directory }: DevTenantContext,
  tenantId: string,
  appId: string,
): ServicePrincipal | undefined =>
  directory.servicePrincipals.find(
    (principal) => principal.tenantId === tenantId && principal.appId === appId,
  );
