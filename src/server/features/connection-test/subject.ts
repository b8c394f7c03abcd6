import type { Module } from '../../../shared/domain/modules.ts';

/** What a registration signs in with. `clientSecret` is in the clear and lives only as long as a test needs it. */
export interface ClientCredentials {
  directoryId: string;
  applicationId: string;
  clientSecret: string;
}

/** What a connection test is about. */
export interface TestSubject {
  tenantId: string;
  entityId: string;
  entityName: string;
  modules: readonly Module[];
  probeMailbox: string;
  registration: ClientCredentials;
  /** Counts the changes of the registration, the mailbox included. */
  registrationVersion: number;
}

/** Where tests find their subjects; the feature that keeps registrations provides it. */
export interface TestSubjects {
  /** null while the entity has no registration. */
  subject(tenantId: string, entityId: string): Promise<TestSubject | null>;
}
