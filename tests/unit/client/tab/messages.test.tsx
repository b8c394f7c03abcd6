import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { Mailbox } from '../../../../src/shared/api/mailboxes.ts';
import { buildMe, FakeApi } from '../../../support/fake-api.ts';
import { buildMailbox, buildMessageView, retrievalOff } from '../../../support/fake-mailboxes.ts';
import { openTab } from '../../../support/render-tab.tsx';

configure({ defaultHidden: true });
afterEach(() => {
  cleanup();
  jest.restoreAllMocks();
});

const on = { ...retrievalOff, on: true };
let api: FakeApi;
beforeEach(() => {
  api = new FakeApi();
  api.me = buildMe({ name: 'Lea Lawyer', username: 'lawyer@muster.example', roles: ['User'] });
});

async function openAccount(changes: Partial<Mailbox> = {}): Promise<void> {
  api.mailboxes.all = [buildMailbox({ retrieval: on, ...changes })];
  await openTab({ api, hash: '#/mailboxes/m1' });
  await screen.findByRole('list', { name: 'States of the mailbox' });
}

async function openLetter(subject: string): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: subject }));
  await screen.findByRole('heading', { name: subject, level: 2 });
}

describe('the messages of an account', () => {
  test('newest first, and more of them when asked for', async () => {
    api.mailboxes.messages = [3, 2, 1].map((number) => buildMessageView(number));
    await openAccount();
    const list = await screen.findByRole('list', { name: 'Retrieved messages, newest first' });
    const rows = within(list).getAllByRole('listitem');
    expect(rows.map((row) => within(row).getByRole('button').textContent)).toEqual(['Letter 3', 'Letter 2']);
    expect(rows[0]).toHaveTextContent('Anna Muster');
    expect(rows[0]).toHaveTextContent('14 kB');
    fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await within(list).findByRole('button', { name: 'Letter 1' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument();
  });

  test('none waiting is told from retrieval being off', async () => {
    await openAccount();
    expect(await screen.findByText('No messages are waiting')).toBeVisible();
    cleanup();
    await openAccount({ retrieval: retrievalOff });
    expect(await screen.findByText('Mail is not retrieved here')).toBeVisible();
  });

  test('names those that stayed at Microsoft by their size, and where to read them', async () => {
    const { summary } = buildMessageView(1);
    api.mailboxes.leftOut = [{ ...summary, subject: null, octets: 163_000_000, content: 'too-large' }];
    await openAccount();
    expect(await screen.findByText(/1 \(163 MB\)\. .* read them in Outlook\.$/)).toBeVisible();
  });

  test('are nothing for an administrator: they are not even asked for', async () => {
    api.me = buildMe({ roles: ['Admin'] });
    api.mailboxes.messages = [buildMessageView(1)];
    await openAccount({ mine: false });
    expect(screen.queryByRole('heading', { name: 'Messages' })).not.toBeInTheDocument();
    expect(api.sent.filter(({ path }) => path.includes('/messages'))).toEqual([]);
  });
});

describe('an open message', () => {
  test('says who, to whom and its text; going back keeps the place', async () => {
    api.mailboxes.messages = [2, 1].map((number) => buildMessageView(number));
    await openAccount();
    await openLetter('Letter 1');
    expect(await screen.findByRole('region', { name: 'Text of the message' })).toHaveTextContent(
      'Text of letter 1',
    );
    expect(screen.getByText('Anna Muster <anna@nachbar.example>')).toBeVisible();
    const to = screen.getByText('To', { selector: 'dt' });
    expect(to.nextElementSibling).toHaveTextContent('lawyer@muster.example');
    fireEvent.click(screen.getByRole('button', { name: 'Back to the messages' }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Letter 1' })).toHaveFocus());
  });

  test('shows its HTML when asked for, in a frame that may do nothing, and says what was not loaded', async () => {
    api.mailboxes.messages = [buildMessageView(1, { html: '<b>Brief</b>', remoteImages: 2 })];
    await openAccount();
    await openLetter('Letter 1');
    const show = await screen.findByRole('button', { name: 'Show with its layout' });
    expect(screen.queryByTitle('The message with its layout')).not.toBeInTheDocument();
    fireEvent.click(show);
    const frame = screen.getByTitle('The message with its layout');
    expect(frame.getAttribute('sandbox')).not.toMatch(/allow-(scripts|same-origin|forms|top-navigation)/);
    expect(frame).toHaveAttribute('srcdoc', expect.stringContaining('<b>Brief</b>'));
    expect(frame).toHaveAttribute('srcdoc', expect.stringContaining("default-src 'none'"));
    expect(screen.getByText(/^2 pictures were not loaded/)).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: 'Show as text' }));
    expect(screen.getByText('Text of letter 1')).toBeVisible();
  });

  test('has its attachments and itself saved as files, under their names', async () => {
    const saved: string[] = [];
    URL.createObjectURL = () => 'blob:file';
    URL.revokeObjectURL = () => undefined;
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(`${this.download} ${this.href}`);
    });
    const attachment = { index: 0, name: 'Klage.pdf', type: 'application/pdf', octets: 2_300_000 };
    api.mailboxes.messages = [buildMessageView(1, { attachments: [{ ...attachment, embedded: false }] })];
    const path = '/mailboxes/m1/messages/n1';
    api.answers[`GET ${path}/attachments/0`] = () => ({ status: 200, body: 'PDF' });
    api.answers[`GET ${path}/content`] = () => ({ status: 200, body: 'Subject: Letter 1' });
    await openAccount();
    await openLetter('Letter 1');
    expect(await screen.findByText('2.3 MB · application/pdf')).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: 'Save: Klage.pdf' }));
    await waitFor(() => expect(saved).toEqual(['Klage.pdf blob:file']));
    fireEvent.click(await screen.findByRole('button', { name: 'Save the message as a file (.eml)' }));
    await waitFor(() => expect(saved).toEqual(['Klage.pdf blob:file', 'message.eml blob:file']));
  });

  test('says what could not be read, and when the message is gone', async () => {
    api.mailboxes.messages = [2, 1].map((number) => buildMessageView(number, { incomplete: true }));
    api.answers['GET /mailboxes/m1/messages/n1'] = () => ({
      status: 404,
      body: { type: 'about:blank', title: 'gone', status: 404, code: 'not-found' },
    });
    await openAccount();
    await openLetter('Letter 2');
    expect(await screen.findByText('Not everything can be shown')).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: 'Back to the messages' }));
    await openLetter('Letter 1');
    expect(await screen.findByText(/^This message is no longer here/)).toBeVisible();
  });
});
