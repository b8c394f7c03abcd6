import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { DevTenantContext } from '../context.ts';
import { readClientCredentials } from './client-authentication.ts';
import { authorizationCodeGrant } from './authorization-code-grant.ts';
import { clientCredentialsGrant } from './client-credentials-grant.ts';
import { allowSpaOrigin } from './cors.ts';
import { grantTypeUnsupported, parameterMissing, requestMalformed } from './refusals.ts';
import { refreshTokenGrant } from './refresh-token-grant.ts';
import type { SignInState } from './sign-in-state.ts';
import { readAuthority } from './tenant-path.ts';
import type { TokenRequest, TokenResponse } from './token-request.ts';

type Grant = (context: DevTenantContext, request: TokenRequest, state: SignInState) => Promise<TokenResponse>;

const grants: Readonly<Record<string, Grant>> = {
  authorization_code: authorizationCodeGrant,
  client_credentials: clientCredentialsGrant,
  refresh_token: refreshTokenGrant,
};

interface TokenRoute {
  Params: { tenant: string };
}

function readTokenRequest(context: DevTenantContext, request: FastifyRequest<TokenRoute>): TokenRequest {
  const authority = readAuthority(context, request.params.tenant);
  const form = request.body;
  if (!(form instanceof URLSearchParams)) throw requestMalformed();
  const { clientId, clientSecret } = readClientCredentials(form, request.headers.authorization);
  if (!clientId) throw parameterMissing('client_id');
  return { authority, form, clientId, clientSecret, origin: request.headers.origin };
}

/** `POST /{tenant}/oauth2/v2.0/token`; a refusal is thrown and answered by the plugin's error handler. */
export function tokenRoutes(app: FastifyInstance, context: DevTenantContext, state: SignInState): void {
  const path = '/:tenant/oauth2/v2.0/token';

  app.options(path, async (request, reply) => allowSpaOrigin(context, request, reply).code(204).send());

  app.post<TokenRoute>(path, async (request, reply: FastifyReply) => {
    void allowSpaOrigin(context, request, reply).headers({ 'Cache-Control': 'no-store', Pragma: 'no-cache' });
    const tokenRequest = readTokenRequest(context, request);
    const grantType = tokenRequest.form.get('grant_type');
    if (!grantType) throw parameterMissing('grant_type');
    const grant = Object.hasOwn(grants, grantType) ? grants[grantType] : undefined;
    if (!grant) throw grantTypeUnsupported(grantType.slice(0, 100));
    return grant(context, tokenRequest, state);
  });
}
