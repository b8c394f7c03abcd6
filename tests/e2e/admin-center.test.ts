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
async function open(
  hash: string,
  person: string,
  options: BrowserContextOptions = {},
  portal: 'entra' | 'microsoft365' | 'exchange' = 'entra',
): Promise<Page> {
  const context = await chromium.newContext(options);
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: tenant.url });
  const page = await context.newPage();
  opened.push(page);
  await page.goto(`${tenant.clientCloudEndpoints().portal[portal]}/${hash}`);
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
  await page.getByRole('dialog', { name: 'Grant admin consent confirmation.' }).waitFor();
  await page.getByRole('button', { name: 'Yes' }).click();

  await page.getByText('Grant consent successful').waitFor();
  await calendars.getByText('Granted for Muster & Partner', { exact: true }).waitFor();
  expect(await page.getByText('Not granted').count()).toBe(0);
  expect(await page.getByText('Granted for Muster & Partner', { exact: true }).count()).toBe(5);
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
  await page.getByRole('link', { name: 'Go to App registrations' }).click();
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

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function addPermissions(page: Page, type: string, names: readonly string[]): Promise<void> {
  await button(page, 'Add a permission').click();
  await button(page, 'Microsoft Graph').click();
  await button(page, type).click();
  for (const name of names) {
    await page.getByLabel('Select permissions').fill(name);
    await page.getByRole('checkbox', { name, exact: true }).check();
  }
  await button(page, 'Add permissions').click();
  await page.getByText('The permissions were added.').waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

const grantedRoles = async (applicationId: string, secret: string): Promise<string[]> => {
  const response = await fetch(`${tenant.url}/${tenant.seed.ready.directoryId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: applicationId,
      client_secret: secret,
      scope: 'https://graph.microsoft.com/.default',
    }),
  });
  const { access_token: token } = (await response.json()) as { access_token: string };
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
  return (JSON.parse(payload) as { roles: string[] }).roles;
};

test('from nothing: register, secret, permissions, consent, with the values copied from the screen', async () => {
  const page = await open(listBlade, 'admin@muster.example');
  const copied = async (label: string): Promise<string> => {
    await button(page, `Copy ${label}`).click();
    await page.getByText(`${label} copied.`).waitFor();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  await page.getByRole('link', { name: 'New registration' }).click();
  await page.getByLabel('Name', { exact: true }).fill('timeSensor Zug');
  await button(page, 'Register').click();
  await page.getByRole('heading', { name: 'timeSensor Zug | Overview' }).waitFor();
  const applicationId = await copied('Application (client) ID');

  await page.getByRole('link', { name: 'Certificates & secrets' }).click();
  await button(page, 'New client secret').click();
  await page.getByLabel('Description').fill('LEGAL 365');
  await page.getByLabel('Expires').selectOption('730 days (24 months)');
  await button(page, 'Add').click();
  const secret = await copied('Value');
  expect(await copied('Secret ID')).not.toBe(secret);

  await page.getByRole('link', { name: 'API permissions' }).click();
  const roles = [
    'Calendars.ReadWrite',
    'Contacts.ReadWrite',
    'Tasks.ReadWrite.All',
    'Mail.ReadWrite',
    'Mail.Send',
  ];
  await addPermissions(page, 'Application permissions', roles);
  await addPermissions(page, 'Delegated permissions', [
    'POP.AccessAsUser.All',
    'SMTP.Send',
    'offline_access',
  ]);
  await button(page, 'Grant admin consent for Muster & Partner').click();
  await button(page, 'Yes').click();
  await page.getByText('Grant consent successful').waitFor();
  expect(await page.getByText('Granted for Muster & Partner', { exact: true }).count()).toBe(9);
  expect((await grantedRoles(applicationId, secret)).sort()).toEqual([...roles].sort());

  await page.getByRole('link', { name: 'Certificates & secrets' }).click();
  await page.getByRole('cell', { name: `${secret.slice(0, 3)}*****` }).waitFor();
  expect(await page.content()).not.toContain(secret);
}, 30_000);

test('redirect URIs are added, refused with a reason, and removed', async () => {
  const page = await open(blade('Authentication', tenant.seed.bare.applicationId), 'admin@muster.example');
  await button(page, 'Add a platform').click();
  await button(page, 'Web').click();
  const panel = page.getByRole('dialog', { name: 'Configure platforms' });
  await panel.getByLabel('Redirect URI').fill('http://connect.example/auth/consent/callback');
  await button(page, 'Configure').click();
  await panel.getByRole('alert').getByText('must start with “HTTPS”').waitFor();
  await panel.getByLabel('Redirect URI').fill('https://connect.example/auth/consent/callback');
  await button(page, 'Configure').click();
  await page.getByText('Successfully updated the redirect URIs.').waitFor();

  await button(page, 'Add URI for Web').click();
  await page.getByLabel('Web redirect URI 2').fill('http://localhost:50993/authorize/');
  await button(page, 'Remove redirect URI 1 for Web').click();
  await button(page, 'Save').click();
  await page.getByLabel('Web redirect URI 1').waitFor();
  expect(
    await page
      .getByRole('textbox')
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value)),
  ).toEqual(['http://localhost:50993/authorize/']);
});

test('a secret is deleted by keyboard after a question, and the focus stays on the page', async () => {
  const page = await open(blade('Credentials', tenant.seed.ready.applicationId), 'admin@muster.example');
  const remove = button(page, 'Delete client secret Seed');
  await remove.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Delete client secret' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await remove.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await button(page, 'Yes').focus();
  await page.keyboard.press('Enter');
  await page.getByText('No client secrets have been created').waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
});

test('a change that is not answered says so, keeps what was typed, and can be tried again', async () => {
  const page = await open(listBlade, 'admin@muster.example');
  await page.getByRole('link', { name: 'New registration' }).click();
  await page.getByLabel('Name', { exact: true }).fill('timeSensor Zug');
  await page.context().setOffline(true);
  await button(page, 'Register').click();
  await page.getByRole('alert').getByText('The dev tenant did not answer').waitFor();
  await page.context().setOffline(false);
  await button(page, 'Register').click();
  await page.getByRole('heading', { name: 'timeSensor Zug | Overview' }).waitFor();
});

test('admin consent is revoked and granted again from the enterprise application', async () => {
  const page = await open(blade('Overview', tenant.seed.ready.applicationId), 'admin@muster.example');
  await page.locator('dd').getByRole('link', { name: 'timeSensor', exact: true }).click();
  await page.getByRole('link', { name: 'Permissions', exact: true }).click();
  await button(page, 'Revoke admin consent').click();
  await button(page, 'Yes').click();
  await page.getByText('No admin consented permissions found').waitFor();
  await button(page, 'Grant admin consent for Muster & Partner').click();
  await page.getByRole('heading', { name: 'Permissions requested' }).waitFor();
  await button(page, 'Accept').click();
  await page.getByText('Grant consent successful').waitFor();
  expect(await page.getByRole('row').count()).toBe(1 + 8);
  expect(new URL(page.url()).search).toBe('');
});

test('Authenticated SMTP is switched on for one mailbox under "Manage email apps"', async () => {
  const page = await open('#/users', 'admin@muster.example', {}, 'microsoft365');
  await page.getByRole('link', { name: 'Laura Meier' }).click();
  await page.getByRole('link', { name: 'Mail', exact: true }).click();
  await page.getByText('Blocked (as the organization)').waitFor();
  await button(page, 'Manage email apps').click();
  await page.getByRole('checkbox', { name: 'Authenticated SMTP' }).check();
  await button(page, 'Save changes').click();
  await page.getByText('The email apps were saved.').waitFor();
  expect(await page.getByText('Allowed', { exact: true }).count()).toBe(2);
});

test('the Exchange admin center switches SMTP AUTH for the organization', async () => {
  const page = await open('', 'admin@muster.example', {}, 'exchange');
  await page.getByRole('link', { name: 'Mail flow' }).click();
  const off = page.getByRole('checkbox', { name: 'Turn off SMTP AUTH protocol for your organization' });
  await off.uncheck();
  await button(page, 'Save').click();
  await page.getByText('The mail flow settings were saved.').waitFor();
  await page.reload();
  expect(await off.isChecked()).toBe(false);
});

const enterpriseBlade = (page: string): string => {
  const { applicationId, directoryId } = tenant.seed.ready;
  const principal = tenant.context.directory.servicePrincipals.find(
    ({ appId, tenantId }) => appId === applicationId && tenantId === directoryId,
  );
  return `#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/${page}/objectId/${principal?.id ?? ''}`;
};

test.each([
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'light', width: 700 },
  { colorScheme: 'dark', width: 320 },
] as const)(
  'axe finds nothing and nothing scrolls sideways: $colorScheme, $width px',
  async (look) => {
    const viewport = { width: look.width, height: 800 };
    const page = await open(listBlade, 'admin@muster.example', { colorScheme: look.colorScheme, viewport });
    const { ready, bare } = tenant.seed;
    const check = async () => {
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(look.width);
    };
    for (const [hash, heading, opens] of [
      [listBlade, 'App registrations'],
      ['#view/Microsoft_AAD_RegisteredApps/CreateApplicationBlade', 'Register an application'],
      [blade('Overview', ready.applicationId), 'timeSensor | Overview'],
      [blade('Authentication', ready.applicationId), 'timeSensor | Authentication', 'Add a platform'],
      [blade('Credentials', ready.applicationId), 'timeSensor | Certificates & secrets', 'New client secret'],
      [blade('CallAnAPI', bare.applicationId), 'timeSensor Genève | API permissions', 'Add a permission'],
      [enterpriseBlade('Properties'), 'timeSensor | Properties'],
      [enterpriseBlade('Permissions'), 'timeSensor | Permissions', 'Revoke admin consent'],
      ['#view/Microsoft_AAD_IAM/ConsentPoliciesMenuBlade/~/UserSettings', 'Consent and permissions'],
      ['#view/Something', 'This page is not emulated'],
    ] as const) {
      await page.evaluate((address) => location.assign(address), hash);
      await page.getByRole('heading', { name: heading }).waitFor();
      await check();
      if (opens === undefined) continue;
      await button(page, opens).click();
      await page.getByRole('dialog').waitFor();
      await check();
      await page.keyboard.press('Escape');
    }
    const { microsoft365, exchange } = tenant.clientCloudEndpoints().portal;
    for (const [address, heading] of [
      [`${microsoft365}/#/users`, 'Active users'],
      [`${exchange}/#/settings/mailflow`, 'Mail flow settings'],
    ] as const) {
      await page.goto(address);
      await page.getByRole('heading', { name: heading }).waitFor();
      await check();
    }
  },
  60_000,
);
