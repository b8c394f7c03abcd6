export { createDraftStore } from './draft-store.ts';
export { sameApplication } from './entity-resource.ts';
export { entityRoutes, unknownEntity } from './entity-routes.ts';
export { Entities } from './entity-service.ts';
export { createEntityStore, type EntityRow, type EntityStore } from './entity-store.ts';
export { invalidValues, notStored, registrationRoutes } from './registration-routes.ts';
export { Registrations, withoutToken, type NotStored } from './registration-service.ts';
export { createSetupMarkStore, type SetupMarkStore } from './setup-mark-store.ts';
export {
  createRegistrationStore,
  type RegistrationRow,
  type RegistrationStore,
} from './registration-store.ts';
