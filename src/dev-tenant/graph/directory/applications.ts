import type { Application } from '../../directory/model.ts';
import { newApplication } from '../../directory/new-application.ts';
import { mayChangeApplications } from '../../directory/who-may.ts';
import { isAppOnly } from '../rights.ts';
import { applicationBody, writeApplication } from './application-body.ts';
import { applicationJson, applicationType } from './application-json.ts';
import { list, selected } from './collection.ts';
import { quotaExceeded, valueRequired } from './directory-refusals.ts';
import { bodyOf, entity, findApplication, noContent, type DirectoryHandler } from './directory-request.ts';
import { callerId, createRights, demand, demandChange, isMember, readRights } from './directory-rights.ts';

/** Keeps what comes from outside from filling the memory; a real tenant takes far more. */
const mostApplications = 1000;

/** `GET /applications`. */
export const listApplications: DirectoryHandler = (request) => {
  demand(request, readRights, isMember);
  const { directory } = request.context;
  const ofTenant = directory.applications.filter(({ tenantId }) => tenantId === request.token.tenantId);
  const resources = ofTenant.map((application) => applicationJson(directory, application));
  return list(request, resources, applicationType, 'applications');
};

/** `GET /applications/{id}` and `GET /applications(appId='...')`. */
export const readApplication: DirectoryHandler = (request) => {
  demand(request, readRights, isMember);
  const resource = applicationJson(request.context.directory, findApplication(request));
  return entity(request, 'applications', selected(resource, applicationType, request.call.query));
};

/** `POST /applications`: who creates an application owns it. */
export const createApplication: DirectoryHandler = (request) => {
  const { context, token } = request;
  const owned = isAppOnly(token) ? ['Application.ReadWrite.OwnedBy'] : [];
  const rights = { ...createRights, application: [...createRights.application, ...owned] };
  // "Default user permissions": every member may register, guests may not.
  demand(request, rights, (person) => isMember(person) || mayChangeApplications(person));
  const body = bodyOf(request, applicationBody, 'application');
  const { displayName } = body;
  if (displayName === undefined) throw valueRequired('displayName', 'Application');
  const { directory } = context;
  if (directory.applications.length >= mostApplications) throw quotaExceeded();
  const owner = callerId(request);
  const application: Application = newApplication(token.tenantId, {
    displayName,
    owners: owner === undefined ? [] : [owner],
  });
  writeApplication(directory, application, body);
  directory.applications.push(application);
  return entity(request, 'applications', applicationJson(directory, application), 201);
};

/** `PATCH /applications/{id}`. */
export const updateApplication: DirectoryHandler = (request) => {
  const application = findApplication(request);
  demandChange(request, application);
  writeApplication(request.context.directory, application, bodyOf(request, applicationBody, 'application'));
  return noContent;
};

/** `DELETE /applications/{id}`: its service principal in the same tenant goes with it, and what was granted to that. */
export const deleteApplication: DirectoryHandler = (request) => {
  const application = findApplication(request);
  demandChange(request, application);
  const { directory } = request.context;
  const { appId, tenantId } = application;
  const gone = directory.servicePrincipals.find((one) => one.appId === appId && one.tenantId === tenantId);
  directory.applications = directory.applications.filter((one) => one !== application);
  directory.servicePrincipals = directory.servicePrincipals.filter((one) => one !== gone);
  directory.appRoleAssignments = directory.appRoleAssignments.filter(
    (one) => one.tenantId !== tenantId || (one.principalId !== gone?.id && one.resourceAppId !== appId),
  );
  directory.oauth2PermissionGrants = directory.oauth2PermissionGrants.filter(
    (one) => one.tenantId !== tenantId || (one.clientAppId !== appId && one.resourceAppId !== appId),
  );
  return noContent;
};
