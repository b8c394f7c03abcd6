import type { FastifyInstance } from 'fastify';

import type { DevTenantContext } from '../context.ts';
import { sendPage } from './authorize-routes.ts';
import { signedOutPage } from './pages/sign-in-pages.ts';
import { clearSessionCookie, readSessionCookie } from './session-cookie.ts';
import type { SignInState } from './sign-in-state.ts';

interface LogoutRoute {
  Querystring: { post_logout_redirect_uri?: string; state?: string };
}

/** Sign-out goes back only to an address some application has registered ("OpenID Connect", send a sign-out request). */
function isRegistered({ directory }: DevTenantContext, uri: string): boolean {
  return directory.applications.some(({ redirectUris: { web, spa } }) => [...web, ...spa].includes(uri));
}

export function logoutRoutes(app: FastifyInstance, context: DevTenantContext, state: SignInState): void {
  app.get<LogoutRoute>('/:tenant/oauth2/v2.0/logout', async (request, reply) => {
    const session = readSessionCookie(request);
    if (session !== undefined) state.sessions.delete(session);
    void clearSessionCookie(reply);
    const { post_logout_redirect_uri: uri, state: echo } = request.query;
    if (uri === undefined || !isRegistered(context, uri)) return sendPage(reply, signedOutPage());
    const answer =
      echo === undefined ? '' : `${uri.includes('?') ? '&' : '?'}state=${encodeURIComponent(echo)}`;
    return reply.redirect(`${uri}${answer}`, 302);
  });
}
