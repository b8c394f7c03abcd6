import type { Cause, Protocol, Stage } from '../../shared/causes.ts';
import { diagnose, type Known } from '../diagnosis/index.ts';
import type { Refusal } from '../protocols/http/index.ts';
import { NotChecked, type Sight } from './outcome.ts';

/** Causes that say nothing about what was asked for: busy, away, or somebody else's answer. */
const silent: ReadonlySet<Cause> = new Set<Cause>(['throttled', 'service-unavailable', 'proxy-blocked']);

/**
 * A refusal in one line, `401 invalid_client AADSTS7000215, read as secret-wrong`: the fields of the protocol, and what
 * the product's diagnosis makes of them, so that a mistake in its reading shows as well.
 * @throws NotChecked when it says nothing about what was asked for
 */
export function describeRefusal(
  refusal: Refusal,
  protocol: Protocol,
  stage: Stage,
  now: number,
  known: Known = {},
): Sight {
  const { cause, facts } = diagnose({ protocol, stage, ...refusal, known, now });
  const fields = [refusal.httpStatus ?? facts.httpStatus, facts.error, facts.code].filter(Boolean).join(' ');
  const seen = `${fields}, read as ${cause}`;
  if (silent.has(cause)) throw new NotChecked(seen);
  return { seen, said: facts.message };
}
