import { afterEach, describe, expect, test } from '@jest/globals';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { ConsentAttempt } from '../../../../src/shared/api/consent.ts';
import {
  applicationId,
  buildConsent,
  buildDiagnosis,
  buildEntity,
  buildMe,
  buildTestWithRights,
  buildVerdict,
  directoryId,
  FakeApi,
} from '../../../support/fake-api.ts';
import { openTab } from '../../../support/render-tab.tsx';

afterEach(cleanup);

const hash = '#/entities/e1/setup/consent';
const all = [
  'Calendars.ReadWrite',
  'Contacts.ReadWrite',
  'Tasks.ReadWrite.All',
  'Mail.ReadWrite',
  'Mail.Send',
];
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

function firm(changes: Parameters<typeof buildEntity>[0] = {}): FakeApi {
  const api = new FakeApi();
  api.entities = [buildEntity({ latestTest: buildTestWithRights(), ...changes })];
  return api;
}

function firmWith(attempt: Partial<ConsentAttempt>): FakeApi {
  return firm({ consent: buildConsent(attempt) });
}

const button = (name: string) => screen.getByRole('button', { name });
const found = (name: string) => screen.findByRole('button', { name });
const sent = (api: FakeApi) => api.requests('POST', '/entities/e1/consent').map(({ body }) => body);

function tableRow(right: string): HTMLElement {
  return screen.getByRole('rowheader', { name: right }).closest('tr')!;
}

describe('the table of rights', () => {
  test('says of each right whether it is granted, only for reading, or missing', async () => {
    const latestTest = buildTestWithRights('Calendars.ReadWrite', 'Contacts.Read');
    await openTab({ api: firm({ latestTest }), hash });
    await screen.findByRole('table', { name: 'Needed and granted rights' });
    expect(tableRow('Calendars.ReadWrite')).toHaveTextContent(/Application\s*Calendar\s*granted/);
    expect(tableRow('Contacts.ReadWrite')).toHaveTextContent('only reading');
    expect(tableRow('Mail.Send')).toHaveTextContent('missing');
  });

  test('never calls delegated rights granted, and says when they will be known', async () => {
    await openTab({ api: firm({ latestTest: buildTestWithRights(...all) }), hash });
    await screen.findByText('Consent is granted');
    for (const right of ['POP.AccessAsUser.All', 'SMTP.Send', 'offline_access'])
      expect(tableRow(right)).toHaveTextContent('unknown until the first mailbox sign-in');
  });

  test('knows nothing without a test', async () => {
    await openTab({ api: firm({ latestTest: null }), hash });
    expect(await screen.findByText(/What is granted is not known at the moment/)).toBeVisible();
    expect(tableRow('Mail.Send')).toHaveTextContent('unknown');
  });

  test('names what is more than needed, and how it is taken away', async () => {
    const api = firm({ latestTest: buildTestWithRights(...all, 'Files.ReadWrite.All') });
    await openTab({ api, hash });
    expect(await screen.findByText(/also has Files\.ReadWrite\.All/)).toBeVisible();
    expect(screen.getByText(/removing it from the list does not take the grant away/)).toBeVisible();
  });

  test('tells what is new when an earlier consent no longer covers everything', async () => {
    const latestTest = buildTestWithRights(...all.filter((right) => right !== 'Mail.Send'));
    await openTab({ api: firm({ latestTest, consent: buildConsent({ status: 'granted' }) }), hash });
    expect(await screen.findByText(/Consent is there, but not for Mail\.Send\./)).toBeVisible();
    expect(button('Grant admin consent')).toBeVisible();
  });
});

describe('before a registration is stored', () => {
  test('leads to its values', async () => {
    await openTab({ api: firm({ registration: null, latestTest: null }), hash });
    fireEvent.click(await found('Enter the values'));
    await waitFor(() => expect(window.location.hash).toBe('#/entities/e1/setup/values'));
    expect(screen.queryByRole('button', { name: 'Grant admin consent' })).not.toBeInTheDocument();
  });
});

describe('granting consent', () => {
  test('opens Microsoft’s page and waits; the dots turn green when the grant is seen', async () => {
    const api = firm();
    const { asked } = await openTab({ api, hash });
    fireEvent.click(await found('Grant admin consent'));
    expect(await screen.findByText('Microsoft’s page is open')).toBeVisible();
    expect(sent(api)).toEqual([{ language: 'en' }]);
    const link = asked.at(-1)!;
    expect(link).toMatch(/^https:\/\/login\.example\/consent\?attempt=/);
    fireEvent.click(button('Open again'));
    expect(asked.at(-1)).toBe(link);
    expect(sent(api)).toHaveLength(1);
    const granted = buildConsent({ ...api.entities[0]!.consent!, status: 'granted' });
    api.entities = [{ ...api.entities[0]!, consent: granted, latestTest: buildTestWithRights(...all) }];
    act(() => api.emit({ type: 'entity-changed', entityId: 'e1' }));
    expect(await screen.findByText('Consent is granted')).toBeVisible();
    expect(screen.getByRole('img', { name: 'Mail: connected' })).toBeVisible();
  });

  test('asks for a new one-time link when the page no longer knows the old one', async () => {
    const api = firmWith({ form: 'redirect' });
    const { asked } = await openTab({ api, hash });
    fireEvent.click(await found('Open again'));
    await waitFor(() => expect(asked.at(-1)).toMatch(/attempt=/));
    expect(sent(api)).toEqual([{ language: 'en' }]);
  });

  test('can be done by another administrator, of whom a colleague asks it', async () => {
    const api = firmWith({ startedBy: 'Ivo Keller', startedAt: minutesAgo(30) });
    const { asked } = await openTab({ api, hash });
    expect(await screen.findByText('Ivo Keller asks for your consent')).toBeVisible();
    expect(screen.getByText(/Begun 30 minutes ago by Ivo Keller/)).toBeVisible();
    expect(screen.queryByText('What does Microsoft’s page say?')).not.toBeInTheDocument();
    fireEvent.click(button('Grant admin consent'));
    expect(await screen.findByText('Microsoft’s page is open')).toBeVisible();
    expect(sent(api)).toEqual([{ language: 'en' }]);
    expect(asked.at(-1)).toMatch(/^https:\/\/login\.example\/consent\?attempt=/);
  });

  test.each([
    ['an administrator who cannot consent', buildMe({ canConsent: false })],
    ['a Reader', buildMe({ roles: ['Reader'], canConsent: true })],
  ])('is waited for by %s, with who asked for it', async (_who, me) => {
    const api = firmWith({ startedBy: 'Ivo Keller', startedAt: minutesAgo(30) });
    api.me = me;
    await openTab({ api, hash });
    expect(await screen.findByText(/^Waiting for consent, asked for by Ivo Keller, /)).toBeVisible();
    expect(screen.queryByRole('button', { name: /^(Open again|Grant)/ })).not.toBeInTheDocument();
  });

  test('says why it could not begin', async () => {
    const api = firm();
    api.answers['POST /entities/e1/consent'] = () => ({
      status: 503,
      body: { type: 'about:blank', title: 't', status: 503, code: 'unavailable' },
    });
    await openTab({ api, hash });
    fireEvent.click(await found('Grant admin consent'));
    expect(await screen.findByText('The consent could not be started')).toBeVisible();
  });

  test('looks at once when asked, and can be cancelled', async () => {
    const api = firmWith({ looks: 2, lookedAt: minutesAgo(1), missing: ['Mail.Send'] });
    await openTab({ api, hash });
    expect(
      await screen.findByText(/looked 2 times, last 1 minute ago\. Not in the token yet: Mail\.Send\./),
    ).toBeVisible();
    fireEvent.click(button('Look now'));
    expect(await screen.findByText(/looked 3 times/)).toBeVisible();
    fireEvent.click(button('Cancel'));
    expect(await screen.findByText('The last try was cancelled.')).toBeVisible();
    expect(button('Grant admin consent')).toBeVisible();
  });

  const given = { form: 'redirect', status: 'looking', startedAt: minutesAgo(3) } as const;

  test('shows the way of a grant into the token as progress', async () => {
    await openTab({ api: firmWith({ ...given, answeredAt: minutesAgo(0), missing: all }), hash });
    expect(await screen.findByText('Microsoft says that consent was given')).toBeVisible();
    expect(screen.getByText(/It can take some minutes/)).toBeVisible();
    expect(screen.getByRole('progressbar')).toBeVisible();
    expect(screen.queryByText('What does Microsoft’s page say?')).not.toBeInTheDocument();
  });

  test.each([
    [
      'some came at once and others did not',
      ['Mail.Send'],
      0,
      /^Mail\.Send did not come along\. Probably it is not/,
    ],
    ['none came within a minute', all, 2, /Mail\.Send did not come along\. Probably they are not/],
  ])('when %s, leads to the API permissions instead of waiting', async (_when, missing, minutes, text) => {
    const api = firmWith({ ...given, answeredAt: minutesAgo(minutes), missing });
    const { asked } = await openTab({ api, hash });
    expect(await screen.findByText(text)).toHaveTextContent(/LEGAL 365 Connect goes on looking\.$/);
    expect(screen.queryByText(/Nothing is wrong|It can take some minutes/)).not.toBeInTheDocument();
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
    fireEvent.click(button('Open API permissions'));
    expect(asked.at(-1)).toMatch(/CallAnAPI/);
    fireEvent.click(button('Look now'));
    await waitFor(() => expect(api.requests('POST', '/entities/e1/consent/looks')).toHaveLength(1));
    fireEvent.click(button('Grant admin consent'));
    await waitFor(() => expect(sent(api)).toEqual([{ language: 'en' }]));
  });

  test('goes on as progress as long as no token could be read', async () => {
    await openTab({ api: firmWith({ ...given, answeredAt: minutesAgo(2), missing: null }), hash });
    expect(await screen.findByText(/It can take some minutes/)).toBeVisible();
    expect(screen.getByRole('progressbar')).toBeVisible();
  });
});

describe('somebody who cannot consent', () => {
  test('gets a message to send in the language of the page, with the link and what it grants', async () => {
    const api = firm();
    api.me = buildMe({ canConsent: false });
    const { asked } = await openTab({ api, hash, locale: 'de-CH' });
    expect(await found('Nachricht mit dem Link vorbereiten')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Administratorzustimmung erteilen' }),
    ).not.toBeInTheDocument();
    fireEvent.click(button('Nachricht mit dem Link vorbereiten'));
    const link = `https://login.example/${directoryId}/adminconsent?client_id=${applicationId}`;
    const message = await screen.findByText((text) => text.includes(link));
    for (const right of [...all, 'POP.AccessAsUser.All', 'SMTP.Send', 'offline_access'])
      expect(message).toHaveTextContent(right);
    expect(message).toHaveTextContent(/App-Registrierung für timeSensor LEGAL 365 \(Anwendungs-ID bbbb/);
    expect(message).toHaveTextContent(`${api.entities[0]!.name} bindet LEGAL 365`);
    expect(message).toHaveTextContent('Gebeten hat Sie Andrea Muster (admin@muster.example).');
    expect(sent(api)).toEqual([{ language: 'de', form: 'plain' }]);
    expect(screen.getByText(/Sie können diese Seite schliessen/)).toBeVisible();
    const mail = screen.getByRole('link', { name: 'E-Mail schreiben' });
    expect(decodeURIComponent(mail.getAttribute('href')!)).toContain(`${link}\r\n`);
    expect(asked.filter((url) => url.startsWith('https:'))).toEqual([]);
  });

  test('waits for the other person, is not led to a page of no use, and learns what cancelling leaves', async () => {
    const api = firmWith({ form: 'plain' });
    api.me = buildMe({ canConsent: false });
    await openTab({ api, hash });
    expect(await screen.findByText('Waiting for another person to consent')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Open again' })).not.toBeInTheDocument();
    expect(screen.getByText(/the link goes on working at Microsoft/)).toBeVisible();
    fireEvent.click(button('Cancel'));
    expect(await screen.findByText('The last try was cancelled.')).toBeVisible();
  });

  test('is offered both ways when the role is not known', async () => {
    const api = firm();
    api.me = buildMe({ canConsent: null });
    await openTab({ api, hash });
    expect(await found('Grant admin consent')).toBeVisible();
    expect(button('Prepare a message with the link')).toBeVisible();
    expect(screen.getByText(/Which role you have in Entra cannot be seen/)).toBeVisible();
  });

  test('only looks on as Reader', async () => {
    const api = firm();
    api.me = buildMe({ roles: ['Reader'], canConsent: false });
    await openTab({ api, hash });
    expect(await screen.findByText(/Only your administrators can start the consent/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Grant|^Prepare/ })).not.toBeInTheDocument();
  });
});

describe('an attempt that ended otherwise', () => {
  test('refused: with the reason, and the way to try again', async () => {
    const verdict = buildVerdict({ cause: 'user-declined', facts: { code: 'AADSTS65004' } });
    await openTab({ api: firmWith({ status: 'refused', verdict, answeredAt: minutesAgo(1) }), hash });
    expect(await screen.findByText('Microsoft’s page has answered: not granted')).toBeVisible();
    expect(screen.getByText('AADSTS65004')).toBeVisible();
    expect(screen.getAllByRole('button', { name: 'Grant admin consent' })).toHaveLength(1);
  });

  test('in another directory: names the one expected', async () => {
    await openTab({ api: firmWith({ status: 'wrong-directory' }), hash });
    expect(await screen.findByText('The consent was given in another directory')).toBeVisible();
    expect(screen.getByText(new RegExp(`lies in the directory ${directoryId}`))).toBeVisible();
  });

  test('not seen: names what is missing, what to check, and looks again', async () => {
    const api = firmWith({ status: 'not-seen', missing: ['Mail.Send'] });
    await openTab({ api, hash });
    expect(await screen.findByText(/These rights are not in the token: Mail\.Send\./)).toBeVisible();
    fireEvent.click(button('Look again'));
    await waitFor(() => expect(api.requests('POST', '/entities/e1/consent/looks')).toHaveLength(1));
  });
});

describe('when no answer comes for two minutes', () => {
  const silent = { form: 'redirect', startedAt: minutesAgo(3) } as const;

  test('a missing redirect URI is explained, its tick taken away, and the simple link goes on at once', async () => {
    const api = firmWith(silent);
    const tick = { mark: 'redirect-uris', markedAt: minutesAgo(9), markedBy: null } as const;
    api.entities[0]!.setupMarks = [tick];
    await openTab({ api, hash });
    fireEvent.click(await found('AADSTS50011: redirect URI'));
    expect(await screen.findByText('https://connect.example/auth/consent/callback')).toBeVisible();
    await waitFor(() => expect(api.entities[0]!.setupMarks).toEqual([]));
    fireEvent.click(button('Go on with the simple link'));
    await waitFor(() => expect(sent(api)).toEqual([{ language: 'en', form: 'plain' }]));
  });

  test('“consent was given” looks at once', async () => {
    const api = firmWith(silent);
    await openTab({ api, hash });
    fireEvent.click(await found('Consent was given, or the page is empty'));
    await waitFor(() => expect(api.requests('POST', '/entities/e1/consent/looks')).toHaveLength(1));
  });

  test('“need admin approval” leads to the message', async () => {
    const api = firmWith(silent);
    await openTab({ api, hash });
    const choice = await found('Need admin approval, or not authorised');
    fireEvent.click(choice);
    const answer = within(choice.closest('li')!);
    fireEvent.click(answer.getByRole('button', { name: 'Prepare a message with the link' }));
    expect(await screen.findByText('Waiting for another person to consent')).toBeVisible();
    expect(sent(api)).toEqual([{ language: 'en', form: 'plain' }]);
  });

  test('another error is explained from the text of the page', async () => {
    const api = firmWith(silent);
    const verdict = buildVerdict({ cause: 'app-not-found', facts: { code: 'AADSTS700016' } });
    api.answers['POST /diagnoses'] = () => ({ status: 200, body: buildDiagnosis({ verdict }) });
    await openTab({ api, hash });
    fireEvent.click(await found('Another error'));
    fireEvent.change(screen.getByLabelText('Text of Microsoft’s page'), {
      target: { value: 'AADSTS700016: Application not found' },
    });
    fireEvent.click(button('Explain'));
    expect(await screen.findByText('AADSTS700016')).toBeVisible();
    expect(api.requests('POST', '/diagnoses')[0]?.body).toEqual({
      protocol: 'entra',
      stage: 'admin-consent-callback',
      raw: 'AADSTS700016: Application not found',
    });
  });

  test('the simple link has no redirect URI that could be wrong', async () => {
    await openTab({ api: firmWith({ ...silent, form: 'plain' }), hash });
    expect(await found('The window is closed')).toBeVisible();
    expect(screen.queryByRole('button', { name: /AADSTS50011/ })).not.toBeInTheDocument();
  });
});
