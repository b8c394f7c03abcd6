import type { ActiveUserAnswer } from '../../mail-data.ts';
import { menuView } from '../menu-view.ts';
import { accountTab } from './account-tab.ts';
import { userAddress, usersAddress, userTabs, type UserTab } from './address.ts';
import { mailTab } from './mail-tab.ts';

/** Account and Mail of one person or shared mailbox. */
export function userView({ user }: ActiveUserAnswer, open: UserTab): HTMLElement {
  const pages = (Object.entries(userTabs) as [UserTab, string][]).map(([tab, title]) => ({
    title,
    address: userAddress(tab, user.id),
    open: tab === open,
  }));
  const list = { title: 'Active users', address: usersAddress };
  const page = { place: 'users', list, name: user.displayName, pages };
  return menuView(page, open === 'mail' ? mailTab(user) : accountTab(user));
}
