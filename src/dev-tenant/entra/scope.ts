import type { DevTenantContext } from '../context.ts';
import type { Application, Tenant } from '../directory/model.ts';
import { graphAppId } from '../seed/microsoft-applications.ts';
import { servicePrincipalOf } from './client.ts';
import { resourceNotFound, scopeInvalid, severalResources } from './refusals.ts';

/** Scopes that concern the sign-in itself and belong to no resource ("OpenID Connect scopes"). */
const signInScopes = ['openid', 'profile', 'email', 'offline_access'];

export const graphUri = 'https://graph.microsoft.com';

/** The scope parameter, taken apart; nothing in it has been looked up yet. */
export interface RequestedScope {
  signIn: string[];
  /** The resource as the caller wrote it; undefined when only sign-in scopes were asked for. */
  resource: string | undefined;
  /** Bare names, e.g. `User.Read`, or `.default` alone. */
  names: string[];
  /** The resource's scopes exactly as asked: msal looks tokens up in its cache by them. */
  asked: string[];
}

/** An API in a tenant and the name under which it was asked for, which becomes the audience of v1 tokens. */
export interface Resource {
  application: Application;
  identifier: string;
}

/**
 * Takes the scope parameter apart. A name without a resource is Microsoft Graph's.
 * @throws Refusal 28000 two resources, 70011 `.default` beside single scopes
 */
export function parseScope(scope: string): RequestedScope {
  const words = [...new Set(scope.split(/\s+/).filter(Boolean))];
  const asked = words.filter((word) => !signInScopes.includes(word));
  const parts = asked.map((word) => {
    const slash = word.lastIndexOf('/');
    return slash < 0
      ? { resource: graphUri, name: word }
      : { resource: word.slice(0, slash), name: word.slice(slash + 1) };
  });
  const resources = new Set(parts.map(({ resource }) => resource));
  if (resources.size > 1) throw severalResources(scope);
  const names = parts.map(({ name }) => name);
  if (names.includes('.default') && names.length > 1) {
    throw scopeInvalid(scope, 'is not valid: .default cannot be combined with resource-specific scopes.');
  }
  const [resource] = resources;
  return { signIn: words.filter((word) => signInScopes.includes(word)), resource, names, asked };
}

const withoutSlash = (identifier: string): string => identifier.replace(/\/+$/, '');

/**
 * Finds the API: by identifier URI, application id or `api://{application id}`; Graph also by its address here.
 * @throws Refusal 500011 when the tenant does not know it
 */
export function findResource(context: DevTenantContext, identifier: string, tenant: Tenant): Resource {
  const wanted = withoutSlash(identifier);
  const application = context.directory.applications.find(
    ({ appId, identifierUris }) =>
      wanted === appId ||
      wanted === `api://${appId}` ||
      identifierUris.includes(wanted) ||
      (appId === graphAppId && wanted === `${context.baseUrl()}/graph`),
  );
  if (!application || !servicePrincipalOf(context, tenant.id, application.appId)) {
    throw resourceNotFound(identifier, tenant.displayName);
  }
  return { application, identifier: wanted };
}

/** The API of a parsed scope; a sign-in without an API gets a Graph token, good for its userinfo endpoint. */
export const resourceOf = (context: DevTenantContext, scope: RequestedScope, tenant: Tenant): Resource =>
  findResource(context, scope.resource ?? graphUri, tenant);

/** @throws Refusal 70011 for a name the API does not offer */
export function checkScopeNames(scope: RequestedScope, { application }: Resource): void {
  for (const name of scope.names) {
    const known = name === '.default' || application.scopes.some(({ value }) => value === name);
    if (!known) throw scopeInvalid(name, 'does not exist on the resource.');
  }
}
