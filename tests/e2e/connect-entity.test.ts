import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { startDemo, type Demo } from '../support/demo.ts';
import { axeFindings, dot, fillRegistration, openTab, type TabInTeams } from '../support/tab-in-teams.ts';

jest.setTimeout(90_000);

let demo: Demo;
let browser: Browser;
let open: TabInTeams | undefined;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchChromium()]);
});
afterEach(async () => {
  await open?.close();
  open = undefined;
});
afterAll(async () => {
  await browser.close();
  await demo.close();
});

async function as(
  user: string,
  query: Record<string, string> = {},
  viewport?: { width: number; height: number },
) {
  open = await openTab(browser, demo.host, { user, ...query }, viewport);
  return open;
}

const usual = ['Sign-in', 'Calendar', 'Contacts', 'To-do', 'Mail', 'Mail sending'];

/** Adds an entity for a registration that is there already, and stops at the fields for its values. */
async function addEntity(tab: TabInTeams['tab'], name: string, button: string | RegExp) {
  await tab.getByRole('button', { name: button }).click();
  await tab.getByLabel('Name of the entity').fill(name);
  await tab.getByRole('button', { name: 'Add and go on' }).click();
  await tab.getByRole('button', { name: 'We have a registration already' }).click();
  await tab.locator('input[name=clientSecret]').waitFor();
}

describe('the Global Administrator of the firm', () => {
  test('is signed on without a click and is asked to connect the first entity', async () => {
    const { tab, outside } = await as('admin@muster.example');
    await tab.getByRole('button', { name: 'Connect the first entity' }).waitFor();
    expect(await tab.getByText('Andrea Muster').count()).toBeGreaterThan(0);
    expect(await axeFindings(tab)).toEqual([]);
    // teams-js asks Microsoft for a list at load; the page's policy lets nothing out.
    expect(outside.filter((host) => host !== 'res.cdn.office.net')).toEqual([]);
  });

  test('is told that a GUID is the secret id before anything is asked of Microsoft', async () => {
    const { tab, page } = await as('admin@muster.example');
    const asked: string[] = [];
    await addEntity(tab, 'Muster & Partner, Bern', 'Connect the first entity');
    page.on('request', (request) => {
      if (request.method() === 'PUT' && request.url().endsWith('/registration')) asked.push(request.url());
    });
    await fillRegistration(tab, { ...demo.seed.ready, clientSecret: demo.seed.ready.secretId });
    await tab.getByText('This is the secret ID', { exact: false }).waitFor();
    await tab.getByRole('button', { name: 'Save and test' }).click();
    await tab.waitForFunction(() => document.activeElement?.getAttribute('name') === 'clientSecret');
    expect(asked).toEqual([]);
  });

  test('connects the ready registration, and every module turns green', async () => {
    const { tab } = await as('admin@muster.example');
    await addEntity(tab, 'Muster & Partner, Zürich', 'Add entity');
    await fillRegistration(tab, demo.seed.ready);
    expect(await axeFindings(tab)).toEqual([]);
    await tab.getByRole('button', { name: 'Save and test' }).click();
    for (const name of usual) await dot(tab, `${name}: connected`).waitFor();
    await dot(tab, 'Directory: not used').waitFor();
    expect(await tab.content()).not.toContain(demo.seed.ready.clientSecret);
  });

  test('connects the bare registration, and every module is red with what is missing and who can grant it', async () => {
    const { tab } = await as('admin@muster.example');
    await addEntity(tab, 'Muster & Partner, Genève', 'Add entity');
    await fillRegistration(tab, demo.seed.bare);
    await tab.getByRole('button', { name: 'Save and test' }).click();
    await dot(tab, 'Sign-in: connected').waitFor();
    for (const name of usual.slice(1)) await dot(tab, `${name}: failed`).waitFor();
    await tab.getByRole('link', { name: 'Connection', exact: true }).click();
    await tab.getByText('Calendars.ReadWrite').first().waitFor();
    expect(await axeFindings(tab)).toEqual([]);
  });

  test('grants the consent on the page of Microsoft, and the next test is green', async () => {
    const { page, tab } = await as('admin@muster.example');
    await openEntity(tab, 'Muster & Partner, Genève');
    const opened = page.context().waitForEvent('page');
    await tab.getByRole('button', { name: 'Grant admin consent' }).first().click();
    await signInAndAccept(await opened, 'admin@muster.example', demo.seed.password);
    await tab.getByRole('button', { name: 'Test connection' }).click();
    for (const name of usual) await dot(tab, `${name}: connected`).waitFor();
  });

  test('who may not consent is given the link for somebody who may', async () => {
    await demo.fault('consent-missing');
    const { tab } = await as('itadmin@muster.example');
    await openEntity(tab, 'Muster & Partner, Genève');
    await tab.getByRole('button', { name: 'Test connection' }).click();
    await dot(tab, 'Calendar: failed').waitFor();
    // What an administrator who may has begun is waited for, with the message for the next one who may.
    const sendOn = tab.getByText(/^(Your role cannot consent|Waiting for consent)/);
    await sendOn.first().waitFor();
    expect(await tab.getByRole('button', { name: 'Grant admin consent' }).count()).toBe(0);
    await demo.fault('consent-missing', { on: false });
  });

  test('sees a test fill in step by step, and a fault of Microsoft stay grey', async () => {
    await demo.fault('service-unavailable', { where: 'graph', status: 503 });
    const { tab } = await as('admin@muster.example');
    await openEntity(tab, 'Muster & Partner, Zürich');
    await tab.getByRole('button', { name: 'Test connection' }).click();
    await dot(tab, 'Calendar: unknown').waitFor();
    expect(await dot(tab, 'Calendar: connected').count()).toBe(0);
    await demo.fault('service-unavailable', { on: false });
    await tab.getByRole('button', { name: 'Test connection' }).click();
    await dot(tab, 'Calendar: connected').waitFor();
  });

  test('finds everything again after the server was started anew', async () => {
    await demo.restart('SIGTERM');
    const { tab } = await as('admin@muster.example');
    await openEntity(tab, 'Muster & Partner, Zürich');
    for (const name of usual) await dot(tab, `${name}: connected`).waitFor();
    await tab.getByRole('button', { name: 'Test connection' }).click();
    await tab
      .getByText(/now|seconds ago/)
      .first()
      .waitFor();
    for (const name of usual) await dot(tab, `${name}: connected`).waitFor();
  });

  test('loses nothing when the server dies during "Save and test"', async () => {
    await demo.fault('latency', { where: 'entra', ms: 3000 });
    const { tab, page } = await as('admin@muster.example');
    await openEntity(tab, 'Muster & Partner, Bern');
    await tab.getByRole('link', { name: 'Registration', exact: true }).click();
    await fillRegistration(tab, demo.seed.ready);
    const asked = page.waitForRequest(
      (request) => request.method() === 'PUT' && request.url().endsWith('/registration'),
    );
    await tab.getByRole('button', { name: 'Save and test' }).click();
    await asked;
    await demo.restart('SIGKILL');
    await demo.fault('latency', { on: false });
    await open?.close();
    const again = await as('admin@muster.example');
    await openEntity(again.tab, 'Muster & Partner, Bern');
    await again.tab.getByRole('link', { name: 'Registration', exact: true }).click();
    // Neither half: the former state (a draft) or the new one (stored), and from both it goes on.
    const goOn = again.tab.getByRole('button', { name: 'Save and test' });
    const stored = again.tab.getByRole('button', { name: 'Replace secret' });
    await goOn.or(stored).first().waitFor();
    if (await goOn.isVisible()) {
      await fillRegistration(again.tab, demo.seed.ready);
      await goOn.click();
    }
    await dot(again.tab, 'Calendar: connected').waitFor();
  });
});

describe('somebody else', () => {
  test.each(['lawyer@muster.example', 'support@extern.example'])(
    '%s sees the states and nothing to change',
    async (user) => {
      const { tab } = await as(user);
      await dot(tab, 'Calendar: connected').waitFor();
      for (const name of ['Add entity', 'Test connection', 'Test all', 'Save and test']) {
        expect(await tab.getByRole('button', { name }).count()).toBe(0);
      }
      await tab.getByText('administrators', { exact: false }).first().waitFor();
      expect(await axeFindings(tab)).toEqual([]);
    },
  );

  test('of the firm next door sees nothing of this one', async () => {
    const { tab } = await as('user@nachbar.example');
    await tab.getByText('No entity has been connected yet', { exact: false }).waitFor();
    expect(await tab.getByText('Muster & Partner').count()).toBe(0);
  });

  test('whose Teams has no nested app authentication is signed on all the same', async () => {
    const { tab } = await as('admin@muster.example', { naa: 'off' });
    await dot(tab, 'Calendar: connected').first().waitFor();
  });

  test('reads everything in French, with the words of LEGAL 365', async () => {
    const { tab } = await as('assistant@muster.example', { locale: 'fr-CH' });
    await tab
      .getByRole('img', { name: 'Calendrier : connecté' })
      .or(tab.getByRole('img', { name: /^Calendrier.*connecté$/ }))
      .first()
      .waitFor();
    expect(await tab.locator('html').getAttribute('lang')).toMatch(/^fr/);
    expect(await tab.getByText(/expire le/).count()).toBeGreaterThan(0);
  });
});

describe('the tab', () => {
  test('follows the theme of Teams while it is open', async () => {
    const { page, tab } = await as('admin@muster.example');
    const background = () =>
      tab.evaluate(() => getComputedStyle(document.querySelector('.fui-FluentProvider')!).backgroundColor);
    const light = await background();
    await page.getByLabel('Theme').selectOption('dark');
    await tab.waitForFunction(
      (former) => getComputedStyle(document.querySelector('.fui-FluentProvider')!).backgroundColor !== former,
      light,
    );
    expect(await axeFindings(tab)).toEqual([]);
    const dark = await background();
    await page.getByLabel('Theme').selectOption('contrast');
    await tab.waitForFunction(
      (former) => getComputedStyle(document.querySelector('.fui-FluentProvider')!).backgroundColor !== former,
      dark,
    );
    expect(await axeFindings(tab)).toEqual([]);
  });

  test.each(['Set-up', 'Connection', 'Registration', 'History', 'Modules'])(
    'needs no sideways scrolling at 320 px: %s',
    async (part) => {
      const { tab } = await as('admin@muster.example', { width: '320' });
      await openEntity(tab, 'Muster & Partner, Genève');
      await tab.getByRole('link', { name: part, exact: true }).click();
      const overhang = await tab.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overhang).toBeLessThanOrEqual(0);
      expect(await axeFindings(tab)).toEqual([]);
    },
  );
});

async function signInAndAccept(login: Page, user: string, password: string) {
  await login.getByLabel(/e-?mail|user/i).fill(user);
  await login.getByLabel(/password/i).fill(password);
  await login.getByRole('button', { name: /sign in/i }).click();
  await login.getByRole('button', { name: /accept/i }).click();
  await login.getByRole('heading', { name: 'Permissions granted' }).waitFor();
  await login.close();
}

async function openEntity(tab: TabInTeams['tab'], name: string) {
  const card = tab.getByRole('article', { name }).or(tab.getByRole('listitem').filter({ hasText: name }));
  const details = card.first().getByRole('button', { name: /^Details of/ });
  const setUp = card.first().getByRole('button', { name: /^(Go on with the set-up|Set up)/ });
  await details.or(setUp).first().waitFor();
  await ((await details.count()) > 0 ? details : setUp).click();
  await tab.getByRole('heading', { level: 1, name }).waitFor();
}
