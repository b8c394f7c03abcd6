export { auditRoutes } from './audit-routes.ts';
export { auditKeptForMs, recordAudit, removeAuditBefore, type Actor } from './audit-store.ts';
