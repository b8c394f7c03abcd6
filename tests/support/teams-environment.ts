import type { Browser, Frame, Page } from 'playwright-core';
import { startDevTenant, type DevTenant } from '../../src/dev-tenant/dev-tenant.ts';
import { startTeamsHost, type TeamsHost } from '../../src/dev-tenant/teams-host/teams-host.ts';
import { launchChromium } from './chromium.ts';
import { serveTestTab, type TestTabServer } from './test-tab.ts';

/** Dev tenant, host page, the small test tab and a browser, all on free ports. */
export interface TeamsEnvironment {
  tenant: DevTenant;
  host: TeamsHost;
  tab: TestTabServer;
  /** Opens the host page in a fresh browser profile; `requests` fills with every address outside of this machine. */
  open(query?: string, viewport?: { width: number; height: number }): Promise<Page & { outside: string[] }>;
  close(): Promise<void>;
}

export async function startTeamsEnvironment(): Promise<TeamsEnvironment> {
  const tab = await serveTestTab();
  const tenant = await startDevTenant({ productUrl: tab.url });
  const host = await startTeamsHost({ tenant, productUrl: tab.url });
  const browser = await launchChromium();
  tab.config = {
    hostOrigins: [host.url],
    clientId: tenant.seed.connect.applicationId,
    ...authority(tenant),
  };
  return {
    tenant,
    host,
    tab,
    open: (query = '', viewport = { width: 1280, height: 800 }) =>
      openPage(browser, `${host.url}/${query}`, viewport),
    close: async () => {
      await browser.close();
      await host.close();
      await tenant.close();
      await tab.close();
    },
  };
}

/** MSAL accepts http endpoints only when they are given to it, under an authority whose name is https. */
function authority(tenant: DevTenant): { authority: string; authorityMetadata: Record<string, string> } {
  const fill = (address: string): string => address.replace('{tenant}', tenant.seed.ready.directoryId);
  const { issuer, authorize, token, endSession, jwks } = tenant.clientCloudEndpoints();
  return {
    authority: fill(`https://${new URL(tenant.url).host}/{tenant}`),
    authorityMetadata: {
      issuer: fill(issuer),
      authorization_endpoint: fill(authorize),
      token_endpoint: fill(token),
      end_session_endpoint: fill(endSession),
      jwks_uri: fill(jwks),
    },
  };
}

async function openPage(
  browser: Browser,
  address: string,
  viewport: { width: number; height: number },
): Promise<Page & { outside: string[] }> {
  const context = await browser.newContext({ viewport, locale: 'en-US' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const outside: string[] = [];
  await context.route(/^https?:\/\/(?!localhost[:/])/, (route) => {
    outside.push(new URL(route.request().url()).host);
    return route.abort();
  });
  const page = await context.newPage();
  await page.goto(address);
  return Object.assign(page, { outside });
}

/** The tab's frame, once the tab has told the host that it is ready. */
export async function readyTab(page: Page): Promise<Frame> {
  await page.locator('#tab-state[data-phase=ready]').waitFor();
  const frame = page.frames().find((candidate) => candidate.parentFrame() !== null);
  if (!frame) throw new Error('The host page frames nothing.');
  return frame;
}
