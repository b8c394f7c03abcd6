import { createHash } from 'node:crypto';
import type { Verdict } from '../../../shared/api/verdict.ts';
import { diagnose } from '../../diagnosis/index.ts';
import { requestAppToken, type AppToken } from '../../protocols/entra/index.ts';
import type { HttpExchange } from '../../protocols/http/index.ts';
import type { RegistrationSecretValues } from './subject.ts';

/** Where tokens for Graph come from in the configured cloud. */
export interface TokenSource {
  exchange: HttpExchange;
  tokenEndpoint(directoryId: string): string;
  /** `https://graph.microsoft.com/.default` */
  scope: string;
}

export type TokenAnswer = { token: AppToken } | { verdict: Verdict };

export interface AppTokens {
  /** A token that was asked for now. */
  fresh(registration: RegistrationSecretValues): Promise<TokenAnswer>;
  /** A token at most ten minutes old: scheduled tests of entities that share a registration need but one. */
  recent(registration: RegistrationSecretValues): Promise<TokenAnswer>;
}

const reusableForMs = 10 * 60_000;
const mostKept = 1000;

/** App-only tokens of registrations, in memory alone. */
export function createAppTokens(source: TokenSource, now: () => number): AppTokens {
  const kept = new Map<string, AppToken>();
  /** Entities that share a registration are often due together: they wait for one token. */
  const asked = new Map<string, Promise<TokenAnswer>>();

  async function fresh(registration: RegistrationSecretValues): Promise<TokenAnswer> {
    const request = {
      tokenEndpoint: source.tokenEndpoint(registration.directoryId),
      clientId: registration.applicationId,
      clientSecret: registration.clientSecret,
      scope: source.scope,
    };
    const answer = await requestAppToken(source.exchange, request, now);
    if ('refusal' in answer) {
      return { verdict: diagnose({ protocol: 'entra', stage: 'app-token', ...answer.refusal, now: now() }) };
    }
    keep(keyOf(registration), answer.token);
    return answer;
  }

  function keep(key: string, token: AppToken): void {
    for (const [each, { issuedAt }] of kept) {
      if (now() - issuedAt > reusableForMs || kept.size >= mostKept) kept.delete(each);
    }
    kept.set(key, token);
  }

  function joinOrAsk(registration: RegistrationSecretValues): Promise<TokenAnswer> {
    const key = keyOf(registration);
    const answer = asked.get(key) ?? fresh(registration).finally(() => asked.delete(key));
    asked.set(key, answer);
    return answer;
  }

  return {
    fresh,
    async recent(registration) {
      const token = kept.get(keyOf(registration));
      const usable =
        token && now() - token.issuedAt < reusableForMs && token.expiresAt > now() + reusableForMs;
      return usable ? { token } : joinOrAsk(registration);
    },
  };
}

/** The secret is part of the key, so that a token never outlives the value that got it; only its digest is kept. */
function keyOf({ directoryId, applicationId, clientSecret }: RegistrationSecretValues): string {
  return createHash('sha256').update(`${directoryId}\n${applicationId}\n${clientSecret}`).digest('base64');
}
