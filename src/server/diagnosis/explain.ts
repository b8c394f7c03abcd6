import type { Diagnosis } from '../../shared/api/diagnoses.ts';
import type { Confidence } from '../../shared/causes.ts';
import type { Evidence } from './evidence.ts';
import { guessOrigin, isUnmistakable, type Pasted } from './guess-origin.ts';
import { diagnose } from './index.ts';
import { findSecrets } from './mask-secrets.ts';
import { refusalInText } from './refusal-in-text.ts';

/**
 * The verdict on a text that somebody has before them: a reply, a log line, a bounce, the address of a callback. Pure and
 * total as `diagnose`. What rests on a guess is a degree less certain than the same evidence with its origin, unless its form leaves nothing to guess.
 */
export function explain(pasted: Pasted & Pick<Evidence, 'now'>): Omit<Diagnosis, 'text'> {
  const { httpStatus, headers, now, raw = '' } = pasted;
  const origin = guessOrigin(pasted);
  const { protocol, stage, guessed } = origin;
  const verdict = diagnose({ protocol, stage, httpStatus, headers, now, raw: refusalInText(raw, protocol) });
  const lowered = isUnmistakable(protocol, raw) ? atMostLikely : lessCertain;
  const { masked, kinds } = findSecrets(raw);
  return {
    verdict: guessed.length === 0 ? verdict : { ...verdict, confidence: lowered[verdict.confidence] },
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

/** The origin is plain; that the text was copied whole and fits the question is not. */
const atMostLikely: Readonly<Record<Confidence, Confidence>> = {
  certain: 'likely',
  likely: 'likely',
  guess: 'guess',
};
