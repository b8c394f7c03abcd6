import { createHash, randomBytes, randomInt } from 'node:crypto';

import { SignJWT, type JWTPayload } from 'jose';

import type { DevTenantContext } from '../context.ts';
import type { Application, Tenant, User } from '../directory/model.ts';
import { graphAppId } from '../seed/microsoft-applications.ts';
import { servicePrincipalOf } from './client.ts';
import { clientFault } from './client-faults.ts';
import { appRolesOfUser } from './permissions.ts';
import { graphUri, type Resource } from './scope.ts';

export interface IssuedToken {
  token: string;
  /** Seconds. */
  expiresIn: number;
}

/** Template ids that Entra puts into `wids` of people without an administrative role. */
const ordinaryMember = 'b79fbf4d-3ef9-4689-8143-76b194e85509';
const ordinaryGuest = '10dae51f-b6af-4016-8d66-8c2a99b929b3';

export const issuerOf = (context: DevTenantContext, tenantId: string, version: 1 | 2): string =>
  version === 1 ? `https://sts.windows.net/${tenantId}/` : `${context.baseUrl()}/${tenantId}/v2.0`;

/** `sub` is pairwise: another for every application ("ID token claims reference"). */
export const pairwiseSubject = (userId: string, appId: string): string =>
  createHash('sha256').update(`${userId}|${appId}`).digest('base64url');

/** What a person is called in tokens; a guest by the home address. */
export const signInName = (user: User): string =>
  user.userType === 'Guest' && user.mail !== null ? user.mail : user.userPrincipalName;

export async function signToken(
  context: DevTenantContext,
  claims: JWTPayload,
  seconds: number,
): Promise<string> {
  const issuedAt = Math.floor(context.now() / 1000);
  const { kid, privateKey } = context.keys.current;
  return new SignJWT({ ...claims, uti: randomBytes(16).toString('base64url') })
    .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid })
    .setIssuedAt(issuedAt)
    .setNotBefore(issuedAt)
    .setExpirationTime(issuedAt + seconds)
    .sign(privateKey);
}

function audienceOf(context: DevTenantContext, resource: Resource, clientAppId: string): string {
  const { application, identifier } = resource;
  if (clientFault(context, 'token-wrong-audience', clientAppId)) {
    return application.appId === graphAppId ? 'https://outlook.office.com' : graphUri;
  }
  // Asked for by its address here, Graph is still Graph: resources know their one audience.
  if (application.appId === graphAppId) return graphUri;
  return application.requestedAccessTokenVersion === 2 ? application.appId : identifier;
}

/** Directory roles of a person, for applications whose registration asks for them (`groupMembershipClaims`). */
export const directoryRoleClaim = (user: User, application: Application): { wids?: string[] } =>
  application.groupMembershipClaims === 'DirectoryRole'
    ? { wids: [...user.directoryRoles, user.userType === 'Guest' ? ordinaryGuest : ordinaryMember] }
    : {};

// Life of a token: "Configurable token lifetimes", a random 60 to 90 minutes.
const lifeInSeconds = (): number => randomInt(3600, 5401);

async function issue(
  context: DevTenantContext,
  tenant: Tenant,
  resource: Resource,
  client: { appId: string; authenticated: boolean; displayName: string },
  claims: JWTPayload,
): Promise<IssuedToken> {
  const version = resource.application.requestedAccessTokenVersion;
  const authentication = client.authenticated ? '1' : '0';
  const clientClaims =
    version === 1
      ? { appid: client.appId, appidacr: authentication, app_displayname: client.displayName }
      : { azp: client.appId, azpacr: authentication };
  const expiresIn = lifeInSeconds();
  const common = {
    aud: audienceOf(context, resource, client.appId),
    iss: issuerOf(context, tenant.id, version),
    tid: tenant.id,
    ver: `${version}.0`,
  };
  return { token: await signToken(context, { ...common, ...clientClaims, ...claims }, expiresIn), expiresIn };
}

/** An app-only token; `roles` is left out when nothing is consented ("Access token claims reference"). */
export async function issueAppToken(
  context: DevTenantContext,
  tenant: Tenant,
  client: Application,
  resource: Resource,
  roles: string[],
): Promise<IssuedToken> {
  const principalId = servicePrincipalOf(context, tenant.id, client.appId)?.id ?? client.id;
  return issue(
    context,
    tenant,
    resource,
    { ...client, authenticated: true },
    {
      idtyp: 'app',
      oid: principalId,
      sub: principalId,
      ...(roles.length > 0 && { roles }),
    },
  );
}

export interface DelegatedTokenRequest {
  tenant: Tenant;
  user: User;
  client: { appId: string; authenticated: boolean; displayName: string };
  resource: Resource;
  scopes: string[];
}

/** A token of a client on behalf of a person, in the version the resource asks for. */
export async function issueDelegatedToken(
  context: DevTenantContext,
  { tenant, user, client, resource, scopes }: DelegatedTokenRequest,
): Promise<IssuedToken> {
  const { application } = resource;
  const roles = appRolesOfUser(context, user, application.appId);
  const name = signInName(user);
  return issue(context, tenant, resource, client, {
    oid: user.id,
    sub: pairwiseSubject(user.id, application.appId),
    name: user.displayName,
    scp: scopes.join(' '),
    ...(application.requestedAccessTokenVersion === 1
      ? { upn: name, unique_name: name }
      : { preferred_username: name }),
    ...(roles.length > 0 && { roles }),
    ...directoryRoleClaim(user, application),
  });
}
