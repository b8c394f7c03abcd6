import { afterEach, expect, test } from '@jest/globals';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { buildEntity, FakeApi } from '../../../support/fake-api.ts';
import { openTab } from '../../../support/render-tab.tsx';

afterEach(cleanup);

/** Two clicks so close that the page learns nothing in between, as on a busy machine. */
function doubleClick(button: HTMLElement): void {
  fireEvent.click(button);
  fireEvent.click(button);
}

test('a double click creates one service key', async () => {
  const api = new FakeApi();
  api.entities = [buildEntity()];
  await openTab({ api, hash: '#/entities/e1/setup/hand-over' });
  fireEvent.click(await screen.findByRole('button', { name: 'Create service key' }));
  doubleClick(await screen.findByRole('button', { name: 'Create key' }));
  await screen.findByText('l365_the_whole_key_x7Qa');
  expect(api.requests('POST', '/entities/e1/service-keys')).toHaveLength(1);
});

test('a double click adds one entity', async () => {
  const api = new FakeApi();
  await openTab({ api });
  fireEvent.click(await screen.findByRole('button', { name: 'Connect the first entity' }));
  fireEvent.change(await screen.findByLabelText(/Name of the entity/), { target: { value: 'Zürich' } });
  doubleClick(await screen.findByRole('button', { name: 'Add and go on' }));
  await screen.findByRole('heading', { name: /You and your roles/ });
  expect(api.requests('POST', '/entities')).toHaveLength(1);
});

test('a double click begins one consent', async () => {
  const api = new FakeApi();
  api.entities = [buildEntity()];
  const { asked } = await openTab({ api, hash: '#/entities/e1/setup/consent' });
  doubleClick((await screen.findAllByRole('button', { name: 'Grant admin consent' }))[0]!);
  await screen.findByText('Microsoft’s page is open');
  expect(api.requests('POST', '/entities/e1/consent')).toHaveLength(1);
  expect(asked.filter((url) => url !== 'ready')).toHaveLength(1);
});
