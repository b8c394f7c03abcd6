import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { User } from '../directory/model.ts';
import { mayManageMail, mayManageUsers } from '../directory/who-may.ts';
import { describeActiveUser, describeUserRow, mailboxOf, smtpAllowed } from './describe-active-user.ts';
import type { ActiveUserAnswer, ActiveUserList } from './mail-data.ts';
import type { Caller, PortalApi } from './portal-api.ts';
import { forbidden, invalid, notFound, readBody } from './portal-problem.ts';

interface UserRoute {
  Params: { userId: string };
}

const emailApps = z.strictObject({ authenticatedSmtp: z.boolean(), pop: z.boolean() });
const signIn = z.strictObject({ blocked: z.boolean() });

/** @throws PortalProblem 403 for people without an administrative role, whom the admin center does not let in */
function administrator({ member }: PortalApi, request: FastifyRequest): Caller {
  const caller = member(request);
  if (caller.user.directoryRoles.length > 0) return caller;
  throw forbidden(
    'You do not have permission to open the Microsoft 365 admin center: it takes an administrative role. Ask a ' +
      'Global Administrator or Exchange Administrator.',
  );
}

const usersOf = ({ context }: PortalApi, { tenant }: Caller): User[] =>
  context.directory.users.filter(({ tenantId }) => tenantId === tenant.id);

function findUser(api: PortalApi, caller: Caller, { params }: FastifyRequest<UserRoute>): User {
  const user = usersOf(api, caller).find(({ id }) => id === params.userId.toLowerCase());
  if (user) return user;
  throw notFound(`${caller.tenant.displayName} has no user with this ID.`);
}

const answer = ({ context }: PortalApi, caller: Caller, user: User): ActiveUserAnswer => ({
  signedIn: caller.signedIn,
  user: describeActiveUser(context, caller, user),
});

function setEmailApps({ context }: PortalApi, { tenant }: Caller, user: User, body: unknown): void {
  const wanted = readBody(emailApps, body);
  const mailbox = mailboxOf(context, user);
  if (!mailbox) throw invalid(`${user.displayName} has no mailbox.`);
  // A box that was not touched leaves the mailbox following the organisation.
  if (wanted.authenticatedSmtp !== smtpAllowed(tenant, mailbox)) {
    mailbox.smtpClientAuthenticationDisabled = !wanted.authenticatedSmtp;
  }
  mailbox.popEnabled = wanted.pop;
}

/** A route that changes a user, for those who hold the role. */
const changing =
  (
    api: PortalApi,
    may: (user: User) => boolean,
    role: string,
    apply: (caller: Caller, user: User, body: unknown) => void,
  ) =>
  async (request: FastifyRequest<UserRoute>): Promise<ActiveUserAnswer> => {
    const caller = administrator(api, request);
    const user = findUser(api, caller, request);
    if (!may(caller.user)) throw forbidden(`To change this you need the role ${role}.`);
    apply(caller, user, request.body);
    await api.context.save();
    return answer(api, caller, user);
  };

/** "Users > Active users" of the Microsoft 365 admin center. */
export function activeUserRoutes(api: PortalApi): void {
  const { app, context } = api;
  app.get('/users', async (request): Promise<ActiveUserList> => {
    const caller = administrator(api, request);
    const users = usersOf(api, caller)
      .map((user) => describeUserRow(context, user))
      .sort((one, other) => one.displayName.localeCompare(other.displayName));
    return { signedIn: caller.signedIn, users };
  });

  app.get<UserRoute>('/users/:userId', async (request) => {
    const caller = administrator(api, request);
    return answer(api, caller, findUser(api, caller, request));
  });

  app.put<UserRoute>(
    '/users/:userId/email-apps',
    changing(api, mayManageMail, 'Exchange Administrator or Global Administrator', (caller, user, body) =>
      setEmailApps(api, caller, user, body),
    ),
  );
  app.put<UserRoute>(
    '/users/:userId/sign-in',
    changing(api, mayManageUsers, 'Global Administrator', (caller, user, body) => {
      const { blocked } = readBody(signIn, body);
      if (blocked && user === caller.user) throw invalid('You cannot block your own account.');
      user.accountEnabled = !blocked;
    }),
  );
  // "user: revokeSignInSessions": refresh tokens and sessions from before this moment end.
  app.post<UserRoute>(
    '/users/:userId/sign-out',
    changing(api, mayManageUsers, 'Global Administrator', (_, user) => {
      user.signInSessionsValidFrom = new Date(context.now()).toISOString();
    }),
  );
}
