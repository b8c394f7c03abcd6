import type { Kysely } from 'kysely';
import type { ConnectionTest } from '../../../shared/api/connection-tests.ts';
import type { RegistrationValues } from '../../../shared/api/entities.ts';
import type { Verdict } from '../../../shared/api/verdict.ts';
import {
  registrationProblems,
  trimmed,
  trimmedInput,
  type FieldProblems,
  type RegistrationInput,
} from '../../../shared/domain/registration-input.ts';
import type { AppToken } from '../../protocols/entra/index.ts';
import type { Tables } from '../../storage/tables.ts';
import { recordAudit, type Actor } from '../audit/index.ts';
import {
  statusOfVerdict,
  type AppTokens,
  type ConnectionTests,
  type TestSubject,
  type TestSubjects,
} from '../connection-test/index.ts';
import type { LiveEvents } from '../live-events/index.ts';
import type { DraftStore } from './draft-store.ts';
import { sameApplication } from './entity-resource.ts';
import type { EntityRow, EntityStore } from './entity-store.ts';
import type { RegistrationStore } from './registration-store.ts';
import type { SetupMarkStore } from './setup-mark-store.ts';

export interface RegistrationDependencies {
  db: Kysely<Tables>;
  entities: EntityStore;
  registrations: RegistrationStore;
  drafts: DraftStore;
  marks: SetupMarkStore;
  tokens: AppTokens;
  connectionTests: ConnectionTests;
  live: LiveEvents;
  now: () => number;
}

/** Why nothing was stored. `unchecked`: Microsoft could not be asked, so the values may well be right. */
export type NotStored =
  | { kind: 'not-found' }
  | { kind: 'invalid'; problems: FieldProblems }
  | { kind: 'refused' | 'unchecked'; verdict: Verdict };

/** Nothing learnt, as in an outage, is told apart from a refusal: the values may then be tried again as they are. */
export function withoutToken(verdict: Verdict): { kind: 'refused' | 'unchecked'; verdict: Verdict } {
  return { kind: statusOfVerdict(verdict) === 'unknown' ? 'unchecked' : 'refused', verdict };
}

export type SaveResult = { kind: 'stored'; test: ConnectionTest } | NotStored;

const draftLivesMs = 24 * 3600 * 1000;

/** What an admin does with an entity's registration. Values are tested before they become the entity's. */
export class Registrations implements TestSubjects {
  readonly #given: RegistrationDependencies;

  constructor(given: RegistrationDependencies) {
    this.#given = given;
  }

  /** What a connection test of the entity is about; null while no registration is stored. */
  async subject(tenantId: string, entityId: string): Promise<TestSubject | null> {
    const { entities, registrations } = this.#given;
    // In this order: should both be replaced in between, the version is the former one and the result does not count.
    const row = await registrations.find(tenantId, entityId);
    const entity = row && (await entities.find(tenantId, entityId));
    if (!row || !entity?.probe_mailbox) return null;
    return {
      tenantId,
      entityId,
      entityName: entity.name,
      modules: entity.modules,
      probeMailbox: entity.probe_mailbox,
      registration: {
        directoryId: row.directory_id,
        applicationId: row.application_id,
        clientSecret: await registrations.secretOf(row),
      },
      registrationVersion: row.version,
    };
  }

  /** Keeps an unfinished entry for 24 hours; false when there is no such entity. */
  async saveDraft(actor: Actor, entityId: string, typed: RegistrationValues): Promise<boolean> {
    if ((await this.#given.entities.find(actor.tenantId, entityId)) === null) return false;
    await this.#keepDraft(actor, entityId, await this.#withDraftSecret(actor, entityId, typed));
    return true;
  }

  /** false when there is no such entity. */
  async discardDraft(actor: Actor, entityId: string): Promise<boolean> {
    if ((await this.#given.entities.find(actor.tenantId, entityId)) === null) return false;
    await this.#given.drafts.remove(this.#given.db, actor.tenantId, entityId);
    return true;
  }

  /**
   * Stores the values when Microsoft issues a token for them, then tests the modules, whatever they say. Before that
   * the entry is a draft, so that a secret shown once survives a refusal, an outage and a crash.
   */
  async saveAndTest(actor: Actor, entityId: string, typed: RegistrationValues): Promise<SaveResult> {
    const entity = await this.#given.entities.find(actor.tenantId, entityId);
    if (entity === null) return { kind: 'not-found' };
    const drafted = await this.#withDraftSecret(actor, entityId, typed);
    await this.#keepDraft(actor, entityId, drafted);
    const values = await this.#withStoredSecret(actor, entityId, drafted);
    const problems = registrationProblems(values, new Date(this.#given.now()).toISOString().slice(0, 10));
    if (Object.keys(problems).length > 0) return { kind: 'invalid', problems };
    const answer = await this.#given.tokens.fresh(values);
    if ('verdict' in answer) return this.#refused(actor, entity, values.applicationId, answer.verdict);
    const version = await this.#store(actor, entity, values);
    if (version === null) return { kind: 'not-found' };
    return { kind: 'stored', test: await this.#firstTest(actor, entity, values, version, answer.token) };
  }

  /** The typed values, with the draft's secret where none was typed again. */
  async #withDraftSecret(
    actor: Actor,
    entityId: string,
    values: RegistrationValues,
  ): Promise<RegistrationInput> {
    const { drafts, now } = this.#given;
    const typed = trimmed(values.clientSecret ?? '');
    const kept = typed === '' ? await drafts.find(actor.tenantId, entityId, new Date(now())) : null;
    return trimmedInput({ ...values, clientSecret: kept?.values.clientSecret ?? typed });
  }

  /** A wrong mailbox or date is corrected without the secret, which Entra shows only once, while the application stays. */
  async #withStoredSecret(
    actor: Actor,
    entityId: string,
    values: RegistrationInput,
  ): Promise<RegistrationInput> {
    if (values.clientSecret !== '') return values;
    const row = await this.#given.registrations.find(actor.tenantId, entityId);
    const ids = { directory_id: values.directoryId, application_id: values.applicationId };
    if (row === null || !sameApplication(row, ids)) return values;
    return { ...values, clientSecret: await this.#given.registrations.secretOf(row) };
  }

  async #keepDraft(actor: Actor, entityId: string, values: RegistrationInput): Promise<void> {
    const expiresAt = new Date(this.#given.now() + draftLivesMs);
    await this.#given.drafts.save(actor.tenantId, entityId, { values, expiresAt });
  }

  /** The version of the stored values; null when the entity was removed meanwhile. */
  async #store(actor: Actor, entity: EntityRow, values: RegistrationInput): Promise<number | null> {
    const { db, entities, registrations, drafts, marks, live, now } = this.#given;
    const { tenantId } = actor;
    const former = await registrations.find(tenantId, entity.id);
    const at = new Date(now());
    const encrypted = await registrations.encryptSecret(tenantId, entity.id, values.clientSecret);
    const { directoryId, applicationId, secretExpiresOn, probeMailbox } = values;
    const shown = { directoryId, applicationId, secretExpiresOn };
    const ids = { directory_id: directoryId, application_id: applicationId };
    const toStore = { ...shown, tenantId, entityId: entity.id, storedBy: actor.name };
    const version = await db.transaction().execute(async (trx) => {
      if (!(await entities.setProbeMailbox(trx, tenantId, entity.id, probeMailbox, at))) return null;
      const stored = await registrations.store(trx, toStore, encrypted, at);
      await drafts.remove(trx, tenantId, entity.id);
      if (former !== null && !sameApplication(former, ids)) {
        await marks.forgetApplication(trx, tenantId, entity.id);
      }
      const details = { ...shown, probeMailbox };
      await recordAudit(trx, { action: 'registration-stored', actor, entity, details }, now());
      return stored;
    });
    live.publish(tenantId, { type: 'entity-changed', entityId: entity.id });
    return version;
  }

  async #refused(
    actor: Actor,
    entity: EntityRow,
    applicationId: string,
    verdict: Verdict,
  ): Promise<NotStored> {
    const { db, live, now } = this.#given;
    const details = { applicationId, cause: verdict.cause };
    await recordAudit(db, { action: 'registration-refused', actor, entity, details }, now());
    live.publish(actor.tenantId, { type: 'entity-changed', entityId: entity.id });
    return withoutToken(verdict);
  }

  #firstTest(
    actor: Actor,
    entity: EntityRow,
    values: RegistrationInput,
    registrationVersion: number,
    token: AppToken,
  ): Promise<ConnectionTest> {
    const subject = {
      tenantId: actor.tenantId,
      entityId: entity.id,
      entityName: entity.name,
      modules: entity.modules,
      probeMailbox: values.probeMailbox,
      registration: values,
      registrationVersion,
    };
    return this.#given.connectionTests.run(subject, { trigger: 'save', startedBy: actor.userId, token });
  }
}
