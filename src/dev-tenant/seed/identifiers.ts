/** Well-known ids of the seed, so that the demo and tests can name what they meet. */

export const tenantIds = {
  muster: '6d757374-6572-4e61-8a01-000000000001',
  nachbar: '6e616368-6261-4721-8a01-000000000002',
} as const;

/** One password for everyone, shown on the sign-in page: nothing here is worth protecting. */
export const seedPassword = 'Demo-2026!';

export const userIds = {
  admin: '6d757374-0001-4a00-8b01-0000000000a1',
  itadmin: '6d757374-0001-4a00-8b01-0000000000a2',
  lawyer: '6d757374-0001-4a00-8b01-0000000000a3',
  assistant: '6d757374-0001-4a00-8b01-0000000000a4',
  support: '6d757374-0001-4a00-8b01-0000000000a5',
  operator: '6d757374-0001-4a00-8b01-0000000000a6',
  disabled: '6d757374-0001-4a00-8b01-0000000000a7',
  unlicensed: '6d757374-0001-4a00-8b01-0000000000a8',
  kanzlei: '6d757374-0001-4a00-8b01-0000000000a9',
  neighbourAdmin: '6e616368-0001-4a00-8b01-0000000000b1',
  neighbourUser: '6e616368-0001-4a00-8b01-0000000000b2',
} as const;

/** Application (client) ids. */
export const clientIds = {
  connect: 'c0227ec7-0000-4c00-8c01-000000000001',
  timeSensor: '715e5e45-0000-4c00-8c01-000000000002',
  timeSensorGeneve: '9e1ea5e2-0000-4c00-8c01-000000000003',
} as const;

/** Template ids of directory roles (Microsoft Entra built-in roles). */
export const directoryRoles = {
  globalAdministrator: '62e90394-69f5-4237-9190-012177145e10',
  privilegedRoleAdministrator: 'e8611ab8-c189-46e8-94e1-60213ab1f814',
  applicationAdministrator: '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3',
  cloudApplicationAdministrator: '158c047a-c907-4556-b7ef-446551a6b5f7',
} as const;

/** Apart from the roles above, since it consents to nothing: it manages mailboxes. */
export const exchangeAdministrator = '29232cdf-9323-42fd-ade2-1d097af3e4de';

/** Clients of Microsoft that ask for a token on behalf of the person signed in to the host. */
export const hostClientIds = {
  teamsDesktop: '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  teamsWeb: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
  outlookDesktop: 'd3590ed6-52b3-4102-aeff-aad2292ab01c',
  outlookWeb: 'bc59ab01-8403-45c6-8796-ac3ef710b3e3',
  outlookMobile: '27922004-5251-4030-b22d-91ecd9a37ea4',
  microsoft365Web: '4765445b-32c6-49b0-83e6-1d93765276ca',
  microsoft365Desktop: '0ec893e0-5785-4de6-99da-4ed124e5296c',
} as const;
