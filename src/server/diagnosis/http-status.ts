import { certain, guess, likely, type Judgement } from './finding.ts';

/** 429 and every 5xx: to be tried again later, and never a reason to give anything up. */
export const isOverload = (status: number | undefined): boolean =>
  status === 429 ||
  (status !== undefined && status >= 500 && status <= 599 && status !== 507 && status !== 511);

/** What such a status says by itself. */
export function overload(status: number | undefined): Judgement | undefined {
  if (!isOverload(status)) return undefined;
  if (status === 429) return certain({ cause: 'throttled' });
  if (status === 503) return likely({ cause: 'service-unavailable', alternatives: ['proxy-blocked'] });
  return guess({ cause: 'service-unavailable', alternatives: ['proxy-blocked'] });
}
