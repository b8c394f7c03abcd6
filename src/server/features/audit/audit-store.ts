import type { Kysely } from 'kysely';
import type { AuditAction, AuditEvent } from '../../../shared/api/audit.ts';
import type { Tables } from '../../storage/tables.ts';

/** Who acted: a signed-on person. */
export interface Actor {
  tenantId: string;
  userId: string;
  name: string;
}

/** Nobody who is signed on here: Microsoft's answer came back, or the server saw something by itself. */
export interface Nobody {
  tenantId: string;
  userId: null;
  name: null;
}

export interface AuditEntry {
  action: AuditAction;
  actor: Actor | Nobody;
  entity: { id: string; name: string } | null;
  /** Never a secret: ids, dates and names alone. */
  details?: Record<string, string>;
}

/** Kept 24 months. */
export const auditKeptForMs = 730 * 24 * 3600 * 1000;

/** Writes one line of the audit log; `db` may be a transaction, so that the line and the deed stand or fall together. */
export async function recordAudit(db: Kysely<Tables>, entry: AuditEntry, at: number): Promise<void> {
  await db
    .insertInto('audit_events')
    .values({
      tenant_id: entry.actor.tenantId,
      id: crypto.randomUUID(),
      at: new Date(at),
      action: entry.action,
      actor_id: entry.actor.userId,
      actor_name: entry.actor.name,
      entity_id: entry.entity?.id ?? null,
      entity_name: entry.entity?.name ?? null,
      details: JSON.stringify(entry.details ?? {}),
    })
    .execute();
}

/** The tenant's newest events first. */
export async function listAudit(db: Kysely<Tables>, tenantId: string, most: number): Promise<AuditEvent[]> {
  const rows = await db
    .selectFrom('audit_events')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .orderBy('at', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    action: row.action,
    actorId: row.actor_id,
    actorName: row.actor_name,
    entityId: row.entity_id,
    entityName: row.entity_name,
    details: row.details,
  }));
}

export async function removeAuditBefore(db: Kysely<Tables>, time: Date): Promise<number> {
  const done = await db.deleteFrom('audit_events').where('at', '<', time).executeTakeFirst();
  return Number(done.numDeletedRows);
}
