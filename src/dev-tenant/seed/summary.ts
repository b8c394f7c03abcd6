import type { Application, Directory, User } from '../directory/model.ts';
import { clientIds, directoryRoles, exchangeAdministrator, seedPassword } from './identifiers.ts';

export interface SeedUser {
  id: string;
  tenantId: string;
  userPrincipalName: string;
  /** What the person types on the sign-in page; a guest's home address. */
  signInName: string;
  name: string;
  /** In words, e.g. `Global Administrator`, `Reader`; empty for everyone else. */
  roles: string[];
  guest: boolean;
  canSignIn: boolean;
  mailbox: 'personal' | 'shared' | null;
  preferredLanguage: string | null;
}

export interface SeedRegistration {
  name: string;
  directoryId: string;
  applicationId: string;
  /** Object id of the application, the value people paste by mistake. */
  objectId: string;
  clientSecret: string;
  /** The "Secret ID" of the portal, the other value people paste by mistake. */
  secretId: string;
  /** ISO date, `2028-11-22`. */
  secretExpiresOn: string;
}

/** What the demo and tests may know of the directory: everything, since nothing in it is worth protecting. */
export interface SeedSummary {
  password: string;
  tenants: { id: string; name: string; domain: string }[];
  users: SeedUser[];
  connect: SeedRegistration & { identifierUri: string };
  /** The ready registration "timeSensor". */
  ready: SeedRegistration;
  /** The bare registration "timeSensor Genève". */
  bare: SeedRegistration;
}

const roleNames: Readonly<Record<string, string>> = {
  [directoryRoles.globalAdministrator]: 'Global Administrator',
  [directoryRoles.privilegedRoleAdministrator]: 'Privileged Role Administrator',
  [directoryRoles.applicationAdministrator]: 'Application Administrator',
  [directoryRoles.cloudApplicationAdministrator]: 'Cloud Application Administrator',
  [exchangeAdministrator]: 'Exchange Administrator',
};

function summariseUser(directory: Directory, user: User): SeedUser {
  const appRoles = directory.appRoleAssignments.filter(({ principalId }) => principalId === user.id);
  return {
    id: user.id,
    tenantId: user.tenantId,
    userPrincipalName: user.userPrincipalName,
    signInName: user.userType === 'Guest' && user.mail ? user.mail : user.userPrincipalName,
    name: user.displayName,
    roles: [...user.directoryRoles.map((id) => roleNames[id] ?? id), ...appRoles.map(({ role }) => role)],
    guest: user.userType === 'Guest',
    canSignIn: user.accountEnabled,
    mailbox: directory.mailboxes.find(({ userId }) => userId === user.id)?.kind ?? null,
    preferredLanguage: user.preferredLanguage,
  };
}

function summariseRegistration(application: Application): SeedRegistration {
  const secret = application.passwordCredentials.at(-1);
  return {
    name: application.displayName,
    directoryId: application.tenantId,
    applicationId: application.appId,
    objectId: application.id,
    clientSecret: secret?.secretText ?? '',
    secretId: secret?.keyId ?? '',
    secretExpiresOn: secret?.endDateTime.slice(0, 10) ?? '',
  };
}

/** @throws Error when a registration of the seed has been deleted from the directory. */
export function summariseSeed(directory: Directory): SeedSummary {
  const byAppId = (appId: string): Application => {
    const application = directory.applications.find((candidate) => candidate.appId === appId);
    if (!application) throw new Error(`The directory no longer holds the registration ${appId}; reset it.`);
    return application;
  };
  const connect = byAppId(clientIds.connect);
  return {
    password: seedPassword,
    tenants: directory.tenants.map(({ id, displayName, domains }) => ({
      id,
      name: displayName,
      domain: domains[0] ?? '',
    })),
    users: directory.users.map((user) => summariseUser(directory, user)),
    connect: { ...summariseRegistration(connect), identifierUri: connect.identifierUris[0] ?? '' },
    ready: summariseRegistration(byAppId(clientIds.timeSensor)),
    bare: summariseRegistration(byAppId(clientIds.timeSensorGeneve)),
  };
}
