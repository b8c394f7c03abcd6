import type { AppAccessToken } from '../../../shared/api/service-keys.ts';
import type { AppTokens, TestSubjects } from '../connection-test/index.ts';
import { withoutToken, type NotStored } from '../entity-registration/index.ts';

export interface GraphTokenDependencies {
  registrations: TestSubjects;
  tokens: AppTokens;
  now: () => number;
}

type WithoutToken = Extract<NotStored, { kind: 'refused' | 'unchecked' }>;
export type GraphTokenResult =
  { kind: 'issued'; token: AppAccessToken } | { kind: 'registration-missing' } | WithoutToken;

interface KeptRefusal {
  refusal: WithoutToken;
  until: number;
}

/** Entra stops an application that repeats a request which is always refused (AADSTS50196). */
const askAgainAfterMs = 30_000;
const longestWaitMs = 3600_000;
const mostKept = 1000;

/** App-only Graph tokens of an entity's registration, for LEGAL 365: the secret stays here. */
export class GraphTokens {
  readonly #given: GraphTokenDependencies;
  readonly #refused = new Map<string, KeptRefusal>();

  constructor(given: GraphTokenDependencies) {
    this.#given = given;
  }

  /**
   * A token that was issued at most ten minutes ago, so that it names the rights of today's consent, and that has more
   * than ten minutes left.
   */
  async issue(tenantId: string, entityId: string): Promise<GraphTokenResult> {
    const subject = await this.#given.registrations.subject(tenantId, entityId);
    if (subject === null) return { kind: 'registration-missing' };
    const { directoryId, applicationId } = subject.registration;
    // Other values are another version: they are asked about at once.
    const key = [tenantId, entityId, subject.registrationVersion].join(' ');
    const kept = this.#refused.get(key);
    if (kept && this.#given.now() < kept.until) return this.#still(kept);
    const answer = await this.#given.tokens.recent(subject.registration);
    if ('verdict' in answer) return this.#keep(key, withoutToken(answer.verdict));
    this.#refused.delete(key);
    const { accessToken, expiresAt } = answer.token;
    const token: AppAccessToken = {
      accessToken,
      tokenType: 'Bearer',
      expiresAt: new Date(expiresAt).toISOString(),
      directoryId,
      applicationId,
    };
    return { kind: 'issued', token };
  }

  /** The refusal as it was, with what is left of the time that Microsoft named. */
  #still({ refusal, until }: KeptRefusal): WithoutToken {
    if (refusal.verdict.retryAfter === null) return refusal;
    const retryAfter = Math.ceil((until - this.#given.now()) / 1000);
    return { ...refusal, verdict: { ...refusal.verdict, retryAfter } };
  }

  #keep(key: string, refusal: WithoutToken): WithoutToken {
    const [oldest] = this.#refused.size >= mostKept ? this.#refused.keys() : [];
    if (oldest !== undefined) this.#refused.delete(oldest);
    // Nobody has refused anything where no answer came: the next call may ask, unless Microsoft named a time.
    const least = refusal.kind === 'refused' ? askAgainAfterMs : 0;
    const wait = Math.max(least, (refusal.verdict.retryAfter ?? 0) * 1000);
    this.#refused.set(key, { refusal, until: this.#given.now() + Math.min(wait, longestWaitMs) });
    return refusal;
  }
}
