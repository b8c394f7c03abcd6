export { secretRenewalRoutes } from './secret-renewal-routes.ts';
export { SecretRenewals } from './secret-renewal-service.ts';
