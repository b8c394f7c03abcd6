export const userTabs = { account: 'Account', mail: 'Mail' } as const;
export type UserTab = keyof typeof userTabs;

export type Address =
  { kind: 'users' } | { kind: 'user'; userId: string; tab: UserTab } | { kind: 'not-emulated' };

const isTab = (name: string): name is UserTab => Object.hasOwn(userTabs, name);

export const usersAddress = '#/users';
export const userAddress = (tab: UserTab, userId: string): string => `#/users/${userId}/${tab}`;

/** Reads the part of an address behind `#`, as `#/users` of admin.microsoft.com; those of one person are ours. */
export function readAddress(hash: string): Address {
  const [list = '', userId, tab = 'account'] = hash.replace(/^#\/?/, '').split('/');
  if (list === '' || list === 'homepage') return { kind: 'users' };
  if (list !== 'users') return { kind: 'not-emulated' };
  if (userId === undefined || userId === '') return { kind: 'users' };
  return /^[0-9a-f-]{36}$/i.test(userId) && isTab(tab)
    ? { kind: 'user', userId, tab }
    : { kind: 'not-emulated' };
}
