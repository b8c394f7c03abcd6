import type { DevTenantContext } from '../context.ts';
import type { User } from '../directory/model.ts';
import { holderOf } from './authorization-code-grant.ts';
import { findClient } from './client.ts';
import { personFault, clientFault } from './client-faults.ts';
import { delegatedResponse } from './delegated-response.ts';
import { checkPerson } from './person-checks.ts';
import { checkRedeemer } from './redirect-kind.ts';
import {
  grantInvalid,
  grantRevoked,
  refreshTokenInactive,
  spaRefreshTokenExpired,
} from './grant-refusals.ts';
import { parameterMissing } from './refusals.ts';
import { idleLimit, openRefreshToken, spaLimit, type RefreshGrant } from './refresh-token.ts';
import type { SignInState } from './sign-in-state.ts';
import type { TokenRequest, TokenResponse } from './token-request.ts';

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

function checkLife(context: DevTenantContext, grant: RefreshGrant, user: User): void {
  const expired = personFault(context, 'refresh-token-expired', grant.clientId, user) !== undefined;
  const now = context.now();
  if (grant.redirectKind === 'spa' && (expired || now - grant.signedInAt >= spaLimit)) {
    throw spaRefreshTokenExpired(iso(grant.signedInAt));
  }
  if (expired || now - grant.issuedAt >= idleLimit) throw refreshTokenInactive(iso(grant.issuedAt));
}

function checkRevocation(context: DevTenantContext, grant: RefreshGrant, user: User): void {
  const validFrom = user.signInSessionsValidFrom;
  if (personFault(context, 'grant-revoked', grant.clientId, user))
    throw grantRevoked(iso(grant.issuedAt), iso(context.now()));
  if (validFrom !== undefined && grant.issuedAt < Date.parse(validFrom)) {
    throw grantRevoked(iso(grant.issuedAt), validFrom);
  }
}

/** A stricter server than Entra, which leaves a used token valid: a second use after the grace is refused. */
function checkSingleUse(
  context: DevTenantContext,
  grant: RefreshGrant,
  { refreshTokenUses }: SignInState,
): void {
  const singleUse = clientFault(context, 'single-use-refresh-tokens', grant.clientId);
  if (!singleUse) return;
  const firstUse = refreshTokenUses.get(grant.id);
  if (firstUse === undefined) refreshTokenUses.set(grant.id, context.now());
  else if (context.now() - firstUse >= (singleUse.graceSeconds ?? 0) * 1000) throw grantInvalid();
}

/**
 * "OAuth 2.0 authorization code flow", refresh the access token: every use brings a new refresh token, the used one
 * stays valid. Another scope of the same person and application may be asked for.
 */
export async function refreshTokenGrant(
  context: DevTenantContext,
  request: TokenRequest,
  state: SignInState,
): Promise<TokenResponse> {
  const { authority, form } = request;
  const client = findClient(context, authority, request.clientId);
  const token = form.get('refresh_token');
  if (!token) throw parameterMissing('refresh_token');
  const grant = await openRefreshToken(context, token);
  if (grant.clientId !== client.appId) throw grantInvalid();
  checkRedeemer(context, client, grant.redirectKind, request);
  const { tenant, user } = holderOf(context, authority, grant);
  checkLife(context, grant, user);
  checkRevocation(context, grant, user);
  checkSingleUse(context, grant, state);
  checkPerson(context, user, client, grant.mfa);
  const { redirectKind, mfa, signedInAt } = grant;
  const scope = form.get('scope') ?? grant.scope;
  return delegatedResponse(
    context,
    { tenant, user, client, redirectKind, mfa, signedInAt, scope },
    {
      withRefreshToken: true,
      withClientInfo: form.get('client_info') === '1',
    },
  );
}
