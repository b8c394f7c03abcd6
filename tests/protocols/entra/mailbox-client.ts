import type { DevTenant } from '../../../src/dev-tenant/dev-tenant.ts';
import {
  mailSignInScope,
  outlookResource,
  type DelegatedClient,
} from '../../../src/server/protocols/entra/index.ts';
import { createHttpExchange, type HttpExchange } from '../../../src/server/protocols/http/index.ts';

export const redirectUri = 'http://localhost:3979/auth/mailbox/callback';

/** The bounded exchange as the server has it, with little patience. */
export const exchangeWith = (
  origin: string,
  limits: { timeoutMs?: number; maxBytes?: number } = {},
): HttpExchange =>
  createHttpExchange({ origins: [origin], timeoutMs: 10_000, maxBytes: 64 * 1024, ...limits });

/** The ready registration of the tenant. */
export function readyClient(tenant: DevTenant): DelegatedClient {
  const { directoryId, applicationId: clientId, clientSecret } = tenant.seed.ready;
  const addresses = tenant.clientCloudEndpoints();
  return {
    tokenEndpoint: addresses.token.replace('{tenant}', directoryId),
    issuer: addresses.issuer.replace('{tenant}', directoryId),
    directoryId,
    clientId,
    clientSecret,
    resource: outlookResource,
    scope: mailSignInScope(),
  };
}

/** A registration whose Microsoft is the replay server at `url`. */
export function replayedClient(url: string): DelegatedClient {
  const directoryId = '11111111-1111-4111-8111-111111111111';
  return {
    tokenEndpoint: `${url}/${directoryId}/oauth2/v2.0/token`,
    issuer: `${url}/${directoryId}/v2.0`,
    directoryId,
    clientId: '33333333-3333-4333-8333-333333333333',
    clientSecret: 'replayed~secret',
    resource: outlookResource,
    scope: mailSignInScope(),
  };
}
