import { afterEach, describe, expect, test } from '@jest/globals';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import {
  applicationId,
  buildEntity,
  buildRegistration,
  buildVerdict,
  directoryId,
  FakeApi,
  isoDayIn,
  problemAnswer,
} from '../../../support/fake-api.ts';
import { openTab } from '../../../support/render-tab.tsx';

afterEach(cleanup);

const hash = '#/entities/e1/registration';
const secret = 'abc8Q~a-secret-value-of-entra_0123456789';

function firm(changes: Parameters<typeof buildEntity>[0] = {}): FakeApi {
  const api = new FakeApi();
  api.entities = [buildEntity(changes)];
  return api;
}
const unconnected = { registration: null, latestTest: null, probeMailbox: null };

const field = (name: RegExp) => screen.getByLabelText<HTMLInputElement>(name);
const paste = (name: RegExp, value: string) => fireEvent.change(field(name), { target: { value } });

async function fillIn(values: Partial<Record<'secret' | 'application' | 'directory', string>> = {}) {
  await screen.findByLabelText(/^Client credential/);
  paste(/^Client credential/, values.secret ?? secret);
  paste(/^Application ID/, values.application ?? applicationId);
  paste(/^Directory ID/, values.directory ?? directoryId);
  paste(/^Secret expiry date/, isoDayIn(700));
  paste(/^Probe mailbox/, 'lawyer@muster.example');
}

const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save and test' }));

describe('the registration form', () => {
  test('stores values that Microsoft accepts and shows each module', async () => {
    const api = firm(unconnected);
    await openTab({ api, hash });
    await fillIn({ secret: `  ${secret}\n` });
    save();
    expect(await screen.findByText('The registration is stored')).toBeVisible();
    expect(screen.getByRole('img', { name: 'Calendar: connected' })).toBeVisible();
    expect(api.requests('PUT', '/entities/e1/registration')[0]?.body).toEqual({
      clientSecret: secret,
      applicationId,
      directoryId,
      secretExpiresOn: isoDayIn(700),
      probeMailbox: 'lawyer@muster.example',
    });
    expect(document.body.innerHTML).not.toContain(secret);
  });

  test.each([
    ['a GUID as secret', { secret: applicationId }, 'This is the secret ID.'],
    ['a line break in the secret', { secret: 'abc8Q~first half\nsecond half' }, 'blanks or line breaks'],
    ['a secret cut short', { secret: 'abc8Q~' }, 'too short'],
    ['the directory ID twice', { application: directoryId }, 'This is the directory ID again.'],
    ['something that is no ID', { directory: 'muster.example' }, 'This is not an ID.'],
  ])('says at once what is wrong with %s, and asks nobody', async (_what, values, text) => {
    const api = firm(unconnected);
    await openTab({ api, hash });
    await fillIn(values);
    expect(screen.getByText(text, { exact: false })).toBeVisible();
    save();
    expect(document.activeElement).toHaveAttribute('aria-invalid', 'true');
    expect(api.requests('PUT', '/entities/e1/registration')).toEqual([]);
  });

  test('leads to the first field that is wrong, and says how many are', async () => {
    await openTab({ api: firm(unconnected), hash });
    await fillIn({ directory: 'muster.example', secret: '' });
    save();
    expect(field(/^Client credential/)).toHaveFocus();
    const form = field(/^Client credential/).form!;
    expect(within(form).getByText('Correct 2 fields first.')).toBeVisible();
  });

  test('notices that the two IDs are swapped', async () => {
    await openTab({ api: firm(unconnected), hash });
    await fillIn({ application: directoryId, directory: applicationId });
    expect(screen.getByText(/seem to be swapped/)).toBeVisible();
  });

  test('keeps what was typed as a draft when a field is left', async () => {
    const api = firm(unconnected);
    await openTab({ api, hash });
    await screen.findByLabelText(/^Client credential/);
    paste(/^Client credential/, secret);
    fireEvent.blur(field(/^Client credential/));
    expect(await screen.findByText('Draft kept')).toBeVisible();
    expect(api.requests('PUT', '/entities/e1/registration/draft')[0]?.body).toMatchObject({
      clientSecret: secret,
    });
  });

  test('keeps the other fields when one holds more than any field can', async () => {
    const api = firm(unconnected);
    await openTab({ api, hash });
    await screen.findByLabelText(/^Client credential/);
    paste(/^Application ID/, 'x'.repeat(5_000));
    paste(/^Client credential/, secret);
    fireEvent.blur(field(/^Client credential/));
    expect(await screen.findByText('Draft kept')).toBeVisible();
    const [kept] = api.requests('PUT', '/entities/e1/registration/draft').slice(-1);
    expect(kept?.body).toMatchObject({ applicationId: '', clientSecret: secret });
  });

  test('opens again with the draft that was kept before the page was left', async () => {
    const api = firm(unconnected);
    await openTab({ api, hash });
    await screen.findByLabelText(/^Client credential/);
    paste(/^Application ID/, applicationId);
    fireEvent.blur(field(/^Application ID/));
    await screen.findByText('Draft kept');
    act(() => void (window.location.hash = '#/'));
    await screen.findByRole('button', { name: /^Go on with the set-up/ });
    act(() => void (window.location.hash = hash));
    expect(await screen.findByLabelText(/^Application ID/)).toHaveValue(applicationId);
    paste(/^Probe mailbox/, 'lawyer@muster.example');
    fireEvent.blur(field(/^Probe mailbox/));
    await waitFor(() =>
      expect(api.requests('PUT', '/entities/e1/registration/draft')[1]?.body).toMatchObject({
        applicationId,
        probeMailbox: 'lawyer@muster.example',
      }),
    );
  });

  test('changes the probe mailbox of a stored registration without its secret, and asks for one with another ID', async () => {
    const api = firm();
    await openTab({ api, hash });
    fireEvent.click(await screen.findByRole('button', { name: 'Change the registration' }));
    const secretField = await screen.findByLabelText(/^Client credential/);
    expect(secretField).toHaveAttribute('placeholder', 'Leave empty to keep the stored secret');
    expect(secretField).not.toBeRequired();
    paste(/^Application ID/, directoryId.replace('a', 'c'));
    expect(secretField).toBeRequired();
    save();
    expect(secretField).toHaveAttribute('aria-invalid', 'true');
    paste(/^Application ID/, applicationId.toUpperCase());
    paste(/^Probe mailbox/, 'partner@muster.example');
    save();
    expect(await screen.findByText('The registration is stored')).toBeVisible();
    const [sent] = api.requests('PUT', '/entities/e1/registration');
    expect(sent?.body).toMatchObject({ applicationId, probeMailbox: 'partner@muster.example' });
    expect(sent?.body).not.toHaveProperty('clientSecret');
  });

  test('goes on with a draft whose secret is never shown again', async () => {
    const draft = {
      directoryId,
      applicationId,
      hasSecret: true,
      secretExpiresOn: isoDayIn(700),
      probeMailbox: 'lawyer@muster.example',
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    };
    const api = firm({ ...unconnected, draft });
    await openTab({ api, hash });
    expect(await screen.findByText(/You are going on with a draft/)).toBeVisible();
    expect(field(/^Client credential/)).toHaveValue('');
    expect(field(/^Client credential/)).toHaveAttribute(
      'placeholder',
      expect.stringContaining('Kept in the draft'),
    );
    save();
    expect(await screen.findByText('The registration is stored')).toBeVisible();
    expect(api.requests('PUT', '/entities/e1/registration')[0]?.body).not.toHaveProperty('clientSecret');
  });

  test('keeps everything typed when Microsoft refuses it, and says why', async () => {
    const api = firm(unconnected);
    api.answers['PUT /entities/e1/registration'] = () =>
      problemAnswer(422, 'registration-refused', {
        verdict: buildVerdict({ cause: 'secret-wrong', facts: { code: 'AADSTS7000215' } }),
      });
    await openTab({ api, hash });
    await fillIn();
    save();
    expect(await screen.findByText('Not stored: Microsoft has refused the values')).toBeVisible();
    expect(screen.getByText(/kept as an encrypted draft for 24 hours/)).toBeVisible();
    expect(screen.getByText('AADSTS7000215')).toBeVisible();
    expect(field(/^Client credential/)).toHaveValue(secret);
  });

  test('says that nothing was checked when Microsoft did not answer', async () => {
    const api = firm(unconnected);
    api.answers['PUT /entities/e1/registration'] = () =>
      problemAnswer(503, 'registration-unchecked', { verdict: buildVerdict({ cause: 'timeout' }) });
    await openTab({ api, hash });
    await fillIn();
    save();
    expect(await screen.findByText('Not stored: the values could not be checked')).toBeVisible();
  });

  test('marks the field that the server has refused', async () => {
    const api = firm(unconnected);
    api.answers['PUT /entities/e1/registration'] = () =>
      problemAnswer(400, 'validation-failed', {
        errors: [{ pointer: '/secretExpiresOn', code: 'in-the-past', detail: '' }],
      });
    await openTab({ api, hash });
    await fillIn();
    save();
    expect(await screen.findByText(/This date has passed/)).toBeVisible();
  });

  test('saves the modules as they are ticked before it tests them', async () => {
    const api = firm(unconnected);
    await openTab({ api, hash });
    await fillIn();
    fireEvent.click(screen.getByRole('checkbox', { name: /^Directory/ }));
    save();
    await screen.findByText('The registration is stored');
    const order = api.sent
      .filter(({ method }) => method !== 'GET')
      .map(({ method, path }) => `${method} ${path}`);
    expect(order.slice(-2)).toEqual(['PATCH /entities/e1', 'PUT /entities/e1/registration']);
  });
});

describe('the client secret', () => {
  test('is replaced for every entity of the same registration', async () => {
    const api = firm({ registration: buildRegistration({ sharedWith: ['Muster, Bern'] }) });
    await openTab({ api, hash });
    fireEvent.click(await screen.findByRole('button', { name: 'Replace secret' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('serves Muster & Partner, Zürich and Muster, Bern');
    fireEvent.change(within(dialog).getByLabelText(/^New client credential/), { target: { value: secret } });
    fireEvent.change(within(dialog).getByLabelText(/^Expiry date/), { target: { value: isoDayIn(730) } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Test and replace' }));
    expect(
      await within(dialog).findByText(/enter the new value there first.*Then delete the old/),
    ).toBeVisible();
    expect(within(dialog).getByRole('button', { name: 'Close' })).toHaveFocus();
    expect(api.requests('POST', '/entities/e1/secret-renewals')[0]?.body).toEqual({
      clientSecret: secret,
      secretExpiresOn: isoDayIn(730),
    });
  });

  test('that is in use already gets a new date, and is not to be deleted', async () => {
    const api = firm();
    api.answers['POST /entities/e1/secret-renewals'] = () => ({
      status: 200,
      body: { renewed: [{ id: 'e1', name: 'Muster & Partner, Zürich' }], sameSecret: true },
    });
    await openTab({ api, hash });
    fireEvent.click(await screen.findByRole('button', { name: 'Replace secret' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByLabelText(/^New client credential/), { target: { value: secret } });
    fireEvent.change(within(dialog).getByLabelText(/^Expiry date/), { target: { value: isoDayIn(730) } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Test and replace' }));
    expect(await within(dialog).findByText(/Do not delete it in Entra/)).toBeVisible();
  });

  test('stays the old one when the new one is refused', async () => {
    const api = firm();
    api.answers['POST /entities/e1/secret-renewals'] = () =>
      problemAnswer(422, 'registration-refused', { verdict: buildVerdict({ cause: 'secret-wrong' }) });
    await openTab({ api, hash });
    fireEvent.click(await screen.findByRole('button', { name: 'Replace secret' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByLabelText(/^New client credential/), { target: { value: secret } });
    fireEvent.change(within(dialog).getByLabelText(/^Expiry date/), { target: { value: isoDayIn(730) } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Test and replace' }));
    expect(await within(dialog).findByText('The old secret is still in use.')).toBeVisible();
  });
});

describe('the modules', () => {
  test('are chosen with the right and the reason of each', async () => {
    const api = firm();
    await openTab({ api, hash: '#/entities/e1/modules' });
    const contacts = await screen.findByRole('checkbox', { name: /^Contacts.*Contacts\.ReadWrite/ });
    await waitFor(() => expect(contacts).toBeChecked());
    fireEvent.click(contacts);
    fireEvent.click(screen.getByRole('button', { name: 'Save modules' }));
    expect(await screen.findByText(/The modules are saved/)).toBeVisible();
    expect(api.requests('PATCH', '/entities/e1')[0]?.body).toEqual({
      modules: ['calendar', 'to-do', 'mail', 'mail-sending'],
    });
  });
});
