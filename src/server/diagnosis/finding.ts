import type { Cause, Confidence, Retry, WhoCanFix } from '../../shared/causes.ts';

/** What one row of a table says about a refusal. What it leaves out is the cause's default. */
export interface Finding {
  readonly cause: Cause;
  /** Most likely first. */
  readonly alternatives?: readonly Cause[];
  readonly whoCanFix?: WhoCanFix;
  readonly retry?: Retry;
  /** The answer ends a stored grant; counts only where diagnose() allows it. */
  readonly tokenLost?: boolean;
}

/** A finding, and what it rests on. */
export interface Judgement extends Finding {
  readonly confidence: Confidence;
}

export const certain = (finding: Finding): Judgement => ({ ...finding, confidence: 'certain' });
export const likely = (finding: Finding): Judgement => ({ ...finding, confidence: 'likely' });
export const guess = (finding: Finding): Judgement => ({ ...finding, confidence: 'guess' });
