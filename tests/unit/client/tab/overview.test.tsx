import { afterEach, describe, expect, test } from '@jest/globals';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { SignInFailed, SignInNeeded } from '../../../../src/client/host/host.ts';
import {
  buildEntity,
  buildMark,
  buildMe,
  buildRegistration,
  buildStep,
  buildTest,
  buildVerdict,
  FakeApi,
  isoDayIn,
  problemAnswer,
} from '../../../support/fake-api.ts';
import { openTab } from '../../../support/render-tab.tsx';

afterEach(cleanup);

function firm(...entities: ReturnType<typeof buildEntity>[]): FakeApi {
  const api = new FakeApi();
  api.entities = entities;
  return api;
}

describe('the overview', () => {
  test('shows an admin each module as connected, and until when the secret lasts', async () => {
    const { asked } = await openTab({ api: firm(buildEntity()) });
    expect(await screen.findByRole('img', { name: 'Calendar: connected' })).toBeVisible();
    expect(screen.getByRole('heading', { level: 1, name: 'Microsoft 365 connection' })).toBeVisible();
    expect(screen.getByText('Your entity is connected.')).toBeVisible();
    expect(screen.getByText(/^expires on .+ \(in 400 days\)$/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Test connection: Muster & Partner, Zürich' })).toBeEnabled();
    expect(asked).toContain('ready');
  });

  test('says what is wrong in one sentence and offers what to do', async () => {
    const failing = buildTest({ status: 'failed' }, buildStep('to-do', 'failed', buildVerdict()));
    await openTab({ api: firm(buildEntity({ latestTest: failing })) });
    expect(await screen.findByText('To-do: failed')).toBeVisible();
    expect(screen.getByText(/Tasks\.ReadWrite\.All/)).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: 'What to do: Muster & Partner, Zürich' }));
    await waitFor(() => expect(window.location.hash).toBe('#/entities/e1/connection'));
  });

  test('leads an admin on with the set-up until LEGAL 365 has what it needs', async () => {
    const goOn = 'Go on with the set-up: Muster & Partner, Zürich';
    await openTab({ api: firm(buildEntity()) });
    fireEvent.click(await screen.findByRole('button', { name: goOn }));
    await waitFor(() => expect(window.location.hash).toMatch(/^#\/entities\/e1\/setup/));
    cleanup();
    await openTab({ api: firm(buildEntity({ setupMarks: [buildMark('hand-over')] })), hash: '#/' });
    expect(await screen.findByRole('button', { name: /^Test connection/ })).toBeVisible();
    expect(screen.queryByRole('button', { name: goOn })).not.toBeInTheDocument();
  });

  test('says before an entity is removed that LEGAL 365 may lose its access', async () => {
    await openTab({ api: firm(buildEntity()), hash: '#/entities/e1/connection' });
    fireEvent.click(await screen.findByRole('button', { name: 'More actions' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Remove' }));
    expect(await screen.findByText(/service key of this entity, it loses its access/)).toBeVisible();
  });

  test('hands the focus to the heading of the page that one goes to, and names the page in the title', async () => {
    await openTab({ api: firm(buildEntity()) });
    const first = await screen.findByRole('heading', { level: 1, name: 'Microsoft 365 connection' });
    expect(first).not.toHaveFocus();
    expect(document.title).toBe('Microsoft 365 connection - LEGAL 365 Connect');
    fireEvent.click(screen.getByRole('button', { name: 'Details of Muster & Partner, Zürich' }));
    const heading = await screen.findByRole('heading', { level: 1, name: 'Muster & Partner, Zürich' });
    await waitFor(() => expect(heading).toHaveFocus());
    expect(document.title).toBe('Muster & Partner, Zürich - LEGAL 365 Connect');
    act(() => void (window.location.hash = '#/'));
    const again = await screen.findByRole('heading', { level: 1, name: 'Microsoft 365 connection' });
    await waitFor(() => expect(again).toHaveFocus());
  });

  test('never shows green for a result older than a day', async () => {
    const old = new Date(Date.now() - 25 * 3_600_000).toISOString();
    const steps = buildTest().steps.map((step) => ({ ...step, finishedAt: old }));
    await openTab({
      api: firm(buildEntity({ latestTest: buildTest({ startedAt: old, finishedAt: old, steps }) })),
    });
    expect(await screen.findByRole('img', { name: 'Calendar: out of date' })).toBeVisible();
    expect(screen.queryByRole('img', { name: /: connected$/ })).not.toBeInTheDocument();
  });

  test.each([
    [59, 'soon'],
    [14, 'urgent'],
    [-1, 'expired'],
  ])('marks a secret with %i days left as %s', async (days, mark) => {
    await openTab({
      api: firm(buildEntity({ registration: buildRegistration({ secretExpiresOn: isoDayIn(days) }) })),
    });
    expect(await screen.findByText(mark)).toBeVisible();
  });

  test('shows those who are no admins the states and nothing to change', async () => {
    const api = firm(buildEntity());
    api.me = buildMe({ roles: ['User'] });
    await openTab({ api });
    expect(await screen.findByRole('img', { name: 'Mail: connected' })).toBeVisible();
    expect(screen.getByText(/administrators.*Andrea Muster/)).toBeVisible();
    for (const name of [/^Test connection/, /^Add entity/, /^Set up/]) {
      expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
    }
  });

  test('leads from nothing to the first step of the set-up of the first entity', async () => {
    const api = firm();
    await openTab({ api });
    fireEvent.click(await screen.findByRole('button', { name: 'Connect the first entity' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Add and go on' }));
    expect(await within(dialog).findByText('Enter a name.')).toBeVisible();
    fireEvent.change(within(dialog).getByLabelText(/Name of the entity/), {
      target: { value: ' Muster, Bern ' },
    });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Add and go on' }));
    expect(await screen.findByRole('heading', { level: 2, name: '1. You and your roles' })).toBeVisible();
    expect(window.location.hash).toBe('#/entities/new/setup/roles');
    expect(api.requests('POST', '/entities')[0]?.body).toMatchObject({ name: 'Muster, Bern' });
  });

  test('starts a test of an entity, and tells when it could not be started', async () => {
    const api = firm(buildEntity());
    api.answers['POST /entities/e1/connection-tests'] = () => problemAnswer(409, 'registration-missing');
    await openTab({ api });
    fireEvent.click(await screen.findByRole('button', { name: 'Test connection: Muster & Partner, Zürich' }));
    expect(await screen.findByText('The test could not be started')).toBeVisible();
    expect(api.requests('POST', '/entities/e1/connection-tests')[0]?.body).toEqual({ deep: false });
  });
});

describe('the way into the tab', () => {
  test('is a button where the host cannot sign somebody in by itself, never an endless wait', async () => {
    let signedIn = false;
    const tokens = {
      silent: () => (signedIn ? Promise.resolve('token') : Promise.reject(new SignInNeeded('nobody'))),
      interactive: () => {
        signedIn = true;
        return Promise.resolve('token');
      },
    };
    const { asked } = await openTab({ api: firm(buildEntity()), tokens });
    fireEvent.click(await screen.findByRole('button', { name: 'Sign in' }));
    expect(await screen.findByRole('img', { name: 'Calendar: connected' })).toBeVisible();
    expect(asked[0]).toBe('ready');
  });

  test('says what to do when the browser blocks the window', async () => {
    const tokens = {
      silent: () => Promise.reject(new SignInNeeded('nobody')),
      interactive: () => Promise.reject(new SignInFailed('window-blocked', undefined)),
    };
    await openTab({ api: firm(), tokens });
    fireEvent.click(await screen.findByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText(/Allow pop-up windows/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Sign in' })).toBeEnabled();
  });

  test('forgets a window that was closed when another one is opened', async () => {
    const attempts: { finish: () => void; fail: (error: Error) => void }[] = [];
    let signedIn = false;
    const tokens = {
      silent: () => (signedIn ? Promise.resolve('token') : Promise.reject(new SignInNeeded('nobody'))),
      interactive: () =>
        new Promise<string>((resolve, reject) => {
          const finish = () => {
            signedIn = true;
            resolve('token');
          };
          attempts.push({ finish, fail: reject });
        }),
    };
    await openTab({ api: firm(buildEntity()), tokens });
    const button = await screen.findByRole('button', { name: 'Sign in' });
    fireEvent.click(button);
    fireEvent.click(button);
    attempts[0]!.fail(new SignInFailed('refused', undefined));
    expect(await screen.findByText(/Go on in the window that has opened/)).toBeVisible();
    expect(screen.queryByText(/Microsoft has refused/)).not.toBeInTheDocument();
    attempts[1]!.finish();
    expect(await screen.findByRole('img', { name: 'Calendar: connected' })).toBeVisible();
  });

  test('asks once more with a fresh token before it says that the sign-in is refused', async () => {
    const api = firm();
    api.answers['GET /me'] = () => problemAnswer(401, 'token-refused', { requestId: 'r-1' });
    await openTab({ api });
    expect(await screen.findByText('Your sign-in is no longer valid')).toBeVisible();
    expect(screen.getByText(/r-1/)).toBeVisible();
    const tokens = api.requests('GET', '/me').map(({ authorization }) => authorization);
    expect(tokens).toEqual(['Bearer token', 'Bearer fresh-token']);
  });

  test('offers to try again when the server answers in no known way', async () => {
    const api = firm(buildEntity());
    api.answers['GET /entities'] = () => ({ status: 404, body: '<html>a proxy</html>' });
    await openTab({ api });
    const again = await screen.findByRole('button', { name: 'Try again' });
    api.answers = {};
    fireEvent.click(again);
    expect(await screen.findByRole('img', { name: 'Calendar: connected' })).toBeVisible();
  });

  test('speaks the language of the host, and another one on request', async () => {
    await openTab({ api: firm(buildEntity()), locale: 'de-CH' });
    expect(await screen.findByRole('img', { name: 'Kalender: verbunden' })).toBeVisible();
    expect(document.documentElement.lang).toBe('de');
    fireEvent.click(screen.getByRole('button', { name: 'Sprache: Deutsch' }));
    fireEvent.click(await screen.findByRole('menuitemradio', { name: 'Français' }));
    expect(await screen.findByRole('button', { name: /^Tester la connexion\s: Muster/ })).toBeVisible();
    expect(document.documentElement.lang).toBe('fr');
    fireEvent.click(screen.getByRole('button', { name: /^Langue\s: Français/ }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Comme dans Teams' }));
    await waitFor(() => expect(document.documentElement.lang).toBe('de'));
    expect(localStorage).toHaveLength(0);
  });

  test('leads where a deep link points', async () => {
    await openTab({ api: firm(buildEntity()), subPageId: 'entities/e1/history' });
    await waitFor(() => expect(window.location.hash).toBe('#/entities/e1/history'));
    expect(await screen.findByText('No test has been run yet.')).toBeVisible();
  });
});
