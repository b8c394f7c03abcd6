import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { fastify } from 'fastify';

import type { DevTenantContext } from '../context.ts';
import { issueHostToken } from '../entra/host-broker.ts';
import type { MailHosts } from '../exchange/exchange.ts';
import { pageFiles } from '../page-files.ts';
import type { SeedSummary } from '../seed/summary.ts';
import { describeHost } from './describe-host.ts';
import type { HostTokenAnswer, HostTokenRequest } from './host-data.ts';

export interface TeamsHostOptions {
  /** Default: loopback. */
  host?: string;
  /** Default 0, a free one. */
  port?: number;
  tenant: {
    url: string;
    context: DevTenantContext;
    seed: SeedSummary;
    mailHosts?: MailHosts | undefined;
  };
  /** Address of the product's server; it has to allow this page's origin to frame it. */
  productUrl: string;
  /** Default `/tab/`. */
  tabPath?: string;
  /** Client id of the framed app; default: the product's own registration of the seed. */
  clientId?: string;
}

export interface TeamsHost {
  /** Without a slash at the end. */
  url: string;
  close(): Promise<void>;
}

const tokenRequest = {
  type: 'object',
  additionalProperties: false,
  required: ['userId', 'clientId', 'hostClientId', 'scopes'],
  properties: {
    userId: { type: 'string', maxLength: 64 },
    clientId: { type: 'string', maxLength: 64 },
    hostClientId: { type: 'string', maxLength: 64 },
    scopes: { type: 'array', maxItems: 30, items: { type: 'string', minLength: 1, maxLength: 300 } },
  },
} as const;

/**
 * Starts the page that plays Microsoft Teams: an origin of its own that frames the product's tab, speaks the protocol of
 * teams-js with it and gets its tokens from the dev tenant's broker.
 */
export async function startTeamsHost(options: TeamsHostOptions): Promise<TeamsHost> {
  const { tenant, productUrl } = options;
  const clientId = options.clientId ?? tenant.seed.connect.applicationId;
  const tabUrl = new URL(options.tabPath ?? '/tab/', productUrl).href;
  const tenantUrl = tenant.url.replace(/\/$/, '');
  const app = fastify({ bodyLimit: 16_384, forceCloseConnections: true });

  app.addHook('onSend', async (_, reply) => {
    void reply.headers({
      'content-security-policy': contentSecurityPolicy(new URL(tabUrl).origin, new URL(tenantUrl).origin),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'origin',
    });
  });
  await app.register(
    pageFiles({
      folder: join(import.meta.dirname, 'page'),
      at: '/page',
      documents: { '/': 'index.html', '/host/signed-in': 'signed-in.html' },
    }),
  );
  app.get('/host/data.json', async () =>
    describeHost(tenant.seed, { tenantUrl, tabUrl, clientId }, tenant.mailHosts),
  );
  app.post<{ Body: HostTokenRequest }>(
    '/host/token',
    { schema: { body: tokenRequest } },
    async ({ body }): Promise<HostTokenAnswer> => issueHostToken(tenant.context, body),
  );

  // On loopback the page is `localhost`, IPv4 and IPv6 alike: teams-js compares origins by name.
  const host = options.host === undefined || options.host === '127.0.0.1' ? 'localhost' : options.host;
  await app.listen({ host, port: options.port ?? 0 });
  const { port } = app.server.address() as AddressInfo;
  const url = `http://${host}:${port}`;
  const register = () => registerSignedInPage(tenant.context, clientId, url);
  register();
  tenant.context.onReset(register);
  return { url, close: () => app.close() };
}

/** No other origin than the tab, the tenant and itself: what the page shows must not depend on the network. */
function contentSecurityPolicy(tabOrigin: string, tenantOrigin: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    `connect-src 'self' ${tenantOrigin}`,
    `frame-src ${tabOrigin}`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * Teams ends an interactive sign-in at an address of its own, which Entra accepts because the app registered
 * `brk-multihub://`. Here that address is the host page's and takes the place of the brokered one.
 */
function registerSignedInPage({ directory }: DevTenantContext, clientId: string, url: string): void {
  const app = directory.applications.find(({ appId }) => appId === clientId);
  const address = `${url}/host/signed-in`;
  if (app && !app.redirectUris.spa.includes(address)) app.redirectUris.spa.push(address);
}
