import type { DevTenantContext } from '../context.ts';
import type { Application, User } from '../directory/model.ts';
import { signInName } from './access-token.ts';
import { servicePrincipalOf } from './client.ts';
import { personFault } from './client-faults.ts';
import { isAssignedUser } from './permissions.ts';
import { conditionalAccess, mfaRequired, userDisabled, userNotAssigned } from './grant-refusals.ts';

/** Does a rule ask this person for a second factor at this application? */
export const needsSecondFactor = (context: DevTenantContext, user: User, client: Application): boolean =>
  personFault(context, 'mfa-required', client.appId, user) !== undefined;

function isAssigned(context: DevTenantContext, user: User, client: Application): boolean {
  if (personFault(context, 'user-not-assigned', client.appId, user)) return false;
  const presence = servicePrincipalOf(context, user.tenantId, client.appId);
  return presence?.appRoleAssignmentRequired !== true || isAssignedUser(context, user, client.appId);
}

/**
 * Whether the person may have a token of this application at all, whatever is consented. Checked at every issue, a
 * refresh included.
 * @param mfa whether a second factor was given when this sign-in began
 * @throws Refusal 50057 disabled, 50105 not assigned, 53003 Conditional Access, 50076 second factor missing
 */
export function checkPerson(context: DevTenantContext, user: User, client: Application, mfa: boolean): void {
  if (!user.accountEnabled || personFault(context, 'user-disabled', client.appId, user)) throw userDisabled();
  if (!isAssigned(context, user, client)) throw userNotAssigned(signInName(user), client.displayName);
  if (personFault(context, 'conditional-access', client.appId, user)) throw conditionalAccess();
  if (!mfa && needsSecondFactor(context, user, client)) throw mfaRequired();
}
