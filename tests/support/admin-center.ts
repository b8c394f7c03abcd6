import type { Locator, Page } from 'playwright-core';

/** The page a click opens beside the tab, signed in on Microsoft's page where that asks. */
export async function opened(by: Page, click: () => Promise<void>, person: string): Promise<Page> {
  const [page] = await Promise.all([by.context().waitForEvent('page'), click()]);
  await page.waitForLoadState();
  await signIn(page, person);
  return page;
}

/** Signs in when the page asks; somebody who is signed in already is let through. */
export async function signIn(page: Page, person: string): Promise<void> {
  const password = page.getByLabel('Password');
  const arrived = page.locator('#view h1, form [name=answer]').first();
  const account = page.getByRole('button', { name: new RegExp(person) });
  const another = page.getByRole('button', { name: 'Use another account' });
  await password.or(arrived).or(account).or(another).first().waitFor();
  if (await account.isVisible()) await account.click();
  else if (await another.isVisible()) {
    await another.click();
    await password.waitFor();
  }
  if (!(await password.isVisible())) return;
  await page.getByLabel('Email, phone, or Skype').fill(person);
  await password.fill((await page.locator('.note code').textContent()) ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
}

const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

/** What the portal's copy button puts into the clipboard. */
async function copied(page: Page, label: string): Promise<string> {
  await button(page, `Copy ${label}`).click();
  await page.getByText(`${label} copied.`).waitFor();
  // As text: whoever imports this may know no browser's types.
  return page.evaluate<string>('navigator.clipboard.readText()');
}

/** New registration with its first redirect URI; answers the two IDs of its overview. */
export async function register(page: Page, name: string, redirectUri: string) {
  await page.getByRole('link', { name: 'New registration' }).click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Select a platform').selectOption('Web');
  await page.getByLabel('Redirect URI').fill(redirectUri);
  await button(page, 'Register').click();
  await page.getByRole('heading', { name: `${name} | Overview` }).waitFor();
  return {
    applicationId: await copied(page, 'Application (client) ID'),
    directoryId: await copied(page, 'Directory (tenant) ID'),
  };
}

/** Adds redirect URIs of the platform Web, whether the platform is there already or not. */
export async function addRedirectUris(page: Page, uris: readonly string[]): Promise<void> {
  const [first = '', ...others] = uris;
  const add = page.getByRole('button', { name: 'Add URI for Web' });
  const platform = button(page, 'Add a platform');
  await platform.waitFor();
  let left = uris;
  if ((await add.count()) === 0) {
    await platform.click();
    await button(page, 'Web').click();
    await page.getByRole('dialog').getByLabel('Redirect URI').fill(first);
    await button(page, 'Configure').click();
    await add.waitFor();
    left = others;
  }
  for (const uri of left) {
    await add.click();
    await page
      .getByLabel(/^Web redirect URI \d+$/)
      .last()
      .fill(uri);
  }
  await button(page, 'Save').click();
  await page.getByText('Successfully updated the redirect URIs.').waitFor();
}

/** A secret of 24 months; its value is shown this once. */
export async function addSecret(page: Page): Promise<string> {
  await button(page, 'New client secret').click();
  await page.getByLabel('Description').fill('LEGAL 365');
  await page.getByLabel('Expires').selectOption('730 days (24 months)');
  await button(page, 'Add').click();
  return copied(page, 'Value');
}

export async function addPermissions(
  page: Page,
  kind: 'Application' | 'Delegated',
  names: readonly string[],
) {
  await button(page, 'Add a permission').click();
  await button(page, 'Microsoft Graph').click();
  await button(page, `${kind} permissions`).click();
  for (const name of names) {
    await page.getByLabel('Select permissions').fill(name);
    await page.getByRole('checkbox', { name, exact: true }).check();
  }
  await button(page, 'Add permissions').click();
  await page.getByText('The permissions were added.').waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Switches Authenticated SMTP on for one mailbox under Manage email apps. */
export async function allowAuthenticatedSmtp(page: Page, person: string): Promise<void> {
  await page.getByRole('link', { name: person }).click();
  await page.getByRole('link', { name: 'Mail', exact: true }).click();
  await button(page, 'Manage email apps').click();
  await page.getByRole('checkbox', { name: 'Authenticated SMTP' }).check();
  await button(page, 'Save changes').click();
  await page.getByText('The email apps were saved.').waitFor();
}
