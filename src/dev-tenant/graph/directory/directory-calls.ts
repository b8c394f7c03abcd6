import type { DevTenantContext, VerifiedToken } from '../../context.ts';
import type { GraphAnswer, GraphCall } from '../call.ts';
import { methodNotAllowed, unknownSegment } from '../refusals.ts';
import { createAssignment, deleteAssignment, listAssignments } from './app-role-assignments.ts';
import * as applications from './applications.ts';
import type { DirectoryHandler } from './directory-request.ts';
import * as grants from './oauth2-permission-grants.ts';
import { addOwner, listOwners } from './owners.ts';
import { addPassword, removePassword } from './password-credentials.ts';
import * as servicePrincipals from './service-principals.ts';

type Operations = Readonly<Partial<Record<string, DirectoryHandler>>>;

const assignments = (side: 'appRoleAssignments' | 'appRoleAssignedTo'): [string, Operations][] => [
  [`servicePrincipals/*/${side}`, { GET: listAssignments(side), POST: createAssignment(side) }],
  [`servicePrincipals/*/${side}/*`, { DELETE: deleteAssignment(side) }],
];

/** What a path offers, by method; a star stands for a value. */
const paths: readonly [string, Operations][] = [
  ['applications', { GET: applications.listApplications, POST: applications.createApplication }],
  [
    'applications/*',
    {
      GET: applications.readApplication,
      PATCH: applications.updateApplication,
      DELETE: applications.deleteApplication,
    },
  ],
  ['applications/*/addPassword', { POST: addPassword }],
  ['applications/*/removePassword', { POST: removePassword }],
  ['applications/*/owners', { GET: listOwners }],
  ['applications/*/owners/$ref', { POST: addOwner }],
  [
    'servicePrincipals',
    { GET: servicePrincipals.listServicePrincipals, POST: servicePrincipals.createServicePrincipal },
  ],
  [
    'servicePrincipals/*',
    { GET: servicePrincipals.readServicePrincipal, PATCH: servicePrincipals.updateServicePrincipal },
  ],
  ...assignments('appRoleAssignments'),
  ...assignments('appRoleAssignedTo'),
  ['oauth2PermissionGrants', { GET: grants.listGrants, POST: grants.createGrant }],
  [
    'oauth2PermissionGrants/*',
    { GET: grants.readGrant, PATCH: grants.updateGrant, DELETE: grants.deleteGrant },
  ],
];

const roots = new Set(paths.map(([path]) => path.split('/', 1).join().toLowerCase()));

/** `applications(appId='...')` addresses as `applications/{id}` does: the key becomes a segment of its own. */
function segmentsOf({ segments }: GraphCall): string[] {
  const [first = '', ...rest] = segments;
  const [, root, key] = /^(\w+)\((.*)\)$/.exec(first) ?? [];
  return root === undefined ? segments : [root, key ?? '', ...rest];
}

/** Whether a call concerns applications, service principals or grants. */
export const addressesDirectory = (call: GraphCall): boolean =>
  roots.has(segmentsOf(call)[0]?.toLowerCase() ?? '');

function valuesAt(path: string, segments: readonly string[]): string[] | undefined {
  const expected = path.split('/');
  const agrees =
    expected.length === segments.length &&
    expected.every((name, at) => name === '*' || name.toLowerCase() === segments[at]?.toLowerCase());
  return agrees ? segments.filter((_, at) => expected[at] === '*') : undefined;
}

/**
 * Answers a call for which `addressesDirectory` holds, and saves what it changed.
 *
 * @throws GraphError for every refusal
 */
export async function answerDirectoryCall(
  context: DevTenantContext,
  token: VerifiedToken,
  call: GraphCall,
): Promise<GraphAnswer> {
  const segments = segmentsOf(call);
  for (const [path, operations] of paths) {
    const values = valuesAt(path, segments);
    if (!values) continue;
    const handle = operations[call.method];
    if (!handle) throw methodNotAllowed();
    const answer = handle({ context, token, call, values });
    if (call.method !== 'GET') await context.save();
    return answer;
  }
  throw unknownSegment(segments.at(-1) ?? '');
}
