import type { DevTenantContext, VerifiedToken } from '../context.ts';
import type { GraphCall } from './call.ts';
import { findUser } from './mailbox-access.ts';
import { checkOptions, checkProperty, type Resource, type ResourceType } from './odata.ts';
import { directoryDenied, directoryObjectNotFound } from './refusals.ts';
import { isAppOnly, tokenAllows, tokenAllowsOwnProfile } from './rights.ts';

// Microsoft Graph, "Get a user": what comes without $select, and what has to be asked for.
const defaultProperties = [
  ...['businessPhones', 'displayName', 'givenName', 'jobTitle', 'mail', 'mobilePhone', 'officeLocation'],
  ...['preferredLanguage', 'surname', 'userPrincipalName', 'id'],
];
const userType: ResourceType = {
  name: 'user',
  properties: [...defaultProperties, 'accountEnabled', 'proxyAddresses', 'userType', 'otherMails'],
};
// Microsoft Graph permissions reference: what User.ReadBasic.All shows of other people.
const basicProperties = ['displayName', 'givenName', 'id', 'mail', 'surname', 'userPrincipalName'];

/**
 * `GET /users/{id | userPrincipalName}`.
 *
 * @throws GraphError 403 without a directory right, 404 for a stranger
 */
export function readUser(
  context: DevTenantContext,
  token: VerifiedToken,
  call: GraphCall,
  idOrUpn: string,
): Resource {
  const user = findUser(context, token.tenantId, idOrUpn);
  const isOwn = !isAppOnly(token) && user?.id === token.userId;
  if (!tokenAllows(token, 'directory', 'read') && !(isOwn && tokenAllowsOwnProfile(token)))
    throw directoryDenied();
  if (!user) throw directoryObjectNotFound(idOrUpn);

  checkOptions(call.query);
  const names =
    call.query
      .get('$select')
      ?.split(',')
      .map((name) => name.trim()) ?? defaultProperties;
  for (const name of names) checkProperty(name, userType);
  const known: Resource = { ...user };
  const isHidden = (name: string) => !isOwn && seesBasicsOnly(token) && !basicProperties.includes(name);
  const shown = names.map((name): [string, unknown] => [
    name,
    isHidden(name) ? null : (known[name] ?? emptyValue(name)),
  ]);
  return {
    '@odata.context': `${context.baseUrl()}/graph/v1.0/$metadata#users/$entity`,
    ...Object.fromEntries(shown),
  };
}

function seesBasicsOnly(token: VerifiedToken): boolean {
  const rights = [...token.roles, ...token.scopes];
  return !rights.some((right) => /^(User|Directory)\.Read(Write)?\.All$/.test(right));
}

function emptyValue(name: string): [] | null {
  return name === 'businessPhones' || name === 'otherMails' ? [] : null;
}
