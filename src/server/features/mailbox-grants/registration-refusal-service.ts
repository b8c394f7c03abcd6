import type { Verdict } from '../../../shared/api/verdict.ts';

/** A registration in one state: other values are another version, and are asked about at once. */
export interface RegistrationState {
  tenantId: string;
  entityId: string;
  version: number;
}

/** Entra stops an application that repeats a request which is always refused (AADSTS50196). */
const askAgainAfterMs = 30_000;
const mostKept = 1000;

/**
 * Registrations that Microsoft refused lately: an expired secret is one fault of one entity, so its three hundred mailboxes
 * ask once in half a minute together, not each of them.
 */
export class RegistrationRefusals {
  readonly #kept = new Map<string, { verdict: Verdict; until: number }>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The refusal that still holds. When its time is over, the first caller is let through to ask for all. */
  find(state: RegistrationState): Verdict | null {
    const key = keyOf(state);
    const kept = this.#kept.get(key);
    if (kept === undefined) return null;
    const now = this.#now();
    if (now < kept.until) return kept.verdict;
    this.#kept.set(key, { ...kept, until: now + askAgainAfterMs });
    return null;
  }

  keep(state: RegistrationState, verdict: Verdict): void {
    const [oldest] = this.#kept.size >= mostKept ? this.#kept.keys() : [];
    if (oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(keyOf(state), { verdict, until: this.#now() + askAgainAfterMs });
  }

  forget(state: RegistrationState): void {
    this.#kept.delete(keyOf(state));
  }
}

function keyOf({ tenantId, entityId, version }: RegistrationState): string {
  return [tenantId, entityId, version].join(' ');
}
