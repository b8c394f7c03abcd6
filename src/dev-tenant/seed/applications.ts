import type { Application, PasswordCredential } from '../directory/model.ts';
import { clientIds, hostClientIds, tenantIds } from './identifiers.ts';
import { exchangeOnlineAppId, graphAppId } from './microsoft-applications.ts';

/** The five rights of LEGAL 365's own article; User.Read.All is an option it does not ask for. */
export const timeSensorRoles = [
  'Calendars.ReadWrite',
  'Contacts.ReadWrite',
  'Tasks.ReadWrite.All',
  'Mail.ReadWrite',
  'Mail.Send',
];
export const timeSensorScopes = ['POP.AccessAsUser.All', 'SMTP.Send', 'offline_access'];
export const connectGraphScopes = ['openid', 'profile', 'email', 'offline_access', 'User.Read'];

/** A secret that ends after 24 months, the longest the admin center offers. */
function secret(keyId: string, secretText: string, now: number): PasswordCredential {
  const end = new Date(now);
  end.setUTCFullYear(end.getUTCFullYear() + 2);
  return {
    keyId,
    displayName: 'Seed',
    hint: secretText.slice(0, 3),
    secretText,
    startDateTime: new Date(now).toISOString(),
    endDateTime: end.toISOString(),
  };
}

/** Redirect and identifier URIs that carry the product's address, which changes with its port. */
export function productAddresses(productUrl: string): Pick<Application, 'identifierUris' | 'redirectUris'> {
  const { host } = new URL(productUrl);
  return {
    identifierUris: [`api://${host}/${clientIds.connect}`],
    redirectUris: {
      web: [],
      spa: [`${productUrl}/tab/auth.html`, `brk-multihub://${host}`],
      publicClient: [],
    },
  };
}

/** Where the product and LEGAL 365's desktop client take the answer of a mailbox sign-in and of a consent. */
export const mailboxRedirects = (productUrl: string): string[] => [
  `${productUrl}/auth/mailbox/callback`,
  `${productUrl}/auth/consent/callback`,
  'http://localhost:50993/authorize/',
];

/** The product's own tab application "LEGAL 365 Connect". */
export function connectApplication(now: number, productUrl: string): Application {
  return {
    id: 'c0227ec7-0000-4d00-8d01-000000000001',
    appId: clientIds.connect,
    tenantId: tenantIds.muster,
    displayName: 'LEGAL 365 Connect',
    signInAudience: 'AzureADMultipleOrgs',
    ...productAddresses(productUrl),
    requestedAccessTokenVersion: 2,
    groupMembershipClaims: 'DirectoryRole',
    passwordCredentials: [
      secret('c0227ec7-0000-4e00-8e01-000000000001', 'cN38Q~demo-tab-application-of-the-dev', now),
    ],
    appRoles: ['Admin', 'Reader', 'Operator'].map((value, index) => ({
      id: `c0227ec7-0000-4f00-8f01-00000000000${index + 1}`,
      value,
      displayName: value,
      allowedMemberTypes: ['User'],
    })),
    scopes: [
      { id: 'c0227ec7-0000-4a00-8a01-000000000001', value: 'access_as_user', adminConsentRequired: false },
    ],
    preAuthorizedClientIds: Object.values(hostClientIds),
    requiredResourceAccess: [{ resourceAppId: graphAppId, scopes: connectGraphScopes, roles: [] }],
  };
}

function firmRegistration(
  fields: Pick<Application, 'id' | 'appId' | 'displayName' | 'passwordCredentials'>,
): Application {
  return {
    ...fields,
    tenantId: tenantIds.muster,
    signInAudience: 'AzureADMyOrg',
    identifierUris: [],
    redirectUris: { web: [], spa: [], publicClient: [] },
    requestedAccessTokenVersion: 2,
    groupMembershipClaims: 'None',
    appRoles: [],
    scopes: [],
    preAuthorizedClientIds: [],
    requiredResourceAccess: [{ resourceAppId: graphAppId, scopes: timeSensorScopes, roles: timeSensorRoles }],
  };
}

/** The firm's ready registration: every right asked for and consented. */
export function timeSensorApplication(now: number, productUrl: string): Application {
  const registration = firmRegistration({
    id: '715e5e45-0000-4d00-8d01-000000000002',
    appId: clientIds.timeSensor,
    displayName: 'timeSensor',
    passwordCredentials: [
      secret('715e5e45-0000-4e00-8e01-000000000002', 'tS18Q~demo-ready-registration-of-dev', now),
    ],
  });
  registration.redirectUris.web = mailboxRedirects(productUrl);
  return registration;
}

/** The bare one, as the old article leaves it before anyone consented: rights listed, no redirect URI. */
export function timeSensorGeneveApplication(now: number): Application {
  const registration = firmRegistration({
    id: '9e1ea5e2-0000-4d00-8d01-000000000003',
    appId: clientIds.timeSensorGeneve,
    displayName: 'timeSensor Genève',
    passwordCredentials: [
      secret('9e1ea5e2-0000-4e00-8e01-000000000003', 'gE28Q~demo-bare-registration-of-dev-t', now),
    ],
  });
  registration.requiredResourceAccess = [{ resourceAppId: graphAppId, scopes: [], roles: timeSensorRoles }];
  return registration;
}

export const microsoftServiceAppIds = [graphAppId, exchangeOnlineAppId];
