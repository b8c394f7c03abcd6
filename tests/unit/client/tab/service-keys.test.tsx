import { afterEach, describe, expect, test } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import {
  applicationId,
  buildEntity,
  buildMe,
  buildServiceKey,
  buildTest,
  directoryId,
  FakeApi,
  isoDayIn,
  problemAnswer,
} from '../../../support/fake-api.ts';
import { openTab } from '../../../support/render-tab.tsx';

afterEach(cleanup);

const access = '#/entities/e1/access';
const handOver = '#/entities/e1/setup/hand-over';

function firm(changes: Parameters<typeof buildEntity>[0] = {}): FakeApi {
  const api = new FakeApi();
  api.entities = [buildEntity(changes)];
  return api;
}

const found = (name: string) => screen.findByRole('button', { name });

async function openDialog(): Promise<HTMLElement> {
  fireEvent.click(await found('Create service key'));
  return screen.findByRole('dialog');
}

async function createKey(): Promise<void> {
  const dialog = await openDialog();
  fireEvent.click(within(dialog).getByRole('button', { name: 'Create key' }));
  await screen.findByText('l365_the_whole_key_x7Qa');
}

describe('the keys of an entity', () => {
  test('are listed with scopes, last use and end, never with their text', async () => {
    const api = firm();
    api.serviceKeys = [
      buildServiceKey({
        scopes: ['graph', 'mail'],
        lastUsedAt: new Date(Date.now() - 120_000).toISOString(),
      }),
      buildServiceKey({ id: 'k0', name: 'Old server', revokedAt: new Date().toISOString() }),
    ];
    await openTab({ api, hash: access });
    const table = await screen.findByRole('table', { name: 'Service keys of this entity' });
    const row = within(table)
      .getByRole('rowheader', { name: /LEGAL 365 Zürich/ })
      .closest('tr')!;
    expect(row).toHaveTextContent('ends with x7Qa');
    expect(row).toHaveTextContent('Graph tokens and Mailbox tokens');
    expect(row).toHaveTextContent('by Andrea Muster');
    expect(row).toHaveTextContent('2 minutes ago');
    expect(row).toHaveTextContent('active');
    const old = within(table)
      .getByRole('rowheader', { name: /Old server/ })
      .closest('tr')!;
    expect(old).toHaveTextContent('revoked on');
    expect(within(old).queryByRole('button')).not.toBeInTheDocument();
  });

  test('none yet: says so', async () => {
    await openTab({ api: firm(), hash: access });
    expect(await screen.findByText(/No service key has been created/)).toBeVisible();
  });

  test('are seen and not touched by a Reader', async () => {
    const api = firm();
    api.me = buildMe({ roles: ['Reader'] });
    api.serviceKeys = [buildServiceKey()];
    await openTab({ api, hash: access });
    expect(await screen.findByRole('table')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Create|Revoke/ })).not.toBeInTheDocument();
  });

  test('one is revoked after a question that says what stops', async () => {
    const api = firm();
    api.serviceKeys = [buildServiceKey()];
    await openTab({ api, hash: access });
    fireEvent.click(await found('Revoke: LEGAL 365 Zürich'));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('LEGAL 365 can fetch no more tokens with it');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Revoke key' }));
    expect(await screen.findByText(/^revoked on/)).toBeVisible();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  test('could not be read: says so and reads again', async () => {
    const api = firm();
    api.answers['GET /entities/e1/service-keys'] = () => problemAnswer(503, 'unavailable');
    await openTab({ api, hash: access });
    const again = await found('Try again');
    delete api.answers['GET /entities/e1/service-keys'];
    fireEvent.click(again);
    expect(await screen.findByText(/No service key has been created/)).toBeVisible();
  });
});

describe('a new key', () => {
  test('is for Graph and a year unless told, and is shown once', async () => {
    const api = firm();
    await openTab({ api, hash: access });
    await createKey();
    const year = new Date();
    year.setFullYear(year.getFullYear() + 1);
    expect(api.requests('POST', '/entities/e1/service-keys')[0]?.body).toEqual({
      name: 'LEGAL 365',
      scopes: ['graph'],
      expiresOn: expect.stringMatching(new RegExp(`^${year.getFullYear()}-`)),
    });
    expect(screen.getByText('This key is shown only once.')).toBeVisible();
    fireEvent.click(await found('I have stored it'));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(screen.queryByText('l365_the_whole_key_x7Qa')).not.toBeInTheDocument();
    expect(await screen.findByRole('table')).toBeVisible();
  });

  test('is not lost to the Escape key before it was copied', async () => {
    await openTab({ api: firm(), hash: access });
    await createKey();
    fireEvent.keyDown(screen.getByRole('textbox', { name: 'Service key' }), { key: 'Escape' });
    expect(await screen.findByText(/has not been copied/)).toBeVisible();
    fireEvent.click(await found('Back to the key'));
    expect(await screen.findByText('l365_the_whole_key_x7Qa')).toBeVisible();
  });

  test('needs a name, something to fetch, and a day within two years', async () => {
    const api = firm();
    await openTab({ api, hash: access });
    const dialog = within(await openDialog());
    fireEvent.change(dialog.getByLabelText(/^Name/), { target: { value: ' ' } });
    fireEvent.click(dialog.getByRole('checkbox', { name: 'Graph tokens' }));
    fireEvent.change(dialog.getByLabelText(/^Last day/), { target: { value: isoDayIn(800) } });
    fireEvent.click(dialog.getByRole('button', { name: 'Create key' }));
    expect(await dialog.findByText('Enter a name.')).toBeVisible();
    expect(dialog.getByText('Choose at least one.')).toBeVisible();
    expect(dialog.getByText('At most two years from now.')).toBeVisible();
    expect(api.requests('POST', '/entities/e1/service-keys')).toEqual([]);
  });

  test('too many: says which way out there is', async () => {
    const api = firm();
    api.answers['POST /entities/e1/service-keys'] = () => problemAnswer(409, 'conflict');
    await openTab({ api, hash: access });
    const dialog = await openDialog();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Create key' }));
    expect(await screen.findByText(/too many keys in use/)).toBeVisible();
  });
});

describe('for developers', () => {
  test('the address of this entity stands in each example', async () => {
    await openTab({ api: firm(), hash: access });
    const address = `${window.location.origin}/api/v1/entities/e1/access-token`;
    for (const name of ['Address', 'Example: curl', 'Example: TypeScript'])
      expect(await screen.findByRole('region', { name })).toHaveTextContent(address);
    expect(screen.getByRole('region', { name: 'Answer' })).toHaveTextContent(applicationId);
  });
});

describe('the hand-over', () => {
  test('offers a key, or the two ids under LEGAL 365’s own names', async () => {
    await openTab({ api: firm(), hash: handOver });
    expect(await found('Create service key')).toBeVisible();
    expect(
      screen.getAllByText(/Einstellungen > Admin > Spezial > Entitäten > Microsoft 365/)[0],
    ).toBeVisible();
    expect(screen.getByText(/Client Anmelde-Information \(Wert\)/)).toBeVisible();
    expect(screen.getByText(/Anwendungs-ID \(Client\)/)).toBeVisible();
    expect(screen.getByText(applicationId)).toBeVisible();
    expect(screen.getByText(directoryId)).toBeVisible();
    expect(screen.getByText('Make a second client secret for LEGAL 365')).toBeVisible();
  });

  test('is ticked, and says who did', async () => {
    const api = firm();
    await openTab({ api, hash: handOver });
    fireEvent.click(await screen.findByRole('checkbox', { name: /LEGAL 365 has the values/ }));
    expect(await screen.findByText(/Ticked by Andrea Muster/)).toBeVisible();
    expect(api.requests('PUT', '/entities/e1/setup-marks/hand-over')).toHaveLength(1);
  });

  test('says how many keys can be used and when one last was', async () => {
    const lastUsedAt = new Date(Date.now() - 300_000).toISOString();
    await openTab({ api: firm({ serviceKeys: { active: 2, lastUsedAt } }), hash: handOver });
    expect(
      await screen.findByText(/2 keys can be used now\. LEGAL 365 last fetched a token 5 minutes ago\./),
    ).toBeVisible();
  });

  test('does not claim a connection that is not green, and leads to its test', async () => {
    await openTab({ api: firm({ latestTest: buildTest({ status: 'failed' }) }), hash: handOver });
    expect(await screen.findByText(/The last connection test was not green/)).toBeVisible();
    fireEvent.click(await found('To the connection test'));
    await waitFor(() => expect(window.location.hash).toBe('#/entities/e1/setup/test'));
  });

  test('of a green connection warns of nothing', async () => {
    await openTab({ api: firm(), hash: handOver });
    await found('Create service key');
    expect(screen.queryByText(/was not green/)).toBeNull();
  });

  test('has nothing to hand over without a registration', async () => {
    await openTab({ api: firm({ registration: null, latestTest: null }), hash: handOver });
    fireEvent.click(await found('Enter the values'));
    await waitFor(() => expect(window.location.hash).toBe('#/entities/e1/setup/values'));
  });
});
