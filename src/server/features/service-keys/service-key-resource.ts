import type { ServiceKey, ServiceKeyScope } from '../../../shared/api/service-keys.ts';

interface KeyRow {
  id: string;
  name: string;
  scopes: ServiceKeyScope[];
  hint: string;
  created_at: Date;
  created_by: string | null;
  expires_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

/** A key as the API shows it: everything but its text, which is not kept, and its digest. */
export function serviceKeyResource(row: KeyRow): ServiceKey {
  return {
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    hint: row.hint,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    expiresAt: row.expires_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  };
}
