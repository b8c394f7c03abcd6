import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { requiredRights } from '../../src/shared/domain/consent.ts';
import {
  addPermissions,
  addRedirectUris,
  addSecret,
  allowAuthenticatedSmtp,
  opened,
  register,
  signIn,
} from '../support/admin-center.ts';
import { launchChromium } from '../support/chromium.ts';
import { startDemo, type Demo } from '../support/demo.ts';
import { usualModules } from '../support/registration.ts';
import { axeFindings, dot, fillRegistration, openTab, type TabInTeams } from '../support/tab-in-teams.ts';

jest.setTimeout(240_000);

let demo: Demo;
let browser: Browser;
const open: TabInTeams[] = [];

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchChromium()]);
});
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});
afterAll(async () => {
  await browser.close();
  await demo.close();
});

/** Opens the tab in Teams as somebody who may copy from the portal's pages. */
async function as(user: string, query: Record<string, string> = {}): Promise<TabInTeams> {
  const teams = await openTab(browser, demo.host, { user, ...query });
  open.push(teams);
  // The dev tenant's panel is put away: the steps stand beside the page, as in a wide window.
  await teams.page.locator('#controls > summary').click();
  await teams.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  return teams;
}

const usual = ['Sign-in', 'Calendar', 'Contacts', 'To-do', 'Mail', 'Mail sending'];
const delegated = ['POP.AccessAsUser.All', 'SMTP.Send', 'offline_access'];
const admin = 'admin@muster.example';
const product = () => demo.product.replace(/\/$/, '');
const redirectUris = () => [
  `${product()}/auth/consent/callback`,
  `${product()}/auth/mailbox/callback`,
  'http://localhost:50993/authorize/',
];

const inTwoYears = () => {
  const day = new Date();
  day.setUTCFullYear(day.getUTCFullYear() + 2);
  return day.toISOString().slice(0, 10);
};

async function addEntity({ tab }: TabInTeams, name: string) {
  await tab.getByRole('button', { name: /^(Connect the first entity|Add entity)$/ }).click();
  await tab.getByLabel('Name of the entity').fill(name);
  await tab.getByRole('button', { name: 'Add and go on' }).click();
  await heading({ tab }, 'You and your roles').waitFor();
}

const heading = ({ tab }: Pick<TabInTeams, 'tab'>, title: string): Locator =>
  tab.getByRole('heading', { name: new RegExp(`^\\d+\\. ${title}$`) });

/** Goes on by the button that names the next step. */
async function next(teams: TabInTeams, title: string) {
  await teams.tab.getByRole('button', { name: `Next: ${title}` }).click();
  await heading(teams, title).waitFor();
}

/** Opens a portal page by the step's own button. */
const portal = ({ page, tab }: TabInTeams, name: string, person = admin) =>
  opened(page, () => tab.getByRole('button', { name, exact: true }).first().click(), person);

/** Creates a key in the hand-over step and fetches a token with what is shown there. */
async function tokenByNewKey({ tab }: TabInTeams): Promise<string> {
  await tab.getByRole('button', { name: 'Create service key' }).click();
  await tab.getByRole('button', { name: 'Create key' }).click();
  const key = await tab.getByRole('textbox', { name: 'Service key', exact: true }).textContent();
  await tab.getByRole('button', { name: 'I have stored it' }).click();
  const [, entityId] = /entities\/([^/]+)/.exec(tab.url()) ?? [];
  const answer = await fetch(`${product()}/api/v1/entities/${entityId}/access-token`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
  });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { accessToken: string }).accessToken;
}

describe('the guided set-up', () => {
  test('leads a Global Administrator from nothing to green dots and a key that gets a token Graph accepts', async () => {
    const teams = await as(admin);
    const { tab } = teams;
    await addEntity(teams, 'Muster & Partner, Zürich');
    await teams.page.emulateMedia({ reducedMotion: 'reduce' });
    const start = tab.getByRole('button', { name: 'Start from nothing' });
    const slowness = await start.evaluate((button) => getComputedStyle(button).transitionDuration);
    expect(slowness).toMatch(/^1e-05s/);
    expect(await axeFindings(tab)).toEqual([]);
    await tab.getByRole('button', { name: 'Start from nothing' }).click();
    await heading(teams, 'App registration').waitFor();

    const entra = await portal(teams, 'Open App registrations');
    const ids = await register(entra, 'timeSensor Zürich', redirectUris()[0]!);
    await tab.locator('input[name=applicationId]').fill(ids.applicationId);
    await tab.locator('input[name=directoryId]').fill(ids.directoryId);
    await entra.getByRole('link', { name: 'Authentication' }).click();
    await addRedirectUris(entra, redirectUris().slice(1));
    await entra.close();
    await tab.getByRole('checkbox', { name: /^All three redirect URIs/ }).check();
    await next(teams, 'Client secret');

    const secrets = await portal(teams, 'Open Certificates & secrets');
    const secret = await addSecret(secrets);
    await secrets.close();
    await tab.locator('input[name=clientSecret]').fill(secret);
    await tab.locator('input[name=secretExpiresOn]').fill(inTwoYears());
    await next(teams, 'Values');
    await tab.getByRole('button', { name: 'Save and test' }).click();
    await tab.getByText('The registration is stored').waitFor();
    await next(teams, 'Permissions');

    const permissions = await portal(teams, 'Open API permissions');
    await addPermissions(permissions, 'Application', requiredRights(usualModules));
    await addPermissions(permissions, 'Delegated', delegated);
    await permissions.close();
    await tab.getByRole('checkbox', { name: 'All permissions are added' }).check();
    await next(teams, 'Admin consent');

    const consent = await portal(teams, 'Grant admin consent');
    await consent.getByRole('button', { name: 'Accept' }).click();
    await consent.getByText('you can close this window', { exact: false }).waitFor();
    await consent.close();
    await tab.getByText('Consent is granted').waitFor();
    expect(await axeFindings(tab)).toEqual([]);
    await next(teams, 'Authenticated SMTP');

    const users = await portal(teams, 'Open the active users');
    await allowAuthenticatedSmtp(users, 'Laura Meier');
    await users.close();
    await tab.getByRole('checkbox', { name: /^Authenticated SMTP is switched on/ }).check();
    await next(teams, 'Connection test');
    for (const name of usual) await dot(tab, `${name}: connected`).waitFor();
    await next(teams, 'Hand-over to LEGAL 365');

    const token = await tokenByNewKey(teams);
    const graph = await fetch(`${demo.tenant}graph/v1.0/users/lawyer@muster.example/events?$top=1`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(graph.status).toBe(200);
    await next(teams, 'Summary');
    await tab.getByText(ids.applicationId).first().waitFor();
    expect(await tab.content()).not.toContain(secret);
    expect(await axeFindings(tab)).toEqual([]);
  });

  test('lets an Application Administrator work in German, stop after each step and send the consent to a colleague', async () => {
    const german = { locale: 'de-CH' };
    const name = 'Muster & Partner, Bern';
    let teams = await as('itadmin@muster.example', german);
    await teams.tab.getByRole('button', { name: /^(Erste Entität anbinden|Entität hinzufügen)$/ }).click();
    await teams.tab.getByLabel('Name der Entität').fill(name);
    await teams.tab.getByRole('button', { name: 'Hinzufügen und weiter' }).click();
    await teams.tab
      .getByText('Ihre Rolle im Verzeichnis erlaubt die Administratorzustimmung (Schritt 6) nicht')
      .waitFor();
    await teams.tab.getByRole('button', { name: 'Von Anfang an' }).click();

    const entra = await portal(teams, 'App-Registrierungen öffnen', 'itadmin@muster.example');
    const ids = await register(entra, 'timeSensor Bern', redirectUris()[0]!);
    await entra.close();
    await teams.tab.locator('input[name=applicationId]').fill(ids.applicationId);
    await teams.tab
      .getByText('Der Entwurf ist gespeichert')
      .or(teams.tab.getByText(/Entwurf/))
      .first()
      .waitFor();
    // The tab is closed in the middle; the other administrator finds what was typed and the next step.
    await teams.close();
    teams = await as(admin, german);
    await continueWith(teams, name);
    await heading(teams, 'Geheimer Clientschlüssel').waitFor();
    await teams.tab.getByRole('button', { name: 'Zurück' }).click();
    await heading(teams, 'App-Registrierung').waitFor();
    expect(await teams.tab.locator('input[name=applicationId]').inputValue()).toBe(ids.applicationId);
    await teams.close();

    teams = await as('itadmin@muster.example', german);
    await continueWith(teams, name);
    await heading(teams, 'Geheimer Clientschlüssel').waitFor();
    const secrets = await portal(teams, 'Zertifikate & Geheimnisse öffnen', 'itadmin@muster.example');
    const secret = await addSecret(secrets);
    await teams.tab.locator('input[name=clientSecret]').fill(secret);
    await teams.tab.locator('input[name=secretExpiresOn]').fill(inTwoYears());
    await teams.tab.getByRole('button', { name: 'Weiter: Werte' }).click();
    await teams.tab.locator('input[name=probeMailbox]').fill('lawyer@muster.example');
    await teams.tab.getByRole('button', { name: 'Speichern und testen' }).click();
    await teams.tab.getByText('Die Registrierung ist gespeichert').waitFor();
    await teams.tab.getByRole('button', { name: 'Weiter: Berechtigungen' }).click();
    await secrets.getByRole('link', { name: 'API permissions' }).click();
    await addPermissions(secrets, 'Application', requiredRights(usualModules));
    await addPermissions(secrets, 'Delegated', delegated);
    await teams.tab.getByRole('button', { name: 'Weiter: Administratorzustimmung' }).click();

    await teams.tab.getByRole('button', { name: 'Nachricht mit dem Link vorbereiten' }).click();
    const message = await teams.tab.locator('blockquote').textContent();
    expect(await axeFindings(teams.tab)).toEqual([]);
    const [link = ''] = /http\S+adminconsent\S+/.exec(message ?? '') ?? [];
    const colleague = await (await browser.newContext()).newPage();
    await colleague.goto(link);
    await signIn(colleague, admin);
    await colleague.getByRole('button', { name: 'Accept' }).click();
    await teams.tab.getByText('Die Zustimmung ist erteilt').waitFor();
    await colleague.context().close();
    await teams.tab.getByRole('link', { name: 'Anbindung', exact: true }).click();
    for (const module of ['Anmeldung', 'Kalender', 'Kontakte', 'E-Mail']) {
      await dot(teams.tab, `${module}: verbunden`).waitFor();
    }
  });

  test('repairs a firm set up by the old article: redirect URIs and delegated rights come to what is there', async () => {
    const teams = await as(admin);
    const { tab } = teams;
    await addEntity(teams, 'Muster & Partner, Genève');
    await tab.getByRole('button', { name: 'We have a registration already' }).click();
    await heading(teams, 'Values').waitFor();
    await fillRegistration(tab, demo.seed.bare);
    await tab.getByRole('button', { name: 'Save and test' }).click();
    await tab.getByText('The registration is stored').waitFor();
    await tab.getByRole('button', { name: 'To the redirect URIs' }).click();
    await heading(teams, 'App registration').waitFor();

    const entra = await portal(teams, 'Open Authentication');
    await addRedirectUris(entra, redirectUris());
    await tab.getByRole('checkbox', { name: /^All three redirect URIs/ }).check();
    await entra.getByRole('link', { name: 'API permissions' }).click();
    await addPermissions(entra, 'Delegated', delegated);
    await entra.close();
    await goToStep(teams, 'Admin consent');

    const consent = await portal(teams, 'Grant admin consent');
    expect(consent.url()).toContain('redirect_uri');
    await consent.getByRole('button', { name: 'Accept' }).click();
    await consent.getByText('you can close this window', { exact: false }).waitFor();
    await tab.getByText('Consent is granted').waitFor();
    await goToStep(teams, 'Permissions');
    const seen = await portal(teams, 'Open API permissions');
    const pop = seen.getByRole('row', { name: /POP\.AccessAsUser\.All/ });
    await pop.getByText('Granted for Muster & Partner').waitFor();
    await goToStep(teams, 'Connection test');
    for (const name of usual) await dot(tab, `${name}: connected`).waitFor();
  });
});

/** Opens the entity again from the overview and goes on where the set-up stopped. */
async function continueWith({ tab }: TabInTeams, name: string) {
  await tab
    .getByRole('button', { name: new RegExp(`^(Einrichten|Einrichtung fortsetzen).*${name}`) })
    .click();
}

async function goToStep(teams: TabInTeams, title: string) {
  await teams.tab.getByRole('navigation', { name: 'Steps of the set-up' }).getByText(title).click();
  await heading(teams, title).waitFor();
}
