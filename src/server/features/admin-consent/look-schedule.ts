import type { ConsentForm } from '../../../shared/api/consent.ts';
import type { Verdict } from '../../../shared/api/verdict.ts';
import type { ConsentStatus } from '../../../shared/domain/consent.ts';

/** A try to have consent granted, as far as looking depends on it. Times in milliseconds since 1970. */
export interface LookedFor {
  form: ConsentForm;
  startedAt: number;
  /** When Microsoft said that consent was given; null while nothing was said. */
  answeredAt: number | null;
}

/** What one look brought. */
export interface Look {
  granted: boolean;
  /** The token could not be read: the connection test has to be asked, which costs more. */
  opaque: boolean;
  /** Why no token was issued. */
  verdict: Verdict | null;
}

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Until so long after the beginning, look again after this time. */
type Pace = readonly { until: number; every: number }[];

/** Somebody is probably reading the page now; later it is a link that was put aside. */
const unanswered: Pace = [
  { until: 2 * minuteMs, every: 5 * secondMs },
  { until: 10 * minuteMs, every: 15 * secondMs },
  { until: hourMs, every: minuteMs },
];
/** A link without an answer may have been mailed to somebody who reads it after the weekend. */
const mailed: Pace = [...unanswered, { until: 7 * dayMs, every: 15 * minuteMs }];
/** Seconds to minutes until a token shows what was granted were reported (microsoft-graph-docs, issue 10907). */
const answered: Pace = [
  { until: secondMs, every: secondMs },
  { until: 3 * secondMs, every: 2 * secondMs },
  { until: 6 * secondMs, every: 3 * secondMs },
  { until: minuteMs, every: 5 * secondMs },
  { until: 10 * minuteMs, every: 10 * secondMs },
  { until: hourMs, every: minuteMs },
];
/** A connection test for each look would throttle the mailbox that it probes. */
const leastForOpaqueMs = 30 * secondMs;

/** When a fresh token is to be looked at again; null when looking ends. */
export function nextLook({ form, startedAt, answeredAt }: LookedFor, now: number): number | null {
  const elapsed = Math.max(0, now - (answeredAt ?? startedAt));
  const pace = answeredAt !== null ? answered : form === 'plain' ? mailed : unanswered;
  const step = pace.find(({ until }) => elapsed < until);
  return step === undefined ? null : now + step.every;
}

export interface AfterLook {
  status: ConsentStatus;
  nextLookAt: number | null;
}

/** What follows from a look at an attempt that is open. */
export function afterLook(attempt: LookedFor, look: Look, now: number): AfterLook {
  if (look.granted) return { status: 'granted', nextLookAt: null };
  const next = isHopeless(look.verdict) ? null : nextLook(attempt, now);
  if (next === null) return { status: 'not-seen', nextLookAt: null };
  const notBefore = Math.max(
    look.opaque ? now + leastForOpaqueMs : 0,
    now + (look.verdict?.retryAfter ?? 0) * secondMs,
  );
  return {
    status: attempt.answeredAt === null ? 'waiting' : 'looking',
    nextLookAt: Math.max(next, notBefore),
  };
}

/** A secret that has expired is not mended by waiting; a consent that is missing is what is waited for. */
function isHopeless(verdict: Verdict | null): boolean {
  return verdict !== null && verdict.retry !== 'later' && verdict.cause !== 'consent-missing';
}
