import type { DevTenantContext } from '../context.ts';
import { concernsMailbox, findMailbox, type MailboxOfOwner } from '../directory/mailbox-addresses.ts';
import type { User } from '../directory/model.ts';
import { personFault } from '../entra/client-faults.ts';
import type { BearerCredentials } from './xoauth2.ts';

/** Who has signed in to which mailbox. */
export interface SignedIn extends MailboxOfOwner {
  /** The person the token was issued to: the owner, or a delegate with Full Access. */
  user: User;
}

/** The two names of Exchange Online as a resource; scopes are asked for by either. */
const audiences = ['https://outlook.office.com', 'https://outlook.office365.com'];

/**
 * Checks a token as both protocols do: signature, life, audience, delegated right, a person who may still sign in, and
 * that the mailbox named is this person's own or opened to him or her with Full Access. Which of them failed is not told:
 * Exchange has one text for all.
 */
export async function signInToMailbox(
  context: DevTenantContext,
  { userName, accessToken }: BearerCredentials,
  scope: 'POP.AccessAsUser.All' | 'SMTP.Send',
): Promise<SignedIn | undefined> {
  const verification = await context.verifyAccessToken(`Bearer ${accessToken}`, audiences);
  if (!verification.ok || !verification.token.scopes.includes(scope)) return undefined;
  const { tenantId, userId, appId } = verification.token;
  const { directory, faults } = context;
  const user = directory.users.find(({ id }) => id === userId);
  if (!user?.accountEnabled || personFault(context, 'user-disabled', appId, user)) return undefined;
  const found = findMailbox(directory, userName, tenantId);
  if (!found || concernsMailbox(faults.get('mailbox-missing'), found.owner, found.mailbox)) return undefined;
  const mayOpen = found.mailbox.userId === user.id || found.mailbox.fullAccess?.includes(user.id);
  return mayOpen ? { ...found, user } : undefined;
}
