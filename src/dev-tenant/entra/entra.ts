import type { FastifyPluginAsync } from 'fastify';

import type { DevTenantContext } from '../context.ts';
import { placeFaults } from '../control/place-faults.ts';
import { adminConsentRoutes } from './admin-consent-routes.ts';
import { authorizeRoutes } from './authorize-routes.ts';
import { logoutRoutes } from './logout-routes.ts';
import { metadataRoutes } from './metadata-routes.ts';
import { readForms } from './read-forms.ts';
import { Refusal, refusalBody, requestIds } from './refusal.ts';
import { requestMalformed } from './refusals.ts';
import type { SignInState } from './sign-in-state.ts';
import { tokenRoutes } from './token-routes.ts';

/** The emulated Microsoft Entra, to be mounted at the root. */
export function entraRoutes(context: DevTenantContext, state: SignInState): FastifyPluginAsync {
  return async (app) => {
    readForms(app);
    app.addHook('onRequest', placeFaults(context, 'entra'));

    app.setErrorHandler(async (error, request, reply) => {
      const tooLarge = error instanceof Error && 'statusCode' in error && error.statusCode === 413;
      if (!(error instanceof Refusal) && !tooLarge) throw error;
      const refusal = error instanceof Refusal ? error : requestMalformed();
      const ids = requestIds(request.headers['client-request-id']);
      return reply
        .code(refusal.status)
        .headers({ 'x-ms-request-id': ids.traceId, 'client-request-id': ids.correlationId })
        .send(refusalBody(refusal, ids, context.now(), context.baseUrl()));
    });

    metadataRoutes(app, context);
    authorizeRoutes(app, context, state);
    adminConsentRoutes(app, context, state);
    tokenRoutes(app, context, state);
    logoutRoutes(app, context, state);
  };
}
