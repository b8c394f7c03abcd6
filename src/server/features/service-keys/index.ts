export { createServiceKeyStore, type ServiceKeyStore } from './service-key-store.ts';
