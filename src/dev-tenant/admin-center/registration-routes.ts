import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { Application } from '../directory/model.ts';
import { newApplication } from '../directory/new-application.ts';
import { redirectUrisProblem } from '../directory/redirect-uris.ts';
import { ensureServicePrincipal } from '../directory/service-principal.ts';
import { graphAppId } from '../seed/microsoft-applications.ts';
import { changeRefusal, describeRegistration, describeRow } from './describe-registration.ts';
import type { Caller, PortalApi } from './portal-api.ts';
import type { RegistrationAnswer, RegistrationList } from './portal-data.ts';
import { forbidden, invalid, notFound, readBody } from './portal-problem.ts';

export interface RegistrationRoute {
  Params: { appId: string };
}

/** Assumption; Entra's own quota counts all objects of a directory. */
const mostRegistrations = 250;

const registrationRequest = z.strictObject({
  displayName: z
    .string()
    .trim()
    .min(1, 'Enter a name for the application.')
    .max(120, 'The name has at most 120 characters.'),
  multiTenant: z.boolean(),
  redirectUri: z
    .strictObject({ platform: z.enum(['web', 'spa', 'publicClient']), uri: z.string().max(2000) })
    .nullable(),
});

const ofTenant = ({ context }: PortalApi, { tenant }: Caller): Application[] =>
  context.directory.applications.filter(({ tenantId }) => tenantId === tenant.id);

/** @throws PortalProblem 404 for what is not of the caller's tenant */
export function findRegistration(
  api: PortalApi,
  caller: Caller,
  { params }: FastifyRequest<RegistrationRoute>,
): Application {
  const wanted = params.appId.toLowerCase();
  const application = ofTenant(api, caller).find(({ appId }) => appId === wanted);
  if (application) return application;
  throw notFound(
    `${caller.tenant.displayName} has no registration with this application ID. It may belong to another ` +
      'directory: use an account of that directory.',
  );
}

/** @throws PortalProblem 403 for who neither owns it nor administrates applications */
export function registrationToChange(
  api: PortalApi,
  request: FastifyRequest<RegistrationRoute>,
): { caller: Caller; application: Application } {
  const caller = api.member(request);
  const application = findRegistration(api, caller, request);
  const refusal = changeRefusal(caller.user, application);
  if (refusal !== null) throw forbidden(refusal);
  return { caller, application };
}

export const registrationAnswer = (
  { context }: PortalApi,
  { signedIn, user }: Caller,
  application: Application,
): RegistrationAnswer => ({
  signedIn,
  registration: describeRegistration(context, user, application),
});

/**
 * Makes the registration, and the enterprise application that the portal adds to it at once. Every member may do so
 * ("Default user permissions").
 */
function register(api: PortalApi, caller: Caller, body: unknown): Application {
  const { displayName, multiTenant, redirectUri } = readBody(registrationRequest, body);
  const application = newApplication(caller.tenant.id, {
    displayName,
    signInAudience: multiTenant ? 'AzureADMultipleOrgs' : 'AzureADMyOrg',
    redirectUris: redirectUri ? { [redirectUri.platform]: [redirectUri.uri.trim()] } : {},
    owners: [caller.user.id],
    // The portal gives every new registration this one.
    requiredResourceAccess: [{ resourceAppId: graphAppId, scopes: ['User.Read'], roles: [] }],
  });
  const problem = redirectUrisProblem(application.redirectUris);
  if (problem !== undefined) throw invalid(problem);
  if (ofTenant(api, caller).length >= mostRegistrations) {
    throw invalid(`The directory has ${mostRegistrations} registrations, which is the most it may have.`);
  }
  const { directory } = api.context;
  directory.applications.push(application);
  ensureServicePrincipal(directory, caller.tenant.id, application.appId);
  return application;
}

/** List, page and making of registrations. Members read their organisation's, guests do not. */
export function registrationRoutes(api: PortalApi): void {
  const { app, context } = api;
  app.get('/registrations', async (request): Promise<RegistrationList> => {
    const caller = api.member(request);
    const registrations = ofTenant(api, caller)
      .map((application) => describeRow(application, context.now()))
      .sort((one, other) => one.displayName.localeCompare(other.displayName));
    return { signedIn: caller.signedIn, registrations };
  });

  app.get<RegistrationRoute>('/registrations/:appId', async (request): Promise<RegistrationAnswer> => {
    const caller = api.member(request);
    return registrationAnswer(api, caller, findRegistration(api, caller, request));
  });

  app.post('/registrations', async (request, reply) => {
    const caller = api.member(request);
    const application = register(api, caller, request.body);
    await context.save();
    return reply.code(201).send(registrationAnswer(api, caller, application));
  });
}
