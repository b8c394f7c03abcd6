import type { Application, AppRole, OAuth2Scope } from '../directory/model.ts';

/** The directory in which Microsoft registers its own applications. */
export const microsoftTenantId = 'f8cdef31-a31e-4b4a-93e4-5f571e91255a';
export const graphAppId = '00000003-0000-0000-c000-000000000000';
export const exchangeOnlineAppId = '00000002-0000-0ff1-ce00-000000000000';

// Values and ids: Microsoft Graph permissions reference (microsoft-graph-devx-content, August 2026).
const graphApplicationPermissions: readonly [value: string, id: string][] = [
  ['Calendars.ReadWrite', 'ef54d2bf-783f-4e0f-bca1-3210c0444d99'],
  ['Contacts.ReadWrite', '6918b873-d17a-4dc1-b314-35f528134491'],
  ['Tasks.ReadWrite.All', '44e666d1-d276-445b-a5fc-8815eeb81d55'],
  ['Mail.ReadWrite', 'e2a3a72e-5f79-4c64-b1b1-878b674786c9'],
  ['Mail.Send', 'b633e1c5-b582-4048-a93e-9f11b44c7e96'],
  ['User.Read.All', 'df021288-bdef-4463-88db-98f22de89214'],
  ['User.ReadBasic.All', '97235f07-e226-4f63-ace3-39588e11d3a1'],
  ['Organization.Read.All', '498476ce-e0fe-48b0-b801-37ba7e2685c6'],
  ['Application.Read.All', '9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30'],
  ['Application.ReadWrite.OwnedBy', '18a4783c-866b-4cc7-a460-3d5e5662c884'],
  ['Application.ReadWrite.All', '1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9'],
  ['AppRoleAssignment.ReadWrite.All', '06b708a9-e830-4db3-a914-8e69da51d44f'],
  ['DelegatedPermissionGrant.ReadWrite.All', '8e8e4742-1d95-4f68-9d56-6ee75648c72a'],
  ['Directory.Read.All', '7ab1d382-f21e-4acd-a863-ba3e13f7da61'],
  ['MailboxSettings.Read', '40f97065-369a-49f4-947c-6a255697ae91'],
  ['Calendars.Read', '798ee544-9d2d-430c-a058-570e29e34338'],
  ['Contacts.Read', '089fe4d0-434a-44c5-8827-41ba8a0b17f5'],
  ['Tasks.Read.All', 'f10e1f91-74ed-437f-a6fd-d6ae88e26c1f'],
  ['Mail.Read', '810c84a8-4a9e-49e6-bf7d-12d183f40d01'],
  ['Files.ReadWrite.All', '75359482-378d-4052-8f01-80520e7db3cd'],
  ['Sites.ReadWrite.All', '9492366f-7969-46a4-8d15-ed1a20078fff'],
  ['Sites.Selected', '883ea226-0bf2-4a8f-9f9d-92c9162a727d'],
  ['TeamsActivity.Send', 'a267235f-af13-44dc-8385-c1dc93023186'],
  ['TeamsAppInstallation.ReadWriteSelfForUser.All', '908de74d-f8b2-4d6b-a9ed-2a17b3b78179'],
];

const graphDelegatedPermissions: readonly [value: string, id: string, adminConsentRequired: boolean][] = [
  ['POP.AccessAsUser.All', 'd7b7f2d9-0f45-4ea1-9d42-e50810c06991', false],
  ['SMTP.Send', '258f6531-6087-4cc4-bb90-092c5fb3ed3f', false],
  ['IMAP.AccessAsUser.All', '652390e4-393a-48de-9484-05f9b1212954', false],
  ['offline_access', '7427e0e9-2fba-42fe-b0c0-848c9e6a8182', false],
  ['openid', '37f7f235-527c-4136-accd-4a02d197296e', false],
  ['profile', '14dad69e-099b-42c9-810b-d002981feec1', false],
  ['email', '64a6cdd6-aab1-4aaf-94b8-3cc8405e90d0', false],
  ['User.Read', 'e1fe6dd8-ba31-4d61-89e7-88639da4683d', false],
  ['User.ReadBasic.All', 'b340eb25-3456-403f-be2f-af7a0d370277', false],
  ['User.Read.All', 'a154be20-db9c-4678-8ab7-66f6cc099a59', true],
  ['Calendars.ReadWrite', '1ec239c2-d7c9-4623-a91a-a9775856bb36', false],
  ['Contacts.ReadWrite', 'd56682ec-c09e-4743-aaf4-1a3aac4caa21', false],
  ['Tasks.ReadWrite', '2219042f-cab5-40cc-b0d2-16b1540b4c5f', false],
  ['Mail.ReadWrite', '024d486e-b451-40bb-833d-3e66d98c5c73', false],
  ['Mail.Send', 'e383f46e-2787-4529-855e-0e479a3ffac0', false],
  ['MailboxSettings.Read', '87f447af-9fa4-4c32-9dfa-4a57a73d18ce', false],
  ['Application.ReadWrite.All', 'bdfbf15f-ee85-4955-8675-146e8e5296b5', true],
  ['Application.Read.All', 'c79f8feb-a9db-4090-85f9-90d820caa0eb', true],
  ['AppRoleAssignment.ReadWrite.All', '84bccea3-f856-4a8a-967b-dbe0a3d53a64', true],
  ['DelegatedPermissionGrant.ReadWrite.All', '41ce6ca6-6826-4807-84f1-1c82854f7ee5', true],
  ['Directory.Read.All', '06da0dbc-49e2-44d2-8312-53f166ab848a', true],
  ['RoleManagement.Read.Directory', '741c54c3-0c1e-44a1-818b-3f97ab4e8c83', true],
  ['Organization.Read.All', '4908d5b9-3fb2-4b1e-9336-1888b7937185', true],
  ['AppCatalog.ReadWrite.All', '1ca167d5-1655-44a1-8adf-1414072e1ef9', true],
];

const appRoles = (permissions: typeof graphApplicationPermissions): AppRole[] =>
  permissions.map(([value, id]) => ({ id, value, displayName: value, allowedMemberTypes: ['Application'] }));

const scopes = (permissions: typeof graphDelegatedPermissions): OAuth2Scope[] =>
  permissions.map(([value, id, adminConsentRequired]) => ({ id, value, adminConsentRequired }));

/** One of Microsoft's own applications, without permissions to offer. */
export function microsoftApplication(
  appId: string,
  displayName: string,
  identifierUris: string[],
): Application {
  return {
    id: appId,
    appId,
    tenantId: microsoftTenantId,
    displayName,
    signInAudience: 'AzureADMultipleOrgs',
    identifierUris,
    // Tokens of Microsoft's own services are v1-shaped ("Access tokens in the Microsoft identity platform").
    requestedAccessTokenVersion: 1,
    groupMembershipClaims: 'None',
    redirectUris: { web: [], spa: [], publicClient: [] },
    passwordCredentials: [],
    appRoles: [],
    scopes: [],
    preAuthorizedClientIds: [],
    requiredResourceAccess: [],
  };
}

/** Microsoft Graph and Office 365 Exchange Online, as every tenant finds them. */
export function microsoftApplications(): Application[] {
  return [
    {
      ...microsoftApplication(graphAppId, 'Microsoft Graph', ['https://graph.microsoft.com']),
      appRoles: appRoles(graphApplicationPermissions),
      scopes: scopes(graphDelegatedPermissions),
    },
    {
      ...microsoftApplication(exchangeOnlineAppId, 'Office 365 Exchange Online', [
        'https://outlook.office.com',
        'https://outlook.office365.com',
      ]),
      // Registered under Graph, yet asked for as https://outlook.office.com/... ("Authenticate an IMAP, POP or SMTP
      // connection using OAuth").
      scopes: scopes(graphDelegatedPermissions).filter(({ value }) => mailProtocolScopes.includes(value)),
    },
  ];
}

const mailProtocolScopes = ['POP.AccessAsUser.All', 'SMTP.Send', 'IMAP.AccessAsUser.All'];
