import { afterEach, describe, expect, test } from '@jest/globals';
import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { Mailbox } from '../../../../src/shared/api/mailboxes.ts';
import { buildEntity, buildMe, FakeApi, problemAnswer } from '../../../support/fake-api.ts';
import { buildMailbox, buildNewMailbox } from '../../../support/fake-mailboxes.ts';
import { openTab } from '../../../support/render-tab.tsx';

// Without a layout Fluent finds nothing to focus in a dialog, and after a while takes the page behind it for the active part.
configure({ defaultHidden: true });
afterEach(cleanup);

const lawyer = buildMe({ name: 'Lea Lawyer', username: 'lawyer@muster.example', roles: ['User'] });

function person(...mailboxes: Mailbox[]): FakeApi {
  const api = new FakeApi();
  api.me = lawyer;
  api.entities = [buildEntity()];
  api.mailboxes.all = mailboxes;
  return api;
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const typed = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

/** Opens the dialog and waits until it knows the entities. */
async function openAdding(): Promise<HTMLElement> {
  await screen.findByText('Your mailbox in the communicator');
  press('Add account');
  await screen.findByLabelText(/Address of the mailbox/);
  return screen.getByRole('dialog', { name: 'Add account' });
}

describe('the pages of the tab', () => {
  test('lead from the overview to one’s own mailboxes and mark where one is', async () => {
    await openTab({ api: person(buildMailbox()) });
    const pages = await screen.findByRole('navigation', { name: 'Pages' });
    expect(within(pages).getByRole('link', { name: 'Overview' })).toHaveAttribute('aria-current', 'page');
    fireEvent.click(await screen.findByRole('link', { name: 'My mailboxes' }));
    window.location.hash = '#/mailboxes';
    expect(await screen.findByRole('heading', { level: 1, name: 'My mailboxes' })).toHaveFocus();
    expect(within(pages).getByRole('link', { name: 'Mailboxes' })).toHaveAttribute('aria-current', 'page');
  });

  test('lead to an account from a link in a message', async () => {
    await openTab({ api: person(buildMailbox()), subPageId: 'mailboxes/m1' });
    expect(await screen.findByRole('heading', { level: 1, name: 'lawyer@muster.example' })).toBeVisible();
  });

  test('say so where the account is gone, with the way back', async () => {
    await openTab({ api: person(), hash: '#/mailboxes/gone' });
    expect(
      await screen.findByRole('heading', { level: 1, name: 'This mailbox does not exist (any more)' }),
    ).toBeVisible();
    press('To the mailboxes');
    expect(await screen.findByRole('heading', { level: 1, name: 'My mailboxes' })).toBeVisible();
  });
});

describe('one’s own mailboxes', () => {
  test('show each with its four states by name, what waits for a sign-in first', async () => {
    const prepared = buildNewMailbox({ id: 'm2', address: 'zoe@muster.example' });
    await openTab({ api: person(buildMailbox(), prepared), hash: '#/mailboxes' });
    const list = await screen.findByRole('list', { name: 'My mailboxes' });
    const cards = within(list).getAllByRole('group');
    expect(cards.map((card) => card.getAttribute('aria-label'))).toEqual([
      'zoe@muster.example',
      'lawyer@muster.example',
    ]);
    expect(cards[0]).toHaveTextContent('Waiting for your sign-in');
    for (const name of ['Sign-in: connected', 'POP3: connected', 'SMTP: connected', 'Retrieval: not used']) {
      expect(within(cards[1]!).getByRole('img', { name })).toBeVisible();
    }
    expect(within(cards[0]!).getByRole('img', { name: 'POP3: unknown' })).toBeVisible();
    expect(
      within(cards[0]!).getByRole('button', { name: 'Sign in with Microsoft: zoe@muster.example' }),
    ).toBeVisible();
  });

  test('none yet: one button, which adds the own address and goes on with the sign-in', async () => {
    const api = person();
    await openTab({ api, hash: '#/mailboxes' });
    const dialog = await openAdding();
    expect(within(dialog).getByLabelText(/Address of the mailbox/)).toHaveValue('lawyer@muster.example');
    expect(dialog).toHaveTextContent('Microsoft 365 · POP3');
    expect(within(dialog).queryByLabelText('Entity (data room)')).not.toBeInTheDocument();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Add account' }));
    expect(await screen.findByRole('dialog', { name: 'Sign in to lawyer@muster.example' })).toHaveTextContent(
      'Sign in there as lawyer@muster.example.',
    );
    expect(api.requests('POST', '/mailboxes')[0]?.body).toEqual({
      entityId: 'e1',
      address: 'lawyer@muster.example',
      kind: 'personal',
    });
  });

  test('a shared one is asked for by its address, and by the entity where there are several', async () => {
    const api = person();
    api.entities = [
      buildEntity(),
      buildEntity({ id: 'e2', name: 'Genève' }),
      buildEntity({ id: 'e3', name: 'Lugano', registration: null }),
    ];
    await openTab({ api, hash: '#/mailboxes' });
    await openAdding();
    expect(screen.getByText(/no registration is stored for them yet: Lugano/)).toBeVisible();
    typed('Entity (data room)', 'e2');
    fireEvent.click(screen.getByRole('radio', { name: /A shared mailbox/ }));
    expect(screen.getByLabelText(/Address of the mailbox/)).toHaveValue('');
    typed(/Address of the mailbox/, 'kanzlei@');
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Add account' }));
    expect(await screen.findByText('This is not an e-mail address.')).toBeVisible();
    typed(/Address of the mailbox/, ' kanzlei@muster.example ');
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Add account' }));
    await waitFor(() => expect(api.requests('POST', '/mailboxes')).toHaveLength(1));
    expect(api.requests('POST', '/mailboxes')[0]?.body).toEqual({
      entityId: 'e2',
      address: 'kanzlei@muster.example',
      kind: 'shared',
    });
  });

  test('an address that is in use is explained, and nothing typed is lost', async () => {
    const api = person();
    api.answers['POST /mailboxes'] = () => problemAnswer(409, 'conflict');
    await openTab({ api, hash: '#/mailboxes' });
    const dialog = await openAdding();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Add account' }));
    expect(await screen.findByText(/already in use in this entity/)).toBeVisible();
    expect(screen.getByLabelText(/Address of the mailbox/)).toHaveValue('lawyer@muster.example');
  });

  test('no entity is connected yet: says who does what first', async () => {
    const api = person();
    api.entities = [buildEntity({ registration: null })];
    await openTab({ api, hash: '#/mailboxes' });
    await screen.findByText('Your mailbox in the communicator');
    press('Add account');
    expect(await screen.findByRole('dialog', { name: 'No entity is connected yet' })).toBeVisible();
  });

  test('a colleague’s wish to use a mailbox is asked about, and allowed by a click', async () => {
    const asked = buildNewMailbox({
      mine: false,
      pending: {
        id: '11111111-1111-4111-8111-111111111111',
        why: 'other-person',
        signedInAs: 'lawyer@muster.example',
        startedBy: 'Anna Assistant',
        givenTo: 'Anna Assistant',
        expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
        forMe: true,
      },
    });
    const api = person(asked);
    await openTab({ api, hash: '#/mailboxes' });
    expect(await screen.findByText(/Anna Assistant wants to use lawyer@muster.example/)).toBeVisible();
    press('Allow');
    await waitFor(() => expect(screen.queryByText(/wants to use/)).not.toBeInTheDocument());
    expect(api.requests('POST', '/mailboxes/m1/pending-grant')[0]?.body).toEqual({
      id: '11111111-1111-4111-8111-111111111111',
      accept: true,
    });
  });
});
