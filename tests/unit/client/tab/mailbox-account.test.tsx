import { afterEach, describe, expect, test } from '@jest/globals';
import { act, cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { Mailbox } from '../../../../src/shared/api/mailboxes.ts';
import { buildEntity, buildMe, buildVerdict, FakeApi } from '../../../support/fake-api.ts';
import {
  buildMailbox,
  buildMailboxStep,
  buildMailboxTest,
  buildNewMailbox,
  retrievalOff,
} from '../../../support/fake-mailboxes.ts';
import { openTab } from '../../../support/render-tab.tsx';

// Without a layout Fluent finds nothing to focus in a dialog, and after a while takes the page behind it for the active part.
configure({ defaultHidden: true });
afterEach(cleanup);

function person(roles: ('User' | 'Admin' | 'Reader')[], ...mailboxes: Mailbox[]): FakeApi {
  const api = new FakeApi();
  api.me = buildMe({ name: 'Lea Lawyer', username: 'lawyer@muster.example', roles });
  api.entities = [buildEntity()];
  api.mailboxes.all = mailboxes;
  return api;
}

const found = (name: string | RegExp) => screen.findByRole('button', { name });
const account = '#/mailboxes/m1';

describe('the page of an account', () => {
  test('says of each part what its state rests on, and which keys may use the mailbox', async () => {
    const mailbox = buildMailbox({ serviceKeys: [{ name: 'LEGAL 365 Zürich', lastUsedAt: null }] });
    await openTab({ api: person(['User'], mailbox), hash: account });
    const rows = await screen.findByRole('list', { name: 'States of the mailbox' });
    expect(rows).toHaveTextContent('Lea Lawyer, since');
    expect(rows).toHaveTextContent('outlook.office365.com · 14 messages waiting · 0.4 s');
    expect(rows).toHaveTextContent('Not switched on for this entity');
    expect(await screen.findByText('LEGAL 365 Zürich, not used yet')).toBeVisible();
  });

  test.each(['never', 'needs-sign-in', 'failed', 'ok', 'unknown'] as const)(
    'with a sign-in that is %s offers one first only where one is needed',
    async (status) => {
      const mailbox = buildMailbox();
      const { signIn } = status === 'never' ? buildNewMailbox() : mailbox;
      await openTab({ api: person(['User'], { ...mailbox, signIn: { ...signIn, status } }), hash: account });
      const isNeeded = status !== 'ok' && status !== 'unknown';
      const signInButton = await found('Sign in with Microsoft');
      const [first] = [...(signInButton.parentElement?.querySelectorAll('button') ?? [])];
      expect(first === signInButton).toBe(isNeeded);
    },
  );

  test('with Authenticated SMTP off leads to the switch, and writes to the administrator', async () => {
    const verdict = buildVerdict({ cause: 'smtp-auth-disabled-mailbox', facts: { code: '535 5.7.139' } });
    const latestTest = buildMailboxTest(buildMailboxStep('smtp', 'failed', verdict));
    await openTab({ api: person(['User'], buildMailbox({ latestTest })), hash: account });
    expect(await screen.findByRole('img', { name: 'SMTP: failed' })).toBeVisible();
    expect(screen.getByText('535 5.7.139')).toBeVisible();
    const how = await found('Show how');
    // Its texts are loaded then: what suspends has to be waited for.
    await act(async () => Promise.resolve(fireEvent.click(how)));
    expect(await screen.findByText(/^Set-CASMailbox -Identity 'lawyer@muster.example'/)).toBeVisible();
    fireEvent.click(await found('Send to my administrator'));
    const mail = screen.getByRole('link', { name: 'Write an e-mail' }).getAttribute('href') ?? '';
    expect(decodeURIComponent(mail)).toContain('LEGAL 365: mailbox lawyer@muster.example needs a setting');
    expect(decodeURIComponent(mail)).toContain('535 5.7.139');
  });

  test('tells each cause that the same answer allows, with the check for it', async () => {
    const verdict = buildVerdict({
      cause: 'ambiguous-auth',
      alternatives: ['mailbox-missing'],
      confidence: 'guess',
    });
    const latestTest = buildMailboxTest(buildMailboxStep('pop3', 'failed', verdict));
    await openTab({ api: person(['User'], buildMailbox({ latestTest })), hash: account });
    const cause = await screen.findByText('There is no mailbox at this address', { selector: 'summary' });
    expect(cause.closest('details')).toHaveTextContent('Check the spelling of the address.');
  });

  test('sends a test mail and retrieves, and says what came of both', async () => {
    const mailbox = buildMailbox({ retrieval: { ...retrievalOff, on: true } });
    await openTab({ api: person(['User'], mailbox), hash: account });
    fireEvent.click(await found('Send test mail'));
    expect(
      await screen.findByText('Microsoft has taken the test mail to lawyer@muster.example'),
    ).toBeVisible();
    fireEvent.click(await found('Retrieve mail'));
    expect(await screen.findByText('2 new messages')).toBeVisible();
  });

  test('offers no retrieval where it is not switched on', async () => {
    await openTab({ api: person(['User'], buildMailbox()), hash: account });
    expect(await found('Send test mail')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Retrieve mail' })).not.toBeInTheDocument();
  });

  test('of a shared mailbox shows the switch of the person who sends, not that of the mailbox', async () => {
    const verdict = buildVerdict({ cause: 'smtp-auth-disabled-mailbox' });
    const mailbox = buildMailbox({
      kind: 'shared',
      address: 'kanzlei@muster.example',
      smtpUser: { value: 'lawyer@muster.example', byRule: true },
      latestTest: buildMailboxTest(buildMailboxStep('smtp', 'failed', verdict)),
    });
    await openTab({ api: person(['User'], mailbox), hash: account });
    fireEvent.click(await found('Show how'));
    expect(await screen.findByText(/Set-CASMailbox -Identity 'lawyer@muster.example'/)).toBeVisible();
  });

  test('whose test mail got no answer says that it may have arrived, and not that it failed', async () => {
    const api = person(['User'], buildMailbox());
    const verdict = buildVerdict({ cause: 'connection-dropped', whoCanFix: 'nobody' });
    api.mailboxes.testMail = { ...api.mailboxes.testMail, outcome: 'unknown', verdict };
    await openTab({ api, hash: account });
    fireEvent.click(await found('Send test mail'));
    expect(await screen.findByText('It is not certain whether the test mail was sent')).toBeVisible();
    expect(screen.getByText(/look in the mailbox before you send another one/)).toBeVisible();
    expect(screen.queryByText('The test mail was not sent')).not.toBeInTheDocument();
  });

  test('of a shared mailbox offers the other way of sending where the first was refused', async () => {
    const mailbox = buildMailbox({ kind: 'shared', address: 'kanzlei@muster.example' });
    const api = person(['User'], mailbox);
    api.mailboxes.testMail = {
      ...api.mailboxes.testMail,
      outcome: 'failed',
      verdict: buildVerdict({ cause: 'send-as-denied' }),
      otherUser: 'kanzlei@muster.example',
    };
    await openTab({ api, hash: account });
    fireEvent.click(await found('Send test mail'));
    expect(await screen.findByText('The test mail was not sent')).toBeVisible();
    fireEvent.click(await found('Use kanzlei@muster.example'));
    await waitFor(() => expect(api.requests('PATCH', '/mailboxes/m1')).toHaveLength(1));
    expect(api.requests('PATCH', '/mailboxes/m1')[0]?.body).toEqual({ smtpUser: 'kanzlei@muster.example' });
  });

  test('is removed after a question that says what stays at Microsoft and links to the own apps', async () => {
    const api = person(['User'], buildMailbox());
    const { asked } = await openTab({ api, hash: account });
    fireEvent.click(await found('More actions: lawyer@muster.example'));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Remove' }));
    const dialog = await screen.findByRole('dialog', { name: 'Remove lawyer@muster.example?' });
    expect(dialog).toHaveTextContent('The mailbox at Microsoft and its mail stay as they are.');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Open my apps at Microsoft' }));
    expect(asked).toContain('https://myapps.microsoft.com');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Remove account' }));
    expect(await screen.findByText('Your mailbox in the communicator')).toBeVisible();
  });
});

describe('the mailboxes of the firm', () => {
  const firm = () => [
    buildMailbox({ mine: false }),
    buildNewMailbox({ id: 'm2', address: 'assistant@muster.example', mine: false, holder: null }),
  ];

  test('show an administrator who has not signed in yet, and an invitation for them', async () => {
    await openTab({ api: person(['Admin'], ...firm()), hash: '#/mailboxes/firm' });
    const table = await screen.findByRole('table', { name: 'Mailboxes of the firm' });
    expect(within(table).getAllByRole('row')).toHaveLength(3);
    expect(screen.getByText(/1 of 2 mailboxes are signed in/)).toBeVisible();
    fireEvent.click(screen.getByRole('switch', { name: /Only those who have not signed in yet \(1\)/ }));
    expect(within(table).getAllByRole('row')).toHaveLength(2);
    fireEvent.click(await found('Invite'));
    const language = await screen.findByLabelText('Language of the invitation');
    await act(async () => Promise.resolve(fireEvent.change(language, { target: { value: 'fr' } })));
    expect(await screen.findByText(/connectez-vous une fois/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Write an e-mail' })).toHaveAttribute(
      'href',
      expect.stringContaining('bcc=assistant%40muster.example'),
    );
  });

  test('take a list with bad lines: says what is left out before it is sent, and each line’s result after', async () => {
    const api = person(['Admin']);
    await openTab({ api, hash: '#/mailboxes/firm' });
    fireEvent.click(await found('Add for many users'));
    fireEvent.change(await screen.findByLabelText('Addresses'), {
      target: { value: 'anna@muster.example\nBeat\nkanzlei@muster.example;shared' },
    });
    expect(await screen.findByText(/Line 2: Beat/)).toHaveTextContent('no address');
    fireEvent.click(await found('Prepare 2 accounts'));
    expect(await screen.findByText('2 accounts were prepared')).toBeVisible();
    expect(screen.getByText('anna@muster.example: prepared')).toBeVisible();
    expect(api.requests('POST', '/mailbox-imports')[0]?.body).toEqual({
      entityId: 'e1',
      accounts: [
        { address: 'anna@muster.example', kind: 'personal' },
        { address: 'kanzlei@muster.example', kind: 'shared' },
      ],
    });
  });

  test('are seen and not touched by a Reader, without anybody’s mail', async () => {
    await openTab({ api: person(['Reader'], ...firm()), hash: '#/mailboxes/firm' });
    expect(await screen.findByRole('table', { name: 'Mailboxes of the firm' })).toBeVisible();
    expect(screen.queryByRole('button', { name: /Add|Invite|Remove/ })).not.toBeInTheDocument();
    window.location.hash = account;
    expect(await screen.findByRole('heading', { level: 1, name: 'lawyer@muster.example' })).toBeVisible();
    expect(screen.queryByRole('button', { name: /Sign in|Test|Send|Retrieve|More/ })).not.toBeInTheDocument();
    expect(screen.queryByRole('heading', { name: 'Messages' })).not.toBeInTheDocument();
  });
});
