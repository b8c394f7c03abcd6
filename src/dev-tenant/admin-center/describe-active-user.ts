import type { DevTenantContext } from '../context.ts';
import type { Mailbox, Tenant, User } from '../directory/model.ts';
import { mayManageMail, mayManageUsers } from '../directory/who-may.ts';
import { signInName } from '../entra/access-token.ts';
import type { ActiveUser, ActiveUserRow } from './mail-data.ts';
import type { Caller } from './portal-api.ts';

export const mailboxOf = ({ directory }: DevTenantContext, { id }: User): Mailbox | undefined =>
  directory.mailboxes.find(({ userId }) => userId === id);

/** The mailbox's own switch outweighs the organisation's ("Enable or disable authenticated client SMTP submission"). */
export const smtpAllowed = (tenant: Tenant, mailbox: Mailbox): boolean =>
  !(mailbox.smtpClientAuthenticationDisabled ?? tenant.smtpClientAuthenticationDisabled);

export function describeUserRow(context: DevTenantContext, user: User): ActiveUserRow {
  const mailbox = mailboxOf(context, user);
  return {
    id: user.id,
    displayName: user.displayName,
    userName: signInName(user),
    kind: mailbox?.kind === 'shared' ? 'Shared mailbox' : user.userType,
    licensed: mailbox?.kind === 'personal',
    signInBlocked: !user.accountEnabled,
  };
}

export function describeActiveUser(
  context: DevTenantContext,
  { tenant, user: caller }: Caller,
  user: User,
): ActiveUser {
  const mailbox = mailboxOf(context, user);
  const need = (may: boolean, role: string) => (may ? null : `To change this you need the role ${role}.`);
  return {
    ...describeUserRow(context, user),
    signedOutAt: user.signInSessionsValidFrom ?? null,
    emailApps: mailbox ? { authenticatedSmtp: smtpAllowed(tenant, mailbox), pop: mailbox.popEnabled } : null,
    smtpFollowsOrganization: mailbox?.smtpClientAuthenticationDisabled === null,
    mailRefusal: need(mayManageMail(caller), 'Exchange Administrator or Global Administrator'),
    accountRefusal: need(mayManageUsers(caller), 'Global Administrator'),
  };
}
