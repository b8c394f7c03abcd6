import type { TenantUnderCheck } from './tenant-under-check.ts';

/** What a check saw, in the words of its `expected`. Nothing secret: `conceal` is a second net, not the first. */
export interface Sight {
  seen: string;
  /** Microsoft's own text, where there was one. */
  said?: string | undefined;
}

/** One assumption about Microsoft 365 that can be asked for without changing anything there. */
export interface Check {
  /** Stable: docs/assumptions.md names it. */
  id: string;
  /** One sentence. */
  assumption: string;
  /** Any of these is as assumed. */
  expected: readonly [string, ...string[]];
  /**
   * @throws NotChecked when the question could not be asked or got no answer
   */
  look(tenant: TenantUnderCheck): Promise<Sight>;
}

export type Outcome = 'as-assumed' | 'differs' | 'not-checked';

export interface CheckResult {
  id: string;
  assumption: string;
  expected: string;
  /** What was seen; why nothing was, when not checked. */
  seen: string;
  said?: string | undefined;
  outcome: Outcome;
}

/** Why a question could not be asked, or got no answer: nothing is known then. */
export class NotChecked extends Error {
  override readonly name = 'NotChecked';
}

/** Compares what is there with what is assumed. */
export function judge({ id, assumption, expected }: Check, sight: Sight | NotChecked): CheckResult {
  const about = { id, assumption, expected: expected.join(', or ') };
  if (sight instanceof NotChecked) return { ...about, seen: sight.message, outcome: 'not-checked' };
  const outcome = expected.includes(sight.seen) ? 'as-assumed' : 'differs';
  return { ...about, ...sight, outcome };
}
