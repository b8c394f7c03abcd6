import type { GraphAnswer } from '../call.ts';
import {
  checkOptions,
  checkProperty,
  filterOf,
  wholeNumber,
  type Resource,
  type ResourceType,
} from '../odata.ts';
import { badRequest } from '../refusals.ts';
import type { DirectoryRequest } from './directory-request.ts';

/** Directory objects come a hundred a page and at most 999 ("Paging Microsoft Graph data in your app"). */
const defaultPageSize = 100;
const largestPage = 999;
const emulated = new Set(['$select', '$top', '$filter', '$skiptoken', '$count']);

const fold = (text: string): string => text.toLowerCase();

/** The properties asked for by `$select`, without adding the id. @throws GraphError 400 on an unknown property */
export function selected(resource: Resource, type: ResourceType, query: URLSearchParams): Resource {
  const wanted = query.get('$select');
  if (wanted === null) return resource;
  const names = wanted.split(',').map((name) => name.trim());
  for (const name of names) checkProperty(name, type);
  return Object.fromEntries(Object.entries(resource).filter(([name]) => names.includes(name)));
}

function positionOf(token: string | null): number {
  if (token === null) return 0;
  const position = Number(Buffer.from(token, 'base64url').toString());
  if (!Number.isSafeInteger(position) || position < 0) throw badRequest('The skip token is not valid.');
  return position;
}

/**
 * One page by `$filter`, `$top`, `$skiptoken`, `$select` and `$count`. Texts compare without regard to case, as
 * directory objects do.
 *
 * @param name of the collection in `@odata.context`
 * @throws GraphError 400 on an option, property or value that is not understood
 */
export function list(
  { context, call }: DirectoryRequest,
  resources: readonly Resource[],
  type: ResourceType,
  name: string,
): GraphAnswer {
  const { query } = call;
  checkOptions(query, emulated);
  const matching = resources.filter(filterOf(query.get('$filter'), type, fold));
  const top = wholeNumber(query, '$top', defaultPageSize, 1, largestPage);
  const start = positionOf(query.get('$skiptoken'));
  const value = matching.slice(start, start + top).map((resource) => selected(resource, type, query));
  const root = `${context.baseUrl()}/graph/v1.0`;
  const next = new URLSearchParams(query);
  next.set('$skiptoken', Buffer.from(String(start + top)).toString('base64url'));
  const select = query.get('$select');
  const body = {
    '@odata.context': `${root}/$metadata#${name}${select === null ? '' : `(${select})`}`,
    ...(query.get('$count') === 'true' && { '@odata.count': matching.length }),
    ...(matching.length > start + top && {
      '@odata.nextLink': `${root}/${call.segments.map(encodeURIComponent).join('/')}?${next.toString()}`,
    }),
    value,
  };
  return { status: 200, headers: {}, body };
}
