import { element } from '../../../teams-host/page/element.ts';
import type { ActiveUserList } from '../../mail-data.ts';
import { table } from '../table.ts';
import { userAddress } from './address.ts';

export function activeUsersView({ users }: ActiveUserList): HTMLElement {
  const rows = users.map(({ id, displayName, userName, kind, licensed, signInBlocked }) => [
    element('a', { href: userAddress('account', id) }, displayName),
    userName,
    licensed ? 'Exchange Online' : kind === 'Shared mailbox' ? 'Shared mailbox' : 'Unlicensed',
    signInBlocked ? 'Sign-in blocked' : 'Sign-in allowed',
  ]);
  const headings = ['Display name', 'Username', 'Licenses', 'Sign-in status'];
  return element(
    'div',
    { 'data-place': 'users' },
    element('h1', { tabIndex: -1 }, 'Active users'),
    table('Active users', headings, rows),
  );
}
