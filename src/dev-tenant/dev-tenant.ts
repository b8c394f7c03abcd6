import fastify from 'fastify';

import { adminCenterRoutes } from './admin-center/admin-center.ts';
import { cloudEndpoints, type TenantCloudEndpoints } from './cloud-endpoints.ts';
import type { DevTenantContext } from './context.ts';
import { controlRoutes } from './control/control-routes.ts';
import { entraRoutes } from './entra/entra.ts';
import { SignInState } from './entra/sign-in-state.ts';
import { graphRoutes } from './graph/graph.ts';
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
  now?: () => number;
}

export interface DevTenant {
  /** `http://localhost:PORT` */
  url: string;
  context: DevTenantContext;
  readonly seed: SeedSummary;
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
  await app.register(controlRoutes(context), { prefix: '/control' });
  await app.register(graphRoutes(context), { prefix: '/graph' });
  const host = options.host ?? '127.0.0.1';
  await app.listen({ host: host === '127.0.0.1' ? 'localhost' : host, port: options.port ?? 0 });
  const address = app.addresses()[0];
  if (typeof address !== 'object') throw new Error('The dev tenant got no address to listen at.');
  url = `http://localhost:${address.port}`;
  return {
    url,
    context,
    get seed() {
      return summariseSeed(context.directory);
    },
    clientCloudEndpoints: () => cloudEndpoints(url),
    close: () => app.close(),
  };
}
