import type { DevTenantContext } from '../context.ts';
import { issueAppToken } from './access-token.ts';
import { findClient } from './client.ts';
import { authenticateClient } from './client-authentication.ts';
import { applicationRoles } from './permissions.ts';
import { defaultScopeNeeded, parameterMissing, tenantNeeded } from './refusals.ts';
import { findResource, parseScope } from './scope.ts';
import type { TokenRequest, TokenResponse } from './token-request.ts';

/**
 * "OAuth 2.0 client credentials flow": only `{resource}/.default`, no refresh token, and a token even when nobody has
 * consented, then without roles.
 */
export async function clientCredentialsGrant(
  context: DevTenantContext,
  request: TokenRequest,
): Promise<TokenResponse> {
  const { authority, form, clientId, clientSecret } = request;
  const client = findClient(context, authority, clientId);
  if (authority.kind !== 'tenant') throw tenantNeeded();
  authenticateClient(context, client, clientSecret);
  const scope = form.get('scope');
  if (!scope) throw parameterMissing('scope');
  const { resource: identifier, names } = parseScope(scope);
  if (identifier === undefined || names[0] !== '.default') throw defaultScopeNeeded(scope);
  const resource = findResource(context, identifier, authority.tenant);
  const roles = applicationRoles(context, authority.tenant.id, client.appId, resource.application.appId);
  const { token, expiresIn } = await issueAppToken(context, authority.tenant, client, resource, roles);
  return { token_type: 'Bearer', expires_in: expiresIn, ext_expires_in: expiresIn, access_token: token };
}
