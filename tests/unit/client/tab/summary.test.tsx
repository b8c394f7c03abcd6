import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import {
  applicationId,
  buildConsent,
  buildEntity,
  buildMe,
  buildServiceKey,
  buildTestWithRights,
  FakeApi,
} from '../../../support/fake-api.ts';
import { openTab } from '../../../support/render-tab.tsx';

afterEach(cleanup);

const hash = '#/entities/e1/setup/summary';
const all = [
  'Calendars.ReadWrite',
  'Contacts.ReadWrite',
  'Tasks.ReadWrite.All',
  'Mail.ReadWrite',
  'Mail.Send',
];
const markedAt = new Date().toISOString();

function firm(changes: Parameters<typeof buildEntity>[0] = {}): FakeApi {
  const api = new FakeApi();
  api.entities = [
    buildEntity({
      latestTest: buildTestWithRights(...all),
      consent: buildConsent({ status: 'granted' }),
      setupMarks: [{ mark: 'smtp', markedAt, markedBy: 'Ivo Amrein' }],
      serviceKeys: { active: 1, lastUsedAt: null },
      ...changes,
    }),
  ];
  api.serviceKeys = [buildServiceKey(), buildServiceKey({ id: 'k0', name: 'Gone', revokedAt: markedAt })];
  return api;
}

const part = async (name: string) => screen.findByRole('region', { name });

describe('the summary', () => {
  test('holds what was set up, who did it and when', async () => {
    await openTab({ api: firm(), hash });
    const registration = await part('App registration');
    expect(registration).toHaveTextContent(applicationId);
    expect(registration).toHaveTextContent('Andrea Muster');
    expect(await part('Modules')).toHaveTextContent('Calendarconnected');
    expect(await part('Rights')).toHaveTextContent(/Mail\.Send \(Application\)granted/);
    expect(await part('Redirect URIs, platform Web')).toHaveTextContent('http://localhost:50993/authorize/');
    expect(await part('Mailboxes')).toHaveTextContent('Ivo Amrein');
    expect(await screen.findByText(/Graph tokens, expires on/)).toBeVisible();
    expect(await part('Service keys')).not.toHaveTextContent('Gone');
    expect(await part('Steps')).toHaveTextContent(/Admin consentchecked/);
  });

  test('of a finished set-up names what a person has said and nobody has checked', async () => {
    const setupMarks = (['redirect-uris', 'permissions', 'smtp'] as const).map((mark) => ({
      mark,
      markedAt,
      markedBy: 'Ivo Amrein',
    }));
    await openTab({ api: firm({ setupMarks, serviceKeys: { active: 1, lastUsedAt: markedAt } }), hash });
    expect(
      await screen.findByText(
        /^Everything is done, as far as.* not checked: App registration, Permissions and Authenticated SMTP\.$/,
      ),
    ).toBeVisible();
    expect(await part('Admin consent')).toHaveTextContent(
      /all application rights are granted; the delegated/,
    );
  });

  test('tells an outside supporter what is open and which role can do it', async () => {
    const api = firm({ latestTest: buildTestWithRights(), consent: null, setupMarks: [] });
    api.me = buildMe({ roles: ['Reader'], canConsent: false });
    await openTab({ api, hash });
    const open = await part('What is still to do');
    const consent = within(open).getByText('Admin consent: to do').closest('li')!;
    expect(consent).toHaveTextContent('Global Administrator or Privileged Role Administrator');
    expect(within(consent).getByRole('link')).toHaveAttribute('href', '#/entities/e1/setup/consent');
  });

  test('is printed', async () => {
    const print = jest.fn();
    window.print = print;
    await openTab({ api: firm(), hash });
    fireEvent.click(await screen.findByRole('button', { name: 'Print' }));
    expect(print).toHaveBeenCalledTimes(1);
  });

  test('is copied as text, in the language of the page', async () => {
    const copied: string[] = [];
    Object.assign(navigator, {
      clipboard: { writeText: async (text: string) => void copied.push(text) },
    });
    await openTab({ api: firm(), hash, locale: 'fr-CH' });
    await screen.findByText(/Jetons Graph, expire le/);
    fireEvent.click(await screen.findByRole('button', { name: 'Copier comme texte' }));
    await waitFor(() => expect(copied).toHaveLength(1));
    expect(copied[0]).toMatch(/^LEGAL 365 et Microsoft 365\s: Muster & Partner, Zürich\n/);
    // Before a French colon stands a space that does not break.
    expect(copied[0]).toMatch(new RegExp(`ID d’application \\(client\\)\\s: ${applicationId}`));
    expect(copied[0]).toMatch(/LEGAL 365 Zürich\s: Jetons Graph, expire le/);
    expect(copied[0]).toMatch(/Ce qui reste à faire\n {2}/);
  });

  test('says what was never done, instead of leaving it out', async () => {
    const api = firm({ registration: null, latestTest: null, consent: null, setupMarks: [] });
    api.serviceKeys = [];
    await openTab({ api, hash });
    expect(await part('App registration')).toHaveTextContent('None is stored yet.');
    expect(await part('Modules')).toHaveTextContent('not tested yet');
    expect(await part('Mailboxes')).toHaveTextContent('not ticked yet');
  });
});
