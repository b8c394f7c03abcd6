/**
 * The directory that the emulated Entra and Graph share: plain data, saved as JSON in the data directory.
 * Times are ISO strings in UTC, ids are GUIDs as Microsoft prints them.
 */

export interface Tenant {
  id: string;
  displayName: string;
  /** First one is the default domain. */
  domains: string[];
  /**
   * What people may consent to for themselves: `recommended` is Microsoft's own policy, which since November 2025 wants
   * an administrator for access to mail; `all` lets them consent to what needs no administrator; `none` to nothing.
   */
  userConsent: 'recommended' | 'all' | 'none';
  /** Organisation-wide switch of Authenticated SMTP (Set-TransportConfig); true in organisations made after January 2020. */
  smtpClientAuthenticationDisabled: boolean;
}

export interface User {
  id: string;
  tenantId: string;
  userPrincipalName: string;
  displayName: string;
  givenName: string;
  surname: string;
  mail: string | null;
  proxyAddresses: string[];
  userType: 'Member' | 'Guest';
  accountEnabled: boolean;
  /** Template ids of directory roles, as they appear in the claim `wids`. */
  directoryRoles: string[];
  preferredLanguage: string | null;
  /** Refresh tokens issued before this instant are revoked (Graph: signInSessionsValidFromDateTime). */
  signInSessionsValidFrom?: string;
}

/** What Exchange Online holds for an address; a user without a licence has none. */
export interface Mailbox {
  tenantId: string;
  /** Owner's user id; shared mailboxes have a user object too, with sign-in disabled. */
  userId: string;
  address: string;
  kind: 'personal' | 'shared';
  /** User ids that may open a shared mailbox. */
  fullAccess?: string[];
  /** User ids that may send with the shared mailbox's address. */
  sendAs?: string[];
  /** Set-CASMailbox: true off, false on, null as the organisation says. */
  smtpClientAuthenticationDisabled: boolean | null;
  popEnabled: boolean;
}

export interface PasswordCredential {
  keyId: string;
  displayName: string;
  /** First three characters of the value. */
  hint: string;
  secretText: string;
  startDateTime: string;
  endDateTime: string;
}

export interface AppRole {
  id: string;
  value: string;
  displayName: string;
  allowedMemberTypes: ('User' | 'Application')[];
}

export interface OAuth2Scope {
  id: string;
  value: string;
  adminConsentRequired: boolean;
}

/** An application object, living in its home tenant. */
export interface Application {
  /** Object id. */
  id: string;
  /** Application (client) id. */
  appId: string;
  tenantId: string;
  displayName: string;
  signInAudience: 'AzureADMyOrg' | 'AzureADMultipleOrgs';
  identifierUris: string[];
  requestedAccessTokenVersion: 1 | 2;
  groupMembershipClaims: 'None' | 'DirectoryRole';
  redirectUris: { web: string[]; spa: string[]; publicClient: string[] };
  passwordCredentials: PasswordCredential[];
  appRoles: AppRole[];
  scopes: OAuth2Scope[];
  preAuthorizedClientIds: string[];
  requiredResourceAccess: { resourceAppId: string; scopes: string[]; roles: string[] }[];
  /** Object ids of users and service principals; absent on what no one of the tenant has registered. */
  owners?: string[];
}

/** An enterprise application: the presence of an application in a tenant. */
export interface ServicePrincipal {
  id: string;
  tenantId: string;
  appId: string;
  accountEnabled: boolean;
  appRoleAssignmentRequired: boolean;
}

/** Application permission granted by an admin (principal = service principal) or app role of a person. */
export interface AppRoleAssignment {
  tenantId: string;
  principalType: 'ServicePrincipal' | 'User';
  principalId: string;
  resourceAppId: string;
  /** Value of the role, e.g. `Calendars.ReadWrite`. */
  role: string;
  grantedAt: string;
}

/** Delegated permissions granted for everyone (userId null) or by one user. */
export interface OAuth2PermissionGrant {
  tenantId: string;
  clientAppId: string;
  resourceAppId: string;
  userId: string | null;
  scopes: string[];
  grantedAt: string;
}

export interface Directory {
  tenants: Tenant[];
  users: User[];
  mailboxes: Mailbox[];
  applications: Application[];
  servicePrincipals: ServicePrincipal[];
  appRoleAssignments: AppRoleAssignment[];
  oauth2PermissionGrants: OAuth2PermissionGrant[];
}
