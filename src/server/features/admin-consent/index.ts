export { createConsentAttemptStore, type ConsentAttemptStore } from './consent-attempt-store.ts';
