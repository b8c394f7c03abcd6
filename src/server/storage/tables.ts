import type { Generated } from 'kysely';
import type { AuditAction } from '../../shared/api/audit.ts';
import type { ConsentForm } from '../../shared/api/consent.ts';
import type { ConnectionTestStep, testTriggers } from '../../shared/api/connection-tests.ts';
import type { ServiceKeyScope } from '../../shared/api/service-keys.ts';
import type { Verdict } from '../../shared/api/verdict.ts';
import type { ConsentStatus } from '../../shared/domain/consent.ts';
import type { Module } from '../../shared/domain/modules.ts';
import type { SetupMark } from '../../shared/domain/setup.ts';
import type { StepStatus } from '../../shared/domain/status.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import type { Json, OfTenant } from './columns.ts';
import type { MailTables } from './mail-tables.ts';

/** A tenant's data key, wrapped by the key-encryption key `kek_id`. */
export interface TenantKeysTable extends OfTenant {
  key_number: number;
  kek_id: string;
  wrapped: Buffer;
  created_at: Date;
}

export interface EntitiesTable extends OfTenant {
  id: string;
  name: string;
  modules: Module[];
  probe_mailbox: string | null;
  created_at: Date;
  updated_at: Date;
}

export interface RegistrationsTable extends OfTenant {
  entity_id: string;
  directory_id: string;
  application_id: string;
  secret_ciphertext: Buffer;
  /** ISO date. */
  secret_expires_on: string;
  stored_at: Date;
  /** Name of the person, for those who need to know whom to ask. */
  stored_by: string | null;
  /** Counts the changes; a write that names the version it read cannot undo another's. */
  version: Generated<number>;
}

/** An unfinished entry of the registration form, encrypted as a whole. */
export interface RegistrationDraftsTable extends OfTenant {
  entity_id: string;
  ciphertext: Buffer;
  expires_at: Date;
}

export interface ConnectionTestsTable extends OfTenant {
  entity_id: string;
  id: string;
  trigger: (typeof testTriggers)[number];
  deep: boolean;
  probe_mailbox: string;
  status: StepStatus;
  steps: Json<ConnectionTestStep[]>;
  started_at: Date;
  finished_at: Date | null;
  /** Object id of the person; null for a scheduled test. */
  started_by: string | null;
  /** The registration it was about; null for one that had been replaced before this was noted. */
  registration_version: number | null;
}

/** When a deep test last proved that a module may write. */
export interface WriteProofsTable extends OfTenant {
  entity_id: string;
  module: Module;
  proven_at: Date;
  /** Application, mailbox and rights of the token: when one of them changes, the proof says nothing any more. */
  basis: string;
}

/** What a person said is done in the set-up, where nothing can be seen from here. */
export interface SetupMarksTable extends OfTenant {
  entity_id: string;
  mark: SetupMark;
  marked_at: Date;
  marked_by: string | null;
}

/** A try to have consent granted. The state in its link is kept as a digest, and spent by the first answer. */
export interface ConsentAttemptsTable extends OfTenant {
  entity_id: string;
  id: string;
  form: ConsentForm;
  status: ConsentStatus;
  directory_id: string;
  application_id: string;
  /** SHA-256; null for a link without an answer, and once the answer has come. */
  state_hash: Buffer | null;
  state_expires_at: Date | null;
  language: Language;
  started_at: Date;
  /** Object id of the person. */
  started_by: string;
  starter_name: string | null;
  answered_at: Date | null;
  looked_at: Date | null;
  looks: Generated<number>;
  /** When a fresh token is to be looked at again; null when looking has ended. */
  next_look_at: Date | null;
  missing: Json<string[] | null>;
  verdict: Json<Verdict | null>;
}

/** LEGAL 365's keys. The key's text is not kept: only its digest. */
export interface ServiceKeysTable extends OfTenant {
  entity_id: string;
  id: string;
  name: string;
  scopes: ServiceKeyScope[];
  /** SHA-256. */
  key_hash: Buffer;
  hint: string;
  created_at: Date;
  created_by: string | null;
  expires_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

/** Outlives the entity it tells of. */
export interface AuditEventsTable extends OfTenant {
  id: string;
  at: Date;
  action: AuditAction;
  actor_id: string | null;
  actor_name: string | null;
  entity_id: string | null;
  entity_name: string | null;
  details: Json<Record<string, string>>;
}

/** The firms that ever signed in here, for the operator. */
export interface SeenTenantsTable extends OfTenant {
  name: string | null;
  first_seen_at: Date;
  last_seen_at: Date;
}

export interface Tables extends MailTables {
  tenant_keys: TenantKeysTable;
  entities: EntitiesTable;
  registrations: RegistrationsTable;
  registration_drafts: RegistrationDraftsTable;
  connection_tests: ConnectionTestsTable;
  write_proofs: WriteProofsTable;
  setup_marks: SetupMarksTable;
  consent_attempts: ConsentAttemptsTable;
  service_keys: ServiceKeysTable;
  audit_events: AuditEventsTable;
  seen_tenants: SeenTenantsTable;
}
