import type { ConnectionTest } from '../../../shared/api/connection-tests.ts';
import type { TestSubject } from './subject.ts';
import { TestRun, type TestRequest, type TestRunDependencies } from './test-run-service.ts';

interface InFlight {
  run: TestRun;
  /** Tells one subject and kind of test from another. */
  fingerprint: string;
  done: Promise<ConnectionTest>;
}

/** Runs connection tests, one at a time for each entity: two probes of one mailbox at once throttle each other. */
export class ConnectionTests {
  readonly #given: TestRunDependencies;
  readonly #inFlight = new Map<string, InFlight>();

  constructor(given: TestRunDependencies) {
    this.#given = given;
  }

  /** The test that is running, as far as it has come. */
  running(tenantId: string, entityId: string): ConnectionTest | null {
    return this.#inFlight.get(`${tenantId}/${entityId}`)?.run.test ?? null;
  }

  /**
   * Runs the test to its end and keeps the result. A request for the very same test joins the one that is running;
   * one for other values waits, for it must not be answered with what the former values brought.
   */
  async run(subject: TestSubject, request: TestRequest): Promise<ConnectionTest> {
    const key = `${subject.tenantId}/${subject.entityId}`;
    const fingerprint = fingerprintOf(subject, request);
    for (let ahead = this.#inFlight.get(key); ahead; ahead = this.#inFlight.get(key)) {
      if (ahead.fingerprint === fingerprint) return ahead.done;
      await ahead.done.catch(() => undefined);
    }
    const run = new TestRun(this.#given, subject, request);
    const done = this.#finish(key, run);
    this.#inFlight.set(key, { run, fingerprint, done });
    return done;
  }

  async #finish(key: string, run: TestRun): Promise<ConnectionTest> {
    // The entry is in place before the first step of the run is reported.
    await Promise.resolve();
    try {
      return await run.toTheEnd();
    } catch (error) {
      run.abandon();
      throw error;
    } finally {
      this.#inFlight.delete(key);
    }
  }
}

function fingerprintOf(subject: TestSubject, request: TestRequest): string {
  const { registrationVersion, modules, probeMailbox } = subject;
  // A test after a consent must not be answered with what a token from before the consent brought.
  const token = request.trigger === 'schedule' || request.trigger === 'consent' ? request.trigger : 'fresh';
  // Nor the look after the grant with what the look before it has under way: its token names other rights.
  const how = [request.deep ?? false, token, request.token?.rights ?? null];
  return JSON.stringify([registrationVersion, modules, probeMailbox, ...how]);
}
