import type { FastifyReply, FastifyRequest } from 'fastify';

import type { DevTenantContext } from '../context.ts';
import type { User } from '../directory/model.ts';
import { personFault } from '../entra/client-faults.ts';
import { readSessionCookie } from '../entra/session-cookie.ts';
import type { SignInState } from '../entra/sign-in-state.ts';
import { portals } from './portal-names.ts';

/** Which of the accounts signed in to the browser works in the portal; by itself it opens nothing. */
const cookieName = 'dev-tenant-portal';

export const setPortalAccount = (reply: FastifyReply, user: User): FastifyReply =>
  reply.header('Set-Cookie', `${cookieName}=${user.id}; Path=/portal; HttpOnly; SameSite=Lax`);

export const mayEnter = (context: DevTenantContext, user: User): boolean =>
  user.accountEnabled && !personFault(context, 'user-disabled', portals.entra.appId, user);

/** The person of the portal, as long as the browser is signed in to the account and the account may sign in. */
export function portalPerson(
  context: DevTenantContext,
  state: SignInState,
  request: FastifyRequest,
): User | undefined {
  const chosen = new RegExp(`(?:^|; *)${cookieName}=([0-9a-f-]{36})(?:;|$)`).exec(
    request.headers.cookie ?? '',
  )?.[1];
  const account = state.accounts(readSessionCookie(request)).find(({ userId }) => userId === chosen);
  const user = context.directory.users.find(({ id }) => id === account?.userId);
  return user && mayEnter(context, user) ? user : undefined;
}
