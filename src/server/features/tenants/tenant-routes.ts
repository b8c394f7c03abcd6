import { tenantList } from '../../../shared/api/tenants.ts';
import type { Server } from '../../http/server.ts';
import type { TenantStore } from './tenant-store.ts';

/** GET /api/v1/tenants, for the operator. */
export function tenantRoutes(app: Server, tenants: TenantStore): void {
  app.get(
    '/api/v1/tenants',
    { config: { access: ['Operator'] }, schema: { response: { 200: tenantList } } },
    async () => ({ tenants: await tenants.list() }),
  );
}
