import { randomUUID } from 'node:crypto';

import type { Application } from './model.ts';

export interface NewApplicationFields {
  displayName: string;
  /** Default: accounts of its own directory alone. */
  signInAudience?: Application['signInAudience'];
  redirectUris?: Partial<Application['redirectUris']>;
  /** User ids; who registers an application owns it ("Default user permissions"). */
  owners?: string[];
  requiredResourceAccess?: Application['requiredResourceAccess'];
}

/**
 * A registration as it stands right after it was made, with new ids; the caller puts it into the directory. Lengths and
 * addresses are for the caller to check, since portal and Graph refuse in words of their own.
 */
export function newApplication(tenantId: string, fields: NewApplicationFields): Application {
  const { displayName, signInAudience = 'AzureADMyOrg', redirectUris, owners } = fields;
  return {
    id: randomUUID(),
    appId: randomUUID(),
    tenantId,
    displayName,
    signInAudience,
    identifierUris: [],
    // What an unset `requestedAccessTokenVersion` means ("apiApplication resource type").
    requestedAccessTokenVersion: 1,
    groupMembershipClaims: 'None',
    redirectUris: { web: [], spa: [], publicClient: [], ...structuredClone(redirectUris) },
    passwordCredentials: [],
    appRoles: [],
    scopes: [],
    preAuthorizedClientIds: [],
    requiredResourceAccess: structuredClone(fields.requiredResourceAccess ?? []),
    ...(owners && { owners: [...owners] }),
  };
}
