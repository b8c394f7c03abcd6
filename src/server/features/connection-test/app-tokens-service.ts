import { createHash } from 'node:crypto';
import type { Verdict } from '../../../shared/api/verdict.ts';
import { diagnose } from '../../diagnosis/index.ts';
import { requestAppToken, type AppToken } from '../../protocols/entra/index.ts';
import type { HttpExchange } from '../../protocols/http/index.ts';
import type { ClientCredentials } from './subject.ts';

/** Where tokens for Graph come from in the configured cloud. */
export interface TokenSource {
  exchange: HttpExchange;
  tokenEndpoint(directoryId: string): string;
  /** `https://graph.microsoft.com/.default` */
  scope: string;
}

export type TokenAnswer = { token: AppToken } | { verdict: Verdict };

const reusableForMs = 10 * 60_000;
const mostKept = 1000;

/** App-only tokens of registrations, in memory alone. */
export class AppTokens {
  readonly #source: TokenSource;
  readonly #now: () => number;
  readonly #kept = new Map<string, AppToken>();
  /** Entities that share a registration are often due together: they wait for one token. */
  readonly #asked = new Map<string, Promise<TokenAnswer>>();

  constructor(source: TokenSource, now: () => number) {
    this.#source = source;
    this.#now = now;
  }

  /** A token that was asked for now. */
  async fresh(credentials: ClientCredentials): Promise<TokenAnswer> {
    const request = {
      tokenEndpoint: this.#source.tokenEndpoint(credentials.directoryId),
      clientId: credentials.applicationId,
      clientSecret: credentials.clientSecret,
      scope: this.#source.scope,
    };
    const answer = await requestAppToken(this.#source.exchange, request, this.#now);
    if ('refusal' in answer) {
      const evidence = {
        protocol: 'entra',
        stage: 'app-token',
        ...answer.refusal,
        now: this.#now(),
      } as const;
      return { verdict: diagnose(evidence) };
    }
    this.#keep(keyOf(credentials), answer.token);
    return answer;
  }

  /** A token at most ten minutes old: scheduled tests of entities that share a registration need but one. */
  async recent(credentials: ClientCredentials): Promise<TokenAnswer> {
    const token = this.#kept.get(keyOf(credentials));
    const now = this.#now();
    if (token && now - token.issuedAt < reusableForMs && token.expiresAt > now + reusableForMs)
      return { token };
    return this.#joinOrAsk(credentials);
  }

  #joinOrAsk(credentials: ClientCredentials): Promise<TokenAnswer> {
    const key = keyOf(credentials);
    const answer = this.#asked.get(key) ?? this.fresh(credentials).finally(() => this.#asked.delete(key));
    this.#asked.set(key, answer);
    return answer;
  }

  /** Makes room first: what is too old goes, and where that is not enough, what was kept longest. */
  #keep(key: string, token: AppToken): void {
    for (const [each, { issuedAt }] of this.#kept) {
      if (this.#now() - issuedAt > reusableForMs || this.#kept.size >= mostKept) this.#kept.delete(each);
    }
    this.#kept.set(key, token);
  }
}

/** The secret is part of the key, so that a token never outlives the value that got it; only its digest is kept. */
function keyOf({ directoryId, applicationId, clientSecret }: ClientCredentials): string {
  return createHash('sha256').update(`${directoryId}\n${applicationId}\n${clientSecret}`).digest('base64');
}
