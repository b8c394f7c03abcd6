import type { VerifiedToken } from '../context.ts';
import type { GraphModule } from './modules.ts';

export type Access = 'read' | 'write';

interface Rights {
  read: readonly string[];
  write: readonly string[];
}

// Microsoft Graph permissions reference. To Do has no application permission Tasks.ReadWrite: that is the delegated one.
const applicationRights: Readonly<Record<GraphModule, Rights>> = {
  calendar: {
    read: ['Calendars.Read', 'Calendars.ReadBasic.All', 'Calendars.ReadWrite'],
    write: ['Calendars.ReadWrite'],
  },
  contacts: { read: ['Contacts.Read', 'Contacts.ReadWrite'], write: ['Contacts.ReadWrite'] },
  'to-do': { read: ['Tasks.Read.All', 'Tasks.ReadWrite.All'], write: ['Tasks.ReadWrite.All'] },
  mail: { read: ['Mail.Read', 'Mail.ReadBasic.All', 'Mail.ReadWrite'], write: ['Mail.ReadWrite'] },
  'mail-sending': { read: [], write: ['Mail.Send'] },
  directory: {
    read: [
      'User.ReadBasic.All',
      'User.Read.All',
      'User.ReadWrite.All',
      'Directory.Read.All',
      'Directory.ReadWrite.All',
    ],
    write: [],
  },
};

const delegatedRights: Readonly<Record<GraphModule, Rights>> = {
  calendar: {
    read: ['Calendars.Read', 'Calendars.ReadBasic', 'Calendars.ReadWrite'],
    write: ['Calendars.ReadWrite'],
  },
  contacts: { read: ['Contacts.Read', 'Contacts.ReadWrite'], write: ['Contacts.ReadWrite'] },
  'to-do': { read: ['Tasks.Read', 'Tasks.ReadWrite'], write: ['Tasks.ReadWrite'] },
  mail: { read: ['Mail.Read', 'Mail.ReadBasic', 'Mail.ReadWrite'], write: ['Mail.ReadWrite'] },
  'mail-sending': { read: [], write: ['Mail.Send'] },
  directory: {
    read: ['User.ReadBasic.All', 'User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All'],
    write: [],
  },
};

/** The rights that only open the signed-in person's own user object. */
const ownProfileRights: readonly string[] = ['User.Read', 'User.ReadWrite'];

/** A token without a user is app-only: its rights are application permissions in `roles`. */
export function isAppOnly(token: VerifiedToken): boolean {
  return token.userId === null;
}

/** Whether the token carries a right for the module, whoever's data it is. */
export function tokenAllows(token: VerifiedToken, module: GraphModule, access: Access): boolean {
  return isAppOnly(token)
    ? applicationRights[module][access].some((right) => token.roles.includes(right))
    : delegatedRights[module][access].some((right) => token.scopes.includes(right));
}

export function tokenAllowsOwnProfile(token: VerifiedToken): boolean {
  return ownProfileRights.some((right) => token.scopes.includes(right));
}
