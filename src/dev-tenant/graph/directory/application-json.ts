import type {
  Application,
  AppRole,
  Directory,
  OAuth2Scope,
  PasswordCredential,
} from '../../directory/model.ts';
import type { Resource, ResourceType } from '../odata.ts';
import { toResourceAccess } from './permission-ids.ts';

/** Microsoft Graph, resource type "application"; what is not emulated has the value of a fresh registration. */
export const applicationType: ResourceType = {
  name: 'application',
  properties: [
    ...['id', 'deletedDateTime', 'appId', 'createdDateTime', 'displayName', 'description', 'notes', 'tags'],
    ...['signInAudience', 'publisherDomain', 'identifierUris', 'groupMembershipClaims', 'optionalClaims'],
    ...['api', 'appRoles', 'web', 'spa', 'publicClient', 'isFallbackPublicClient'],
    ...['passwordCredentials', 'keyCredentials', 'requiredResourceAccess'],
  ],
};

/** The value of a secret is in no answer but the one that made it. */
export const passwordCredentialJson = ({
  keyId,
  displayName,
  hint,
  startDateTime,
  endDateTime,
}: PasswordCredential): Resource => ({
  customKeyIdentifier: null,
  displayName: displayName === '' ? null : displayName,
  endDateTime,
  hint,
  keyId,
  secretText: null,
  startDateTime,
});

export const appRoleJson = ({ id, value, displayName, allowedMemberTypes }: AppRole): Resource => ({
  allowedMemberTypes,
  description: displayName,
  displayName,
  id,
  isEnabled: true,
  origin: 'Application',
  value,
});

export const scopeJson = ({ id, value, adminConsentRequired }: OAuth2Scope): Resource => ({
  adminConsentDescription: value,
  adminConsentDisplayName: value,
  id,
  isEnabled: true,
  type: adminConsentRequired ? 'Admin' : 'User',
  userConsentDescription: value,
  userConsentDisplayName: value,
  value,
});

const apiJson = (application: Application): Resource => ({
  acceptMappedClaims: null,
  knownClientApplications: [],
  // An unset version is version 1 ("apiApplication resource type").
  requestedAccessTokenVersion: application.requestedAccessTokenVersion === 2 ? 2 : null,
  oauth2PermissionScopes: application.scopes.map(scopeJson),
  preAuthorizedApplications: application.preAuthorizedClientIds.map((appId) => ({
    appId,
    delegatedPermissionIds: application.scopes.map(({ id }) => id),
  })),
});

export function applicationJson({ applications, tenants }: Directory, application: Application): Resource {
  const { redirectUris, requiredResourceAccess } = application;
  return {
    id: application.id,
    deletedDateTime: null,
    appId: application.appId,
    createdDateTime: null,
    displayName: application.displayName,
    description: null,
    notes: null,
    tags: [],
    signInAudience: application.signInAudience,
    publisherDomain: tenants.find(({ id }) => id === application.tenantId)?.domains[0] ?? null,
    identifierUris: application.identifierUris,
    groupMembershipClaims:
      application.groupMembershipClaims === 'None' ? null : application.groupMembershipClaims,
    optionalClaims: null,
    isFallbackPublicClient: null,
    api: apiJson(application),
    appRoles: application.appRoles.map(appRoleJson),
    web: {
      homePageUrl: null,
      logoutUrl: null,
      redirectUris: redirectUris.web,
      implicitGrantSettings: { enableAccessTokenIssuance: false, enableIdTokenIssuance: false },
      redirectUriSettings: redirectUris.web.map((uri) => ({ uri, index: null })),
    },
    spa: { redirectUris: redirectUris.spa },
    publicClient: { redirectUris: redirectUris.publicClient },
    passwordCredentials: application.passwordCredentials.map(passwordCredentialJson),
    keyCredentials: [],
    requiredResourceAccess: requiredResourceAccess.map((required) => ({
      resourceAppId: required.resourceAppId,
      resourceAccess: toResourceAccess(
        applications.find(({ appId }) => appId === required.resourceAppId),
        required,
      ),
    })),
  };
}
