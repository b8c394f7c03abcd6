import type { FastifyInstance } from 'fastify';

import type { DevTenantContext } from '../context.ts';
import type { Application, User } from '../directory/model.ts';
import { signInName } from '../entra/access-token.ts';
import type { SignInState } from '../entra/sign-in-state.ts';
import { describeRegistration, describeRow } from './describe-registration.ts';
import type { PortalRefusal, RegistrationAnswer, RegistrationList, SignedIn } from './portal-data.ts';
import { portalPerson } from './portal-session.ts';

function describePerson({ directory }: DevTenantContext, user: User): SignedIn {
  const tenant = directory.tenants.find(({ id }) => id === user.tenantId);
  return {
    name: user.displayName,
    userName: signInName(user),
    tenantId: user.tenantId,
    tenantName: tenant?.displayName ?? user.tenantId,
  };
}

const ofTenant = ({ directory }: DevTenantContext, tenantId: string): Application[] =>
  directory.applications.filter((application) => application.tenantId === tenantId);

/** Members read their organisation's registrations, guests do not; all need the session of the sign-in page. */
export function registrationRoutes(
  app: FastifyInstance,
  context: DevTenantContext,
  state: SignInState,
): void {
  app.get('/entra/api/registrations', async (request, reply): Promise<RegistrationList | PortalRefusal> => {
    const user = portalPerson(context, state, request);
    if (!user) return reply.code(401).send({ error: 'sign-in-needed' });
    const signedIn = describePerson(context, user);
    if (user.userType === 'Guest') return reply.code(403).send({ error: 'forbidden', signedIn });
    const registrations = ofTenant(context, user.tenantId)
      .map((application) => describeRow(application, context.now()))
      .sort((one, other) => one.displayName.localeCompare(other.displayName));
    return { signedIn, registrations };
  });

  app.get<{ Params: { appId: string } }>(
    '/entra/api/registrations/:appId',
    async (request, reply): Promise<RegistrationAnswer | PortalRefusal> => {
      const user = portalPerson(context, state, request);
      if (!user) return reply.code(401).send({ error: 'sign-in-needed' });
      const signedIn = describePerson(context, user);
      if (user.userType === 'Guest') return reply.code(403).send({ error: 'forbidden', signedIn });
      const wanted = request.params.appId.toLowerCase();
      const application = ofTenant(context, user.tenantId).find(({ appId }) => appId === wanted);
      if (!application) return reply.code(404).send({ error: 'not-found', signedIn });
      return { signedIn, registration: describeRegistration(context, user, application) };
    },
  );
}
