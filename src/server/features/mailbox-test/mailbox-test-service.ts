import type { MailboxTest } from '../../../shared/api/mailbox-tests.ts';
import type { MailboxStore } from '../mailboxes/index.ts';
import { MailboxTestRun, type MailboxTestDependencies, type MailboxTestRequest } from './test-run-service.ts';

interface InFlight {
  run: MailboxTestRun;
  trigger: MailboxTest['trigger'];
  done: Promise<MailboxTest | null>;
}

/** Runs mailbox tests, one at a time for each mailbox: sign-ins at once look like an attack, and count against its limits. */
export class MailboxTests {
  readonly #given: MailboxTestDependencies & { mailboxes: Pick<MailboxStore, 'find'> };
  readonly #inFlight = new Map<string, InFlight>();

  constructor(given: MailboxTestDependencies & { mailboxes: Pick<MailboxStore, 'find'> }) {
    this.#given = given;
  }

  /** The newest test of each of the tenant's mailboxes, or of those named, by id; running ones as far as they have come. */
  async latest(tenantId: string, mailboxIds?: readonly string[]): Promise<Map<string, MailboxTest>> {
    const latest = await this.#given.tests.latest(tenantId, new Date(this.#given.now()), mailboxIds);
    for (const [key, { run }] of this.#inFlight) {
      const { mailboxId } = run.test;
      const isAsked = mailboxIds?.includes(mailboxId) ?? true;
      if (isAsked && key.startsWith(`${tenantId}/`)) latest.set(mailboxId, run.test);
    }
    return latest;
  }

  /**
   * Runs the test to its end and keeps the result; null when the mailbox is gone. A request like the one that is running
   * joins it; another one waits for its end, because a test after a sign-in must not be answered with the former token.
   */
  async run(tenantId: string, mailboxId: string, request: MailboxTestRequest): Promise<MailboxTest | null> {
    const key = `${tenantId}/${mailboxId}`;
    const mailbox = await this.#given.mailboxes.find(tenantId, mailboxId);
    if (mailbox === null) return null;
    for (let ahead = this.#inFlight.get(key); ahead; ahead = this.#inFlight.get(key)) {
      if (ahead.trigger === request.trigger) return ahead.done;
      await ahead.done.catch(() => undefined);
    }
    const run = new MailboxTestRun(this.#given, mailbox, request);
    const done = this.#finish(key, run);
    this.#inFlight.set(key, { run, trigger: request.trigger, done });
    return done;
  }

  async #finish(key: string, run: MailboxTestRun): Promise<MailboxTest | null> {
    // The entry is in place before the first step of the run is reported.
    await Promise.resolve();
    try {
      return await run.toTheEnd();
    } finally {
      this.#inFlight.delete(key);
      // After the entry is gone: whoever looks now sees what was kept, and no test that turns for ever.
      run.tellPages();
    }
  }
}
