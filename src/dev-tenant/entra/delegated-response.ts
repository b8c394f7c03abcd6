import type { DevTenantContext } from '../context.ts';
import type { Application, Tenant, User } from '../directory/model.ts';
import {
  directoryRoleClaim,
  issueDelegatedToken,
  issuerOf,
  pairwiseSubject,
  signInName,
  signToken,
} from './access-token.ts';
import { grantedScopes } from './consent.ts';
import { appRolesOfUser } from './permissions.ts';
import { sealRefreshToken, spaLimit, type RedirectKind } from './refresh-token.ts';
import { checkScopeNames, parseScope, resourceOf, type RequestedScope } from './scope.ts';
import type { TokenResponse } from './token-request.ts';

/** A sign-in that has been checked: who, with which application, asking for what. */
export interface SignIn {
  tenant: Tenant;
  user: User;
  client: Application;
  redirectKind: RedirectKind;
  scope: string;
  mfa: boolean;
  signedInAt: number;
  nonce?: string | undefined;
}

/** `client_info`, from which msal derives the account's id. */
export const clientInfo = (user: User, tenant: Tenant): string =>
  Buffer.from(JSON.stringify({ uid: user.id, utid: tenant.id })).toString('base64url');

/** "ID token claims reference", version 2.0. Seconds of life as the access token's. */
export async function issueIdToken(
  context: DevTenantContext,
  { tenant, user, client, nonce, scope }: Pick<SignIn, 'tenant' | 'user' | 'client' | 'nonce' | 'scope'>,
  expiresIn: number,
): Promise<string> {
  const roles = appRolesOfUser(context, user, client.appId);
  const wantsEmail = parseScope(scope).signIn.includes('email');
  const claims = {
    aud: client.appId,
    iss: issuerOf(context, tenant.id, 2),
    name: user.displayName,
    oid: user.id,
    preferred_username: signInName(user),
    sub: pairwiseSubject(user.id, client.appId),
    tid: tenant.id,
    ver: '2.0',
    ...(nonce !== undefined && { nonce }),
    ...(wantsEmail && user.mail !== null && { email: user.mail }),
    ...(roles.length > 0 && { roles }),
    ...directoryRoleClaim(user, client),
  };
  return signToken(context, claims, expiresIn);
}

function scopeEcho(requested: RequestedScope, scopes: string[]): string {
  const ofResource = requested.names.includes('.default')
    ? [...scopes.map((name) => `${requested.resource ?? ''}/${name}`), ...requested.asked]
    : requested.asked;
  return [...ofResource, ...requested.signIn.filter((name) => name !== 'offline_access')].join(' ');
}

/**
 * The answer to a redeemed code or refresh token.
 * @throws Refusal 500011 or 70011 for the scope, 65001 when consent is missing
 */
export async function delegatedResponse(
  context: DevTenantContext,
  signIn: SignIn,
  options: { withRefreshToken: boolean; withClientInfo: boolean },
): Promise<TokenResponse> {
  const { tenant, user, client, redirectKind } = signIn;
  const requested = parseScope(signIn.scope);
  const resource = resourceOf(context, requested, tenant);
  checkScopeNames(requested, resource);
  const scopes = grantedScopes(context, user, client, resource, requested);
  const { appId, displayName } = client;
  const authenticated = redirectKind === 'web';
  const { token, expiresIn } = await issueDelegatedToken(context, {
    tenant,
    user,
    client: { appId, displayName, authenticated },
    resource,
    scopes,
  });
  return {
    token_type: 'Bearer',
    scope: scopeEcho(requested, scopes),
    expires_in: expiresIn,
    ext_expires_in: expiresIn,
    access_token: token,
    ...(options.withRefreshToken && (await refreshFields(context, signIn))),
    ...(requested.signIn.includes('openid') && { id_token: await issueIdToken(context, signIn, expiresIn) }),
    ...(options.withClientInfo && { client_info: clientInfo(user, tenant) }),
  };
}

async function refreshFields(
  context: DevTenantContext,
  { tenant, user, client, scope, redirectKind, mfa, signedInAt }: SignIn,
): Promise<Pick<TokenResponse, 'refresh_token' | 'refresh_token_expires_in'>> {
  const issuedAt = context.now();
  const refreshToken = await sealRefreshToken(context, {
    tenantId: tenant.id,
    userId: user.id,
    clientId: client.appId,
    scope,
    redirectKind,
    mfa,
    issuedAt,
    signedInAt,
  });
  if (redirectKind !== 'spa') return { refresh_token: refreshToken };
  const left = Math.floor((signedInAt + spaLimit - issuedAt) / 1000);
  return { refresh_token: refreshToken, refresh_token_expires_in: left };
}
