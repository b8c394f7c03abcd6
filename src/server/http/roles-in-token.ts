import type { Role } from '../../shared/domain/roles.ts';

/** Role template ids of Microsoft Entra built-in roles, as they appear in the claim `wids`. */
const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';
const privilegedRoleAdministrator = 'e8611ab8-c189-46e8-94e1-60213ab1f814';
const applicationAdministrator = '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3';
const cloudApplicationAdministrator = '158c047a-c907-4556-b7ef-446551a6b5f7';

/** Only these two may consent to Graph's application permissions; the application administrators may not. */
const mayConsent: readonly string[] = [globalAdministrator, privilegedRoleAdministrator];
const mayAdminister: readonly string[] = [
  ...mayConsent,
  applicationAdministrator,
  cloudApplicationAdministrator,
];

export interface RoleClaims {
  /** App roles of our own enterprise application. */
  roles: readonly string[];
  /** Directory roles; undefined when the application's manifest does not ask for them. */
  wids: readonly string[] | undefined;
}

/** What the claims allow here. `Operator` counts in the operator's own tenant alone. */
export function rolesInToken(claims: RoleClaims, isOperatorTenant: boolean): Role[] {
  const isAdmin =
    claims.roles.includes('Admin') || (claims.wids ?? []).some((id) => mayAdminister.includes(id));
  const roles: Role[] = ['User'];
  if (isAdmin) roles.push('Admin');
  if (claims.roles.includes('Reader')) roles.push('Reader');
  if (claims.roles.includes('Operator') && isOperatorTenant) roles.push('Operator');
  return roles;
}

/**
 * Ordinary people carry a placeholder id in `wids`, so an empty list means that the claim told nothing.
 */
export function canConsent(wids: readonly string[] | undefined): boolean | null {
  if (wids === undefined || wids.length === 0) return null;
  return wids.some((id) => mayConsent.includes(id));
}
