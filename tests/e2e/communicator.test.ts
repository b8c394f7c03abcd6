import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Frame, Page } from 'playwright-core';
import { allowAuthenticatedSmtp, opened, signIn } from '../support/admin-center.ts';
import { launchChromium } from '../support/chromium.ts';
import { startDemo, type Demo } from '../support/demo.ts';
import { axeFindings, dot, fillRegistration, openTab, type TabInTeams } from '../support/tab-in-teams.ts';

jest.setTimeout(180_000);

let demo: Demo;
let browser: Browser;
let admin: TabInTeams;
let lawyer: TabInTeams;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchChromium()]);
  admin = await openTab(browser, demo.host, { user: 'admin@muster.example' });
  await connectEntity(admin.tab, 'Muster & Partner, Zürich');
  lawyer = await openTab(browser, demo.host, { user: 'lawyer@muster.example' });
});
afterAll(async () => {
  await browser.close();
  await demo.close();
});

async function connectEntity(tab: Frame, name: string): Promise<void> {
  await tab.getByRole('button', { name: 'Connect the first entity' }).click();
  await tab.getByLabel('Name of the entity').fill(name);
  await tab.getByRole('button', { name: 'Add and go on' }).click();
  await tab.getByRole('button', { name: 'We have a registration already' }).click();
  await fillRegistration(tab, demo.seed.ready);
  await tab.getByRole('button', { name: 'Save and test' }).click();
  await dot(tab, 'Calendar: connected').waitFor();
}

const toMailboxes = (tab: Frame) => tab.getByRole('link', { name: 'Mailboxes', exact: true }).first().click();
const toAccount = async (tab: Frame, address: string) => {
  await toMailboxes(tab);
  await tab
    .getByRole('link', { name: new RegExp(address) })
    .first()
    .click();
  await tab.getByRole('heading', { name: address, level: 1 }).waitFor();
};

/** Adds an account; the dialog that asks to sign in comes by itself and stays open. */
async function addAccount(tab: Frame, address: string, kind: string): Promise<void> {
  await toMailboxes(tab);
  await tab.getByRole('button', { name: 'Add account' }).first().click();
  const dialog = tab.getByRole('dialog');
  await dialog.getByLabel('Address of the mailbox').fill(address);
  await dialog.getByRole('radio', { name: kind }).check();
  await dialog.getByRole('button', { name: 'Add account' }).click();
  await tab.getByRole('heading', { name: `Sign in to ${address}` }).waitFor();
}

const startButton = (tab: Frame) =>
  tab.getByRole('dialog').getByRole('button', { name: 'Sign in with Microsoft' });

/** From the open dialog to Microsoft's page and back; answers the page that the browser ends on. */
async function signInAs(page: Page, tab: Frame, person: string): Promise<string> {
  const window = await opened(page, () => startButton(tab).click(), person);
  await window.waitForURL(/\/auth\/mailbox\/callback/);
  const text = await window.locator('main').innerText();
  await window.close();
  return text;
}

describe('the communicator', () => {
  test('the lawyer adds the own mailbox; the account of a colleague is refused and nothing is changed', async () => {
    const { page, tab } = lawyer;
    await toMailboxes(tab);
    await tab.getByText('Your mailbox in the communicator').waitFor();
    expect(await axeFindings(tab)).toEqual([]);
    await addAccount(tab, 'lawyer@muster.example', 'My own');
    await startButton(tab).click({ trial: true });
    expect(await axeFindings(tab)).toEqual([]);
    const said = await signInAs(page, tab, 'assistant@muster.example');
    expect(said).toContain(
      'You signed in as assistant@muster.example; this mailbox is lawyer@muster.example',
    );
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('Nothing was changed', { exact: false }).first().waitFor();
    await dialog.getByRole('button', { name: 'Choose another account' }).click();
    expect(await signInAs(page, tab, 'lawyer@muster.example')).toContain('Verification code received');
  });

  test('the tab turns by itself: sign-in and POP3 green, SMTP red with the way to switch it on', async () => {
    const { tab } = lawyer;
    await toAccount(tab, 'lawyer@muster.example');
    await dot(tab, 'Sign-in: connected').waitFor();
    await dot(tab, 'POP3: connected').waitFor();
    await dot(tab, 'SMTP: failed').waitFor();
    await dot(tab, 'Retrieval: not used').waitFor();
    await tab.getByText('Authenticated SMTP is switched off in your organisation').first().waitFor();
    await tab.getByRole('button', { name: 'Show how' }).click();
    await tab.getByText('Set-CASMailbox', { exact: false }).first().waitFor();
    expect(await axeFindings(tab)).toEqual([]);
  });

  test('the administrator switches Authenticated SMTP and retrieval on, and sees states alone', async () => {
    const { page, tab } = admin;
    const portal = await page.context().newPage();
    await portal.goto(`${demo.tenant}portal/microsoft365`);
    await signIn(portal, 'admin@muster.example');
    await allowAuthenticatedSmtp(portal, 'Laura Meier');
    await portal.close();
    await toMailboxes(tab);
    await tab.getByRole('link', { name: 'The firm’s' }).click();
    await tab.getByRole('button', { name: 'Switch on retrieval' }).click();
    await tab
      .getByRole('dialog')
      .getByRole('button', { name: /Switch on/ })
      .click();
    await tab.getByText('Retrieval is switched on').waitFor();
    await tab.getByRole('link', { name: 'lawyer@muster.example' }).click();
    await tab.getByRole('heading', { name: 'lawyer@muster.example', level: 1 }).waitFor();
    expect(await tab.getByText('Willkommen').count()).toBe(0);
    expect(await axeFindings(tab)).toEqual([]);
  });

  test('the lawyer tests, sends a test mail, retrieves it and reads it', async () => {
    const { tab } = lawyer;
    await tab.getByRole('button', { name: 'Test', exact: true }).click();
    await dot(tab, 'SMTP: connected').waitFor();
    await tab.getByRole('button', { name: 'Send test mail' }).click();
    await tab.getByText('Microsoft has taken the test mail to lawyer@muster.example').waitFor();
    // Exchange delivers when it likes; the clock of the schedule may be faster than this click.
    const subject = tab.getByRole('button', { name: /Test mail: LEGAL 365 may send/ });
    for (let round = 0; round < 20 && !(await subject.isVisible()); round++) {
      await tab.getByRole('button', { name: 'Retrieve mail' }).click();
      await tab
        .getByText(/new messages?$/)
        .first()
        .waitFor();
    }
    await subject.click();
    await tab.getByText('LEGAL 365', { exact: false }).first().waitFor();
    expect(await axeFindings(tab)).toEqual([]);
    await dot(tab, 'Retrieval: connected').waitFor();
  });

  test('a second address of the lawyer, which the token does not name, is confirmed and then proven by POP3', async () => {
    const { page, tab } = lawyer;
    await addAccount(tab, 'laura.meier@muster.example', 'My own');
    await signInAs(page, tab, 'lawyer@muster.example');
    await tab.getByRole('button', { name: 'Yes, it is mine' }).first().click();
    await closeDialog(tab);
    await toAccount(tab, 'laura.meier@muster.example');
    await dot(tab, 'POP3: connected').waitFor();
  });

  test('the shared mailbox opens with the lawyer’s own account', async () => {
    const { page, tab } = lawyer;
    await addAccount(tab, 'kanzlei@muster.example', 'A shared mailbox');
    await signInAs(page, tab, 'lawyer@muster.example');
    await closeDialog(tab);
    await toAccount(tab, 'kanzlei@muster.example');
    for (const name of ['Sign-in', 'POP3', 'SMTP']) await dot(tab, `${name}: connected`).waitFor();
    await tab.getByRole('button', { name: 'Send test mail' }).click();
    await tab.getByText('Microsoft has taken the test mail to kanzlei@muster.example').waitFor();
  });

  test('after the process was killed, retrieval goes on without a new sign-in', async () => {
    await lawyer.close();
    await demo.restart('SIGKILL');
    lawyer = await openTab(browser, demo.host, { user: 'lawyer@muster.example' });
    const { tab } = lawyer;
    await toAccount(tab, 'kanzlei@muster.example');
    await tab.getByRole('button', { name: 'Retrieve mail' }).click();
    await tab
      .getByText(/new messages?$/)
      .first()
      .waitFor();
    await dot(tab, 'Sign-in: connected').waitFor();
    await dot(tab, 'Retrieval: connected').waitFor();
  });
});

async function closeDialog(tab: Frame): Promise<void> {
  const dialog = tab.getByRole('dialog');
  const close = dialog.getByRole('button', { name: 'Close' });
  await close.click({ timeout: 2000 }).catch(() => undefined);
  await dialog.waitFor({ state: 'detached' });
}
