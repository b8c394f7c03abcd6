import { element } from '../../../teams-host/page/element.ts';
import type { ActiveUserAnswer, ActiveUserList } from '../../mail-data.ts';
import { message, refusedWithin } from '../message-view.ts';
import { ask } from '../portal-api.ts';
import { present, startPortal } from '../portal-page.ts';
import { readAddress, usersAddress } from './address.ts';
import { activeUsersView } from './active-users-view.ts';
import { userView } from './user-view.ts';

const list = { title: 'Go to Active users', address: usersAddress };

async function viewOf(hash: string): Promise<HTMLElement | undefined> {
  const address = readAddress(hash);
  switch (address.kind) {
    case 'users':
      return present(await ask<ActiveUserList>('users'), activeUsersView);
    case 'user':
      return present(
        await ask<ActiveUserAnswer>(`users/${address.userId}`),
        (answer) => userView(answer, address.tab),
        refusedWithin('The user was not found', list),
      );
    case 'not-emulated':
      return message(
        'This page is not emulated',
        'The dev tenant shows Users > Active users, with Account and Mail of each.',
        element('a', { href: usersAddress }, list.title),
      );
  }
}

await startPortal(viewOf);
