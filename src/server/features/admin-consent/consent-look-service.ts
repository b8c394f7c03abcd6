import type { Kysely } from 'kysely';
import type { ConnectionTest } from '../../../shared/api/connection-tests.ts';
import { missingRights, requiredRights } from '../../../shared/domain/consent.ts';
import type { AppToken } from '../../protocols/entra/index.ts';
import type { Tables } from '../../storage/tables.ts';
import { recordAudit } from '../audit/index.ts';
import type { AppTokens, ConnectionTests, TestSubject, TestSubjects } from '../connection-test/index.ts';
import { sameApplication } from '../entity-registration/index.ts';
import type { LiveEvents } from '../live-events/index.ts';
import type { AttemptRow, ConsentAttemptStore } from './consent-attempt-store.ts';
import { afterLook, type Look } from './look-schedule.ts';
import { openStatuses } from './look-store.ts';

export interface ConsentLookDependencies {
  db: Kysely<Tables>;
  consents: ConsentAttemptStore;
  subjects: TestSubjects;
  tokens: AppTokens;
  connectionTests: ConnectionTests;
  live: LiveEvents;
  now: () => number;
}

type Seen = Look & { missing: string[] | null };

/** One look: a fresh token's rights against those that are needed, and where they tell more than before, the real probes. */
export class ConsentLooks {
  readonly #given: ConsentLookDependencies;

  constructor(given: ConsentLookDependencies) {
    this.#given = given;
  }

  /**
   * Looks for one attempt and keeps what was found. Answers the attempt as it then stands; null when it has ended.
   * @throws SubjectReplacedError when the registration is replaced while its modules are tested
   */
  async forAttempt(attempt: AttemptRow): Promise<AttemptRow | null> {
    const { consents, subjects } = this.#given;
    const subject = await subjects.subject(attempt.tenant_id, attempt.entity_id);
    // What is granted to another application neither helps nor harms the attempt.
    if (subject === null || !sameApplication(attempt, idsOf(subject))) {
      await consents.end(attempt, 'cancelled', null);
      this.#publish(attempt);
      return null;
    }
    return this.#keep(attempt, subject, await this.#see(attempt, subject, false));
  }

  /**
   * Looks because a person asks for it, whether an attempt is open, has ended, or none was ever made. The modules are
   * tested in any case, so that what is shown is of now. Answers the attempt as it then stands.
   * @throws SubjectReplacedError
   */
  async forPerson(subject: TestSubject, userId: string): Promise<AttemptRow | null> {
    const attempt = await this.#given.consents.newest(subject.tenantId, subject.entityId);
    const seen = await this.#see(attempt, subject, true, userId);
    // What was granted once stays told; that it was withdrawn, the test shows.
    return attempt === null || attempt.status === 'granted' ? attempt : this.#keep(attempt, subject, seen);
  }

  async #see(
    attempt: AttemptRow | null,
    subject: TestSubject,
    testAnyway: boolean,
    startedBy = attempt?.started_by,
  ): Promise<Seen> {
    const { tokens } = this.#given;
    const answer = await tokens.fresh(subject.registration);
    if ('verdict' in answer) {
      if (testAnyway) await this.#test(subject, undefined, startedBy);
      return {
        granted: false,
        opaque: false,
        missing: attempt?.missing ?? null,
        verdict: answer.verdict,
      };
    }
    const missing = missingRights(subject.modules, answer.token.rights);
    const before = attempt?.missing ?? requiredRights(subject.modules);
    const tellsMore = missing === null || missing.length === 0 || missing.length < before.length;
    const test = tellsMore || testAnyway ? await this.#test(subject, answer.token, startedBy) : null;
    const granted = missing === null ? test !== null && allModulesWork(test) : missing.length === 0;
    return { granted, opaque: missing === null, missing, verdict: null };
  }

  #test(subject: TestSubject, token: AppToken | undefined, startedBy: string | undefined) {
    return this.#given.connectionTests.run(subject, {
      trigger: 'consent',
      ...(token ? { token } : {}),
      ...(startedBy ? { startedBy } : {}),
    });
  }

  async #keep(attempt: AttemptRow, { entityName }: TestSubject, seen: Seen): Promise<AttemptRow | null> {
    const { db, consents, now } = this.#given;
    const at = now();
    const isOpen = openStatuses.includes(attempt.status);
    const open = afterLook(lookedFor(attempt), seen, at);
    const ended = { status: seen.granted ? ('granted' as const) : attempt.status, nextLookAt: null };
    const { status, nextLookAt } = isOpen ? open : ended;
    const row = await consents.keepLook(attempt, {
      status,
      nextLookAt: nextLookAt === null ? null : new Date(nextLookAt),
      lookedAt: new Date(at),
      missing: seen.missing,
      // Why it was refused stays told until it is granted after all.
      verdict: isOpen || seen.granted ? seen.verdict : attempt.verdict,
    });
    if (row?.status === 'granted') {
      const { tenant_id: tenantId, entity_id: id, application_id: applicationId } = attempt;
      const entry = {
        action: 'consent-seen' as const,
        actor: { tenantId, userId: null, name: null },
        entity: { id, name: entityName },
        details: { applicationId, startedBy: attempt.starter_name ?? '' },
      };
      await recordAudit(db, entry, at);
    }
    this.#publish(attempt);
    return row;
  }

  #publish({ tenant_id, entity_id }: AttemptRow): void {
    this.#given.live.publish(tenant_id, { type: 'entity-changed', entityId: entity_id });
  }
}

function idsOf({ registration }: TestSubject) {
  return { directory_id: registration.directoryId, application_id: registration.applicationId };
}

function lookedFor({ form, started_at, answered_at }: AttemptRow) {
  return { form, startedAt: started_at.getTime(), answeredAt: answered_at?.getTime() ?? null };
}

function allModulesWork({ steps }: ConnectionTest): boolean {
  return steps.every(({ status }) => status === 'ok' || status === 'not-used');
}
