/**
 * The address of the connector that an activity names, in the one form in which two are compared: origin and path, without
 * a slash at the end. Null when it is none that may be called: https alone (http on this machine), of a known host, without
 * user name, query or fragment.
 */
export function readServiceUrl(text: unknown, hosts: readonly string[]): string | null {
  if (typeof text !== 'string' || text.length > longestUrl || !URL.canParse(text)) return null;
  const { protocol, host, hostname, username, password, search, hash, origin, pathname } = new URL(text);
  const isPrivate = protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname));
  if (!isPrivate || !hosts.includes(host)) return null;
  if (username !== '' || password !== '' || search !== '' || hash !== '') return null;
  return `${origin}${pathname}`.replace(/\/+$/, '');
}

const longestUrl = 2000;
const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
