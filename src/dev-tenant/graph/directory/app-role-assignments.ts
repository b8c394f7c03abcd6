import { createHash } from 'node:crypto';

import { z } from 'zod';

import { assignAppRole } from '../../directory/grants.ts';
import type { AppRoleAssignment, Directory, ServicePrincipal } from '../../directory/model.ts';
import { mayChangeApplications } from '../../directory/who-may.ts';
import { mayGrantApplicationPermissions } from '../../entra/consent.ts';
import { graphAppId } from '../../seed/microsoft-applications.ts';
import type { Resource, ResourceType } from '../odata.ts';
import { directoryObjectNotFound } from '../refusals.ts';
import { list } from './collection.ts';
import { badDirectoryRequest, permissionAlreadyAssigned } from './directory-refusals.ts';
import {
  bodyOf,
  entity,
  findPrincipal,
  findServicePrincipal,
  noContent,
  type DirectoryHandler,
  type DirectoryRequest,
} from './directory-request.ts';
import { assignRights, demand, isMember, readRights } from './directory-rights.ts';
import { roleId, roleValue } from './permission-ids.ts';
import { applicationOf } from './service-principals.ts';

/** Microsoft Graph, resource type "appRoleAssignment". */
const assignmentType: ResourceType = {
  name: 'appRoleAssignment',
  properties: [
    ...['id', 'deletedDateTime', 'appRoleId', 'createdDateTime', 'principalDisplayName', 'principalId'],
    ...['principalType', 'resourceDisplayName', 'resourceId'],
  ],
};

/** The end of the path that an assignment is seen from: who holds it, or whose role it is. */
type Side = 'appRoleAssignments' | 'appRoleAssignedTo';

/** Graph's ids of assignments are opaque texts of 43 characters; an assignment is what it joins. */
const idOf = ({ tenantId, principalId, resourceAppId, role }: AppRoleAssignment): string =>
  createHash('sha256').update([tenantId, principalId, resourceAppId, role].join('|')).digest('base64url');

function resourcePrincipal(
  { servicePrincipals }: Directory,
  { tenantId, resourceAppId }: AppRoleAssignment,
): ServicePrincipal | undefined {
  return servicePrincipals.find((one) => one.tenantId === tenantId && one.appId === resourceAppId);
}

function assignmentJson(directory: Directory, assignment: AppRoleAssignment): Resource {
  const { principalId, principalType, tenantId, role, grantedAt } = assignment;
  const resource = resourcePrincipal(directory, assignment);
  const application = resource && applicationOf(directory, resource);
  const principal = findPrincipal(directory, tenantId, principalId);
  const named = principal && 'appId' in principal ? applicationOf(directory, principal) : principal;
  return {
    id: idOf(assignment),
    deletedDateTime: null,
    appRoleId: roleId(application, role),
    createdDateTime: grantedAt,
    principalDisplayName: named?.displayName ?? null,
    principalId,
    principalType,
    resourceDisplayName: application?.displayName ?? null,
    resourceId: resource?.id ?? null,
  };
}

/** Assignments of the service principal in the path, as their holder or as the resource. */
function assignmentsAt(
  { context }: DirectoryRequest,
  principal: ServicePrincipal,
  side: Side,
): AppRoleAssignment[] {
  return context.directory.appRoleAssignments.filter(
    (one) =>
      one.tenantId === principal.tenantId &&
      (side === 'appRoleAssignments'
        ? one.principalId === principal.id
        : one.resourceAppId === principal.appId),
  );
}

/** `GET /servicePrincipals/{id}/appRoleAssignments` and `/appRoleAssignedTo`. */
export const listAssignments =
  (side: Side): DirectoryHandler =>
  (request) => {
    demand(request, readRights, isMember);
    const { directory } = request.context;
    const found = assignmentsAt(request, findServicePrincipal(request), side);
    const resources = found.map((assignment) => assignmentJson(directory, assignment));
    return list(request, resources, assignmentType, 'appRoleAssignments');
  };

/**
 * Application permissions of Graph are for the strongest roles alone, others for those who manage applications ("Grant
 * an appRoleAssignment for a service principal"). To look up what is joined, a right to read is demanded as well.
 */
function demandAssigning(request: DirectoryRequest, resourceAppId: string): void {
  demand(request, assignRights, (person) =>
    resourceAppId === graphAppId
      ? mayGrantApplicationPermissions(person)
      : mayGrantApplicationPermissions(person) || mayChangeApplications(person),
  );
  demand(request, readRights, isMember);
}

const guid = z.guid().toLowerCase();
const assignmentBody = z.strictObject({ principalId: guid, resourceId: guid, appRoleId: guid });

function newAssignment(request: DirectoryRequest, side: Side): AppRoleAssignment {
  const { context, token } = request;
  const { directory } = context;
  const body = bodyOf(request, assignmentBody, 'appRoleAssignment');
  const inPath = findServicePrincipal(request).id;
  if ((side === 'appRoleAssignments' ? body.principalId : body.resourceId) !== inPath) {
    throw badDirectoryRequest('The object of the path and that of the body are not the same.');
  }
  const resource = findServicePrincipal(request, body.resourceId);
  demandAssigning(request, resource.appId);
  const principal = findPrincipal(directory, token.tenantId, body.principalId);
  if (!principal) throw directoryObjectNotFound(body.principalId);
  const principalType = 'appId' in principal ? 'ServicePrincipal' : 'User';
  const member = principalType === 'User' ? 'User' : 'Application';
  const application = applicationOf(directory, resource);
  const role = application && roleValue(application, body.appRoleId, member);
  if (role === undefined) {
    throw badDirectoryRequest(`Permission being assigned was not found on application '${resource.appId}'.`);
  }
  const grantedAt = new Date(context.now()).toISOString();
  const { tenantId, id: principalId } = principal;
  return { tenantId, principalType, principalId, resourceAppId: resource.appId, role, grantedAt };
}

/** `POST /servicePrincipals/{id}/appRoleAssignments` and `/appRoleAssignedTo`. */
export const createAssignment =
  (side: Side): DirectoryHandler =>
  (request) => {
    const { directory } = request.context;
    const assignment = newAssignment(request, side);
    if (!assignAppRole(directory, assignment)) throw permissionAlreadyAssigned();
    return entity(request, 'appRoleAssignments', assignmentJson(directory, assignment), 201);
  };

/** `DELETE .../appRoleAssignments/{id}` and `.../appRoleAssignedTo/{id}`. */
export const deleteAssignment =
  (side: Side): DirectoryHandler =>
  (request) => {
    const { directory } = request.context;
    const principal = findServicePrincipal(request);
    const [, id = ''] = request.values;
    const found = assignmentsAt(request, principal, side).find((assignment) => idOf(assignment) === id);
    demandAssigning(request, found?.resourceAppId ?? principal.appId);
    if (!found) throw directoryObjectNotFound(id);
    directory.appRoleAssignments = directory.appRoleAssignments.filter((one) => one !== found);
    return noContent;
  };
