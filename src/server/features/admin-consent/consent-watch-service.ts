import type { AttemptRow, ConsentAttemptStore } from './consent-attempt-store.ts';
import type { ConsentLooks } from './consent-look-service.ts';
import type { TestSubject } from '../connection-test/index.ts';

/** Runs something once after some milliseconds; answers what calls it off. */
export type After = (ms: number, run: () => Promise<void>) => () => void;

export interface ConsentWatchDependencies {
  consents: ConsentAttemptStore;
  looks: ConsentLooks;
  after: After;
  now: () => number;
  log: { error(fields: object, message: string): void };
}

interface AskedLook {
  running: Promise<void>;
  /** The look that follows, for those who asked meanwhile. */
  next?: Promise<void>;
}

/** Longer than a token, a batch and a test that has to wait for its turn take: a look of a killed server is made up for. */
const lookTakesAtMostMs = 60_000;
const mostPerTick = 100;

/**
 * Makes the looks when they are due: by timers for the attempts that this process has touched, by the schedule's tick for
 * those of a process that is gone.
 */
export class ConsentWatch {
  readonly #given: ConsentWatchDependencies;
  readonly #timers = new Map<string, () => void>();
  readonly #running = new Set<Promise<unknown>>();
  /** Looks that people asked for, by what they are about. */
  readonly #asked = new Map<string, AskedLook>();
  #stopped = false;

  constructor(given: ConsentWatchDependencies) {
    this.#given = given;
  }

  /** Sees to the attempt's next look; without one, nothing is left to do for it. */
  plan(attempt: AttemptRow): void {
    this.#timers.get(attempt.id)?.();
    this.#timers.delete(attempt.id);
    if (attempt.next_look_at === null || this.#stopped) return;
    const inMs = Math.max(0, attempt.next_look_at.getTime() - this.#given.now());
    this.#timers.set(
      attempt.id,
      this.#given.after(inMs, () => this.#lookIfDue(attempt)),
    );
  }

  /**
   * Looks now, because a person asks for it. All who ask while a look runs share the one after it, which begins when each
   * of them has asked: however often somebody clicks, Microsoft is asked one thing at a time.
   * @throws SubjectReplacedError
   */
  lookNow(subject: TestSubject, userId: string): Promise<void> {
    const { tenantId, entityId, registrationVersion, modules } = subject;
    const about = [tenantId, entityId, registrationVersion, ...modules].join(' ');
    const begin = () => this.#lookForPerson(about, subject, userId);
    const ahead = this.#asked.get(about);
    if (ahead === undefined) return begin();
    ahead.next ??= ahead.running.then(begin, begin);
    return ahead.next;
  }

  #lookForPerson(about: string, subject: TestSubject, userId: string): Promise<void> {
    const looked = this.#given.looks.forPerson(subject, userId).then((attempt) => {
      if (attempt !== null) this.plan(attempt);
    });
    const running = looked.finally(() => this.#asked.delete(about));
    this.#asked.set(about, { running });
    return running;
  }

  /** One tick of the schedule: the looks that no timer makes any more. Answers how many were due. */
  async tick(): Promise<number> {
    const due = await this.#given.consents.due(new Date(this.#given.now()), mostPerTick);
    await Promise.all(due.map((attempt) => this.#lookIfDue(attempt)));
    return due.length;
  }

  /** Ends the timers and waits for the looks that run. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const callOff of this.#timers.values()) callOff();
    this.#timers.clear();
    await Promise.all(this.#running);
  }

  async #lookIfDue(attempt: AttemptRow): Promise<void> {
    this.#timers.delete(attempt.id);
    const running = this.#look(attempt).catch((error: unknown) => {
      const { tenant_id: tenantId, entity_id: entityId } = attempt;
      this.#given.log.error({ err: error, tenantId, entityId }, 'looking for a consent failed');
    });
    this.#running.add(running);
    await running;
    this.#running.delete(running);
  }

  async #look(attempt: AttemptRow): Promise<void> {
    const { consents, looks, now } = this.#given;
    const claimed = await consents.claim(attempt, new Date(now() + lookTakesAtMostMs));
    if (claimed === null) return;
    // Should the look fail, this is when it is tried again; else it is replaced by what the look says.
    this.plan(claimed);
    const after = await looks.forAttempt(claimed);
    this.plan(after ?? { ...claimed, next_look_at: null });
  }
}
