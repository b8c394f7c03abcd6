export { createPresence } from './last-seen.ts';
export { tenantRoutes } from './tenant-routes.ts';
export { createTenantStore, type TenantStore } from './tenant-store.ts';
