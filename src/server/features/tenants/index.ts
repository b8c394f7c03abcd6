export { Presence } from './presence-service.ts';
export { tenantRoutes } from './tenant-routes.ts';
export { createTenantStore, type TenantStore } from './tenant-store.ts';
