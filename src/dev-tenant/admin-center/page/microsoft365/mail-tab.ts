import { element } from '../../../teams-host/page/element.ts';
import type { ActiveUser, EmailApps } from '../../mail-data.ts';
import { command, refusalHint } from '../command.ts';
import { openFormPanel } from '../dialog.ts';
import { essentials } from '../essentials.ts';
import { checkbox } from '../fields.ts';
import { change } from '../portal-api.ts';
import { refresh, say } from '../portal-page.ts';

function openEmailApps({ id, displayName }: ActiveUser, apps: EmailApps): void {
  const pop = checkbox('POP', apps.pop);
  const smtp = checkbox('Authenticated SMTP', apps.authenticatedSmtp);
  const question = element(
    'p',
    {},
    `Choose the apps where ${displayName} can access their Microsoft 365 email. The dev tenant has these two.`,
  );
  openFormPanel('Manage email apps', [question, pop.view, smtp.view], {
    label: 'Save changes',
    busy: 'Saving…',
    act: async () => {
      const wanted: EmailApps = { pop: pop.input.checked, authenticatedSmtp: smtp.input.checked };
      await change('PUT', `users/${id}/email-apps`, wanted);
      await refresh();
      say('The email apps were saved.');
    },
  });
}

const allowed = (on: boolean): string => (on ? 'Allowed' : 'Blocked');

/** The tab "Mail" of a person or shared mailbox. */
export function mailTab(user: ActiveUser): HTMLElement {
  const { displayName, emailApps, mailRefusal, smtpFollowsOrganization } = user;
  if (!emailApps) {
    return element(
      'section',
      {},
      element('h2', {}, 'Mail'),
      element('p', {}, `${displayName} has no Exchange Online mailbox: assign a license first.`),
    );
  }
  const smtp = `${allowed(emailApps.authenticatedSmtp)}${smtpFollowsOrganization ? ' (as the organization)' : ''}`;
  return element(
    'section',
    {},
    element('h2', {}, 'Email apps'),
    essentials([
      ['POP', allowed(emailApps.pop)],
      ['Authenticated SMTP', smtp],
    ]),
    ...refusalHint(mailRefusal),
    element(
      'div',
      { class: 'commands' },
      command('Manage email apps', () => openEmailApps(user, emailApps), { refusal: mailRefusal }),
    ),
  );
}
