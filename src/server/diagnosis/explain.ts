import type { Diagnosis } from '../../shared/api/diagnoses.ts';
import type { Confidence } from '../../shared/causes.ts';
import type { Evidence } from './evidence.ts';
import { guessOrigin, type Pasted } from './guess-origin.ts';
import { diagnose } from './index.ts';
import { findSecrets } from './mask-secrets.ts';
import { refusalInText } from './refusal-in-text.ts';

/**
 * The verdict on a text that somebody has before them: a reply, a log line, a bounce, the address of a callback. Pure and
 * total as `diagnose`. What rests on a guess is a degree less certain than the same evidence with its origin.
 */
export function explain(pasted: Pasted & Pick<Evidence, 'now'>): Omit<Diagnosis, 'text'> {
  const { httpStatus, headers, now, raw = '' } = pasted;
  const origin = guessOrigin(pasted);
  const { protocol, stage, guessed } = origin;
  const verdict = diagnose({ protocol, stage, httpStatus, headers, now, raw: refusalInText(raw, protocol) });
  const { masked, kinds } = findSecrets(raw);
  return {
    verdict: guessed.length === 0 ? verdict : { ...verdict, confidence: lessCertain[verdict.confidence] },
    origin,
    secrets: kinds,
    maskedText: kinds.length === 0 ? null : masked,
  };
}

const lessCertain: Readonly<Record<Confidence, Confidence>> = {
  certain: 'likely',
  likely: 'guess',
  guess: 'guess',
};
