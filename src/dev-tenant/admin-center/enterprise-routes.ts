import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

import { adminCenterAnswer } from '../cloud-endpoints.ts';
import type { Application, ServicePrincipal } from '../directory/model.ts';
import { revokeTenantWideGrants } from '../directory/grants.ts';
import { mayChangeApplications } from '../directory/who-may.ts';
import { microsoftTenantId } from '../seed/microsoft-applications.ts';
import { describePermissions } from './describe-permissions.ts';
import { grantRefusal } from './describe-registration.ts';
import type {
  EnterpriseAnswer,
  EnterpriseDetails,
  EnterpriseList,
  EnterpriseRow,
} from './enterprise-data.ts';
import type { Caller, PortalApi } from './portal-api.ts';
import { forbidden, notFound, readBody } from './portal-problem.ts';

interface EnterpriseRoute {
  Params: { objectId: string };
}

interface Presence {
  principal: ServicePrincipal;
  application: Application;
}

const properties = z.strictObject({ enabled: z.boolean(), assignmentRequired: z.boolean() });

const describeRow = ({ principal, application }: Presence): EnterpriseRow => ({
  displayName: application.displayName,
  objectId: principal.id,
  applicationId: application.appId,
  enabled: principal.accountEnabled,
});

/** The list leaves out Microsoft's own applications, as the filter "Enterprise Applications" of the portal does. */
const presencesOf = ({ context: { directory } }: PortalApi, { tenant }: Caller): Presence[] =>
  directory.servicePrincipals
    .filter(({ tenantId }) => tenantId === tenant.id)
    .flatMap((principal) => {
      const application = directory.applications.find(({ appId }) => appId === principal.appId);
      return application && application.tenantId !== microsoftTenantId ? [{ principal, application }] : [];
    });

function find(api: PortalApi, caller: Caller, { params }: FastifyRequest<EnterpriseRoute>): Presence {
  const wanted = params.objectId.toLowerCase();
  const presence = presencesOf(api, caller).find(({ principal }) => principal.id === wanted);
  if (presence) return presence;
  throw notFound(
    `${caller.tenant.displayName} has no enterprise application with this object ID. The object ID of the ` +
      'registration is another one.',
  );
}

const changeRefusal = ({ user }: Caller): string | null =>
  mayChangeApplications(user)
    ? null
    : 'You can look at this application, but not change it. That takes the role Application Administrator, Cloud ' +
      'Application Administrator or Global Administrator.';

function consentOf(
  { context }: PortalApi,
  { tenant, user }: Caller,
  { principal, application }: Presence,
): EnterpriseDetails['consent'] {
  const refusal = grantRefusal(context, user, application);
  if (refusal !== null) return { refusal };
  const url = context.baseUrl();
  const query = new URLSearchParams({
    client_id: application.appId,
    redirect_uri: adminCenterAnswer(url),
    state: principal.id,
  });
  return { address: `${url}/${tenant.id}/adminconsent?${query.toString()}` };
}

const answer = (api: PortalApi, caller: Caller, presence: Presence): EnterpriseAnswer => ({
  signedIn: caller.signedIn,
  application: {
    ...describeRow(presence),
    assignmentRequired: presence.principal.appRoleAssignmentRequired,
    registeredHere: presence.application.tenantId === caller.tenant.id,
    granted: describePermissions(api.context, caller.tenant.id, presence.application).filter(
      ({ granted }) => granted,
    ),
    changeRefusal: changeRefusal(caller),
    consent: consentOf(api, caller, presence),
  },
});

/** Finds what shall be changed. @throws PortalProblem 403 for who does not administrate applications */
function toChange(
  api: PortalApi,
  request: FastifyRequest<EnterpriseRoute>,
): { caller: Caller; presence: Presence } {
  const caller = api.member(request);
  const presence = find(api, caller, request);
  const refusal = changeRefusal(caller);
  if (refusal !== null) throw forbidden(refusal);
  return { caller, presence };
}

/** "Enterprise applications": who may use an application in this tenant, and what was granted to it. */
export function enterpriseRoutes(api: PortalApi): void {
  const { app, context } = api;
  app.get('/enterprise-applications', async (request): Promise<EnterpriseList> => {
    const caller = api.member(request);
    const applications = presencesOf(api, caller)
      .map(describeRow)
      .sort((one, other) => one.displayName.localeCompare(other.displayName));
    return { signedIn: caller.signedIn, applications };
  });

  app.get<EnterpriseRoute>(
    '/enterprise-applications/:objectId',
    async (request): Promise<EnterpriseAnswer> => {
      const caller = api.member(request);
      return answer(api, caller, find(api, caller, request));
    },
  );

  app.patch<EnterpriseRoute>(
    '/enterprise-applications/:objectId',
    async (request): Promise<EnterpriseAnswer> => {
      const { caller, presence } = toChange(api, request);
      const { enabled, assignmentRequired } = readBody(properties, request.body);
      presence.principal.accountEnabled = enabled;
      presence.principal.appRoleAssignmentRequired = assignmentRequired;
      await context.save();
      return answer(api, caller, presence);
    },
  );

  app.delete<EnterpriseRoute>(
    '/enterprise-applications/:objectId/grants',
    async (request): Promise<EnterpriseAnswer> => {
      const { caller, presence } = toChange(api, request);
      revokeTenantWideGrants(context.directory, presence.principal);
      await context.save();
      return answer(api, caller, presence);
    },
  );
}
