import { directoryRoles, exchangeAdministrator } from '../seed/identifiers.ts';
import type { Application, User } from './model.ts';

const holdsOneOf = (user: User, roles: readonly string[]): boolean =>
  user.directoryRoles.some((role) => roles.includes(role));

/** Roles that change every registration and enterprise application ("Microsoft Entra built-in roles"). */
const applicationAdministrators = [
  directoryRoles.globalAdministrator,
  directoryRoles.applicationAdministrator,
  directoryRoles.cloudApplicationAdministrator,
];

export const mayChangeApplications = (user: User): boolean => holdsOneOf(user, applicationAdministrators);

/** Administrators change any registration of their tenant, everybody else those they own. */
export const mayChangeApplication = (user: User, application: Application): boolean =>
  user.tenantId === application.tenantId &&
  (mayChangeApplications(user) || application.owners?.includes(user.id) === true);

/** "Configure how users consent to applications" asks for this role, or for Privileged Role Administrator. */
export const mayChangeConsentSettings = (user: User): boolean =>
  holdsOneOf(user, [directoryRoles.globalAdministrator, directoryRoles.privilegedRoleAdministrator]);

/** Mail switches of people and of the organisation. */
export const mayManageMail = (user: User): boolean =>
  holdsOneOf(user, [directoryRoles.globalAdministrator, exchangeAdministrator]);

/** To block a person or end the person's sessions. Assumption: no narrower role exists in the dev tenant. */
export const mayManageUsers = (user: User): boolean => holdsOneOf(user, [directoryRoles.globalAdministrator]);
