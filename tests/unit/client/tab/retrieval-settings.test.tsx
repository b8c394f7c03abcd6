import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { RetrievalSettings } from '../../../../src/shared/api/retrievals.ts';
import { buildEntity, buildMe, FakeApi, problemAnswer } from '../../../support/fake-api.ts';
import { openTab } from '../../../support/render-tab.tsx';

configure({ defaultHidden: true });
afterEach(cleanup);

const path = '/entities/e1/retrieval';
let api: FakeApi;
let settings: RetrievalSettings;
let mayDelete: boolean;

beforeEach(() => {
  settings = { on: false, everyMinutes: 5, deleteFromServer: false };
  mayDelete = true;
  api = new FakeApi();
  api.entities = [buildEntity()];
  api.answers[`GET ${path}`] = () => ({ status: 200, body: { settings, mayDelete } });
  api.answers[`PUT ${path}`] = () => {
    settings = api.requests('PUT', path).at(-1)?.body as RetrievalSettings;
    return { status: 200, body: { settings, mayDelete } };
  };
});

async function openFirm(word: string): Promise<void> {
  await openTab({ api, hash: '#/mailboxes/firm' });
  await screen.findByText(word);
}
const isOn = 'Retrieval is switched on';
const isOff = 'Retrieval is switched off';
const stored = () => api.requests('PUT', path).map(({ body }) => body);
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
async function confirm(title: string, button: string): Promise<void> {
  const dialog = await screen.findByRole('dialog', { name: title });
  fireEvent.click(within(dialog).getByRole('button', { name: button }));
}

describe('retrieval of an entity’s mail', () => {
  test('is switched on after it was said what is stored, for whom and how long', async () => {
    await openFirm(isOff);
    press('Switch on retrieval');
    const dialog = await screen.findByRole('dialog', { name: 'Switch on retrieval?' });
    expect(dialog).toHaveTextContent('Only the owner of a mailbox can read them');
    expect(dialog).toHaveTextContent('after 30 days');
    expect(stored()).toEqual([]);
    await confirm('Switch on retrieval?', 'Switch on retrieval');
    expect(await screen.findByText(isOn)).toBeVisible();
    expect(stored()).toEqual([{ on: true, everyMinutes: 5, deleteFromServer: false }]);
  });

  test('stays as it is when the question is answered with no', async () => {
    await openFirm(isOff);
    press('Switch on retrieval');
    await confirm('Switch on retrieval?', 'Cancel');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(screen.getByText(isOff)).toBeVisible();
    expect(stored()).toEqual([]);
  });

  test('is switched off after it was said what happens to what is here', async () => {
    settings.on = true;
    await openFirm(isOn);
    press('Switch off retrieval');
    await confirm('Switch off retrieval?', 'Switch off retrieval');
    expect(await screen.findByText(isOff)).toBeVisible();
    expect(stored()).toMatchObject([{ on: false }]);
  });

  test('takes another interval at once, and shows one that only the API offers', async () => {
    settings = { ...settings, on: true, everyMinutes: 7 };
    await openFirm(isOn);
    const interval = screen.getByLabelText('How often');
    expect(interval).toHaveDisplayValue('every 7 minutes');
    fireEvent.change(interval, { target: { value: '15' } });
    await waitFor(() => expect(screen.getByLabelText('How often')).toHaveDisplayValue('every 15 minutes'));
    expect(stored()).toMatchObject([{ on: true, everyMinutes: 15 }]);
  });

  test('deletes at Microsoft only after a question', async () => {
    settings.on = true;
    await openFirm(isOn);
    const deleting = () => screen.getByRole('switch', { name: /^Delete messages at Microsoft/ });
    fireEvent.click(deleting());
    expect(stored()).toEqual([]);
    await confirm('Delete messages at Microsoft?', 'Delete from now on');
    await waitFor(() => expect(deleting()).toBeChecked());
    expect(stored()).toMatchObject([{ deleteFromServer: true }]);
    fireEvent.click(deleting());
    await waitFor(() => expect(deleting()).not.toBeChecked());
  });

  test('cannot delete on the embedded database, and says why', async () => {
    settings.on = true;
    mayDelete = false;
    await openFirm(isOn);
    expect(screen.getByRole('switch', { name: /^Delete messages at Microsoft/ })).toBeDisabled();
    expect(screen.getByText(/Move it to PostgreSQL first/)).toBeVisible();
  });

  test('that could not be stored stays as it was, and the page says so', async () => {
    api.answers[`PUT ${path}`] = () => problemAnswer(503, 'unavailable');
    await openFirm(isOff);
    press('Switch on retrieval');
    await confirm('Switch on retrieval?', 'Switch on retrieval');
    expect(await screen.findByText('The setting could not be stored')).toBeVisible();
    expect(screen.getByText(isOff)).toBeVisible();
  });

  test('is seen by a reader without anything to change', async () => {
    api.me = buildMe({ roles: ['Reader'] });
    settings.on = true;
    await openFirm(isOn);
    expect(screen.queryByRole('button', { name: /retrieval$/ })).not.toBeInTheDocument();
    expect(screen.getByLabelText('How often')).toBeDisabled();
    expect(screen.getByRole('switch', { name: /^Delete messages at Microsoft/ })).toBeDisabled();
    expect(screen.getByText('Only administrators can change this.')).toBeVisible();
  });
});
