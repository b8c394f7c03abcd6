import type { DevTenantContext } from '../context.ts';
import type { Application, Tenant, User } from '../directory/model.ts';
import { issueDelegatedToken, signInName } from './access-token.ts';
import { findClient, servicePrincipalOf } from './client.ts';
import { grantedScopes } from './consent.ts';
import { issueIdToken } from './delegated-response.ts';
import { checkPerson } from './person-checks.ts';
import { Refusal } from './refusal.ts';
import { consentMissing, grantInvalid } from './grant-refusals.ts';
import { applicationNotFound } from './refusals.ts';
import { checkScopeNames, parseScope, resourceOf, type RequestedScope, type Resource } from './scope.ts';

export interface HostTokenRequest {
  userId: string;
  /** The application the tab belongs to. */
  clientId: string;
  /** As msal asks for them; with `getAuthToken` the application's own scopes. */
  scopes: string[];
  /** A client of Microsoft's for `getAuthToken`; the application itself for nested app authentication. */
  hostClientId: string;
}

/** The account as msal names its parts. */
export interface HostAccount {
  homeAccountId: string;
  environment: string;
  tenantId: string;
  username: string;
  localAccountId: string;
  name: string;
}

export type HostTokenResult =
  | {
      ok: true;
      accessToken: string;
      idToken: string;
      /** Seconds. */
      expiresIn: number;
      scope: string;
      account: HostAccount;
    }
  | { ok: false; error: string; subError?: string; description: string; code: number };

/** Pre-authorised hosts need no consent ("Expose an API", authorized client applications); others do not get one. */
function hostScopes(
  context: DevTenantContext,
  user: User,
  client: Application,
  resource: Resource,
  scope: RequestedScope,
  hostClientId: string,
): string[] {
  if (hostClientId === client.appId) return grantedScopes(context, user, client, resource, scope);
  const ownApi = resource.application.appId === client.appId;
  if (!ownApi || !client.preAuthorizedClientIds.includes(hostClientId)) {
    throw consentMissing(client.appId, client.displayName);
  }
  return scope.names.includes('.default') ? client.scopes.map(({ value }) => value) : scope.names;
}

function findHolder({ directory }: DevTenantContext, userId: string): { user: User; tenant: Tenant } {
  const user = directory.users.find(({ id }) => id === userId);
  const tenant = directory.tenants.find(({ id }) => id === user?.tenantId);
  if (!user || !tenant) throw grantInvalid();
  return { user, tenant };
}

async function issue(context: DevTenantContext, request: HostTokenRequest): Promise<HostTokenResult> {
  const { user, tenant } = findHolder(context, request.userId);
  const client = findClient(context, { kind: 'tenant', tenant }, request.clientId);
  if (!servicePrincipalOf(context, tenant.id, client.appId))
    throw applicationNotFound(client.appId, tenant.displayName);
  checkPerson(context, user, client, false);
  const scopeText = request.scopes.join(' ');
  const requested = parseScope(scopeText);
  const resource = resourceOf(context, requested, tenant);
  checkScopeNames(requested, resource);
  const scopes = hostScopes(context, user, client, resource, requested, request.hostClientId);
  // Host and tab are public clients: no secret takes part.
  const issuedTo = { appId: request.hostClientId, displayName: client.displayName, authenticated: false };
  const { token, expiresIn } = await issueDelegatedToken(context, {
    tenant,
    user,
    client: issuedTo,
    resource,
    scopes,
  });
  return {
    ok: true,
    accessToken: token,
    idToken: await issueIdToken(
      context,
      { tenant, user, client, scope: scopeText, nonce: undefined },
      expiresIn,
    ),
    expiresIn,
    scope: [...requested.asked, ...requested.signIn].join(' '),
    account: {
      homeAccountId: `${user.id}.${tenant.id}`,
      environment: new URL(context.baseUrl()).host,
      tenantId: tenant.id,
      username: signInName(user),
      localAccountId: user.id,
      name: user.displayName,
    },
  };
}

/**
 * What Teams or Outlook does for a tab on behalf of the person signed in to it: `getAuthToken` (a token for the tab's
 * own API, asked for by the host) or nested app authentication (a token of the tab's own application). A refusal is a
 * value with Entra's words.
 */
export async function issueHostToken(
  context: DevTenantContext,
  request: HostTokenRequest,
): Promise<HostTokenResult> {
  try {
    return await issue(context, request);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, suberror, message } = error;
    return {
      ok: false,
      error: error.error,
      ...(suberror !== undefined && { subError: suberror }),
      description: message,
      code,
    };
  }
}
