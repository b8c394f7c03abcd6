import type { FastifyReply, FastifyRequest } from 'fastify';

import type { DevTenantContext } from '../context.ts';
import type { User } from '../directory/model.ts';
import { personFault } from '../entra/client-faults.ts';
import { readSessionCookie } from '../entra/session-cookie.ts';
import type { SignInState } from '../entra/sign-in-state.ts';
import { microsoftApplication } from '../seed/microsoft-applications.ts';

/** The portal as the sign-in page names it; its id is the one Microsoft publishes for "Azure Portal". */
export const portalClient = microsoftApplication(
  'c44b4083-3bb0-49c1-b47d-974e53cbdf3c',
  'Microsoft Entra admin center',
  [],
);

/** Which of the accounts signed in to the browser works in the portal; by itself it opens nothing. */
const cookieName = 'dev-tenant-portal';

export const setPortalAccount = (reply: FastifyReply, user: User): FastifyReply =>
  reply.header('Set-Cookie', `${cookieName}=${user.id}; Path=/portal; HttpOnly; SameSite=Lax`);

export const mayEnter = (context: DevTenantContext, user: User): boolean =>
  user.accountEnabled && !personFault(context, 'user-disabled', portalClient.appId, user);

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
