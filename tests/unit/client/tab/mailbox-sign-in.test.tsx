import { afterEach, describe, expect, test } from '@jest/globals';
import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { Mailbox } from '../../../../src/shared/api/mailboxes.ts';
import {
  buildDiagnosis,
  buildEntity,
  buildMe,
  buildVerdict,
  FakeApi,
  problemAnswer,
} from '../../../support/fake-api.ts';
import { buildMailbox, buildNewMailbox } from '../../../support/fake-mailboxes.ts';
import { openTab } from '../../../support/render-tab.tsx';

// Without a layout Fluent finds nothing to focus in a dialog, and after a while takes the page behind it for the active part.
configure({ defaultHidden: true });
afterEach(cleanup);

function person(mailbox: Mailbox): FakeApi {
  const api = new FakeApi();
  api.me = buildMe({ name: 'Lea Lawyer', username: 'lawyer@muster.example', roles: ['User'] });
  api.entities = [buildEntity()];
  api.mailboxes.all = [mailbox];
  return api;
}

const inDialog = () => within(screen.getByRole('dialog'));

/** Opens the dialog of the account page; the link is made before the button can be pressed. */
async function openDialog(api: FakeApi) {
  const tab = await openTab({ api, hash: '#/mailboxes/m1' });
  fireEvent.click(await screen.findByRole('button', { name: 'Sign in with Microsoft' }));
  await screen.findByRole('dialog', { name: /^Sign in to / });
  await waitFor(() =>
    expect(
      inDialog().getByRole('button', { name: /^(Sign in with Microsoft|Open it here)$/ }),
    ).not.toHaveAttribute('aria-disabled', 'true'),
  );
  return tab;
}

async function openPage(api: FakeApi) {
  const tab = await openDialog(api);
  fireEvent.click(inDialog().getByRole('button', { name: 'Sign in with Microsoft' }));
  await screen.findByText('Waiting for your sign-in in the browser');
  return tab;
}

function end(api: FakeApi, changes: object, mailbox?: Partial<Mailbox>): void {
  api.mailboxes.attempt = { ...api.mailboxes.attempt!, ...changes };
  if (mailbox !== undefined) api.mailboxes.all = api.mailboxes.all.map((each) => ({ ...each, ...mailbox }));
  api.emit({ type: 'mailbox-changed', mailboxId: 'm1' });
}

describe('signing in to a mailbox', () => {
  test('says first that the browser opens, with which address, and what LEGAL 365 calls it', async () => {
    const api = person(buildNewMailbox());
    const { asked } = await openDialog(api);
    const dialog = screen.getByRole('dialog');
    expect(dialog).toHaveTextContent('Microsoft’s page opens in your browser.');
    expect(dialog).toHaveTextContent('Sign in there as lawyer@muster.example.');
    expect(dialog).toHaveTextContent('Authentifizieren');
    expect(asked.filter((url) => url.startsWith('https://login.example'))).toEqual([]);
  });

  test('of a shared mailbox tells to take one’s own account', async () => {
    await openDialog(person(buildNewMailbox({ kind: 'shared', address: 'kanzlei@muster.example' })));
    expect(screen.getByRole('dialog')).toHaveTextContent(
      'with your own account, the one that has access to kanzlei@muster.example; not with the shared address',
    );
  });

  test('opens the page in the click, waits, and turns green by itself', async () => {
    const api = person(buildNewMailbox());
    const { asked } = await openPage(api);
    expect(asked.filter((url) => url.startsWith('https://login.example/?state='))).toHaveLength(1);
    expect(inDialog().getByRole('button', { name: 'Copy link' })).toBeVisible();
    fireEvent.click(inDialog().getByRole('button', { name: 'Open again' }));
    expect(asked.filter((url) => url.startsWith('https://login.example'))).toHaveLength(2);
    const { signIn, latestTest } = buildMailbox();
    end(api, { status: 'signed-in' }, { signIn, latestTest });
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(await screen.findByRole('img', { name: 'Sign-in: connected' })).toBeVisible();
    expect(screen.getByRole('img', { name: 'SMTP: connected' })).toBeVisible();
    expect(api.requests('DELETE', '/mailboxes/m1/sign-in')).toEqual([]);
  });

  test('sees the end without an event, by asking each second', async () => {
    const api = person(buildNewMailbox());
    await openPage(api);
    const { signIn } = buildMailbox();
    api.mailboxes.attempt = { ...api.mailboxes.attempt!, status: 'signed-in' };
    api.mailboxes.all = [{ ...api.mailboxes.all[0]!, signIn }];
    expect(await screen.findByRole('img', { name: 'Sign-in: connected' })).toBeVisible();
  });

  test('with another account: says which, that nothing was changed, and offers to choose again', async () => {
    const api = person(buildNewMailbox());
    await openPage(api);
    end(api, {
      status: 'mismatch',
      mismatch: { why: 'other-person', signedInAs: 'beat@muster.example' },
    });
    expect(
      await screen.findByText(
        /You signed in as beat@muster.example, this mailbox is lawyer@muster.example. Nothing was changed/,
      ),
    ).toBeVisible();
    fireEvent.click(inDialog().getByRole('button', { name: 'Choose another account' }));
    await waitFor(() => expect(api.requests('POST', '/mailboxes/m1/sign-in')).toHaveLength(2));
    expect(await inDialog().findByRole('button', { name: 'Sign in with Microsoft' })).toBeVisible();
  });

  test('that somebody else has to agree to says who and where', async () => {
    const api = person(buildNewMailbox());
    await openPage(api);
    const pending = {
      id: 'p1',
      why: 'other-person',
      signedInAs: 'beat@muster.example',
      startedBy: 'Lea Lawyer',
      givenTo: 'Lea Lawyer',
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
      forMe: false,
    } as const;
    const { signIn } = buildNewMailbox();
    end(api, { status: 'pending' }, { pending, signIn: { ...signIn, status: 'waiting-for-owner' } });
    expect(
      await screen.findByText(
        /beat@muster.example signed in with the link.*in LEGAL 365 Connect under Mailboxes/,
      ),
    ).toBeVisible();
  });

  test('refused by Microsoft: the reason stands there with what to do', async () => {
    const api = person(buildNewMailbox());
    await openPage(api);
    end(api, { status: 'refused', verdict: buildVerdict({ cause: 'user-declined', whoCanFix: 'user' }) });
    expect(await screen.findByText('The sign-in was refused')).toBeVisible();
    expect(screen.getByText('What to do')).toBeVisible();
    expect(inDialog().getByRole('button', { name: 'Try again' })).toBeVisible();
  });

  test('that Microsoft’s page holds up asks after two minutes what the page says, and explains it', async () => {
    const api = person(buildNewMailbox());
    await openPage(api);
    expect(inDialog().queryByText('Does Microsoft’s page show an error?')).not.toBeInTheDocument();
    end(api, { startedAt: new Date(Date.now() - 121_000).toISOString() });
    const field = await screen.findByLabelText('Text of Microsoft’s page');
    expect(inDialog().getByText('Does Microsoft’s page show an error?')).toBeVisible();
    const verdict = buildVerdict({ cause: 'redirect-mismatch', facts: { code: 'AADSTS50011' } });
    api.answers['POST /diagnoses'] = () => ({ status: 200, body: buildDiagnosis({ verdict }) });
    const raw = 'AADSTS50011: The redirect URI specified in the request does not match.';
    fireEvent.change(field, { target: { value: raw } });
    fireEvent.click(inDialog().getByRole('button', { name: 'Explain' }));
    await waitFor(() => expect(api.requests('POST', '/diagnoses')).toHaveLength(1));
    expect(api.requests('POST', '/diagnoses')[0]?.body).toEqual({
      protocol: 'entra',
      stage: 'authorize-callback',
      raw,
    });
    expect(await inDialog().findByText('What to do')).toBeVisible();
    expect(inDialog().getByText('Waiting for your sign-in in the browser')).toBeVisible();
  });

  test('is given up with “Cancel”, and the focus is back on the button', async () => {
    const api = person(buildNewMailbox());
    await openPage(api);
    fireEvent.click(inDialog().getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(api.requests('DELETE', '/mailboxes/m1/sign-in')).toHaveLength(1));
    expect(screen.getByRole('button', { name: 'Sign in with Microsoft' })).toHaveFocus();
  });

  test('that cannot be prepared says why, and can be tried again', async () => {
    const api = person(buildNewMailbox());
    api.answers['POST /mailboxes/m1/sign-in'] = () => problemAnswer(409, 'registration-missing');
    await openTab({ api, hash: '#/mailboxes/m1' });
    fireEvent.click(await screen.findByRole('button', { name: 'Sign in with Microsoft' }));
    expect(await screen.findByText('The sign-in could not be prepared')).toBeVisible();
    delete api.answers['POST /mailboxes/m1/sign-in'];
    fireEvent.click(inDialog().getByRole('button', { name: 'Try again' }));
    expect(await inDialog().findByRole('button', { name: 'Sign in with Microsoft' })).toBeVisible();
  });

  test('of somebody else gives an administrator the link to send', async () => {
    const api = person(buildNewMailbox({ mine: false, holder: 'Lea Lawyer' }));
    api.me = buildMe();
    await openDialog(api);
    expect(screen.getByRole('dialog')).toHaveTextContent('Lea Lawyer has to sign in. You can send the link');
    expect(inDialog().getByRole('button', { name: 'Copy link' })).toBeVisible();
    expect(inDialog().getByRole('link', { name: 'Write an e-mail' })).toHaveAttribute(
      'href',
      expect.stringContaining('mailto:?subject='),
    );
  });
});
