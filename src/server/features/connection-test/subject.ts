import type { Module } from '../../../shared/domain/modules.ts';

/** The three values that get a token. `clientSecret` is in the clear and lives only as long as a test needs it. */
export interface RegistrationSecretValues {
  directoryId: string;
  applicationId: string;
  clientSecret: string;
}

/** What a connection test is about. */
export interface TestSubject {
  tenantId: string;
  entityId: string;
  modules: readonly Module[];
  probeMailbox: string;
  registration: RegistrationSecretValues;
}

/** Where the scheduled tests find their subjects; the feature that keeps registrations provides it. */
export interface TestSubjects {
  find(tenantId: string, entityId: string): Promise<TestSubject | null>;
}
