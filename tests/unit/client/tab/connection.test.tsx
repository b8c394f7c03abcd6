import { afterEach, describe, expect, test } from '@jest/globals';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import {
  buildEntity,
  buildMe,
  buildStep,
  buildTest,
  buildVerdict,
  FakeApi,
} from '../../../support/fake-api.ts';
import { openTab } from '../../../support/render-tab.tsx';

afterEach(cleanup);

const hash = '#/entities/e1/connection';

function firm(changes: Parameters<typeof buildEntity>[0] = {}): FakeApi {
  const api = new FakeApi();
  api.entities = [buildEntity(changes)];
  return api;
}

const refused = buildVerdict({
  alternatives: ['mailbox-missing'],
  confidence: 'likely',
  facts: {
    httpStatus: 403,
    error: 'ErrorAccessDenied',
    requestId: 'req-7',
    permission: 'Tasks.ReadWrite.All',
  },
});

describe('the connection page', () => {
  test('says what the whole means and explains the first failure with Microsoft’s answer', async () => {
    const latestTest = buildTest({ status: 'failed' }, buildStep('to-do', 'failed', refused));
    const api = firm({ latestTest });
    const { asked } = await openTab({ api, hash });
    expect(await screen.findByText('LEGAL 365 cannot exchange everything: To-do failed.')).toBeVisible();
    const row = screen.getByRole('img', { name: 'To-do: failed' }).closest('li')!;
    expect(within(row).getByText('ErrorAccessDenied')).toBeVisible();
    expect(within(row).getByText('req-7')).toBeVisible();
    expect(within(row).getByText('There is no mailbox at this address')).toBeVisible();
    fireEvent.click(within(row).getByRole('button', { name: 'Open API permissions' }));
    expect(asked.at(-1)).toMatch(/^https:\/\/entra\.example\/.*CallAnAPI\/appId\/bbbbbbbb/);
    fireEvent.click(within(row).getByRole('button', { name: 'Grant admin consent' }));
    // The consent is followed from here, too: Microsoft's page is the one of an attempt.
    expect(await within(row).findByText('Microsoft’s page is open')).toBeVisible();
    expect(api.requests('POST', '/entities/e1/consent')[0]?.body).toEqual({ language: 'en' });
    expect(asked.at(-1)).toMatch(/^https:\/\/login\.example\/consent\?attempt=/);
  });

  test('leads to the permissions first when one is missing, and to the consent first when only that is', async () => {
    const missing = buildTest({ status: 'failed' }, buildStep('to-do', 'failed', refused));
    const api = firm({ latestTest: missing });
    await openTab({ api, hash });
    const names = () =>
      screen.getAllByRole('button', { name: /^(Open API|Grant admin)/ }).map((button) => button.textContent);
    await screen.findByRole('button', { name: 'Grant admin consent' });
    expect(names()).toEqual(['Open API permissions', 'Grant admin consent']);
    cleanup();
    const verdict = buildVerdict({ ...refused, cause: 'consent-missing' });
    api.entities = [
      buildEntity({ latestTest: buildTest({ status: 'failed' }, buildStep('to-do', 'failed', verdict)) }),
    ];
    await openTab({ api, hash });
    await screen.findByRole('button', { name: 'Grant admin consent' });
    expect(names()).toEqual(['Grant admin consent', 'Open API permissions']);
  });

  test.each([
    [403, 'permission-missing', 'Microsoft’s answer'],
    [407, 'proxy-blocked', 'What was received'],
    [undefined, 'dns', 'What was received'],
  ] as const)(
    'heads an answer with status %s for %s as “%s”, with its server',
    async (httpStatus, cause, heading) => {
      const facts = { host: 'graph.microsoft.com', ...(httpStatus === undefined ? {} : { httpStatus }) };
      const verdict = buildVerdict({ cause, facts });
      const latestTest = buildTest({ status: 'failed' }, buildStep('mail', 'failed', verdict));
      await openTab({ api: firm({ latestTest }), hash });
      expect(
        within(await screen.findByRole('region', { name: heading })).getByText('graph.microsoft.com'),
      ).toBeVisible();
    },
  );

  test('gives those who may only look the bare link to send on', async () => {
    const latestTest = buildTest({ status: 'failed' }, buildStep('to-do', 'failed', refused));
    const api = firm({ latestTest });
    api.me = buildMe({ roles: ['Reader'], canConsent: false });
    await openTab({ api, hash });
    expect(await screen.findByRole('button', { name: 'Copy the link' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Grant admin consent' })).not.toBeInTheDocument();
  });

  test('prepares a message for an administrator whose role cannot consent', async () => {
    const latestTest = buildTest({ status: 'failed' }, buildStep('to-do', 'failed', refused));
    const api = firm({ latestTest });
    api.me = buildMe({ canConsent: false });
    const { asked } = await openTab({ api, hash });
    fireEvent.click(await screen.findByRole('button', { name: 'Prepare a message with the link' }));
    expect(await screen.findByText(/adminconsent\?client_id=bbbbbbbb/)).toBeVisible();
    expect(api.requests('POST', '/entities/e1/consent')[0]?.body).toEqual({ language: 'en', form: 'plain' });
    expect(asked.filter((url) => url.startsWith('https:'))).toEqual([]);
  });

  test('hides and shows what to do for a step', async () => {
    const latestTest = buildTest({ status: 'failed' }, buildStep('to-do', 'failed', refused));
    await openTab({ api: firm({ latestTest }), hash });
    fireEvent.click(await screen.findByRole('button', { name: 'Hide: To-do' }));
    expect(screen.getByText('ErrorAccessDenied')).not.toBeVisible();
    expect(screen.getByRole('button', { name: 'What to do: To-do' })).toHaveAttribute(
      'aria-expanded',
      'false',
    );
  });

  test('fills in step by step while a test runs, and ends with a result', async () => {
    const api = firm();
    await openTab({ api, hash });
    await waitFor(() => expect(api.isFollowed).toBe(true));
    const running = buildTest({
      id: 't2',
      startedAt: new Date().toISOString(),
      finishedAt: null,
      status: 'running',
    });
    running.steps = running.steps.map(({ name }) => buildStep(name, 'running'));
    act(() => api.emit({ type: 'test-started', entityId: 'e1', test: running }));
    expect(await screen.findByRole('img', { name: 'Mail: testing' })).toBeVisible();
    act(() =>
      api.emit({ type: 'test-step', entityId: 'e1', testId: 't2', step: buildStep('app-token', 'ok') }),
    );
    expect(await screen.findByText('Testing: 1 of 6 checked')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Test connection' })).toHaveAttribute('aria-disabled', 'true');
    const test = buildTest({ id: 't2', startedAt: running.startedAt, finishedAt: new Date().toISOString() });
    act(() => api.emit({ type: 'test-finished', entityId: 'e1', test }));
    expect(await screen.findByRole('img', { name: 'Mail: connected' })).toBeVisible();
  });

  test('asks before it writes, and says into which mailbox', async () => {
    const api = firm();
    await openTab({ api, hash });
    fireEvent.click(await screen.findByRole('button', { name: 'Also test writing' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('lawyer@muster.example');
    expect(api.requests('POST', '/entities/e1/connection-tests')).toEqual([]);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Test writing' }));
    await waitFor(() =>
      expect(api.requests('POST', '/entities/e1/connection-tests')[0]?.body).toEqual({ deep: true }),
    );
  });

  test.each([
    ['Also test writing', undefined],
    ['More actions', 'Rename'],
    ['More actions', 'Remove'],
  ])('gives the focus back to “%s” (%s) when its dialog is cancelled', async (name, item) => {
    await openTab({ api: firm(), hash });
    const opener = await screen.findByRole('button', { name });
    opener.focus();
    fireEvent.click(opener);
    if (item !== undefined) fireEvent.click(await screen.findByRole('menuitem', { name: item }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(opener).toHaveFocus();
  });

  test('shows what could not be checked as unknown, never as connected', async () => {
    const verdict = buildVerdict({ cause: 'timeout', whoCanFix: 'nobody', retryAfter: 30 });
    const latestTest = buildTest({ status: 'unknown' }, buildStep('mail', 'unknown', verdict));
    await openTab({ api: firm({ latestTest }), hash });
    expect(await screen.findByRole('img', { name: 'Mail: unknown' })).toBeVisible();
    expect(screen.getByText(/wait 30 seconds/)).toBeVisible();
  });

  test('has no button for those who may only look', async () => {
    const api = firm();
    api.me = buildMe({ roles: ['Reader'] });
    await openTab({ api, hash });
    expect(await screen.findByRole('img', { name: 'Mail: connected' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Test connection' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'More actions' })).not.toBeInTheDocument();
  });
});

describe('an entity', () => {
  test('keeps the history of its tests with what failed in each', async () => {
    const api = firm();
    api.history = [
      buildTest({ id: 'h1', trigger: 'schedule', status: 'failed' }, buildStep('mail', 'failed', refused)),
      buildTest({ id: 'h2', trigger: 'save', deep: true }),
    ];
    await openTab({ api, hash: '#/entities/e1/history' });
    const [first, second] = within(
      await screen.findByRole('list', { name: 'Tests of the last 90 days' }),
    ).getAllByRole('listitem');
    expect(within(first!).getByRole('img', { name: 'Mail: failed' })).toBeVisible();
    expect(first).toHaveTextContent('by schedule');
    expect(second).toHaveTextContent('All modules connected');
    expect(second).toHaveTextContent('with writing');
  });

  test('tells on request why a module had failed in an earlier test', async () => {
    const api = firm();
    api.history = [buildTest({ id: 'h1', status: 'failed' }, buildStep('mail', 'failed', refused))];
    await openTab({ api, hash: '#/entities/e1/history' });
    const details = await screen.findByRole('button', { name: /^Details: / });
    expect(screen.queryByText('ErrorAccessDenied')).not.toBeInTheDocument();
    fireEvent.click(details);
    expect(screen.getByText('ErrorAccessDenied')).toBeVisible();
    expect(screen.getByText('A permission is missing')).toBeVisible();
    expect(details).toHaveAttribute('aria-expanded', 'true');
  });

  test('is removed only after a question that says what is deleted', async () => {
    const api = firm();
    await openTab({ api, hash });
    fireEvent.click(await screen.findByRole('button', { name: 'More actions' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Remove' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('Nothing changes in Microsoft Entra');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Remove entity' }));
    expect(await screen.findByRole('button', { name: 'Connect the first entity' })).toBeVisible();
  });

  test('that does not exist leads back to the overview', async () => {
    await openTab({ api: firm(), hash: '#/entities/gone/connection' });
    fireEvent.click(await screen.findByRole('button', { name: 'To the overview' }));
    expect(await screen.findByRole('heading', { name: 'Microsoft 365 connection' })).toBeVisible();
  });
});
