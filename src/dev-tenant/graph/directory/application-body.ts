import { z } from 'zod';

import type { Application, Directory } from '../../directory/model.ts';
import { redirectUrisProblem } from '../../directory/redirect-uris.ts';
import { setRequiredPermissions, type RequiredPermissions } from '../../directory/required-permissions.ts';
import { badDirectoryRequest } from './directory-refusals.ts';
import { fromResourceAccess } from './permission-ids.ts';

const guid = z.guid().toLowerCase();
const uris = z.array(z.string().max(2048)).max(1000);
const redirects = z.strictObject({ redirectUris: uris.optional() });

/**
 * What may be written of an application. Secrets are no part of it: they are made by addPassword ("Create
 * application").
 */
export const applicationBody = z.strictObject({
  displayName: z.string().trim().min(1).max(256).optional(),
  signInAudience: z.enum(['AzureADMyOrg', 'AzureADMultipleOrgs']).optional(),
  identifierUris: z.array(z.url().max(255)).max(50).optional(),
  groupMembershipClaims: z.enum(['None', 'DirectoryRole']).nullable().optional(),
  api: z
    .strictObject({ requestedAccessTokenVersion: z.union([z.literal(1), z.literal(2), z.null()]).optional() })
    .optional(),
  web: z
    .strictObject({ redirectUris: uris.optional(), homePageUrl: z.null(), logoutUrl: z.null() })
    .partial()
    .optional(),
  spa: redirects.optional(),
  publicClient: redirects.optional(),
  requiredResourceAccess: z
    .array(
      z.strictObject({
        resourceAppId: guid,
        resourceAccess: z.array(z.strictObject({ id: guid, type: z.enum(['Scope', 'Role']) })).max(400),
      }),
    )
    .max(50)
    .optional(),
});
export type ApplicationBody = z.infer<typeof applicationBody>;

function redirectUrisOf(
  { web, spa, publicClient }: ApplicationBody,
  present: Application['redirectUris'],
): Application['redirectUris'] {
  const wanted = {
    web: web?.redirectUris ?? present.web,
    spa: spa?.redirectUris ?? present.spa,
    publicClient: publicClient?.redirectUris ?? present.publicClient,
  };
  const problem = redirectUrisProblem(wanted);
  if (problem !== undefined) throw badDirectoryRequest(problem);
  return wanted;
}

function requiredPermissions(
  { applications }: Directory,
  listed: NonNullable<ApplicationBody['requiredResourceAccess']>,
): RequiredPermissions[] {
  return listed.map(({ resourceAppId, resourceAccess }) => {
    const resource = applications.find(({ appId }) => appId === resourceAppId);
    const required = resource ? fromResourceAccess(resource, resourceAccess) : { unknown: resourceAppId };
    // Entra keeps ids it does not know; here permissions are kept by name.
    if ('unknown' in required) {
      throw badDirectoryRequest(
        `Permission '${required.unknown}' was not found on application '${resourceAppId}'.`,
      );
    }
    return required;
  });
}

/**
 * Writes what the body names and leaves the rest.
 *
 * @throws GraphError 400 before anything is written
 */
export function writeApplication(
  directory: Directory,
  application: Application,
  body: ApplicationBody,
): void {
  const redirectUris = redirectUrisOf(body, application.redirectUris);
  const { requiredResourceAccess: listed, displayName, signInAudience, identifierUris } = body;
  const required = listed && requiredPermissions(directory, listed);
  const version = body.api?.requestedAccessTokenVersion;
  const { groupMembershipClaims: claims } = body;
  Object.assign(application, {
    redirectUris,
    ...(displayName !== undefined && { displayName }),
    ...(signInAudience && { signInAudience }),
    ...(identifierUris && { identifierUris }),
    ...(claims !== undefined && { groupMembershipClaims: claims ?? 'None' }),
    ...(version !== undefined && { requestedAccessTokenVersion: version ?? 1 }),
  } satisfies Partial<Application>);
  if (required) setRequiredPermissions(application, required);
}
