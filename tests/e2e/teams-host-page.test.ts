import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { readyTab, startTeamsEnvironment, type TeamsEnvironment } from '../support/teams-environment.ts';

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

async function open(query = '', viewport?: { width: number; height: number }): Promise<Page> {
  const page = await teams.open(query, viewport);
  opened.push(page);
  await readyTab(page);
  return page;
}

const openSection = (page: Page, title: string) => page.locator('summary', { hasText: title }).click();
const faults = async () =>
  (await (await fetch(`${teams.tenant.url}/control/faults`)).json()) as Record<string, { on: boolean }>;

test('the page remembers its switches in its address', async () => {
  const page = await open();
  await page.getByLabel('User', { exact: true }).selectOption('assistant@muster.example');
  await page.getByLabel('Frame width').selectOption('320');
  await page.getByLabel('This client has no nested app authentication').check();
  const again = await open(new URL(page.url()).search);
  expect(await again.getByLabel('User', { exact: true }).inputValue()).toBe('assistant@muster.example');
  expect(await again.getByLabel('This client has no nested app authentication').isChecked()).toBe(true);
  expect((await again.locator('iframe').boundingBox())?.width).toBe(320);
});

test('every demo user who can sign in is offered, with roles', async () => {
  const page = await open();
  const offered = await page.getByLabel('User', { exact: true }).locator('option').allTextContents();
  for (const name of [
    'admin@muster.example',
    'support@extern.example',
    'user@nachbar.example',
    'disabled@muster.example',
  ]) {
    expect(offered.join('\n')).toContain(name);
  }
  await openSection(page, 'Demo users');
  await page.getByText('Global Administrator').first().waitFor();
  await page.getByText(teams.tenant.seed.password).waitFor();
});

test('the values of the ready registration are copied by a click', async () => {
  const page = await open();
  const { ready } = teams.tenant.seed;
  const values = [
    ['Client secret (value)', ready.clientSecret],
    ['Application ID', ready.applicationId],
    ['Directory ID', ready.directoryId],
    ['Secret expires', ready.secretExpiresOn],
  ] as const;
  for (const [label, value] of values) {
    await page.getByRole('button', { name: `Copy ${label} of timeSensor`, exact: true }).click();
    await page
      .getByRole('button', { name: `Copy ${label} of timeSensor`, exact: true })
      .getByText('Copied')
      .waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(value);
  }
});

test('a fault is switched on with its parameters, and off again by "Reset everything"', async () => {
  const page = await open();
  await openSection(page, 'Faults');
  await page.getByLabel('module of permission-missing').selectOption('contacts');
  await page.getByRole('switch', { name: 'permission-missing' }).check();
  await page.getByText('permission-missing is on.').waitFor();
  expect((await faults())['permission-missing']).toEqual({ on: true, module: 'contacts', access: 'all' });

  await page.getByLabel('retryAfterSeconds of throttled').fill('7');
  await page.getByRole('switch', { name: 'throttled' }).check();
  await page.getByText('throttled is on.').waitFor();
  expect((await faults())['throttled']).toEqual({ on: true, where: 'graph', retryAfterSeconds: 7 });
  await page.getByText('2 on').waitFor();

  await page.getByRole('button', { name: 'Reset everything' }).click();
  await page.getByText('Everything is as in the beginning.').waitFor();
  expect(Object.values(await faults()).some(({ on }) => on)).toBe(false);
  expect(await page.getByRole('switch', { name: 'throttled' }).isChecked()).toBe(false);
});

test('every fault of the tenant has a switch', async () => {
  const page = await open();
  await openSection(page, 'Faults');
  for (const name of Object.keys(await faults())) {
    expect(await page.getByRole('switch', { name, exact: true }).count()).toBe(1);
  }
});

test('a value that the tenant refuses is said so, and the fault stays off', async () => {
  const page = await open();
  await openSection(page, 'Faults');
  await page.getByLabel('status of service-unavailable').fill('200');
  await page.getByRole('switch', { name: 'service-unavailable' }).check();
  await page.getByText('Refused: 400').waitFor();
  expect((await faults())['service-unavailable']).toEqual({ on: false });
});

test('the clock of the tenant is moved by days', async () => {
  const page = await open();
  await openSection(page, 'Faults');
  const before = teams.tenant.context.now();
  await page.getByLabel('Days', { exact: true }).fill('45');
  await page.getByRole('button', { name: 'Advance the clock' }).click();
  await page.getByText('Clock moved by 45 days.').waitFor();
  const days = (teams.tenant.context.now() - before) / 86_400_000;
  expect(Math.round(days)).toBe(45);
});

test('at 320 px the switches are folded away and nothing scrolls sideways', async () => {
  const page = await open('', { width: 320, height: 640 });
  expect(await page.getByLabel('Theme').isVisible()).toBe(false);
  expect((await page.locator('iframe').boundingBox())?.width).toBe(320);
  await page.locator('summary', { hasText: 'Dev tenant' }).click();
  await page.getByLabel('Theme').selectOption('dark');
  await page.locator('.section').evaluateAll((sections) => {
    for (const section of sections) section.setAttribute('open', '');
  });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  expect(await page.locator('#panel').evaluate((panel) => panel.scrollWidth - panel.clientWidth)).toBe(0);
});

test.each(['default', 'dark', 'contrast'])('axe finds nothing on the page in the theme %s', async (theme) => {
  const page = await open(`?theme=${theme}`);
  for (const title of ['Genève', 'Demo users', 'Faults', 'Messages']) await openSection(page, title);
  await page.evaluate(axe.source);
  // The frame is the product's: it has its own check.
  const { violations } = await page.evaluate(() => axe.run({ exclude: ['iframe'] }));
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
});

test('a page of another site cannot frame the host, nor does the host run foreign scripts', async () => {
  const policy = (await fetch(teams.host.url)).headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy.match(/https?:\/\/[^ ;]+/g)?.every((source) => source.startsWith('http://localhost:'))).toBe(
    true,
  );
});

test.each(['/page/../teams-host.ts', '/page/..%2fteams-host.ts', '/page/nothing.ts', '/page/tsconfig.json'])(
  'the host gives out no file but its page: %s',
  async (path) => {
    const { status } = await fetch(`${teams.host.url}${path}`);
    expect([400, 404]).toContain(status);
  },
);

test('a token request that is not one is refused', async () => {
  const ask = (body: string) =>
    fetch(`${teams.host.url}/host/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
  expect((await ask('{}')).status).toBe(400);
  expect(
    (await ask(JSON.stringify({ userId: 'x'.repeat(65), clientId: 'a', hostClientId: 'a', scopes: [] })))
      .status,
  ).toBe(400);
  expect(
    (
      await ask(
        JSON.stringify({ userId: 'a', clientId: 'a', hostClientId: 'a', scopes: ['x'.repeat(20_000)] }),
      )
    ).status,
  ).toBe(413);
});
