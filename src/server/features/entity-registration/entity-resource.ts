import type { ConnectionTest } from '../../../shared/api/connection-tests.ts';
import type { ConsentAttempt } from '../../../shared/api/consent.ts';
import type { Entity, Registration, RegistrationDraft } from '../../../shared/api/entities.ts';
import type { Module } from '../../../shared/domain/modules.ts';
import type { SetupMark } from '../../../shared/domain/setup.ts';
import type { RegistrationInput } from '../../../shared/domain/registration-input.ts';

interface EntityFacts {
  id: string;
  name: string;
  modules: Module[];
  probe_mailbox: string | null;
  created_at: Date;
}

interface RegistrationFacts {
  entity_id: string;
  directory_id: string;
  application_id: string;
  secret_expires_on: string;
  stored_at: Date;
  stored_by: string | null;
}

export interface EntityParts {
  entity: EntityFacts;
  registration: RegistrationFacts | null;
  draft: { values: RegistrationInput; expiresAt: Date } | null;
  /** About the registration as it is stored. */
  latestTest: ConnectionTest | null;
  marks: readonly { mark: SetupMark; marked_at: Date; marked_by: string | null }[];
  consent: ConsentAttempt | null;
  serviceKeys: Entity['serviceKeys'];
  /** All entities and registrations of the tenant: who else uses the same application. */
  siblings: { entities: readonly EntityFacts[]; registrations: readonly RegistrationFacts[] };
}

/** An entity as the API shows it: everything but the secret. Drafts are for those who may write them. */
export function entityResource(parts: EntityParts, showDraft: boolean): Entity {
  const { entity, registration, draft, siblings } = parts;
  return {
    id: entity.id,
    name: entity.name,
    modules: entity.modules,
    probeMailbox: entity.probe_mailbox,
    registration: registration && registrationResource(registration, siblings),
    draft: draft && showDraft ? draftResource(draft) : null,
    latestTest: parts.latestTest,
    setupMarks: parts.marks.map(({ mark, marked_at, marked_by }) => ({
      mark,
      markedAt: marked_at.toISOString(),
      markedBy: marked_by,
    })),
    consent: parts.consent,
    serviceKeys: parts.serviceKeys,
    createdAt: entity.created_at.toISOString(),
  };
}

function registrationResource(row: RegistrationFacts, siblings: EntityParts['siblings']): Registration {
  const sharing = siblings.registrations.filter(
    (each) => each.entity_id !== row.entity_id && sameApplication(each, row),
  );
  const names = new Map(siblings.entities.map(({ id, name }) => [id, name]));
  return {
    directoryId: row.directory_id,
    applicationId: row.application_id,
    secretExpiresOn: row.secret_expires_on,
    storedAt: row.stored_at.toISOString(),
    storedBy: row.stored_by,
    sharedWith: sharing.flatMap(({ entity_id }) => names.get(entity_id) ?? []),
  };
}

/** Entities with the same application share its secrets and its consent: what happens to one concerns them all. */
export function sameApplication(
  a: { directory_id: string; application_id: string },
  b: { directory_id: string; application_id: string },
): boolean {
  return a.directory_id === b.directory_id && a.application_id === b.application_id;
}

function draftResource({ values, expiresAt }: NonNullable<EntityParts['draft']>): RegistrationDraft {
  return {
    directoryId: values.directoryId,
    applicationId: values.applicationId,
    hasSecret: values.clientSecret !== '',
    secretExpiresOn: values.secretExpiresOn,
    probeMailbox: values.probeMailbox,
    expiresAt: expiresAt.toISOString(),
  };
}
