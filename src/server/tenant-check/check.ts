import { NotChecked, type CheckResult, type Sight } from './outcome.ts';
import type { TenantUnderCheck } from './tenant-under-check.ts';

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

/** Compares what is there with what is assumed. */
export function judge({ id, assumption, expected }: Check, sight: Sight | NotChecked): CheckResult {
  const about = { id, assumption, expected: expected.join(', or ') };
  if (sight instanceof NotChecked) return { ...about, seen: sight.message, outcome: 'not-checked' };
  const outcome = expected.includes(sight.seen) ? 'as-assumed' : 'differs';
  return { ...about, ...sight, outcome };
}
