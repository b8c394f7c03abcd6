import { z } from 'zod';

import type { Directory, ServicePrincipal } from '../../directory/model.ts';
import { newServicePrincipal } from '../../directory/service-principal.ts';
import { mayChangeApplication, mayChangeApplications } from '../../directory/who-may.ts';
import type { Resource, ResourceType } from '../odata.ts';
import { appRoleJson, scopeJson } from './application-json.ts';
import { list, selected } from './collection.ts';
import { alreadyPresent, noBackingApplication } from './directory-refusals.ts';
import {
  bodyOf,
  entity,
  findServicePrincipal,
  noContent,
  type DirectoryHandler,
} from './directory-request.ts';
import { demand, isMember, ownsAsApp, readRights } from './directory-rights.ts';

/** Microsoft Graph, resource type "servicePrincipal". */
const servicePrincipalType: ResourceType = {
  name: 'servicePrincipal',
  properties: [
    ...['id', 'deletedDateTime', 'accountEnabled', 'appDisplayName', 'appId', 'appOwnerOrganizationId'],
    ...['appRoleAssignmentRequired', 'displayName', 'servicePrincipalNames', 'servicePrincipalType'],
    ...['signInAudience', 'replyUrls', 'appRoles', 'oauth2PermissionScopes', 'homepage', 'loginUrl'],
    ...['logoutUrl', 'notes', 'tags', 'passwordCredentials', 'keyCredentials'],
  ],
};

export const applicationOf = ({ applications }: Directory, { appId }: Pick<ServicePrincipal, 'appId'>) =>
  applications.find((application) => application.appId === appId);

function servicePrincipalJson(directory: Directory, principal: ServicePrincipal): Resource {
  const application = applicationOf(directory, principal);
  const { web = [], spa = [], publicClient = [] } = application?.redirectUris ?? {};
  return {
    id: principal.id,
    deletedDateTime: null,
    accountEnabled: principal.accountEnabled,
    appDisplayName: application?.displayName ?? null,
    appId: principal.appId,
    appOwnerOrganizationId: application?.tenantId ?? null,
    appRoleAssignmentRequired: principal.appRoleAssignmentRequired,
    displayName: application?.displayName ?? null,
    servicePrincipalNames: [principal.appId, ...(application?.identifierUris ?? [])],
    servicePrincipalType: 'Application',
    signInAudience: application?.signInAudience ?? null,
    replyUrls: [...web, ...spa, ...publicClient],
    appRoles: application?.appRoles.map(appRoleJson) ?? [],
    oauth2PermissionScopes: application?.scopes.map(scopeJson) ?? [],
    homepage: null,
    loginUrl: null,
    logoutUrl: null,
    notes: null,
    tags: [],
    passwordCredentials: [],
    keyCredentials: [],
  };
}

/** `GET /servicePrincipals`. */
export const listServicePrincipals: DirectoryHandler = (request) => {
  demand(request, readRights, isMember);
  const { directory } = request.context;
  const resources = directory.servicePrincipals
    .filter(({ tenantId }) => tenantId === request.token.tenantId)
    .map((principal) => servicePrincipalJson(directory, principal));
  return list(request, resources, servicePrincipalType, 'servicePrincipals');
};

/** `GET /servicePrincipals/{id}` and `GET /servicePrincipals(appId='...')`. */
export const readServicePrincipal: DirectoryHandler = (request) => {
  demand(request, readRights, isMember);
  const resource = servicePrincipalJson(request.context.directory, findServicePrincipal(request));
  return entity(request, 'servicePrincipals', selected(resource, servicePrincipalType, request.call.query));
};

const changeRights = {
  delegated: ['Application.ReadWrite.All'],
  application: ['Application.ReadWrite.All'],
};

const createBody = z.strictObject({ appId: z.guid().toLowerCase() });

/** `POST /servicePrincipals`: brings an application into the tenant, its own or a multi-tenant one of others. */
export const createServicePrincipal: DirectoryHandler = (request) => {
  const { context, token } = request;
  const { directory } = context;
  const { appId } = bodyOf(request, createBody, 'servicePrincipal');
  const application = applicationOf(directory, { appId });
  if (!application || !ownsAsApp(request, application)) {
    demand(request, changeRights, (person) =>
      application ? mayChangeApplication(person, application) || mayChangeApplications(person) : true,
    );
  }
  const isForeign = application?.tenantId !== token.tenantId;
  if (!application || (isForeign && application.signInAudience === 'AzureADMyOrg')) {
    throw noBackingApplication(appId);
  }
  const present = directory.servicePrincipals.some(
    (one) => one.appId === appId && one.tenantId === token.tenantId,
  );
  if (present) {
    throw alreadyPresent(
      `The service principal cannot be created, updated, or restored because the service principal name ${appId} is already in use.`,
    );
  }
  const principal = newServicePrincipal(token.tenantId, appId);
  directory.servicePrincipals.push(principal);
  return entity(request, 'servicePrincipals', servicePrincipalJson(directory, principal), 201);
};

const updateBody = z
  .strictObject({ accountEnabled: z.boolean(), appRoleAssignmentRequired: z.boolean() })
  .partial();

/** `PATCH /servicePrincipals/{id}`: switches an enterprise application off and on, and assignment. */
export const updateServicePrincipal: DirectoryHandler = (request) => {
  const principal = findServicePrincipal(request);
  const application = applicationOf(request.context.directory, principal);
  if (!application || !ownsAsApp(request, application)) {
    demand(request, changeRights, mayChangeApplications);
  }
  Object.assign(principal, bodyOf(request, updateBody, 'servicePrincipal'));
  return noContent;
};
