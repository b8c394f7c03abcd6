import { join } from 'node:path';

import type { FastifyInstance, FastifyPluginAsync } from 'fastify';

import type { DevTenantContext } from '../context.ts';
import { readForms } from '../entra/read-forms.ts';
import type { SignInState } from '../entra/sign-in-state.ts';
import { pageFiles } from '../page-files.ts';
import { registrationRoutes } from './registration-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'img-src data:',
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Takes the answer of the consent page back to the permissions of the registration that `state` names. */
function consentAnswerRoute(app: FastifyInstance): void {
  app.get<{ Querystring: { state?: unknown; error?: unknown } }>(
    '/entra/TokenAuthorize',
    async (request, reply) => {
      const { state, error } = request.query;
      if (typeof state !== 'string' || !guid.test(state)) return reply.redirect('/portal/entra/', 303);
      const blade = `view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/CallAnAPI/appId/${state}`;
      const consent = error === undefined ? 'granted' : 'not-granted';
      return reply.redirect(`/portal/entra/?consent=${consent}#${blade}`, 303);
    },
  );
}

/**
 * The emulated admin centers, to be mounted at `/portal`. Addresses of scripts mirror the source folders, so that the
 * page may import a module of the host page's folder.
 */
export function adminCenterRoutes(context: DevTenantContext, state: SignInState): FastifyPluginAsync {
  return async (app) => {
    readForms(app);
    app.addHook('onRequest', async (_, reply) => {
      void reply.headers({
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      });
    });
    await app.register(
      pageFiles({
        folder: join(import.meta.dirname, 'page'),
        at: '/admin-center/page',
        documents: {
          '/entra/': 'index.html',
          '/microsoft365/*': 'microsoft365.html',
          '/exchange/*': 'exchange.html',
        },
      }),
    );
    const hostPage = join(import.meta.dirname, '../teams-host/page');
    await app.register(pageFiles({ folder: hostPage, at: '/teams-host/page', only: ['element.ts'] }));
    for (const portal of ['entra', 'microsoft365', 'exchange']) {
      app.get(`/${portal}`, async (_, reply) => reply.redirect(`/portal/${portal}/`, 302));
    }
    signInRoutes(app, context, state);
    registrationRoutes(app, context, state);
    consentAnswerRoute(app);
  };
}
