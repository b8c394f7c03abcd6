import type { Application } from './model.ts';

export type RequiredPermissions = Application['requiredResourceAccess'][number];

const union = (one: readonly string[], other: readonly string[]): string[] => [
  ...new Set([...one, ...other]),
];

/** One entry for each resource, without repetitions and without empty entries. */
function merged(entries: readonly RequiredPermissions[]): RequiredPermissions[] {
  const byResource = new Map<string, RequiredPermissions>();
  for (const { resourceAppId, scopes, roles } of entries) {
    const known = byResource.get(resourceAppId);
    byResource.set(resourceAppId, {
      resourceAppId,
      scopes: union(known?.scopes ?? [], scopes),
      roles: union(known?.roles ?? [], roles),
    });
  }
  return [...byResource.values()].filter(({ scopes, roles }) => scopes.length + roles.length > 0);
}

/** Replaces what the registration asks for; grants are not touched. */
export function setRequiredPermissions(
  application: Application,
  permissions: readonly RequiredPermissions[],
): void {
  application.requiredResourceAccess = merged(permissions);
}

/** Adds to what the registration asks for; what it lists already stays. */
export function addRequiredPermissions(application: Application, added: RequiredPermissions): void {
  setRequiredPermissions(application, [...application.requiredResourceAccess, added]);
}

/** Takes permissions from the list; what was granted for them stays granted. */
export function removeRequiredPermissions(application: Application, removed: RequiredPermissions): void {
  const left = application.requiredResourceAccess.map((entry) =>
    entry.resourceAppId === removed.resourceAppId
      ? {
          ...entry,
          scopes: entry.scopes.filter((scope) => !removed.scopes.includes(scope)),
          roles: entry.roles.filter((role) => !removed.roles.includes(role)),
        }
      : entry,
  );
  setRequiredPermissions(application, left);
}
