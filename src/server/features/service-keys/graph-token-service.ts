import type { AppAccessToken } from '../../../shared/api/service-keys.ts';
import type { AppTokens, TestSubjects } from '../connection-test/index.ts';
import { withoutToken, type NotStored } from '../entity-registration/index.ts';

export interface GraphTokenDependencies {
  registrations: TestSubjects;
  tokens: AppTokens;
}

type WithoutToken = Extract<NotStored, { kind: 'refused' | 'unchecked' }>;
export type GraphTokenResult =
  { kind: 'issued'; token: AppAccessToken } | { kind: 'registration-missing' } | WithoutToken;

/** App-only Graph tokens of an entity's registration, for LEGAL 365: the secret stays here. */
export class GraphTokens {
  readonly #given: GraphTokenDependencies;

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
    const answer = await this.#given.tokens.recent(subject.registration);
    if ('verdict' in answer) return withoutToken(answer.verdict);
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
}
