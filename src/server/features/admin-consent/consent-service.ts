import { createHash, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { ConsentRequest, StartedConsent } from '../../../shared/api/consent.ts';
import type { Cause } from '../../../shared/causes.ts';
import { isMarked } from '../../../shared/domain/setup.ts';
import type { Language } from '../../../shared/i18n/languages.ts';
import { diagnose } from '../../diagnosis/index.ts';
import type { Tables } from '../../storage/tables.ts';
import { recordAudit, type Actor } from '../audit/index.ts';
import {
  sameApplication,
  type EntityRow,
  type EntityStore,
  type RegistrationRow,
  type RegistrationStore,
  type SetupMarkStore,
} from '../entity-registration/index.ts';
import type { LiveEvents } from '../live-events/index.ts';
import type { ConsentAnswer } from './consent-answer.ts';
import {
  attemptOf,
  type AttemptRow,
  type ConsentAttemptStore,
  type NewAttempt,
} from './consent-attempt-store.ts';
import { chooseForm, consentLink } from './consent-link.ts';
import type { ConsentWatch } from './consent-watch-service.ts';
import { nextLook } from './look-schedule.ts';

export interface AdminConsentDependencies {
  db: Kysely<Tables>;
  entities: EntityStore;
  registrations: RegistrationStore;
  marks: SetupMarkStore;
  consents: ConsentAttemptStore;
  watch: ConsentWatch;
  live: LiveEvents;
  now: () => number;
  /** The directory's consent page, of the form that asks for everything the registration lists. */
  consentPage(directoryId: string): string;
}

export type StartResult =
  ({ kind: 'started' } & StartedConsent) | { kind: 'not-found' | 'registration-missing' };

/** What the person reads whose browser brought the answer; `language` is that of the page that began it. */
export type AnswerOutcome =
  | { kind: 'given' | 'wrong-directory'; language: Language }
  | { kind: 'refused'; language: Language; cause: Cause }
  | { kind: 'unknown' | 'malformed'; language: null };

const stateLivesMs = 3600_000;

/** Has consent granted: makes the link, takes the answer. Whether it was granted, looking tells (`ConsentWatch`). */
export class AdminConsents {
  readonly #given: AdminConsentDependencies;

  constructor(given: AdminConsentDependencies) {
    this.#given = given;
  }

  /** A link for the stored registration, in place of the one that is open. */
  async start(
    actor: Actor,
    entityId: string,
    { language, form: wanted }: ConsentRequest,
    redirectUri: string,
  ): Promise<StartResult> {
    const { db, entities, registrations, consents, watch, now } = this.#given;
    const entity = await entities.find(actor.tenantId, entityId);
    if (entity === null) return { kind: 'not-found' };
    const registration = await registrations.find(actor.tenantId, entityId);
    if (registration === null) return { kind: 'registration-missing' };
    const form = chooseForm(wanted, await this.#seenOf(registration));
    const state = form === 'redirect' ? randomBytes(32).toString('base64url') : null;
    const attempt = newAttempt(actor, registration, { form, language, state, at: now() });
    const row = await db.transaction().execute(async (trx) => {
      const begun = await consents.begin(trx, attempt);
      const details = { applicationId: registration.application_id, form };
      if (begun) await recordAudit(trx, { action: 'consent-started', actor, entity, details }, now());
      return begun;
    });
    if (row === null) return { kind: 'not-found' };
    watch.plan(row);
    this.#publish(row);
    const link = consentLink({
      page: this.#given.consentPage(registration.directory_id),
      applicationId: registration.application_id,
      answer: state === null ? null : { redirectUri, state },
    });
    return { kind: 'started', link, attempt: attemptOf(row) };
  }

  /** Ends the attempt that is open, if there is one; no link that was begun before brings an answer any more. */
  async cancel({ tenantId }: Actor, entityId: string): Promise<void> {
    if (!(await this.#given.consents.cancelOpen(tenantId, entityId))) return;
    this.#given.live.publish(tenantId, { type: 'entity-changed', entityId });
  }

  /**
   * Takes the answer that a browser brought. It is bound by its state alone, which is spent; what it says decides at most
   * whether to look.
   */
  async answered(answer: ConsentAnswer): Promise<AnswerOutcome> {
    if (answer.kind === 'malformed') return { kind: 'malformed', language: null };
    const { entities, registrations, consents, now } = this.#given;
    const attempt = await consents.spendState(digestOf(answer.state), new Date(now()));
    if (attempt === null) return { kind: 'unknown', language: null };
    const { tenant_id, entity_id } = attempt;
    const registration = await registrations.find(tenant_id, entity_id);
    const entity = await entities.find(tenant_id, entity_id);
    if (registration === null || entity === null || !sameApplication(attempt, registration)) {
      await consents.end(attempt, 'cancelled', null);
      return { kind: 'unknown', language: null };
    }
    const outcome = await this.#settle(attempt, answer);
    await this.#recordAnswer(attempt, entity, outcome);
    this.#publish(attempt);
    return outcome;
  }

  async #settle(
    attempt: AttemptRow,
    answer: Exclude<ConsentAnswer, { kind: 'malformed' }>,
  ): Promise<AnswerOutcome> {
    const { consents, watch, now } = this.#given;
    const { language } = attempt;
    if (answer.kind === 'refused') {
      const evidence = { protocol: 'entra', stage: 'admin-consent-callback', raw: answer.raw } as const;
      const verdict = diagnose({ ...evidence, now: now() });
      await consents.end(attempt, 'refused', verdict);
      return { kind: 'refused', language, cause: verdict.cause };
    }
    // The value can be forged: it is compared, and nothing is allowed by it.
    if (answer.directoryId !== null && answer.directoryId !== attempt.directory_id) {
      await consents.end(attempt, 'wrong-directory', null);
      return { kind: 'wrong-directory', language };
    }
    const looking = await consents.look(attempt, new Date(now()));
    if (looking !== null) watch.plan(looking);
    return { kind: 'given', language };
  }

  async #recordAnswer(attempt: AttemptRow, entity: EntityRow, outcome: AnswerOutcome): Promise<void> {
    const { db, now } = this.#given;
    const details = {
      applicationId: attempt.application_id,
      startedBy: attempt.starter_name ?? '',
      outcome: outcome.kind,
      ...('cause' in outcome ? { cause: outcome.cause } : {}),
    };
    // Whoever opened the link answered it: the state tells who started it, and nobody is signed on here.
    const actor = { tenantId: attempt.tenant_id, userId: null, name: null };
    await recordAudit(db, { action: 'consent-answered', actor, entity, details }, now());
  }

  async #seenOf(registration: RegistrationRow) {
    const { marks, consents } = this.#given;
    const { tenant_id, entity_id } = registration;
    const marked = await marks.list(tenant_id);
    const setupMarks = marked.filter((each) => each.entity_id === entity_id);
    return {
      redirectUrisEntered: isMarked({ setupMarks }, 'redirect-uris'),
      answeredBefore: await consents.answeredBefore(tenant_id, registration),
    };
  }

  #publish({ tenant_id, entity_id }: AttemptRow): void {
    this.#given.live.publish(tenant_id, { type: 'entity-changed', entityId: entity_id });
  }
}

function newAttempt(
  actor: Actor,
  registration: RegistrationRow,
  { form, language, state, at }: Pick<NewAttempt, 'form' | 'language'> & { state: string | null; at: number },
): NewAttempt {
  const next = nextLook({ form, startedAt: at, answeredAt: null }, at);
  return {
    tenant_id: actor.tenantId,
    entity_id: registration.entity_id,
    id: crypto.randomUUID(),
    form,
    status: 'waiting',
    directory_id: registration.directory_id,
    application_id: registration.application_id,
    state_hash: state === null ? null : digestOf(state),
    state_expires_at: state === null ? null : new Date(at + stateLivesMs),
    language,
    started_at: new Date(at),
    started_by: actor.userId,
    starter_name: actor.name,
    next_look_at: next === null ? null : new Date(next),
  };
}

/** The row holds the digest alone: who reads the database cannot answer in somebody's name. */
function digestOf(state: string): Buffer {
  return createHash('sha256').update(state).digest();
}
