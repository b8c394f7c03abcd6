import type { DevTenantContext } from '../context.ts';
import type { Tenant } from '../directory/model.ts';
import { tenantMalformed, tenantNotFound } from './refusals.ts';

/** What the first path segment names: one directory, or whichever the person who signs in belongs to. */
export type Authority = { kind: 'tenant'; tenant: Tenant } | { kind: 'common' | 'organizations' };

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const domain = /^(?=.{1,253}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/i;

/**
 * Reads `{tenant}` of an endpoint ("Endpoints", Microsoft identity platform): a GUID, a verified domain, `common` or
 * `organizations`.
 * @throws Refusal 90002 unknown, 900023 malformed
 */
export function readAuthority({ directory }: DevTenantContext, segment: string): Authority {
  if (segment === 'common' || segment === 'organizations') return { kind: segment };
  if (!guid.test(segment) && !domain.test(segment)) throw tenantMalformed(segment);
  const wanted = segment.toLowerCase();
  const tenant = directory.tenants.find(({ id, domains }) => id === wanted || domains.includes(wanted));
  if (!tenant) throw tenantNotFound(segment);
  return { kind: 'tenant', tenant };
}
