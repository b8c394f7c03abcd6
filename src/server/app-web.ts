import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { serveMail } from './app-mail-web.ts';
import type { Parts } from './app-parts.ts';
import { clientConfigOf, redirectUrisOf } from './client-config.ts';
import { forTenant } from './config/cloud.ts';
import type { Config } from './config/config.ts';
import { consentRoutes } from './features/admin-consent/index.ts';
import { auditRoutes } from './features/audit/index.ts';
import { connectionTestRoutes } from './features/connection-test/index.ts';
import { diagnosisRoutes } from './features/diagnoses/index.ts';
import { entityRoutes, registrationRoutes } from './features/entity-registration/index.ts';
import { liveEventRoutes } from './features/live-events/index.ts';
import { secretRenewalRoutes } from './features/secret-renewal/index.ts';
import { accessTokenRoutes, serviceKeyRoutes } from './features/service-keys/index.ts';
import { tenantRoutes } from './features/tenants/index.ts';
import type { PageOrigins } from './http/content-security-policy.ts';
import { serveHealth } from './http/health.ts';
import { meRoute } from './http/me-route.ts';
import { servePages } from './http/pages.ts';
import { createServer, type Server } from './http/server.ts';
import type { Database } from './storage/database.ts';

const bundle = join(import.meta.dirname, '../../dist/client');

/** The HTTP server with every route, not yet listening. A worker answers for its health alone. */
export async function createWeb(config: Config, log: Logger, parts: Parts): Promise<Server> {
  const { app, openEventStream } = await createServer({
    logger: log,
    verifier: parts.verifier,
    serviceKeys: parts.serviceKeys,
    ...(config.trustProxy === null ? {} : { trustProxy: config.trustProxy }),
    pageOrigins: pageOriginsOf(config),
    seen: ({ tenantId }) => parts.presence.saw(tenantId),
  });
  serveHealth(app, () => isReachable(parts.database));
  if (config.role === 'worker') return app;
  const publicUrl = () => config.publicUrl ?? localUrl(app);
  await servePages(app, bundle, () =>
    clientConfigOf(config.cloud, {
      clientId: config.client.id,
      publicUrl: publicUrl(),
      onlyTenant: onlyTenantOf(config),
    }),
  );
  const { database, stores, live, connectionTests, registrations, entities, now } = parts;
  const db = database.kysely;
  meRoute(app);
  entityRoutes(app, entities);
  registrationRoutes(app, registrations, entities);
  secretRenewalRoutes(app, parts.renewals);
  serviceKeyRoutes(app, parts.serviceKeys);
  accessTokenRoutes(app, parts.graphTokens);
  const tests = { connectionTests, store: stores.tests, subjects: registrations };
  connectionTestRoutes(app, { ...tests, db, live, now, openEventStream });
  const redirectUri = () => redirectUrisOf(publicUrl()).consent;
  consentRoutes(app, { ...parts, subjects: registrations, redirectUri });
  serveMail(app, { ...parts, publicUrl });
  diagnosisRoutes(app, now);
  auditRoutes(app, db);
  tenantRoutes(app, stores.tenants);
  liveEventRoutes(app, live, openEventStream, parts.now);
  return app;
}

/** Where it listens on this machine; known once it does. */
export function localUrl(app: Server): string {
  return `http://localhost:${(app.server.address() as AddressInfo).port}`;
}

function pageOriginsOf({ cloud, publicUrl }: Config): PageOrigins {
  return {
    frameAncestors: cloud.frameAncestors,
    login: new URL(forTenant(cloud.authorize, 'organizations')).origin,
    secure: publicUrl?.startsWith('https:') ?? false,
  };
}

function onlyTenantOf({ allowedTenants }: Config): string | null {
  const [first, ...others] = allowedTenants === 'any' ? [] : allowedTenants;
  return first !== undefined && others.length === 0 ? first : null;
}

function isReachable({ pool }: Database): Promise<boolean> {
  return pool.query('select 1').then(
    () => true,
    () => false,
  );
}
