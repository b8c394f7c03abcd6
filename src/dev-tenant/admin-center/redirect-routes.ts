import { z } from 'zod';

import { redirectUrisProblem } from '../directory/redirect-uris.ts';
import type { PortalApi } from './portal-api.ts';
import type { RegistrationAnswer } from './portal-data.ts';
import { invalid, readBody } from './portal-problem.ts';
import { registrationAnswer, registrationToChange, type RegistrationRoute } from './registration-routes.ts';

const uris = z.array(z.string().trim().max(2000)).max(1000);
const redirectUris = z.strictObject({ web: uris, spa: uris, publicClient: uris });

/** "Authentication": the page saves all redirect URIs at once, as the admin center does. */
export function redirectRoutes(api: PortalApi): void {
  api.app.put<RegistrationRoute>(
    '/registrations/:appId/redirect-uris',
    async (request): Promise<RegistrationAnswer> => {
      const { caller, application } = registrationToChange(api, request);
      const wanted = readBody(redirectUris, request.body);
      const problem = redirectUrisProblem(wanted);
      if (problem !== undefined) throw invalid(problem);
      application.redirectUris = wanted;
      await api.context.save();
      return registrationAnswer(api, caller, application);
    },
  );
}
