import type { FastifyInstance } from 'fastify';

import type { DevTenantContext } from '../context.ts';
import { readAuthority, type Authority } from './tenant-path.ts';

interface TenantRoute {
  Params: { tenant: string };
}

/** At `common` and `organizations` the issuer is a template ("OpenID Connect", fetch the configuration document). */
const issuerSegment = (authority: Authority): string =>
  authority.kind === 'tenant' ? authority.tenant.id : '{tenantid}';

function discoveryDocument(url: string, segment: string, authority: Authority): Record<string, unknown> {
  return {
    token_endpoint: `${url}/${segment}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    jwks_uri: `${url}/${segment}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: `${url}/${issuerSegment(authority)}/v2.0`,
    request_uri_parameter_supported: false,
    userinfo_endpoint: `${url}/graph/oidc/userinfo`,
    authorization_endpoint: `${url}/${segment}/oauth2/v2.0/authorize`,
    http_logout_supported: true,
    frontchannel_logout_supported: true,
    end_session_endpoint: `${url}/${segment}/oauth2/v2.0/logout`,
    claims_supported: [
      'sub',
      'iss',
      'aud',
      'exp',
      'iat',
      'nonce',
      'preferred_username',
      'name',
      'tid',
      'ver',
      'email',
    ],
    tenant_region_scope: authority.kind === 'tenant' ? 'EU' : null,
    cloud_instance_name: new URL(url).host,
    msgraph_host: `${new URL(url).host}/graph`,
  };
}

/** Discovery, keys and instance discovery: public, readable by any page. */
export function metadataRoutes(app: FastifyInstance, context: DevTenantContext): void {
  const open = { 'Access-Control-Allow-Origin': '*' };

  app.get<TenantRoute>(
    '/:tenant/v2.0/.well-known/openid-configuration',
    async ({ params: { tenant } }, reply) => {
      const authority = readAuthority(context, tenant);
      const segment = authority.kind === 'tenant' ? authority.tenant.id : authority.kind;
      return reply.headers(open).send(discoveryDocument(context.baseUrl(), segment, authority));
    },
  );

  app.get<TenantRoute>('/:tenant/discovery/v2.0/keys', async ({ params: { tenant } }, reply) => {
    readAuthority(context, tenant);
    return reply.headers(open).send({ keys: context.keys.published });
  });

  // What msal asks to learn whether it may trust an authority; the answer is about this host alone.
  app.get<{ Querystring: { authorization_endpoint?: string } }>(
    '/common/discovery/instance',
    async (request, reply) => {
      const url = context.baseUrl();
      const asked = request.query.authorization_endpoint;
      const tenant =
        asked !== undefined && URL.canParse(asked) ? new URL(asked).pathname.split('/')[1] : undefined;
      const { host } = new URL(url);
      return reply.headers(open).send({
        tenant_discovery_endpoint: `${url}/${tenant ?? 'common'}/v2.0/.well-known/openid-configuration`,
        'api-version': '1.1',
        metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
      });
    },
  );
}
