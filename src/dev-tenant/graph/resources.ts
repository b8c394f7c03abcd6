import type { GraphCall } from './call.ts';
import { meNeedsDelegatedToken, methodNotAllowed, unknownSegment } from './refusals.ts';
import type { VerifiedToken } from '../context.ts';
import type { GraphModule } from './modules.ts';
import type { Access } from './rights.ts';

/** What a path below `/v1.0` addresses. */
export type Operation =
  | { does: 'read-user' }
  | { does: 'send-mail' }
  | { does: 'list-folders' | 'read-folder' | 'list-folder-messages' | 'list-task-lists' | 'read-task-list' }
  | { does: 'list' | 'read' | 'create' | 'delete'; of: 'events' | 'contacts' | 'messages' | 'tasks' };

export interface Resource {
  method: 'GET' | 'POST' | 'DELETE';
  /** Segments; those in braces are values. */
  path: readonly string[];
  module: GraphModule;
  access: Access;
  operation: Operation;
}

export interface MatchedResource extends Resource {
  /** User of the path, object id or user principal name. */
  user: string;
  /** Value of `{id}` or `{list}` where the path has one. */
  id: string;
  list: string;
}

function resource(
  request: string,
  module: GraphModule,
  operation: Operation,
  access: Access = request.startsWith('GET') ? 'read' : 'write',
): Resource {
  const [method, path = ''] = request.split(' ');
  return { method: method as Resource['method'], path: path.split('/'), module, access, operation };
}

function collection(
  path: string,
  module: GraphModule,
  of: 'events' | 'contacts' | 'messages' | 'tasks',
): Resource[] {
  return [
    resource(`GET ${path}`, module, { does: 'list', of }),
    resource(`POST ${path}`, module, { does: 'create', of }),
    resource(`GET ${path}/{id}`, module, { does: 'read', of }),
    resource(`DELETE ${path}/{id}`, module, { does: 'delete', of }),
  ];
}

const resources: readonly Resource[] = [
  resource('GET users/{user}', 'directory', { does: 'read-user' }),
  ...collection('users/{user}/events', 'calendar', 'events'),
  ...collection('users/{user}/contacts', 'contacts', 'contacts'),
  ...collection('users/{user}/messages', 'mail', 'messages'),
  ...collection('users/{user}/todo/lists/{list}/tasks', 'to-do', 'tasks'),
  resource('GET users/{user}/todo/lists', 'to-do', { does: 'list-task-lists' }),
  resource('GET users/{user}/todo/lists/{list}', 'to-do', { does: 'read-task-list' }),
  resource('GET users/{user}/mailFolders', 'mail', { does: 'list-folders' }),
  resource('GET users/{user}/mailFolders/{id}', 'mail', { does: 'read-folder' }),
  resource('GET users/{user}/mailFolders/{id}/messages', 'mail', { does: 'list-folder-messages' }),
  resource('POST users/{user}/sendMail', 'mail-sending', { does: 'send-mail' }),
];

/**
 * Finds what the call addresses; `/me` stands for the person of a delegated token.
 *
 * @throws GraphError 400 for an unknown segment or `/me` without a person, 405 for a method the path does not take
 */
export function findResource(call: GraphCall, token: VerifiedToken): MatchedResource {
  const segments = withoutMe(call.segments, token);
  const onPath = resources.filter(({ path }) => path.length === segments.length && agrees(path, segments));
  if (onPath.length === 0) throw unknownSegment(firstUnknown(segments));
  const found = onPath.find(({ method }) => method === call.method);
  if (!found) throw methodNotAllowed();
  const valueOf = (name: string) => segments[found.path.indexOf(`{${name}}`)] ?? '';
  return { ...found, user: valueOf('user'), id: valueOf('id'), list: valueOf('list') };
}

function withoutMe(segments: string[], token: VerifiedToken): string[] {
  if (segments[0]?.toLowerCase() !== 'me') return segments;
  if (token.userId === null) throw meNeedsDelegatedToken();
  return ['users', token.userId, ...segments.slice(1)];
}

function agrees(path: readonly string[], segments: readonly string[]): boolean {
  return segments.every((segment, at) => {
    const expected = path[at];
    return expected?.startsWith('{') || expected?.toLowerCase() === segment.toLowerCase();
  });
}

function firstUnknown(segments: string[]): string {
  const known = (length: number) => resources.some(({ path }) => agrees(path, segments.slice(0, length)));
  const at = segments.findIndex((_segment, index) => !known(index + 1));
  return segments.at(at) ?? '';
}
