import { z } from 'zod';

import type { Application } from '../directory/model.ts';
import { addRequiredPermissions, removeRequiredPermissions } from '../directory/required-permissions.ts';
import { grantForEveryone } from '../entra/admin-consent.ts';
import { servicePrincipalOf } from '../entra/client.ts';
import { graphAppId } from '../seed/microsoft-applications.ts';
import { grantRefusal } from './describe-registration.ts';
import type { Caller, PortalApi } from './portal-api.ts';
import type { PermissionsRequest, RegistrationAnswer, ResourceList, ResourceRow } from './portal-data.ts';
import { forbidden, invalid, readBody } from './portal-problem.ts';
import {
  findRegistration,
  registrationAnswer,
  registrationToChange,
  type RegistrationRoute,
} from './registration-routes.ts';

const names = z.array(z.string().max(100)).max(200);
const permissionsRequest = z.strictObject({ resourceAppId: z.guid(), scopes: names, roles: names });

const offeredRoles = ({ appRoles }: Application): string[] =>
  appRoles
    .filter(({ allowedMemberTypes }) => allowedMemberTypes.includes('Application'))
    .map(({ value }) => value);

const describeResource = (resource: Application): ResourceRow => ({
  displayName: resource.displayName,
  applicationId: resource.appId,
  microsoftGraph: resource.appId === graphAppId,
  delegated: resource.scopes.map(({ value, adminConsentRequired }) => ({
    name: value,
    adminConsentRequired,
  })),
  application: offeredRoles(resource).map((name) => ({ name, adminConsentRequired: true })),
});

/** APIs that are present in the tenant and have something to offer. */
const resourcesOf = ({ context }: PortalApi, { tenant }: Caller): Application[] =>
  context.directory.applications
    .filter(({ appId }) => servicePrincipalOf(context, tenant.id, appId))
    .filter((resource) => resource.scopes.length + offeredRoles(resource).length > 0)
    .sort((one, other) => one.displayName.localeCompare(other.displayName));

/** @throws PortalProblem 400 for a permission that the API does not offer */
function readOffered(api: PortalApi, caller: Caller, body: unknown): PermissionsRequest {
  const wanted = readBody(permissionsRequest, body);
  const resource = resourcesOf(api, caller).find(({ appId }) => appId === wanted.resourceAppId);
  if (!resource) throw invalid('Your organization does not use this API.');
  const roles = offeredRoles(resource);
  const unknown =
    wanted.scopes.find((name) => !resource.scopes.some(({ value }) => value === name)) ??
    wanted.roles.find((name) => !roles.includes(name));
  if (unknown !== undefined) throw invalid(`${resource.displayName} does not offer ${unknown}.`);
  return wanted;
}

/** "API permissions": what a registration asks for, and the consent of an administrator for everyone. */
export function permissionRoutes(api: PortalApi): void {
  const { app, context } = api;
  app.get('/resources', async (request): Promise<ResourceList> => {
    const caller = api.member(request);
    return { signedIn: caller.signedIn, resources: resourcesOf(api, caller).map(describeResource) };
  });

  app.post<RegistrationRoute>('/registrations/:appId/permissions', async (request) => {
    const { caller, application } = registrationToChange(api, request);
    addRequiredPermissions(application, readOffered(api, caller, request.body));
    await context.save();
    return registrationAnswer(api, caller, application);
  });

  app.delete<RegistrationRoute>('/registrations/:appId/permissions', async (request) => {
    const { caller, application } = registrationToChange(api, request);
    removeRequiredPermissions(application, readBody(permissionsRequest, request.body));
    await context.save();
    return registrationAnswer(api, caller, application);
  });

  app.post<RegistrationRoute>(
    '/registrations/:appId/grants',
    async (request): Promise<RegistrationAnswer> => {
      const caller = api.member(request);
      const application = findRegistration(api, caller, request);
      const refusal = grantRefusal(context, caller.user, application);
      if (refusal !== null) throw forbidden(refusal);
      await grantForEveryone(context, caller.tenant.id, application, application.requiredResourceAccess);
      return registrationAnswer(api, caller, application);
    },
  );
}
