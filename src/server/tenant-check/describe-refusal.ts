import type { Protocol, Stage } from '../../shared/causes.ts';
import { diagnose, type Known } from '../diagnosis/index.ts';
import type { Refusal } from '../protocols/http/index.ts';
import type { Sight } from './check.ts';

/**
 * A refusal in one line, `401 invalid_client AADSTS7000215, read as secret-wrong`: the fields of the protocol, and what
 * the product's diagnosis makes of them, so that a mistake in its reading shows as well.
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
  return { seen: `${fields}, read as ${cause}`, said: facts.message };
}
