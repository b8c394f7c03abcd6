export { accessTokenRoutes } from './access-token-routes.ts';
export { GraphTokens } from './graph-token-service.ts';
export { serviceKeyRoutes } from './service-key-routes.ts';
export { ServiceKeys } from './service-key-service.ts';
export {
  createServiceKeyStore,
  endedKeysKeptForMs,
  type MailKey,
  type ServiceKeyRow,
  type ServiceKeyStore,
} from './service-key-store.ts';
