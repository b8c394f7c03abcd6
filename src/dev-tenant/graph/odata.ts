import { badRequest, unknownProperty } from './refusals.ts';

/** A resource type as far as OData cares: its name in Graph and the properties it has. */
export interface ResourceType {
  name: string;
  properties: readonly string[];
}

export type Resource = Record<string, unknown>;

/** Outlook and To Do give ten items a page and at most a thousand ("Paging Microsoft Graph data in your app"). */
const defaultPageSize = 10;
const largestPage = 1000;
const emulatedOptions = new Set(['$select', '$top', '$skip', '$filter', '$orderby']);

/**
 * One page of a collection by `$filter`, `$orderby`, `$skip`, `$top` and `$select`.
 *
 * @param address absolute URL of the collection, for `@odata.context` and `@odata.nextLink`
 * @throws GraphError 400 on an option, property or value that is not understood
 */
export function page(
  resources: readonly Resource[],
  type: ResourceType,
  query: URLSearchParams,
  address: string,
): object {
  checkOptions(query);
  const matching = resources
    .filter(filterOf(query.get('$filter'), type))
    .sort(orderOf(query.get('$orderby'), type));
  const top = wholeNumber(query, '$top', defaultPageSize, 1, largestPage);
  const skip = wholeNumber(query, '$skip', 0, 0, Number.MAX_SAFE_INTEGER);
  const value = matching.slice(skip, skip + top).map((resource) => select(resource, type, query));
  const next = new URLSearchParams(query);
  next.set('$top', String(top));
  next.set('$skip', String(skip + top));
  return {
    '@odata.context': `${address}/$metadata#Collection(microsoft.graph.${type.name})`,
    ...(matching.length > skip + top && { '@odata.nextLink': `${address}?${next.toString()}` }),
    value,
  };
}

/**
 * The properties asked for by `$select`; Outlook adds the id whether asked for or not.
 *
 * @throws GraphError 400 on a property that the type does not have
 */
export function select(resource: Resource, type: ResourceType, query: URLSearchParams): Resource {
  const wanted = query.get('$select');
  if (wanted === null) return resource;
  const names = wanted.split(',').map((name) => name.trim());
  for (const name of names) checkProperty(name, type);
  return Object.fromEntries(
    Object.entries(resource).filter(([name]) => name === 'id' || names.includes(name)),
  );
}

export function checkProperty(name: string, type: ResourceType): void {
  if (!type.properties.includes(name)) throw unknownProperty(name, type.name);
}

/** Refusing what is not emulated keeps a client from believing that its filter worked (docs/assumptions.md). */
export function checkOptions(query: URLSearchParams, emulated: ReadonlySet<string> = emulatedOptions): void {
  for (const option of query.keys()) {
    if (option.startsWith('$') && !emulated.has(option)) {
      throw badRequest(`The query option '${option}' is not supported.`);
    }
  }
}

export function wholeNumber(
  query: URLSearchParams,
  option: string,
  fallback: number,
  min: number,
  max: number,
): number {
  const text = query.get(option);
  if (text === null) return fallback;
  const number = /^\d{1,15}$/.test(text) ? Number(text) : -1;
  if (number < min || number > max)
    throw badRequest(`Invalid value '${text}' for ${option} query option found.`);
  return number;
}

const comparisons: Readonly<Record<string, (left: string, right: string) => boolean>> = {
  eq: (left, right) => left === right,
  ne: (left, right) => left !== right,
  gt: (left, right) => left > right,
  ge: (left, right) => left >= right,
  lt: (left, right) => left < right,
  le: (left, right) => left <= right,
};

/**
 * `subject eq 'x' and receivedDateTime ge 2026-11-01T00:00:00Z`: comparisons joined by `and`.
 *
 * @param fold brings both sides to the form that is compared, e.g. lower case
 */
export function filterOf(
  filter: string | null,
  type: ResourceType,
  fold: (text: string) => string = (text) => text,
): (resource: Resource) => boolean {
  if (filter === null) return () => true;
  const clause = /\s*(\w+)\s+(eq|ne|gt|ge|lt|le)\s+(?:'((?:[^']|'')*)'|([^\s']+))\s*(and\s|$)/y;
  const tests: ((resource: Resource) => boolean)[] = [];
  for (let joined = 'and'; joined !== '';) {
    const [, property = '', operator = '', quoted, bare, joint] = clause.exec(filter) ?? [];
    const compare = comparisons[operator];
    if (!compare || joint === undefined)
      throw badRequest(`Invalid filter clause: '${filter.slice(0, 200)}'.`);
    checkProperty(property, type);
    const literal = fold(quoted?.replaceAll("''", "'") ?? bare ?? '');
    tests.push((resource) => compare(fold(comparable(resource[property])), literal));
    joined = joint;
  }
  return (resource) => tests.every((test) => test(resource));
}

function orderOf(orderBy: string | null, type: ResourceType): (left: Resource, right: Resource) => number {
  if (orderBy === null) return () => 0;
  const [property = '', direction = 'asc', ...rest] = orderBy.trim().split(/\s+/);
  if (rest.length > 0 || !['asc', 'desc'].includes(direction)) throw badRequest('Invalid $orderby clause.');
  checkProperty(property, type);
  const sign = direction === 'desc' ? -1 : 1;
  return (left, right) => sign * comparable(left[property]).localeCompare(comparable(right[property]));
}

/** ISO times, texts and booleans all compare as text; anything structured never matches. */
function comparable(value: unknown): string {
  return typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number'
    ? String(value)
    : '';
}
