import type { DevTenantContext, VerifiedToken } from '../context.ts';
import { clientFault } from '../entra/client-faults.ts';
import { claimsChallenge, invalidToken } from './refusals.ts';

const graphAppId = '00000003-0000-0000-c000-000000000000';
const graphAudiences = ['https://graph.microsoft.com', graphAppId];

/**
 * Verifies the bearer token of a request, once for a whole batch.
 *
 * @throws GraphError 401 InvalidAuthenticationToken with `WWW-Authenticate`
 */
export async function authenticate(
  context: DevTenantContext,
  authorization: string | undefined,
): Promise<VerifiedToken> {
  const verification = await context.verifyAccessToken(authorization, graphAudiences);
  const challenge = `Bearer realm="", authorization_uri="${context.baseUrl()}/common/oauth2/authorize", client_id="${graphAppId}"`;
  if (!verification.ok) throw invalidToken(verification.reason, challenge);
  if (clientFault(context, 'cae-challenge', verification.token.appId)) {
    const claims = {
      access_token: { nbf: { essential: true, value: String(Math.floor(context.now() / 1000)) } },
    };
    const encoded = Buffer.from(JSON.stringify(claims)).toString('base64');
    throw claimsChallenge(`${challenge}, error="insufficient_claims", claims="${encoded}"`);
  }
  return verification.token;
}
