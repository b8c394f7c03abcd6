import type { DevTenantContext } from '../context.ts';
import type { Application, PasswordCredential, User } from '../directory/model.ts';
import { mayChangeApplication } from '../directory/who-may.ts';
import { mayGrant } from '../entra/admin-consent.ts';
import { servicePrincipalOf } from '../entra/client.ts';
import { describePermissions } from './describe-permissions.ts';
import type { Refusal, RegistrationDetails, RegistrationRow, SecretRow, SecretState } from './portal-data.ts';

// Assumption: the admin center warns a month before.
const expiresSoonMilliseconds = 30 * 24 * 60 * 60 * 1000;

function secretState(secret: PasswordCredential, now: number): SecretRow['state'] {
  const left = Date.parse(secret.endDateTime) - now;
  if (left <= 0) return 'expired';
  return left <= expiresSoonMilliseconds ? 'expiring-soon' : 'current';
}

/** A secret that still works outweighs an older one that has ended. */
function bestState(secrets: PasswordCredential[], now: number): SecretState {
  const states = secrets.map((secret) => secretState(secret, now));
  const order: SecretState[] = ['current', 'expiring-soon', 'expired'];
  return order.find((state) => states.some((found) => found === state)) ?? 'none';
}

export const describeRow = (application: Application, now: number): RegistrationRow => ({
  displayName: application.displayName,
  applicationId: application.appId,
  secrets: bestState(application.passwordCredentials, now),
});

const describeSecret = (secret: PasswordCredential, now: number): SecretRow => ({
  description: secret.displayName,
  expiresOn: secret.endDateTime.slice(0, 10),
  state: secretState(secret, now),
  maskedValue: `${secret.hint}*****`,
  secretId: secret.keyId,
});

export function grantRefusal(context: DevTenantContext, user: User, application: Application): Refusal {
  const { requiredResourceAccess } = application;
  if (requiredResourceAccess.length === 0) {
    return 'There is nothing to consent to: the registration lists no permissions.';
  }
  if (mayGrant(context, user, application, requiredResourceAccess)) return null;
  return (
    'You do not have permission to grant admin consent. For application permissions of Microsoft Graph the role ' +
    'Global Administrator or Privileged Role Administrator is needed.'
  );
}

export const changeRefusal = (user: User, application: Application): Refusal =>
  mayChangeApplication(user, application)
    ? null
    : 'You can look at this registration, but not change it. That takes its owner or the role Application ' +
      'Administrator, Cloud Application Administrator or Global Administrator.';

/** A registration as its pages show it to a person of the same tenant. */
export const describeRegistration = (
  context: DevTenantContext,
  user: User,
  application: Application,
): RegistrationDetails => ({
  displayName: application.displayName,
  applicationId: application.appId,
  objectId: application.id,
  directoryId: application.tenantId,
  multiTenant: application.signInAudience === 'AzureADMultipleOrgs',
  redirectUris: application.redirectUris,
  secrets: application.passwordCredentials.map((secret) => describeSecret(secret, context.now())),
  permissions: describePermissions(context, application.tenantId, application),
  enterpriseObjectId: servicePrincipalOf(context, application.tenantId, application.appId)?.id ?? null,
  changeRefusal: changeRefusal(user, application),
  grantRefusal: grantRefusal(context, user, application),
});
