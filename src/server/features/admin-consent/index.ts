export { cancelledAttemptsKeptForMs, createConsentAttemptStore } from './consent-attempt-store.ts';
export { ConsentLooks } from './consent-look-service.ts';
export { consentRoutes } from './consent-routes.ts';
export { AdminConsents } from './consent-service.ts';
export { ConsentWatch, type After } from './consent-watch-service.ts';
