import { join } from 'node:path';

import type { FastifyInstance, FastifyPluginAsync } from 'fastify';

import type { DevTenantContext } from '../context.ts';
import { readForms } from '../entra/read-forms.ts';
import type { SignInState } from '../entra/sign-in-state.ts';
import { pageFiles } from '../page-files.ts';
import { activeUserRoutes } from './active-user-routes.ts';
import { consentSettingsRoutes } from './consent-settings-routes.ts';
import { credentialRoutes } from './credential-routes.ts';
import { enterpriseRoutes } from './enterprise-routes.ts';
import { mailFlowRoutes } from './mail-flow-routes.ts';
import { permissionRoutes } from './permission-routes.ts';
import { portalApi, type PortalApi } from './portal-api.ts';
import { portalNames, type PortalName } from './portal-names.ts';
import { redirectRoutes } from './redirect-routes.ts';
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

/** Takes the answer of the consent page back to the permissions of the enterprise application that `state` names. */
function consentAnswerRoute(app: FastifyInstance): void {
  app.get<{ Querystring: { state?: unknown; error?: unknown } }>(
    '/entra/TokenAuthorize',
    async (request, reply) => {
      const { state, error } = request.query;
      if (typeof state !== 'string' || !guid.test(state)) return reply.redirect('/portal/entra/', 303);
      const blade = `view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/${state}`;
      const consent = error === undefined ? 'granted' : 'not-granted';
      return reply.redirect(`/portal/entra/?consent=${consent}#${blade}`, 303);
    },
  );
}

/** The JSON routes of each portal; they alone read JSON, the sign-in pages read forms. */
const jsonRoutes: Record<PortalName, readonly ((api: PortalApi) => void)[]> = {
  entra: [
    registrationRoutes,
    credentialRoutes,
    redirectRoutes,
    permissionRoutes,
    enterpriseRoutes,
    consentSettingsRoutes,
  ],
  microsoft365: [activeUserRoutes],
  exchange: [mailFlowRoutes],
};

async function servePages(app: FastifyInstance): Promise<void> {
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
  // The page takes these values, beside the types, from the server's own file.
  const own = import.meta.dirname;
  const only = ['portal-data.ts', 'enterprise-data.ts'];
  await app.register(pageFiles({ folder: own, at: '/admin-center', only }));
}

/**
 * The emulated admin centers, to be mounted at `/portal`. Addresses of scripts mirror the source folders, so that the
 * page may import a module of the host page's folder.
 */
export function adminCenterRoutes(context: DevTenantContext, state: SignInState): FastifyPluginAsync {
  return async (app) => {
    app.addHook('onRequest', async (_, reply) => {
      void reply.headers({
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      });
    });
    await servePages(app);
    await app.register(async (signIn) => {
      readForms(signIn);
      signInRoutes(signIn, context, state);
    });
    for (const portal of portalNames) {
      app.get(`/${portal}`, async (_, reply) => reply.redirect(`/portal/${portal}/`, 302));
      const routes = async (scope: FastifyInstance): Promise<void> => {
        const api = portalApi(scope, context, state);
        for (const serve of jsonRoutes[portal]) serve(api);
      };
      await app.register(routes, { prefix: `/${portal}/api` });
    }
    consentAnswerRoute(app);
  };
}
