// Makes the pictures in docs/images: starts the demo on free ports with empty data, connects both registrations of the
// seed through the form, and photographs what a person sees. Needs Chromium and the bundle (scripts/ensure.mjs --bundle).
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import type { SeedRegistration } from '../src/dev-tenant/seed/summary.ts';
import { opened } from '../tests/support/admin-center.ts';
import { launchChromium } from '../tests/support/chromium.ts';
import { startDemo } from '../tests/support/demo.ts';

const images = join(import.meta.dirname, '../docs/images');
const wide = { width: 1280, height: 800 };

interface TeamsPage {
  page: Page;
  tab: Frame;
}

/** Opens the page that plays Teams as the firm's administrator, without the panel of the dev tenant. */
async function openTeams(
  browser: Browser,
  host: string,
  query: Record<string, string> = {},
): Promise<TeamsPage> {
  const context = await browser.newContext({ viewport: wide, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const settings = new URLSearchParams({ user: 'admin@muster.example', locale: 'en-US', ...query });
  await page.goto(`${host}?${settings.toString()}`);
  await page.locator('#controls > summary').click();
  await page.locator('#tab-state[data-phase=ready]').waitFor();
  const tab = page.frames().find((frame) => new URL(frame.url()).pathname === '/tab/');
  if (tab === undefined) throw new Error('The host page does not frame the tab.');
  return { page, tab };
}

async function addEntity({ tab }: TeamsPage, button: string, name: string): Promise<void> {
  await tab.getByRole('button', { name: button }).click();
  await tab.getByLabel('Name of the entity').fill(name);
  await tab.getByRole('button', { name: 'Add and go on' }).click();
}

/** From the first step of the set-up to the fields for the values of a registration that is there. */
async function adoptRegistration({ tab }: TeamsPage): Promise<void> {
  await tab.getByRole('button', { name: 'We have a registration already' }).click();
  await tab.locator('input[name=clientSecret]').waitFor();
}

async function fillForm({ tab }: TeamsPage, values: SeedRegistration, secret: string): Promise<void> {
  const fields = {
    secretExpiresOn: values.secretExpiresOn,
    applicationId: values.applicationId,
    directoryId: values.directoryId,
    probeMailbox: 'lawyer@muster.example',
    clientSecret: secret,
  };
  for (const [name, value] of Object.entries(fields)) await tab.locator(`input[name=${name}]`).fill(value);
}

async function saveAndTest(teams: TeamsPage, values: SeedRegistration): Promise<void> {
  await fillForm(teams, values, values.clientSecret);
  await teams.tab.getByRole('button', { name: 'Save and test' }).click();
  await teams.tab.getByText('The registration is stored').waitFor();
}

/** The window as it is, the window made as high as its content, or the tab alone at its full height. */
type Cut = 'window' | 'content' | 'tab';

/** Keeps the cursor, hover effects and half-loaded fonts out of the picture. */
async function photograph({ page, tab }: TeamsPage, name: string, cut: Cut = 'window'): Promise<void> {
  await page.mouse.move(0, 0);
  await tab.evaluate('document.activeElement?.blur(); document.fonts.ready.then(() => undefined)');
  if (cut !== 'window') {
    const overhang = await tab.evaluate<number>(
      'document.documentElement.scrollHeight - document.documentElement.clientHeight',
    );
    await page.setViewportSize({ ...wide, height: wide.height + overhang });
    await tab.waitForFunction(
      'document.documentElement.scrollHeight <= document.documentElement.clientHeight',
    );
    // The frame is drawn by a process of its own: two frames later the picture has it at its new size.
    await tab.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  }
  const subject = cut === 'tab' ? page.locator('iframe.tab') : page;
  await subject.screenshot({ path: join(images, `${name}.png`), animations: 'disabled', caret: 'hide' });
  await page.setViewportSize(wide);
}

/** The lawyer's own account: signed in, POP3 green, and SMTP red because the organisation has it switched off. */
async function photographMailbox(browser: Browser, host: string): Promise<void> {
  const lawyer = await openTeams(browser, host, { user: 'lawyer@muster.example' });
  const { page, tab } = lawyer;
  await tab.getByRole('link', { name: 'Mailboxes', exact: true }).first().click();
  await tab.getByRole('button', { name: 'Add account' }).first().click();
  const dialog = tab.getByRole('dialog');
  const entity = dialog.getByLabel('Entity (data room)');
  if (await entity.isVisible()) await entity.selectOption({ label: 'Muster & Partner, Zürich' });
  await dialog.getByLabel('Address of the mailbox').fill('lawyer@muster.example');
  await dialog.getByRole('button', { name: 'Add account' }).click();
  await tab.getByRole('heading', { name: 'Sign in to lawyer@muster.example' }).waitFor();
  const go = dialog.getByRole('button', { name: 'Sign in with Microsoft' });
  const microsoft = await opened(page, () => go.click(), 'lawyer@muster.example');
  await microsoft.waitForURL(/callback/);
  await microsoft.close();
  await tab.getByRole('link', { name: 'lawyer@muster.example' }).first().click();
  await tab.getByRole('img', { name: 'SMTP: failed' }).first().waitFor();
  await photograph(lawyer, 'mailbox', 'content');
}

async function photographEverything(browser: Browser): Promise<void> {
  const demo = await startDemo();
  try {
    const light = await openTeams(browser, demo.host);
    await addEntity(light, 'Connect the first entity', 'Muster & Partner, Zürich');
    await light.tab.getByRole('button', { name: 'Next: App registration' }).click();
    await light.tab.getByRole('heading', { name: '2. App registration' }).waitFor();
    await photograph(light, 'setup', 'content');
    await light.tab.getByRole('button', { name: 'Back: You and your roles' }).click();
    await adoptRegistration(light);
    await fillForm(light, demo.seed.ready, demo.seed.ready.secretId);
    await light.tab.getByText('This is the secret ID').waitFor();
    await light.tab.getByText('Draft kept').waitFor();
    await photograph(light, 'registration', 'content');
    await saveAndTest(light, demo.seed.ready);
    await light.tab.getByRole('link', { name: 'Overview', exact: true }).first().click();
    await addEntity(light, 'Add entity', 'Muster & Partner, Genève');
    await adoptRegistration(light);
    await saveAndTest(light, demo.seed.bare);
    await light.tab.getByRole('link', { name: 'Connection', exact: true }).click();
    await light.tab.getByRole('img', { name: 'Calendar: failed' }).first().waitFor();
    await photograph(light, 'connection-failed', 'content');
    await light.tab.getByRole('link', { name: 'Overview', exact: true }).first().click();
    await light.tab.getByRole('button', { name: 'Test all' }).waitFor();
    await photograph(light, 'overview');

    const dark = await openTeams(browser, demo.host, { theme: 'dark', locale: 'de-CH' });
    await dark.tab.getByRole('img', { name: 'Kalender: verbunden' }).first().waitFor();
    await photograph(dark, 'overview-dark');

    const narrow = await openTeams(browser, demo.host, { width: '320' });
    await narrow.tab.getByRole('img', { name: 'Calendar: connected' }).first().waitFor();
    await photograph(narrow, 'overview-320', 'tab');

    await photographMailbox(browser, demo.host);
  } finally {
    await demo.close();
  }
}

mkdirSync(images, { recursive: true });
const browser = await launchChromium();
try {
  await photographEverything(browser);
} finally {
  await browser.close();
}
