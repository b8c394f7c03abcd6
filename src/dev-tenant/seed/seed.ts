import type {
  Application,
  AppRoleAssignment,
  Directory,
  OAuth2PermissionGrant,
  ServicePrincipal,
} from '../directory/model.ts';
import {
  connectApplication,
  connectGraphScopes,
  mailboxRedirects,
  microsoftServiceAppIds,
  productAddresses,
  timeSensorApplication,
  timeSensorGeneveApplication,
  timeSensorRoles,
  timeSensorScopes,
} from './applications.ts';
import { clientIds, tenantIds, userIds } from './identifiers.ts';
import { graphAppId, microsoftApplications } from './microsoft-applications.ts';
import { seedMailboxes, seedUsers, tenants } from './people.ts';

/** The law firm "Muster & Partner" and the firm next door, as the public contract describes them. */
export function buildSeed(now: number, productUrl: string): Directory {
  // Seed grants are older than any propagation delay a test may ask for.
  const grantedAt = new Date(now - 24 * 60 * 60 * 1000).toISOString();
  const bare = timeSensorGeneveApplication(now);
  return {
    tenants: structuredClone([...tenants]),
    users: seedUsers(),
    mailboxes: seedMailboxes(),
    applications: [
      ...microsoftApplications(),
      connectApplication(now, productUrl),
      timeSensorApplication(now, productUrl),
      bare,
    ],
    servicePrincipals: servicePrincipals(),
    appRoleAssignments: appRoleAssignments(grantedAt),
    oauth2PermissionGrants: permissionGrants(grantedAt),
  };
}

/** Points the seed's own redirect URIs at the product's present address; what others registered stays. */
export function refreshProductAddresses(directory: Directory, productUrl: string): void {
  const byAppId = (appId: string): Application | undefined =>
    directory.applications.find((application) => application.appId === appId);
  const connect = byAppId(clientIds.connect);
  if (connect) Object.assign(connect, productAddresses(productUrl));
  const ready = byAppId(clientIds.timeSensor);
  if (!ready) return;
  const foreign = ready.redirectUris.web.filter((uri) => !/\/auth\/(mailbox|consent)\/callback$/.test(uri));
  ready.redirectUris.web = [...new Set([...mailboxRedirects(productUrl), ...foreign])];
}

function servicePrincipal(tenantId: string, appId: string): ServicePrincipal {
  const tenantPart = tenantId === tenantIds.muster ? '4a01' : '4a02';
  return {
    id: `${appId.slice(0, 8)}-5e41-${tenantPart}-9000-${appId.slice(24)}`,
    tenantId,
    appId,
    accountEnabled: true,
    appRoleAssignmentRequired: false,
  };
}

function servicePrincipals(): ServicePrincipal[] {
  const everywhere = [...microsoftServiceAppIds, clientIds.connect];
  return [
    ...everywhere.map((appId) => servicePrincipal(tenantIds.muster, appId)),
    ...everywhere.map((appId) => servicePrincipal(tenantIds.nachbar, appId)),
    servicePrincipal(tenantIds.muster, clientIds.timeSensor),
    servicePrincipal(tenantIds.muster, clientIds.timeSensorGeneve),
  ];
}

function appRoleAssignments(grantedAt: string): AppRoleAssignment[] {
  const timeSensor = servicePrincipal(tenantIds.muster, clientIds.timeSensor);
  const ofPerson = (principalId: string, role: string): AppRoleAssignment => ({
    tenantId: tenantIds.muster,
    principalType: 'User',
    principalId,
    resourceAppId: clientIds.connect,
    role,
    grantedAt,
  });
  return [
    ofPerson(userIds.support, 'Reader'),
    ofPerson(userIds.operator, 'Operator'),
    ...timeSensorRoles.map((role): AppRoleAssignment => ({
      tenantId: tenantIds.muster,
      principalType: 'ServicePrincipal',
      principalId: timeSensor.id,
      resourceAppId: graphAppId,
      role,
      grantedAt,
    })),
  ];
}

function permissionGrants(grantedAt: string): OAuth2PermissionGrant[] {
  const forEveryone = (tenantId: string, clientAppId: string, resourceAppId: string, scopes: string[]) => ({
    tenantId,
    clientAppId,
    resourceAppId,
    userId: null,
    scopes: [...scopes],
    grantedAt,
  });
  return [
    ...Object.values(tenantIds).flatMap((tenantId) => [
      forEveryone(tenantId, clientIds.connect, graphAppId, connectGraphScopes),
      forEveryone(tenantId, clientIds.connect, clientIds.connect, ['access_as_user']),
    ]),
    forEveryone(tenantIds.muster, clientIds.timeSensor, graphAppId, timeSensorScopes),
  ];
}
