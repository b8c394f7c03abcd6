import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Frame, Locator, Page } from 'playwright-core';
import type { SeedRegistration } from '../../src/dev-tenant/seed/summary.ts';
import { readyTab } from './teams-environment.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface TabInTeams {
  page: Page;
  tab: Frame;
  /** Hosts outside of this machine that the pages tried to reach. */
  outside: string[];
  close(): Promise<void>;
}

/** Only catches what never comes: everything waited for here is there within a second or two. */
const mostPatienceMs = 15_000;

/** Opens the host page as somebody and waits until the tab has told Teams that it is ready. */
export async function openTab(
  browser: Browser,
  host: string,
  query: Record<string, string>,
  viewport = { width: 1280, height: 900 },
): Promise<TabInTeams> {
  const context: BrowserContext = await browser.newContext({ viewport, bypassCSP: true });
  const outside: string[] = [];
  await context.route(/^https?:\/\/(?!localhost[:/])/, (route) => {
    outside.push(new URL(route.request().url()).host);
    return route.abort();
  });
  context.setDefaultTimeout(mostPatienceMs);
  const page = await context.newPage();
  await page.goto(`${host}?${new URLSearchParams({ locale: 'en-US', ...query }).toString()}`);
  return { page, tab: await readyTab(page), outside, close: () => context.close() };
}

/** A status by the name that people hear: "Calendar: connected". */
export function dot(tab: Frame | Locator, name: string): Locator {
  return tab.getByRole('img', { name, exact: true }).first();
}

/** Types what an admin copies from the portal. */
export async function fillRegistration(
  tab: Frame,
  values: SeedRegistration,
  mailbox = 'lawyer@muster.example',
) {
  await tab.locator('input[name=clientSecret]').fill(values.clientSecret);
  await tab.locator('input[name=secretExpiresOn]').fill(values.secretExpiresOn);
  await tab.locator('input[name=applicationId]').fill(values.applicationId);
  await tab.locator('input[name=directoryId]').fill(values.directoryId);
  await tab.locator('input[name=probeMailbox]').fill(mailbox);
}

/** What axe finds in the tab by WCAG 2.2 A and AA, one line a finding. */
export async function axeFindings(tab: Frame): Promise<string[]> {
  await tab.evaluate(axeSource);
  return tab.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: (place: object, options: object) => Promise<AxeResult> };
    };
    interface AxeResult {
      violations: { id: string; help: string; nodes: { html: string }[] }[];
    }
    // Fluent's focus management puts invisible stops around a dialog; they are hidden and focusable on purpose.
    const place = { include: [['html']], exclude: [['[data-tabster-dummy]']] };
    const result = await axe.run(place, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return result.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html ?? ''}`);
  });
}
