import { element } from '../../../teams-host/page/element.ts';
import type { MailFlow, MailFlowAnswer } from '../../mail-data.ts';
import { actionForm } from '../action-form.ts';
import { checkbox } from '../fields.ts';
import { message } from '../message-view.ts';
import { ask, change } from '../portal-api.ts';
import { present, refresh, say, startPortal } from '../portal-page.ts';

const settingsAddress = '#/settings';
const mailFlowAddress = '#/settings/mailflow';

const settings = (): HTMLElement =>
  element(
    'div',
    { 'data-place': 'settings' },
    element('h1', { tabIndex: -1 }, 'Settings'),
    element('ul', {}, element('li', {}, element('a', { href: mailFlowAddress }, 'Mail flow'))),
  );

function mailFlow({ smtpAuthOff }: MailFlowAnswer): HTMLElement {
  const off = checkbox('Turn off SMTP AUTH protocol for your organization', smtpAuthOff);
  const hint = element('p', { class: 'hint' }, 'A setting of a single mailbox outweighs this one.');
  const save = async (): Promise<void> => {
    const wanted: MailFlow = { smtpAuthOff: off.input.checked };
    await change('PUT', 'mail-flow', wanted);
    await refresh();
    say('The mail flow settings were saved.');
  };
  const content = [element('h2', {}, 'Security'), off.view, hint];
  return element(
    'div',
    { 'data-place': 'settings' },
    element(
      'nav',
      { class: 'path', 'aria-label': 'Breadcrumb' },
      element('a', { href: settingsAddress }, 'Settings'),
      element('span', { 'aria-hidden': 'true' }, ' > '),
      element('span', {}, 'Mail flow'),
    ),
    element('h1', { tabIndex: -1 }, 'Mail flow settings'),
    actionForm(content, { label: 'Save', busy: 'Saving…', act: save }),
  );
}

async function viewOf(hash: string): Promise<HTMLElement | undefined> {
  if (['', '#/', '#/homepage', settingsAddress].includes(hash))
    return present(await ask<MailFlowAnswer>('mail-flow'), settings);
  if (hash === mailFlowAddress) return present(await ask<MailFlowAnswer>('mail-flow'), mailFlow);
  return message(
    'This page is not emulated',
    'The dev tenant shows Settings > Mail flow.',
    element('a', { href: settingsAddress }, 'Go to Settings'),
  );
}

await startPortal(viewOf);
