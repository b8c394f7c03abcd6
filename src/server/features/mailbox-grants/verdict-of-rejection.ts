import type { Verdict } from '../../../shared/api/verdict.ts';
import type { Cause } from '../../../shared/causes.ts';
import { verdictOf } from '../../diagnosis/index.ts';
import type { RejectedCheck, Rejection } from '../../protocols/entra/index.ts';

const causes: Readonly<Partial<Record<RejectedCheck, Cause>>> = {
  issuer: 'wrong-account',
  directory: 'wrong-account',
  person: 'wrong-account',
  audience: 'token-wrong-audience',
};

/**
 * The verdict on tokens that came but may not be used. It never ends a grant: Microsoft said yes. In the facts stand the
 * check that failed and what was found instead; the answer itself holds tokens and is not shown.
 */
export function verdictOfRejection({ check, found }: Rejection): Verdict {
  return verdictOf(causes[check] ?? 'token-invalid', {
    alternatives: check === 'audience' ? ['request-malformed'] : [],
    facts: { error: check, ...(found !== null && { message: found }) },
  });
}
