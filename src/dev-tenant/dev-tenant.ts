import fastify, { type FastifyInstance } from 'fastify';

import { adminCenterRoutes } from './admin-center/admin-center.ts';
import { cloudEndpoints, type TenantCloudEndpoints } from './cloud-endpoints.ts';
import type { DevTenantContext } from './context.ts';
import { controlRoutes } from './control/control-routes.ts';
import { entraRoutes } from './entra/entra.ts';
import { SignInState } from './entra/sign-in-state.ts';
import { startExchange, type ExchangeOptions, type MailHosts } from './exchange/exchange.ts';
import { graphRoutes } from './graph/graph.ts';
import { Mailboxes } from './graph/mailboxes.ts';
import { summariseSeed, type SeedSummary } from './seed/summary.ts';
import { openTenantContext } from './tenant-context.ts';

export interface DevTenantOptions {
  /** Default: loopback, IPv4 and IPv6 alike, since `localhost` may mean either. */
  host?: string;
  /** Default 0: any free port. */
  port?: number;
  /** Folder for directory and keys; absent: everything is forgotten at close. */
  dataDir?: string;
  /** Address of the product, which the redirect URIs of its tab application carry. */
  productUrl?: string;
  /** Starts the mail hosts too; absent: the tenant has none, and its cloud definition names none. */
  exchange?: ExchangeOptions;
  now?: () => number;
}

export interface DevTenant {
  /** `http://localhost:PORT` */
  url: string;
  context: DevTenantContext;
  readonly seed: SeedSummary;
  /** Undefined without Exchange. */
  mailHosts: MailHosts | undefined;
  clientCloudEndpoints(): TenantCloudEndpoints;
  close(): Promise<void>;
}

const maximumBodyBytes = 256 * 1024;

/** Starts the emulated Microsoft 365: Entra at the root, Graph at `/graph`, portals at `/portal`, the switches at `/control`. */
export async function startDevTenant(options: DevTenantOptions = {}): Promise<DevTenant> {
  const app = fastify({ logger: false, bodyLimit: maximumBodyBytes, forceCloseConnections: true });
  let url = '';
  const context = await openTenantContext({
    dataDir: options.dataDir,
    productUrl: options.productUrl ?? 'http://localhost:3979',
    now: options.now ?? Date.now,
    baseUrl: () => url,
  });
  const signInState = new SignInState();
  context.onReset(() => signInState.clear());
  await app.register(entraRoutes(context, signInState));
  await app.register(adminCenterRoutes(context, signInState), { prefix: '/portal' });
  const mailboxes = new Mailboxes(context);
  await app.register(graphRoutes(context, mailboxes), { prefix: '/graph' });
  const host = options.host === undefined || options.host === '127.0.0.1' ? 'localhost' : options.host;
  const exchange =
    options.exchange &&
    (await startExchange(context, mailboxes, { ...options.exchange, host, dataDir: options.dataDir }));
  if (exchange) app.addHook('onClose', () => exchange.close());
  await app.register(controlRoutes(context, exchange?.hosts), { prefix: '/control' });
  await listenOrClose(app, host, options.port ?? 0);
  const address = app.addresses()[0];
  if (typeof address !== 'object') throw new Error('The dev tenant got no address to listen at.');
  url = `http://localhost:${address.port}`;
  return {
    url,
    context,
    get seed() {
      return summariseSeed(context.directory);
    },
    mailHosts: exchange?.hosts,
    clientCloudEndpoints: () => cloudEndpoints(url, exchange?.hosts),
    close: () => app.close(),
  };
}

/** A start that fails leaves nothing open. */
async function listenOrClose(app: FastifyInstance, host: string, port: number): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    throw error;
  }
}
