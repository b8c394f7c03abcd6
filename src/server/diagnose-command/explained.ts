import type { Origin, SecretKind } from '../../shared/api/diagnoses.ts';
import type { Verdict } from '../../shared/api/verdict.ts';
import type { CauseText } from '../../shared/i18n/cause-text.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import { explain } from '../diagnosis/explain.ts';
import { verdictText } from '../diagnosis/verdict-text.ts';

type Pasted = Parameters<typeof explain>[0];

/** What is printed: the verdict's fields, where the text was taken to come from, secrets that were in it, words if wanted. */
export interface Explained extends Verdict, Partial<CauseText> {
  origin: Origin;
  secrets: SecretKind[];
}

export function explained(pasted: Pasted, language: Language | undefined): Explained {
  const { verdict, origin, secrets } = explain(pasted);
  return {
    ...verdict,
    origin,
    secrets,
    ...(language === undefined ? {} : verdictText(verdict.cause, language)),
  };
}
