import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import type { Page } from 'playwright-core';
import type { TokenOutcome } from '../fixtures/teams-tab/tab.ts';
import { readyTab, startTeamsEnvironment, type TeamsEnvironment } from '../support/teams-environment.ts';

const teamsWeb = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

let teams: TeamsEnvironment;
const opened: Page[] = [];

beforeAll(async () => {
  teams = await startTeamsEnvironment();
}, 60_000);
afterAll(() => teams.close());
afterEach(async () => {
  await fetch(`${teams.tenant.url}/control/reset`, { method: 'POST' });
  for (const page of opened.splice(0)) await page.context().close();
});

async function open(query = ''): Promise<Page & { outside: string[] }> {
  const page = await teams.open(query);
  opened.push(page);
  return page;
}

const userOf = (signInName: string) =>
  teams.tenant.seed.users.find((user) => user.signInName === signInName)!;
const apiScope = () => `${teams.tenant.seed.connect.identifierUri}/access_as_user`;

function tokenOf(outcome: TokenOutcome): { accessToken: string; fromCache: boolean; username: string } {
  if ('error' in outcome) throw new Error(outcome.error);
  return outcome;
}

describe('what the tab learns from its host', () => {
  test('the context names the person, the tenant, the language, the theme and the deep link', async () => {
    const page = await open('?user=lawyer@muster.example&theme=contrast&locale=fr-CH&sub=entities%2F7');
    const context = await (await readyTab(page)).evaluate(() => window.testTab!.context());
    const lawyer = userOf('lawyer@muster.example');
    expect(context.user).toMatchObject({
      id: lawyer.id,
      tenant: { id: lawyer.tenantId },
      loginHint: 'lawyer@muster.example',
    });
    expect(context.app).toMatchObject({
      locale: 'fr-ch',
      theme: 'contrast',
      host: { name: 'Teams', clientType: 'web' },
    });
    expect(context.page).toMatchObject({ subPageId: 'entities/7', frameContext: 'content' });
  });

  test('a person of the tenant next door is known by the own tenant', async () => {
    const page = await open();
    await readyTab(page);
    await page.locator('summary', { hasText: 'Demo users' }).click();
    await page.getByRole('button', { name: 'Sign in as user@nachbar.example' }).click();
    const neighbour = userOf('user@nachbar.example');
    await page.getByText(`${neighbour.name}, Nachbar`).waitFor();
    await page
      .frameLocator('iframe')
      .locator('body[data-user="user@nachbar.example"]')
      .waitFor({ state: 'attached' });
    const context = await (await readyTab(page)).evaluate(() => window.testTab!.context());
    expect(context.user).toMatchObject({ id: neighbour.id, tenant: { id: neighbour.tenantId } });
  });

  test('a change of theme reaches the running tab', async () => {
    const page = await open();
    const frame = await readyTab(page);
    await frame.evaluate(() => (document.body.dataset['stays'] = 'yes'));
    await page.getByLabel('Theme').selectOption('dark');
    await page
      .frameLocator('iframe')
      .locator('body[data-theme=dark][data-stays=yes]')
      .waitFor({ state: 'attached' });
    expect(new URL(page.url()).searchParams.get('theme')).toBe('dark');
  });

  test('a change of language loads the tab anew', async () => {
    const page = await open();
    await readyTab(page);
    await page.getByLabel('Language').selectOption('it-CH');
    await page.frameLocator('iframe').locator('body[data-locale=it-ch]').waitFor({ state: 'attached' });
    expect(new URL(page.url()).searchParams.get('locale')).toBe('it-CH');
  });

  test('a page that the tab opens in itself is its next deep link', async () => {
    const page = await open();
    await (await readyTab(page)).evaluate(() => window.testTab!.openPage('mailboxes'));
    await page.waitForURL(/sub=mailboxes/);
  });

  test('no address outside of this machine is called, but for the list that teams-js fetches at load', async () => {
    const page = await open();
    await readyTab(page);
    expect([...new Set(page.outside)]).toEqual(['res.cdn.office.net']);
  });
});

describe('what the host learns from its tab', () => {
  test('a reported failure is shown with its reason', async () => {
    const page = await open();
    await (await readyTab(page)).evaluate(() => window.testTab!.fail('No sign-on was possible.'));
    await page.getByText('Tab: failed (AuthFailed)').waitFor();
    await page.getByText('No sign-on was possible.').waitFor();
  });

  test('an unknown function gets no answer and is listed as a message', async () => {
    const page = await open();
    const frame = await readyTab(page);
    const answer = await frame.evaluate(() => {
      const unanswered = window.testTab!.rawMessage('monetization.openPurchaseExperience', []);
      // The host answers in order, so an answer to the later message proves that there will be none to the first.
      const later = window.testTab!.rawMessage('settings.getSettings', []).then(() => 'only the later one');
      return Promise.race([unanswered, later]);
    });
    expect(answer).toBe('only the later one');
    await page.locator('summary', { hasText: 'Messages' }).click();
    await page.getByText('monetization.openPurchaseExperience').waitFor();
    await page.getByText('unknown, no answer').waitFor();
  });

  test('a message from another window is not taken for the tab', async () => {
    const page = await open();
    await readyTab(page);
    await page.evaluate(() => {
      const message = { id: 1, func: 'appInitialization.failure', args: ['AuthFailed', 'forged'] };
      window.postMessage(message, window.location.origin);
    });
    // Messages arrive in order: once the tab has its answer, the forged one has been looked at too.
    await (await readyTab(page)).evaluate(() => window.testTab!.context());
    expect(await page.getByText('forged').count()).toBe(0);
    expect(await page.locator('#tab-state').textContent()).toBe('Tab: ready');
  });
});

describe('single sign-on', () => {
  test('getAuthToken gives a token for the product, asked for by Teams', async () => {
    const page = await open('?user=lawyer@muster.example');
    const token = decodeJwt(await (await readyTab(page)).evaluate(() => window.testTab!.ssoToken()));
    const lawyer = userOf('lawyer@muster.example');
    expect(token).toMatchObject({
      azp: teamsWeb,
      oid: lawyer.id,
      tid: lawyer.tenantId,
      scp: 'access_as_user',
    });
    expect(token.aud).toBe(teams.tenant.seed.connect.applicationId);
  });

  test('nested app authentication gives the product a token of its own, without a window', async () => {
    const page = await open('?user=admin@muster.example');
    const frame = await readyTab(page);
    expect(await frame.evaluate(() => window.testTab!.runtimeOffersNestedAppAuth())).toEqual({
      recommended: true,
      bridge: true,
    });
    const ask = () => frame.evaluate((scope) => window.testTab!.nestedToken([scope], 'silent'), apiScope());
    const outcome = tokenOf(await ask());
    const { applicationId } = teams.tenant.seed.connect;
    expect(decodeJwt(outcome.accessToken)).toMatchObject({
      aud: applicationId,
      azp: applicationId,
      scp: 'access_as_user',
    });
    expect(outcome.username).toBe('admin@muster.example');
    expect(tokenOf(await ask()).fromCache).toBe(true);
  });

  test('a right nobody consented to needs the person, who consents in a window', async () => {
    const page = await open('?user=lawyer@muster.example');
    const frame = await readyTab(page);
    const scope = 'https://graph.microsoft.com/User.ReadBasic.All';
    const silent = await frame.evaluate((name) => window.testTab!.nestedToken([name], 'silent'), scope);
    expect(silent).toMatchObject({ interaction: true });
    const window_ = page.waitForEvent('popup');
    const asked = frame.evaluate((name) => window.testTab!.nestedToken([name], 'popup'), scope);
    const popup = await window_;
    await signIn(popup);
    await popup.getByRole('button', { name: 'Accept' }).click();
    expect(decodeJwt(tokenOf(await asked).accessToken)['scp']).toContain('User.ReadBasic.All');
  });

  test('closing that window counts as a refusal of the person', async () => {
    const page = await open('?user=lawyer@muster.example');
    const frame = await readyTab(page);
    const window_ = page.waitForEvent('popup');
    const asked = frame.evaluate(() =>
      window.testTab!.nestedToken(['https://graph.microsoft.com/User.ReadBasic.All'], 'popup'),
    );
    await (await window_).close();
    expect(await asked).toMatchObject({ error: expect.stringContaining('user_canceled') });
  });

  test('a client without nested app authentication signs on by MSAL in a window, then silently', async () => {
    const page = await open('?user=admin@muster.example&naa=off');
    const frame = await readyTab(page);
    expect(await frame.evaluate(() => window.testTab!.runtimeOffersNestedAppAuth())).toEqual({
      recommended: false,
      bridge: false,
    });
    const window_ = page.waitForEvent('popup');
    const asked = frame.evaluate((scope) => window.testTab!.popupThenSilentToken([scope]), apiScope());
    await signIn(await window_);
    const { popup, silent } = await asked;
    const { applicationId } = teams.tenant.seed.connect;
    for (const outcome of [popup, silent]) {
      expect(decodeJwt(tokenOf(outcome).accessToken)).toMatchObject({
        aud: applicationId,
        azp: applicationId,
      });
      expect(tokenOf(outcome).username).toBe('admin@muster.example');
    }
    expect(tokenOf(silent).accessToken).not.toBe(tokenOf(popup).accessToken);
  });

  test('a disabled account gets no further than the refusal', async () => {
    const page = await open('?user=disabled@muster.example');
    await page.getByText('AADSTS50057').waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
    expect(await page.locator('#tab-state').textContent()).toBe('Sign-in refused');
  });
});

describe('a window that the tab asks the host for', () => {
  const authenticate = async (page: Page, fragment: string) => {
    const frame = await readyTab(page);
    const url = `${teams.tab.url}/tab/popup.html${fragment}`;
    const window_ = page.waitForEvent('popup');
    const answer = frame.evaluate(
      (address) => window.testTab!.rawMessage('authentication.authenticate', [address, 400, 300, false]),
      url,
    );
    return { answer, popup: await window_ };
  };

  test('hands its result to the tab', async () => {
    const { answer } = await authenticate(await open(), '');
    expect(await answer).toEqual([true, 'from the popup']);
  });

  test('closed by the person, it is reported as cancelled', async () => {
    const { answer, popup } = await authenticate(await open(), '#wait');
    await popup.close();
    expect(await answer).toEqual([false, 'CancelledByUser']);
  });
});

/** The dev tenant's sign-in page; the address is known already, from the hint. */
async function signIn(popup: Page): Promise<void> {
  await popup.getByLabel('Password').fill(teams.tenant.seed.password);
  await popup.getByRole('button', { name: 'Sign in' }).click();
}
