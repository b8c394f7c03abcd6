import { createHash } from 'node:crypto';

import type { DevTenantContext } from '../context.ts';
import type { Application, Tenant, User } from '../directory/model.ts';
import { findClient } from './client.ts';
import { delegatedResponse } from './delegated-response.ts';
import { checkPerson } from './person-checks.ts';
import { checkRedeemer } from './redirect-kind.ts';
import {
  codeAlreadyRedeemed,
  codeExpired,
  codeOfOtherTenant,
  grantInvalid,
  pkceNeeded,
  redirectChanged,
  verifierMismatch,
} from './grant-refusals.ts';
import { parameterMissing } from './refusals.ts';
import { parseScope } from './scope.ts';
import type { AuthorizationCode, SignInState } from './sign-in-state.ts';
import type { Authority } from './tenant-path.ts';
import type { TokenRequest, TokenResponse } from './token-request.ts';

const codeLifeMilliseconds = 10 * 60 * 1000;

/** RFC 7636, section 4.6. */
function checkVerifier(code: AuthorizationCode, verifier: string | null): void {
  if (code.challenge === undefined) {
    if (code.redirectKind === 'spa') throw pkceNeeded();
    return;
  }
  const given = verifier ?? '';
  const computed =
    code.challengeMethod === 'S256' ? createHash('sha256').update(given).digest('base64url') : given;
  if (computed !== code.challenge) throw verifierMismatch();
}

/** The person and tenant behind a code or refresh token, as the directory knows them now. */
export function holderOf(
  { directory }: DevTenantContext,
  authority: Authority,
  grant: { tenantId: string; userId: string },
): { tenant: Tenant; user: User } {
  if (authority.kind === 'tenant' && authority.tenant.id !== grant.tenantId) throw codeOfOtherTenant();
  const tenant = directory.tenants.find(({ id }) => id === grant.tenantId);
  const user = directory.users.find(({ id }) => id === grant.userId);
  if (!tenant || !user) throw grantInvalid();
  return { tenant, user };
}

function findCode(
  context: DevTenantContext,
  state: SignInState,
  request: TokenRequest,
  client: Application,
): AuthorizationCode {
  const value = request.form.get('code');
  if (!value) throw parameterMissing('code');
  const code = state.codes.get(value);
  if (!code || code.clientId !== client.appId) throw grantInvalid();
  checkRedeemer(context, client, code.redirectKind, request);
  if (code.redeemed) throw codeAlreadyRedeemed();
  if (context.now() - code.issuedAt > codeLifeMilliseconds) throw codeExpired();
  if (request.form.get('redirect_uri') !== code.redirectUri) throw redirectChanged();
  checkVerifier(code, request.form.get('code_verifier'));
  return code;
}

/** "OAuth 2.0 authorization code flow", redeem a code for an access token. */
export async function authorizationCodeGrant(
  context: DevTenantContext,
  request: TokenRequest,
  state: SignInState,
): Promise<TokenResponse> {
  const { authority, form } = request;
  const client = findClient(context, authority, request.clientId);
  const code = findCode(context, state, request, client);
  const { tenant, user } = holderOf(context, authority, code);
  // Marked before anything is awaited: of two redemptions at once only one gets through.
  code.redeemed = true;
  checkPerson(context, user, client, code.mfa);
  const { redirectKind, mfa, nonce, issuedAt } = code;
  const scope = form.get('scope') ?? code.scope;
  const signIn = { tenant, user, client, redirectKind, mfa, nonce, signedInAt: issuedAt, scope };
  return delegatedResponse(context, signIn, {
    withRefreshToken: parseScope(code.scope).signIn.includes('offline_access'),
    withClientInfo: form.get('client_info') === '1',
  });
}
