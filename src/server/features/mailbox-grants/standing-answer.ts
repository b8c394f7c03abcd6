import type { Verdict } from '../../../shared/api/verdict.ts';
import type { GrantState } from '../../storage/mail-tables.ts';
import { lastsAMoment, lastsLongEnough } from './grant-timing.ts';
import type { MailboxTokenAnswer } from './token-answer.ts';

interface StandingGrant {
  refresh_ciphertext: Buffer | null;
  access_expires_at: Date | null;
  renewed_at: Date;
  state: GrantState;
  verdict: Verdict | null;
  not_before: Date | null;
  is_of_registration: boolean;
}

type WithoutToken = Exclude<MailboxTokenAnswer, { kind: 'token' | 'never' }>;

/** `any` token that serves; `fresh`: a person wants to know, so Microsoft is to be asked; `asked`: it was, for this person. */
export type Question = 'any' | 'fresh' | 'asked';

/**
 * What can be said without asking Microsoft: that the token at hand serves, or why there is none. null: it has to be asked.
 * A person who wants to know may have mended what was refused; a wait that Microsoft named holds for everybody.
 */
export function standingAnswer(
  grant: StandingGrant,
  now: number,
  question: Question,
): 'token-at-hand' | WithoutToken | null {
  const { state, verdict, not_before: notBefore } = grant;
  if (grant.refresh_ciphertext === null) return { kind: 'needs-sign-in', verdict };
  if (!grant.is_of_registration) return { kind: 'needs-sign-in', verdict: null };
  if (question === 'any' && lastsLongEnough(grant, now)) return 'token-at-hand';
  const left = (notBefore?.getTime() ?? now) - now;
  if (left <= 0 || verdict === null || (question === 'fresh' && state !== 'unknown')) return null;
  if (question === 'any' && lastsAMoment(grant, now)) return 'token-at-hand';
  if (state === 'needs-sign-in') return { kind: 'needs-sign-in', verdict };
  return { kind: 'unavailable', verdict: withWait(verdict, left) };
}

/** A wait that Microsoft named, as far as it is not over. */
function withWait(verdict: Verdict, leftMs: number): Verdict {
  return verdict.retryAfter === null ? verdict : { ...verdict, retryAfter: Math.ceil(leftMs / 1000) };
}
