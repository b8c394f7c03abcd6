import type { z } from 'zod';

import type { DevTenantContext, VerifiedToken } from '../../context.ts';
import type { Application, Directory, ServicePrincipal, User } from '../../directory/model.ts';
import type { GraphAnswer, GraphCall } from '../call.ts';
import { directoryObjectNotFound, unknownProperty, unreadableJson } from '../refusals.ts';
import { invalidValue } from './directory-refusals.ts';

/** A call that concerns the directory of the token's tenant. */
export interface DirectoryRequest {
  context: DevTenantContext;
  token: VerifiedToken;
  call: GraphCall;
  /** Values of the path, in order. */
  values: readonly string[];
}

/** Changes nothing before everything is checked, so that a refused call leaves the directory as it was. */
export type DirectoryHandler = (request: DirectoryRequest) => GraphAnswer;

export const noContent: GraphAnswer = { status: 204, headers: {}, body: undefined };

/** One object with its `@odata.context`. */
export const entity = (
  { context }: DirectoryRequest,
  collection: string,
  body: object,
  status = 200,
): GraphAnswer => ({
  status,
  headers: {},
  body: { '@odata.context': `${context.baseUrl()}/graph/v1.0/$metadata#${collection}/$entity`, ...body },
});

/**
 * Reads a body by its schema.
 *
 * @param type the resource's name, for the wording of a refusal
 * @throws GraphError 400 for no object, an unknown property or a value that does not fit
 */
export function bodyOf<Body>({ call }: DirectoryRequest, schema: z.ZodType<Body>, type: string): Body {
  const given = call.body;
  if (typeof given !== 'object' || given === null) throw unreadableJson();
  const annotated = Object.entries(given).filter(([name]) => !name.startsWith('@odata.'));
  const read = schema.safeParse(Object.fromEntries(annotated));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  if (issue?.code === 'unrecognized_keys') throw unknownProperty(issue.keys[0] ?? '', type);
  throw invalidValue(issue?.path.join('.') ?? '', type);
}

/** The value that stands for `(appId='...')` in the place of an object id. */
const appIdKey = /^appId='([^']*)'$/i;

function findByKey<Item extends { id: string; appId: string; tenantId: string }>(
  items: readonly Item[],
  tenantId: string,
  key: string,
): Item {
  const appId = appIdKey.exec(key)?.[1]?.toLowerCase();
  const found = items.find(
    (item) => item.tenantId === tenantId && (appId ? item.appId === appId : item.id === key.toLowerCase()),
  );
  if (!found) throw directoryObjectNotFound(appId ?? key);
  return found;
}

/** @throws GraphError 404 when the tenant has registered no such application */
export const findApplication = ({ context, token, values: [key = ''] }: DirectoryRequest): Application =>
  findByKey(context.directory.applications, token.tenantId, key);

/** @throws GraphError 404 when the tenant has no such enterprise application */
export const findServicePrincipal = (
  { context, token, values: [key = ''] }: DirectoryRequest,
  named = key,
): ServicePrincipal => findByKey(context.directory.servicePrincipals, token.tenantId, named);

/** A person or a service principal of the tenant: what may own an application or hold an app role. */
export const findPrincipal = (
  { users, servicePrincipals }: Directory,
  tenantId: string,
  id: string,
): User | ServicePrincipal | undefined =>
  [...users, ...servicePrincipals].find((one) => one.tenantId === tenantId && one.id === id);
