import * as z from 'zod/mini';

export const auditActions = [
  'entity-created',
  'entity-changed',
  'entity-removed',
  'registration-stored',
  'registration-refused',
  'secret-renewed',
  'setup-marked',
  'setup-unmarked',
  'consent-started',
  'consent-answered',
  'consent-seen',
  'service-key-created',
  'service-key-revoked',
  'connection-test-started',
  'deep-test-started',
  'mailbox-created',
  'mailbox-changed',
  'mailbox-removed',
  'mailbox-sign-in-started',
  'mailbox-signed-in',
  'mailbox-sign-in-refused',
  'mailbox-grant-accepted',
  'mailbox-grant-declined',
  'mailbox-grant-ended',
  'test-mail-sent',
  'retrieval-settings-changed',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** Who did what to which entity, without secrets. Kept 24 months. */
export const auditEvent = z.object({
  id: z.string(),
  at: z.string(),
  action: z.enum(auditActions),
  actorId: z.nullable(z.string()),
  actorName: z.nullable(z.string()),
  entityId: z.nullable(z.string()),
  entityName: z.nullable(z.string()),
  details: z.record(z.string(), z.string()),
});
export type AuditEvent = z.infer<typeof auditEvent>;

/** GET /api/v1/audit-events, newest first. */
export const auditLog = z.object({ events: z.array(auditEvent) });
export type AuditLog = z.infer<typeof auditLog>;
