import type { Application } from '../../directory/model.ts';
import type { RequiredPermissions } from '../../directory/required-permissions.ts';
import { defaultAccess } from '../../entra/permissions.ts';

/** Graph names permissions by id; the directory of the dev tenant keeps their values, as tokens do. */

/** "appRoleAssignment": the id of zeros assigns without a role. */
const noRole = '00000000-0000-0000-0000-000000000000';

export const roleId = (resource: Application | undefined, value: string): string =>
  resource?.appRoles.find((role) => role.value === value)?.id ?? noRole;

/** The value of an app role that the resource offers to this kind of member, or undefined. */
export function roleValue(
  resource: Application,
  id: string,
  member: 'User' | 'Application',
): string | undefined {
  if (id === noRole) return defaultAccess;
  return resource.appRoles.find((role) => role.id === id && role.allowedMemberTypes.includes(member))?.value;
}

export interface ResourceAccess {
  id: string;
  type: 'Scope' | 'Role';
}

export function toResourceAccess(
  resource: Application | undefined,
  { scopes, roles }: RequiredPermissions,
): ResourceAccess[] {
  const access = (
    offered: readonly { id: string; value: string }[] | undefined,
    names: readonly string[],
    type: ResourceAccess['type'],
  ): ResourceAccess[] =>
    (offered ?? []).filter(({ value }) => names.includes(value)).map(({ id }) => ({ id, type }));
  return [...access(resource?.scopes, scopes, 'Scope'), ...access(resource?.appRoles, roles, 'Role')];
}

/** The names behind the ids, or the first id that the resource does not offer. */
export function fromResourceAccess(
  resource: Application,
  accesses: readonly ResourceAccess[],
): RequiredPermissions | { unknown: string } {
  const required: RequiredPermissions = { resourceAppId: resource.appId, scopes: [], roles: [] };
  for (const { id, type } of accesses) {
    const offered = type === 'Scope' ? resource.scopes : resource.appRoles;
    const found = offered.find((permission) => permission.id === id);
    if (!found) return { unknown: id };
    (type === 'Scope' ? required.scopes : required.roles).push(found.value);
  }
  return required;
}
