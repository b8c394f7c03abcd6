import { afterEach, describe, expect, test } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { diagnosis, type Diagnosis, type DiagnosisRequest } from '../../../../src/shared/api/diagnoses.ts';
import { explain } from '../../../../src/server/diagnosis/explain.ts';
import { verdictText } from '../../../../src/server/diagnosis/verdict-text.ts';
import { buildMe, FakeApi, problemAnswer } from '../../../support/fake-api.ts';
import { openTab } from '../../../support/render-tab.tsx';

afterEach(cleanup);

/** An API that explains with the rules of the server. */
function explainingApi(): FakeApi {
  const api = new FakeApi();
  api.me = buildMe({ roles: ['User'] });
  api.answers['POST /diagnoses'] = () => {
    const request = api.requests('POST', '/diagnoses').at(-1)?.body as DiagnosisRequest;
    const explained = explain(request);
    const { title, meaning, steps } = verdictText(explained.verdict.cause, 'en');
    const body: Diagnosis = { ...explained, text: { title, meaning, steps: [...steps] } };
    return { status: 200, body: diagnosis.parse(body) };
  };
  return api;
}

const hash = '#/explain';
const field = async () => screen.findByLabelText<HTMLTextAreaElement>('Error text');
const button = () => screen.getByRole('button', { name: 'Explain an error' });
const result = async () => screen.findByRole('region', { name: 'What it means' });

async function explainText(text: string) {
  fireEvent.change(await field(), { target: { value: text } });
  fireEvent.click(button());
}

describe('the page that explains an error', () => {
  test('is reached from every page by whoever is signed in', async () => {
    await openTab({ api: explainingApi() });
    const link = await screen.findByRole('link', { name: 'Explain an error' });
    expect(link).toHaveAttribute('href', '#/explain');
    fireEvent.click(link);
    window.location.hash = link.getAttribute('href') ?? '';
    expect(await screen.findByRole('heading', { level: 1, name: 'Explain an error' })).toHaveFocus();
    expect(await screen.findByRole('link', { name: 'Explain an error' })).toHaveAttribute(
      'aria-current',
      'page',
    );
  });

  test('says what a reply means, who can solve it, whether it passes, and where it was met', async () => {
    await openTab({ api: explainingApi(), hash });
    await explainText(
      '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.',
    );
    const shown = within(await result());
    expect(shown.getByText(/^Taken for: Sending mail \(SMTP\), Sign-in to send mail\./)).toBeVisible();
    expect(shown.getByText('Who can solve it: An administrator of your Microsoft 365')).toBeVisible();
    expect(shown.getByText('No. It works again once the cause is removed.')).toBeVisible();
    expect(shown.getByText('535 5.7.139')).toBeVisible();
    expect((await result()).closest('[role="status"]')).not.toBeNull();
  });

  test('names a sign-in that is gone', async () => {
    await openTab({ api: explainingApi(), hash });
    await explainText('{"error":"invalid_grant","suberror":"bad_token","error_codes":[700082]}');
    const shown = within(await result());
    expect(shown.getByText('Yes. The sign-in that was stored is no longer valid.')).toBeVisible();
  });

  test('asks for the origin only where it was found out wrongly', async () => {
    const api = explainingApi();
    await openTab({ api, hash });
    await explainText('554 5.2.0 not delivered');
    await result();
    fireEvent.change(screen.getByLabelText('Where did it come from'), { target: { value: 'pop3-retrieve' } });
    fireEvent.click(button());
    expect(await screen.findByText('Taken for: Retrieving mail (POP3), Retrieving mail.')).toBeVisible();
    expect(api.requests('POST', '/diagnoses').map(({ body }) => body)).toEqual([
      { raw: '554 5.2.0 not delivered' },
      { raw: '554 5.2.0 not delivered', stage: 'pop3-retrieve' },
    ]);
  });

  test('offers every step to choose from', async () => {
    await openTab({ api: explainingApi(), hash });
    await field();
    const groups = within(screen.getByLabelText('Where did it come from')).getAllByRole('group');
    const named = groups.map((group) => [
      group.getAttribute('label'),
      within(group).getAllByRole('option').length,
    ]);
    expect(named).toEqual([
      ['Sign-in at Microsoft', 5],
      ['Calendar, contacts, to-do, mail', 2],
      ['Sending mail (SMTP)', 3],
      ['Retrieving mail (POP3)', 3],
      ['Bot in Teams', 2],
    ]);
  });

  test('says what to do when nothing can be said', async () => {
    await openTab({ api: explainingApi(), hash });
    await explainText('Something went wrong');
    expect(within(await result()).getByText(/^Paste more of it/)).toBeVisible();
    expect(screen.queryByText('Will it pass by itself')).not.toBeInTheDocument();
  });

  test('shows markup as the text that it is', async () => {
    await openTab({ api: explainingApi(), hash });
    await explainText('{"error":"access_denied","error_description":"<img src=x onerror=alert(1)>"}');
    expect(within(await result()).getByText('<img src=x onerror=alert(1)>')).toBeVisible();
    expect(document.querySelector('img')).toBeNull();
  });

  test('gives a message for the supporter, without what is secret', async () => {
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
    });
    await openTab({ api: explainingApi(), hash });
    await explainText('AADSTS7000215: Invalid client secret Wq18Q~abcDEFghiJKLmnoPQRstuVWXyz0123456');
    fireEvent.click(
      within(await result()).getByRole('button', { name: 'Copy a message for my IT supporter' }),
    );
    await waitFor(() => expect(copied).toHaveLength(1));
    expect(copied[0]).toMatch(/^Good day\n/);
    expect(copied[0]).toContain('AADSTS7000215');
    expect(copied[0]).toContain('Taken for: Sign-in at Microsoft');
    expect(copied[0]).not.toContain('Wq18Q~');
  });
});

describe('a text with something secret in it', () => {
  const pasted = 'POST /token client_secret=Wq18Q~abcDEFghiJKLmnoPQRstuVWXyz0123456 -> AADSTS7000215';
  const without = 'POST /token client_secret=[hidden] -> AADSTS7000215';

  test('is warned about, shown without it, and replaced on wish', async () => {
    await openTab({ api: explainingApi(), hash });
    await explainText(pasted);
    const shown = within(await result());
    expect(shown.getByText('The text contains something secret')).toBeVisible();
    expect(shown.getByText(/^Client secret: replace it/)).toBeVisible();
    expect(shown.queryByText(/^Password:/)).not.toBeInTheDocument();
    const masked = shown.getByRole('region', { name: 'The text without it' });
    expect(masked).toHaveTextContent(without);
    expect((await result()).textContent).not.toContain('Wq18Q~');
    fireEvent.click(shown.getByRole('button', { name: 'Replace my text by this one' }));
    expect(await field()).toHaveValue(without);
  });

  test('is not warned about when there is nothing secret', async () => {
    await openTab({ api: explainingApi(), hash });
    await explainText('AADSTS7000215: Invalid client secret provided.');
    await result();
    expect(screen.queryByText('The text contains something secret')).not.toBeInTheDocument();
  });
});

describe('what is typed', () => {
  test('must not be empty', async () => {
    const api = explainingApi();
    await openTab({ api, hash });
    await explainText('  \n');
    expect(await screen.findByText('Paste the error text first.')).toBeVisible();
    expect(await field()).toHaveFocus();
    expect(await field()).toHaveAttribute('aria-invalid', 'true');
    expect(api.requests('POST', '/diagnoses')).toEqual([]);
  });

  test('must not be too long', async () => {
    const api = explainingApi();
    await openTab({ api, hash });
    await explainText('x'.repeat(64 * 1024 + 1));
    expect(await screen.findByText(/at most 65,536 characters/)).toBeVisible();
    expect(api.requests('POST', '/diagnoses')).toEqual([]);
  });

  test('is sent by the keyboard too', async () => {
    const api = explainingApi();
    await openTab({ api, hash });
    fireEvent.change(await field(), { target: { value: 'AADSTS50011' } });
    fireEvent.keyDown(await field(), { key: 'Enter' });
    fireEvent.keyDown(await field(), { key: 'Enter', ctrlKey: true });
    await result();
    expect(api.requests('POST', '/diagnoses')).toHaveLength(1);
  });

  test('can be an example, which fills the field and takes the former answer away', async () => {
    await openTab({ api: explainingApi(), hash });
    await explainText('AADSTS50011');
    await result();
    fireEvent.click(screen.getByRole('button', { name: 'Returned mail' }));
    expect((await field()).value).toContain('5.7.60');
    expect(await field()).toHaveFocus();
    expect(screen.queryByRole('region', { name: 'What it means' })).not.toBeInTheDocument();
    fireEvent.click(button());
    expect(within(await result()).getByText('550 5.7.60')).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: 'Empty the field' }));
    expect(await field()).toHaveValue('');
  });

  test.each([
    ['Expired secret', 'AADSTS7000222'],
    ['Refused sending', '535 5.7.139'],
    ['Refused retrieval', 'Taken for: Retrieving mail (POP3)'],
    ['No connection', 'Taken for: Connection, Connecting to send mail'],
  ])('the example “%s” is explained', async (name, told) => {
    await openTab({ api: explainingApi(), hash });
    await field();
    fireEvent.click(screen.getByRole('button', { name }));
    fireEvent.click(button());
    expect(await result()).toHaveTextContent(told);
  });

  test('is still there when the server could not answer', async () => {
    const api = explainingApi();
    api.answers['POST /diagnoses'] = () => problemAnswer(500, 'internal');
    await openTab({ api, hash });
    await explainText('AADSTS50011');
    expect(await screen.findByText('The text could not be explained')).toBeVisible();
    expect(await field()).toHaveValue('AADSTS50011');
  });
});

test.each([
  ['de', 'Fehler erklären', 'Fehlertext', 'Was es bedeutet'],
  ['fr', 'Expliquer une erreur', 'Texte de l’erreur', 'Ce que cela signifie'],
  ['it', 'Spiega un errore', 'Testo dell’errore', 'Che cosa significa'],
])('speaks the language of the person: %s', async (locale, title, label, heading) => {
  await openTab({ api: explainingApi(), hash, locale });
  expect(await screen.findByRole('heading', { level: 1, name: title })).toBeVisible();
  fireEvent.change(screen.getByLabelText(label), { target: { value: 'AADSTS7000222' } });
  fireEvent.click(screen.getByRole('button', { name: title }));
  expect(await screen.findByRole('heading', { level: 2, name: heading })).toBeVisible();
});
