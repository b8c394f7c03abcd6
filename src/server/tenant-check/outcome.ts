/** What a check saw, in the words of its `expected`. Nothing secret: `conceal` is a second net, not the first. */
export interface Sight {
  seen: string;
  /** Microsoft's own text, where there was one. */
  said?: string | undefined;
}

/** Why a question could not be asked, or got no answer: nothing is known then. */
export class NotChecked extends Error {
  override readonly name = 'NotChecked';
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
