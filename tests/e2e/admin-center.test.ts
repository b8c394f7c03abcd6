import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

import { startDevTenant, type DevTenant } from '../../src/dev-tenant/dev-tenant.ts';
import { launchChromium } from '../support/chromium.ts';

let tenant: DevTenant;
let chromium: Browser;
const opened: Page[] = [];

beforeAll(async () => {
  tenant = await startDevTenant();
  chromium = await launchChromium();
}, 60_000);
afterAll(async () => {
  await chromium.close();
  await tenant.close();
});
afterEach(async () => {
  for (const page of opened.splice(0)) await page.context().close();
  await tenant.context.reset();
});

const blade = (page: string, applicationId: string) =>
  `#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/${page}/appId/${applicationId}`;
const listBlade = '#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade';

/** Opens a blade as a link from outside does, and signs in on the page that comes instead. */
async function open(hash: string, person: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await chromium.newContext(options);
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: tenant.url });
  const page = await context.newPage();
  opened.push(page);
  await page.goto(`${tenant.clientCloudEndpoints().portal.entra}/${hash}`);
  const password = await page.locator('.note code').textContent();
  await page.getByLabel('Email, phone, or Skype').fill(person);
  await page.getByLabel('Password').fill(password ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
  return page;
}

const violations = async (page: Page) => {
  await page.evaluate(axe.source);
  const result = await page.evaluate(() => axe.run());
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

test('an administrator follows the link to the bare registration, grants consent and sees it granted', async () => {
  const page = await open(blade('CallAnAPI', tenant.seed.bare.applicationId), 'admin@muster.example');
  await page.getByRole('heading', { name: 'timeSensor Genève | API permissions' }).waitFor();
  const calendars = page.getByRole('row', { name: /Calendars\.ReadWrite/ });
  await calendars.getByText('Not granted for Muster & Partner').waitFor();

  await page.getByRole('button', { name: 'Grant admin consent for Muster & Partner' }).click();
  await page.getByRole('heading', { name: 'Permissions requested' }).waitFor();
  await page.getByRole('button', { name: 'Accept' }).click();

  await page.getByText('Grant consent successful').waitFor();
  await calendars.getByText('Granted for Muster & Partner', { exact: true }).waitFor();
  expect(await page.getByText('Not granted').count()).toBe(0);
  expect(await page.getByText('Granted for Muster & Partner', { exact: true }).count()).toBe(5);
  expect(new URL(page.url()).search).toBe('');
});

test('from the list to the IDs of a registration, which are copied by a click', async () => {
  const page = await open(listBlade, 'lawyer@muster.example');
  await page.getByRole('link', { name: 'timeSensor', exact: true }).click();
  await page.getByRole('heading', { name: 'timeSensor | Overview' }).waitFor();
  const { ready } = tenant.seed;
  for (const [label, value] of [
    ['Application (client) ID', ready.applicationId],
    ['Object ID', ready.objectId],
    ['Directory (tenant) ID', ready.directoryId],
  ] as const) {
    await page.getByRole('button', { name: `Copy ${label}` }).click();
    await page.getByText(`${label} copied.`).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(value);
  }
});

test('a secret shows its hint and its ID, not its value', async () => {
  const { ready } = tenant.seed;
  const page = await open(blade('Credentials', ready.applicationId), 'admin@muster.example');
  await page.getByRole('cell', { name: 'tS1*****' }).waitFor();
  await page.getByText(ready.secretId).waitFor();
  expect(await page.content()).not.toContain(ready.clientSecret);
});

test('who may not grant reads why on the button', async () => {
  const page = await open(blade('CallAnAPI', tenant.seed.bare.applicationId), 'itadmin@muster.example');
  const grant = page.getByRole('button', {
    name: 'Grant admin consent for Muster & Partner',
    disabled: true,
  });
  await grant.waitFor();
  const reason = await grant.getAttribute('aria-describedby');
  expect(await page.locator(`#${reason ?? ''}`).textContent()).toContain('Global Administrator');
  const before = page.url();
  await grant.click({ force: true });
  expect(page.url()).toBe(before);
});

test('a guest is told whom to ask and can change the account', async () => {
  const page = await open(listBlade, 'support@extern.example');
  await page.getByRole('heading', { name: 'You do not have access' }).waitFor();
  await page.getByRole('link', { name: 'Switch account' }).click();
  await page.getByRole('button', { name: 'Use another account' }).click();
  await page.getByLabel('Email, phone, or Skype').fill('admin@muster.example');
  await page.getByLabel('Password').fill(tenant.seed.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('cell', { name: 'timeSensor Genève' }).waitFor();
});

test('an application of another directory and a blade that is not there lead on', async () => {
  const page = await open(blade('Overview', tenant.seed.ready.applicationId), 'admin@nachbar.example');
  await page.getByRole('heading', { name: 'The application was not found' }).waitFor();
  await page.evaluate((hash) => location.assign(hash), blade('Branding', tenant.seed.ready.applicationId));
  await page.getByRole('heading', { name: 'This page is not emulated' }).waitFor();
  await page.getByRole('link', { name: 'App registrations' }).click();
  await page.getByText('Nachbar Rechtsanwälte has no app registrations.').waitFor();
});

test('when the tenant cannot be reached the page says so and tries again', async () => {
  const page = await open(listBlade, 'lawyer@muster.example');
  await page.getByRole('heading', { name: 'App registrations' }).waitFor();
  await page.context().setOffline(true);
  await page.getByRole('link', { name: 'timeSensor', exact: true }).click();
  await page.getByRole('heading', { name: 'The page could not be loaded' }).waitFor();
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'timeSensor | Overview' }).waitFor();
});

test.each([
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 320 },
] as const)('axe finds nothing and nothing scrolls sideways: $colorScheme, $width px', async (look) => {
  const viewport = { width: look.width, height: 800 };
  const page = await open(listBlade, 'itadmin@muster.example', { colorScheme: look.colorScheme, viewport });
  const { ready, bare } = tenant.seed;
  for (const [hash, heading] of [
    [listBlade, 'App registrations'],
    [blade('Overview', ready.applicationId), 'timeSensor | Overview'],
    [blade('Credentials', ready.applicationId), 'timeSensor | Certificates & secrets'],
    [blade('CallAnAPI', bare.applicationId), 'timeSensor Genève | API permissions'],
    ['#view/Something', 'This page is not emulated'],
  ] as const) {
    await page.evaluate((address) => location.assign(address), hash);
    await page.getByRole('heading', { name: heading }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(look.width);
  }
  await page.goto(tenant.clientCloudEndpoints().portal.exchange);
  expect(await violations(page)).toEqual([]);
});
