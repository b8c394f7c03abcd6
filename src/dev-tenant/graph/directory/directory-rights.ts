import type { Application, User } from '../../directory/model.ts';
import { mayChangeApplication } from '../../directory/who-may.ts';
import { servicePrincipalOf } from '../../entra/client.ts';
import { directoryDenied } from '../refusals.ts';
import { isAppOnly } from '../rights.ts';
import type { DirectoryRequest } from './directory-request.ts';

/** Permissions of which a call needs one, as the page of the operation lists them. */
export interface Rights {
  delegated: readonly string[];
  application: readonly string[];
}

const both = (...permissions: string[]): Rights => ({ delegated: permissions, application: permissions });

const readers = ['Application.Read.All', 'Application.ReadWrite.All', 'Directory.Read.All'];
export const readRights: Rights = {
  delegated: readers,
  application: [...readers, 'Application.ReadWrite.OwnedBy'],
};
export const createRights = both('AppRegistration.Create', 'Application.ReadWrite.All');
export const assignRights = both('AppRoleAssignment.ReadWrite.All');
export const readGrantRights = both('Directory.Read.All', 'DelegatedPermissionGrant.ReadWrite.All');
export const grantRights = both('DelegatedPermissionGrant.ReadWrite.All');

/** Object id of who calls: a person, or the application's own service principal. */
export function callerId({ context, token }: DirectoryRequest): string | undefined {
  return token.userId ?? servicePrincipalOf(context, token.tenantId, token.appId)?.id;
}

/** "Default user permissions": members read registrations, guests do not. */
export const isMember = (user: User): boolean => user.userType === 'Member';

/**
 * Demands a permission of the token and, behind a delegated one, what the person may do.
 *
 * @throws GraphError 403 Authorization_RequestDenied
 */
export function demand(
  { context, token }: DirectoryRequest,
  rights: Rights,
  personMay: (person: User) => boolean,
): void {
  if (isAppOnly(token)) {
    if (!rights.application.some((right) => token.roles.includes(right))) throw directoryDenied();
    return;
  }
  const person = context.directory.users.find(({ id }) => id === token.userId);
  const hasScope = rights.delegated.some((right) => token.scopes.includes(right));
  if (!hasScope || !person || !personMay(person)) throw directoryDenied();
}

/** An application that may only change what it owns (Application.ReadWrite.OwnedBy). */
export function ownsAsApp(request: DirectoryRequest, application: Application): boolean {
  const { token } = request;
  if (!isAppOnly(token) || !token.roles.includes('Application.ReadWrite.OwnedBy')) return false;
  const own = callerId(request);
  return own !== undefined && application.owners?.includes(own) === true;
}

/** @throws GraphError 403 unless an administrator, an owner, or an application with the right for all or its own calls */
export function demandChange(request: DirectoryRequest, application: Application): void {
  if (ownsAsApp(request, application)) return;
  demand(request, both('Application.ReadWrite.All'), (person) => mayChangeApplication(person, application));
}
