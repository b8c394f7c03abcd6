import { createHash } from 'node:crypto';

import { z } from 'zod';

import type { Directory, OAuth2PermissionGrant } from '../../directory/model.ts';
import { mayConsentForEveryone } from '../../entra/consent.ts';
import { isGrantOf, recordedScopes, replaceScopes, type GrantKey } from '../../entra/permission-grants.ts';
import type { Resource, ResourceType } from '../odata.ts';
import { directoryObjectNotFound } from '../refusals.ts';
import { list, selected } from './collection.ts';
import { alreadyPresent, invalidValue, valueRequired } from './directory-refusals.ts';
import {
  bodyOf,
  entity,
  findServicePrincipal,
  noContent,
  type DirectoryHandler,
  type DirectoryRequest,
} from './directory-request.ts';
import { demand, grantRights, isMember, readGrantRights } from './directory-rights.ts';

/**
 * Microsoft Graph, resource type "oAuth2PermissionGrant": all that one client may do at one resource, for one person or
 * for everyone. The directory keeps a row for each act of consent; Graph shows them as one grant.
 */
const grantType: ResourceType = {
  name: 'oAuth2PermissionGrant',
  properties: ['id', 'clientId', 'consentType', 'principalId', 'resourceId', 'scope'],
};

const idOf = ({ tenantId, clientAppId, resourceAppId, userId }: GrantKey): string =>
  createHash('sha256')
    .update([tenantId, clientAppId, resourceAppId, userId ?? ''].join('|'))
    .digest('base64url');

function keysOf(directory: Directory, tenantId: string): OAuth2PermissionGrant[] {
  const ofTenant = directory.oauth2PermissionGrants.filter((grant) => grant.tenantId === tenantId);
  return [...new Map(ofTenant.map((grant) => [idOf(grant), grant])).values()];
}

function grantJson({ context }: DirectoryRequest, key: GrantKey): Resource {
  const principalOf = (appId: string): string | null =>
    context.directory.servicePrincipals.find((one) => one.tenantId === key.tenantId && one.appId === appId)
      ?.id ?? null;
  return {
    id: idOf(key),
    clientId: principalOf(key.clientAppId),
    consentType: key.userId === null ? 'AllPrincipals' : 'Principal',
    principalId: key.userId,
    resourceId: principalOf(key.resourceAppId),
    scope: recordedScopes(context, key).join(' '),
  };
}

function findGrant({ context, token, values: [id = ''] }: DirectoryRequest): GrantKey {
  const found = keysOf(context.directory, token.tenantId).find((key) => idOf(key) === id);
  if (!found) throw directoryObjectNotFound(id);
  return found;
}

/** `GET /oauth2PermissionGrants`. */
export const listGrants: DirectoryHandler = (request) => {
  demand(request, readGrantRights, isMember);
  const keys = keysOf(request.context.directory, request.token.tenantId);
  const resources = keys.map((key) => grantJson(request, key));
  return list(request, resources, grantType, 'oauth2PermissionGrants');
};

/** `GET /oauth2PermissionGrants/{id}`. */
export const readGrant: DirectoryHandler = (request) => {
  demand(request, readGrantRights, isMember);
  const resource = selected(grantJson(request, findGrant(request)), grantType, request.call.query);
  return entity(request, 'oauth2PermissionGrants', resource);
};

const guid = z.guid().toLowerCase();
const scope = z.string().trim().max(4000);
const createBody = z.strictObject({
  clientId: guid,
  consentType: z.enum(['AllPrincipals', 'Principal']),
  principalId: guid.nullish(),
  resourceId: guid,
  scope: scope.min(1),
  // Demanded by an earlier release of Graph and ignored since.
  startTime: z.string().max(40).nullish(),
  expiryTime: z.string().max(40).nullish(),
});

const wordsOf = (text: string): string[] => [...new Set(text.split(/\s+/).filter(Boolean))];

/** `POST /oauth2PermissionGrants`. */
export const createGrant: DirectoryHandler = (request) => {
  const { context, token } = request;
  demand(request, grantRights, mayConsentForEveryone);
  const body = bodyOf(request, createBody, 'oAuth2PermissionGrant');
  const forEveryone = body.consentType === 'AllPrincipals';
  if (!forEveryone && !body.principalId) throw valueRequired('principalId', 'oAuth2PermissionGrant');
  if (forEveryone && body.principalId) throw invalidValue('principalId', 'oAuth2PermissionGrant');
  const { users } = context.directory;
  const userId = body.principalId ?? null;
  if (userId !== null && !users.some(({ id, tenantId }) => id === userId && tenantId === token.tenantId)) {
    throw directoryObjectNotFound(userId);
  }
  const { appId: clientAppId } = findServicePrincipal(request, body.clientId);
  const { appId: resourceAppId } = findServicePrincipal(request, body.resourceId);
  const key = { tenantId: token.tenantId, clientAppId, resourceAppId, userId };
  if (context.directory.oauth2PermissionGrants.some((grant) => isGrantOf(grant, key))) {
    throw alreadyPresent('Permission entry already exists.');
  }
  replaceScopes(context, key, wordsOf(body.scope));
  return entity(request, 'oauth2PermissionGrants', grantJson(request, key), 201);
};

const updateBody = z.strictObject({ scope });

/** `PATCH /oauth2PermissionGrants/{id}`: the scopes named are all there is afterwards. */
export const updateGrant: DirectoryHandler = (request) => {
  demand(request, grantRights, mayConsentForEveryone);
  const key = findGrant(request);
  replaceScopes(request.context, key, wordsOf(bodyOf(request, updateBody, 'oAuth2PermissionGrant').scope));
  return noContent;
};

/** `DELETE /oauth2PermissionGrants/{id}`. */
export const deleteGrant: DirectoryHandler = (request) => {
  demand(request, grantRights, mayConsentForEveryone);
  replaceScopes(request.context, findGrant(request), []);
  return noContent;
};
