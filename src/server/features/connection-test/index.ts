export { AppTokens } from './app-tokens-service.ts';
export { runDueTests } from './connection-test-job.ts';
export { connectionTestRoutes, replacedMeanwhile } from './connection-test-routes.ts';
export { ConnectionTests } from './connection-test-service.ts';
export { createConnectionTestStore, type ConnectionTestStore } from './connection-test-store.ts';
export { probesOf, type Probe } from './probes.ts';
export { statusOfVerdict } from './judge-module.ts';
export type { ClientCredentials, TestSubject, TestSubjects } from './subject.ts';
export { forModules } from './test-steps.ts';
