import { element } from '../../../teams-host/page/element.ts';
import type { ActiveUser, SignInBlock } from '../../mail-data.ts';
import { command, refusalHint } from '../command.ts';
import { readableTime } from '../date.ts';
import { confirm, openFormPanel } from '../dialog.ts';
import { essentials } from '../essentials.ts';
import { checkbox } from '../fields.ts';
import { change } from '../portal-api.ts';
import { refresh, say } from '../portal-page.ts';

function askToSignOut({ id, displayName }: ActiveUser): void {
  confirm(
    'Sign out of all sessions',
    `${displayName} will be signed out of all Microsoft 365 sessions within 15 minutes and has to sign in again.`,
    {
      label: 'Sign out',
      busy: 'Signing out…',
      act: async () => {
        await change('POST', `users/${id}/sign-out`);
        await refresh();
        say(`${displayName} is signed out of all sessions.`);
      },
    },
  );
}

function openBlockSignIn({ id, displayName, signInBlocked }: ActiveUser): void {
  const box = checkbox('Block this user from signing in', signInBlocked);
  openFormPanel(signInBlocked ? 'Unblock sign-in' : 'Block sign-in', [box.view], {
    label: 'Save changes',
    busy: 'Saving…',
    act: async () => {
      const wanted: SignInBlock = { blocked: box.input.checked };
      await change('PUT', `users/${id}/sign-in`, wanted);
      await refresh();
      say(wanted.blocked ? `${displayName} is now blocked from signing in.` : `${displayName} may sign in.`);
    },
  });
}

/** The tab "Account" of a person. */
export function accountTab(user: ActiveUser): HTMLElement {
  const { accountRefusal: refusal, signedOutAt, signInBlocked } = user;
  return element(
    'section',
    {},
    element('h2', {}, 'Account'),
    essentials([
      ['Username', user.userName],
      ['Sign-in status', signInBlocked ? 'Sign-in blocked' : 'Sign-in allowed'],
      ['Signed out of all sessions', signedOutAt === null ? 'Never' : readableTime(signedOutAt)],
    ]),
    ...refusalHint(refusal),
    element(
      'div',
      { class: 'commands' },
      command('Sign out of all sessions', () => askToSignOut(user), { refusal }),
      command(signInBlocked ? 'Unblock sign-in' : 'Block sign-in', () => openBlockSignIn(user), { refusal }),
    ),
  );
}
