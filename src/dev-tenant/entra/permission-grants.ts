import type { DevTenantContext } from '../context.ts';
import type { OAuth2PermissionGrant } from '../directory/model.ts';

/** Which client may act at which resource, for one person or for everyone (userId null). */
export type GrantKey = Pick<OAuth2PermissionGrant, 'tenantId' | 'clientAppId' | 'resourceAppId' | 'userId'>;

export const isGrantOf = (grant: OAuth2PermissionGrant, key: GrantKey): boolean =>
  grant.tenantId === key.tenantId &&
  grant.clientAppId === key.clientAppId &&
  grant.resourceAppId === key.resourceAppId &&
  grant.userId === key.userId;

/** Delegated permissions recorded under a key, whether they have spread or not. */
export const recordedScopes = ({ directory }: DevTenantContext, key: GrantKey): string[] => [
  ...new Set(
    directory.oauth2PermissionGrants.filter((grant) => isGrantOf(grant, key)).flatMap((g) => g.scopes),
  ),
];

/** Adds what is not granted yet. Each addition keeps its own time, from which it spreads. */
export function addScopes(context: DevTenantContext, key: GrantKey, scopes: readonly string[]): void {
  const held = recordedScopes(context, key);
  const added = [...new Set(scopes)].filter((scope) => !held.includes(scope));
  if (added.length === 0) return;
  const { tenantId, clientAppId, resourceAppId, userId } = key;
  context.directory.oauth2PermissionGrants.push({
    tenantId,
    clientAppId,
    resourceAppId,
    userId,
    scopes: added,
    grantedAt: new Date(context.now()).toISOString(),
  });
}

/** Leaves exactly these: others end at once, held ones keep the time of their grant. */
export function replaceScopes(context: DevTenantContext, key: GrantKey, scopes: readonly string[]): void {
  const { directory } = context;
  directory.oauth2PermissionGrants = directory.oauth2PermissionGrants.flatMap((grant) => {
    if (!isGrantOf(grant, key)) return [grant];
    const kept = grant.scopes.filter((scope) => scopes.includes(scope));
    return kept.length > 0 ? [{ ...grant, scopes: kept }] : [];
  });
  addScopes(context, key, scopes);
}
