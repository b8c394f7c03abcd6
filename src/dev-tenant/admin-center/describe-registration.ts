import { adminCenterAnswer } from '../cloud-endpoints.ts';
import type { DevTenantContext } from '../context.ts';
import type { Application, PasswordCredential, User } from '../directory/model.ts';
import { mayGrant } from '../entra/admin-consent.ts';
import { describePermissions } from './describe-permissions.ts';
import type { RegistrationDetails, RegistrationRow, SecretRow, SecretState } from './portal-data.ts';

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

function describeRedirects({ redirectUris }: Application): RegistrationDetails['redirectUris'] {
  const { web, spa, publicClient } = redirectUris;
  return [
    ...web.map((uri) => ({ platform: 'Web' as const, uri })),
    ...spa.map((uri) => ({ platform: 'Single-page application' as const, uri })),
    ...publicClient.map((uri) => ({ platform: 'Public client' as const, uri })),
  ];
}

function describeConsent(
  context: DevTenantContext,
  user: User,
  application: Application,
): RegistrationDetails['consent'] {
  const { appId, requiredResourceAccess, tenantId } = application;
  if (requiredResourceAccess.length === 0) {
    return { refusal: 'There is nothing to consent to: the registration lists no permissions.' };
  }
  if (!mayGrant(context, user, application, requiredResourceAccess)) {
    return {
      refusal:
        'You do not have permission to grant admin consent. For application permissions of Microsoft Graph the ' +
        'role Global Administrator or Privileged Role Administrator is needed.',
    };
  }
  const url = context.baseUrl();
  const query = new URLSearchParams({
    client_id: appId,
    redirect_uri: adminCenterAnswer(url),
    state: appId,
  });
  return { address: `${url}/${tenantId}/adminconsent?${query.toString()}` };
}

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
  redirectUris: describeRedirects(application),
  secrets: application.passwordCredentials.map((secret) => describeSecret(secret, context.now())),
  permissions: describePermissions(context, application),
  consent: describeConsent(context, user, application),
});
