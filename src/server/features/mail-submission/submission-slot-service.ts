import { setTimeout as delay } from 'node:timers/promises';
import type { MailboxKey } from '../mailboxes/index.ts';
import type { SlotPurpose } from './submission-limits.ts';
import type { SubmissionSlotStore } from './submission-slot-store.ts';

export interface SubmissionSlotDependencies {
  store: SubmissionSlotStore;
  /** How long a claim holds: longer than the work may take. */
  leaseMs: number;
  /** How long a caller is kept waiting for a place. */
  patienceMs: number;
}

export type SlotUse<Result> =
  | { kind: 'done'; result: Result }
  /** `retryAfter` in seconds. */
  | { kind: 'busy'; retryAfter: number }
  | { kind: 'gone' };

/** Exchange Online's limits of one mailbox, kept over all replicas; it would answer 432 4.3.2 to who does not. */
export class SubmissionSlots {
  readonly #given: SubmissionSlotDependencies;

  constructor(given: SubmissionSlotDependencies) {
    this.#given = given;
  }

  /** Does the work when there is a place for it. One that is full is waited for shortly, then the caller comes back. */
  async use<Result>(
    mailbox: MailboxKey,
    work: () => Promise<Result>,
    purpose: SlotPurpose = 'message',
  ): Promise<SlotUse<Result>> {
    const { store, leaseMs, patienceMs } = this.#given;
    const giveUpAt = performance.now() + patienceMs;
    for (;;) {
      const claim = await store.claim(mailbox, leaseMs, purpose);
      if (claim === null) return { kind: 'gone' };
      if (claim.kind === 'taken') {
        try {
          return { kind: 'done', result: await work() };
        } finally {
          await store.release(mailbox, claim.id);
        }
      }
      if (performance.now() + claim.ms > giveUpAt) {
        return { kind: 'busy', retryAfter: Math.ceil(Math.max(claim.ms, patienceMs) / 1000) };
      }
      await delay(claim.ms);
    }
  }
}
