import type { Verdict } from '../../../shared/api/verdict.ts';
import type { RejectedCheck, Rejection } from '../../protocols/entra/index.ts';

type Explained = Pick<Verdict, 'cause' | 'alternatives' | 'whoCanFix' | 'retry'>;

const wrongAccount: Explained = {
  cause: 'wrong-account',
  alternatives: [],
  whoCanFix: 'user',
  retry: 'sign-in-again',
};

const byCheck: Readonly<Partial<Record<RejectedCheck, Explained>>> = {
  issuer: wrongAccount,
  directory: wrongAccount,
  person: wrongAccount,
  audience: {
    cause: 'token-wrong-audience',
    alternatives: ['request-malformed'],
    whoCanFix: 'developer',
    retry: 'after-fix',
  },
};

const unusable: Explained = {
  cause: 'token-invalid',
  alternatives: [],
  whoCanFix: 'developer',
  retry: 'after-fix',
};

/**
 * The verdict on tokens that came but may not be used. It never ends a grant: Microsoft said yes. In the facts stand the
 * check that failed and what was found instead; the answer itself holds tokens and is not shown.
 */
export function verdictOfRejection({ check, found }: Rejection): Verdict {
  const { alternatives, ...explained } = byCheck[check] ?? unusable;
  return {
    ...explained,
    alternatives: [...alternatives],
    retryAfter: null,
    tokenLost: false,
    facts: { error: check, ...(found !== null && { message: found }) },
    confidence: 'certain',
  };
}
