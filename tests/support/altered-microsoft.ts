import type { TenantCloudEndpoints } from '../../src/dev-tenant/cloud-endpoints.ts';
import type { DevTenant } from '../../src/dev-tenant/dev-tenant.ts';
import {
  startReplayServer,
  type RecordedRequest,
  type ReplayAnswer,
  type ReplayReply,
  type ReplayServer,
} from './replay-server.ts';

/** Changes an answer, holds it back, or leaves it as it came by returning undefined. */
export type Alteration = (
  request: RecordedRequest,
  reply: ReplayReply,
) => ReplayAnswer | undefined | Promise<ReplayAnswer | undefined>;

export interface AlteredMicrosoft {
  server: ReplayServer;
  endpoints: TenantCloudEndpoints;
  /** From now on answers are changed like this, and like nothing before. */
  alter(alteration: Alteration): void;
}

/**
 * Stands between the product and the dev tenant and changes what a test says: a Microsoft 365 that is as assumed in
 * everything but one point. Addresses in the answers are rewritten, so that nobody gets around it.
 */
export async function startAlteredMicrosoft(tenant: DevTenant): Promise<AlteredMicrosoft> {
  let current: Alteration = () => undefined;
  const server = await startReplayServer([
    {
      path: /./,
      reply: async (request) => {
        const reply = await forward(tenant.url, server.url, request);
        return (await current(request, reply)) ?? reply;
      },
    },
  ]);
  const addresses = JSON.stringify(tenant.clientCloudEndpoints()).replaceAll(tenant.url, server.url);
  return {
    server,
    endpoints: JSON.parse(addresses) as TenantCloudEndpoints,
    alter: (alteration) => {
      current = alteration;
    },
  };
}

async function forward(tenantUrl: string, ownUrl: string, request: RecordedRequest): Promise<ReplayReply> {
  const { method, path, query, headers, body } = request;
  const response = await fetch(`${tenantUrl}${path}?${query.toString()}`, {
    method,
    headers: Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' && !/^(host|connection|content-length|transfer-encoding)$/.test(name)
        ? [[name, value] as [string, string]]
        : [],
    ),
    redirect: 'manual',
    ...(method === 'GET' ? {} : { body }),
  });
  const kept = [...response.headers].filter(
    ([name]) => !/^(connection|content-length|content-encoding|transfer-encoding|keep-alive)$/.test(name),
  );
  return {
    status: response.status,
    headers: Object.fromEntries(kept.map(([name, value]) => [name, value.replaceAll(tenantUrl, ownUrl)])),
    body: (await response.text()).replaceAll(tenantUrl, ownUrl),
  };
}
