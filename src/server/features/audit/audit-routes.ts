import type { Kysely } from 'kysely';
import { auditLog } from '../../../shared/api/audit.ts';
import { personOf } from '../../http/access.ts';
import type { Server } from '../../http/server.ts';
import type { Tables } from '../../storage/tables.ts';
import { listAudit } from './audit-store.ts';

const mostEvents = 500;

/** GET /api/v1/audit-events */
export function auditRoutes(app: Server, db: Kysely<Tables>): void {
  app.get(
    '/api/v1/audit-events',
    { config: { access: ['Admin'] }, schema: { response: { 200: auditLog } } },
    async (request) => ({ events: await listAudit(db, personOf(request).tenantId, mostEvents) }),
  );
}
