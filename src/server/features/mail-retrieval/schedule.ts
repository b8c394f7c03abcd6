import { createHash } from 'node:crypto';
import type { Verdict } from '../../../shared/api/verdict.ts';

/** A mailbox's schedule as it stood before a round. */
export interface Rounds {
  mailboxId: string;
  /** The firm's wish, in milliseconds. */
  everyMs: number;
  /** In a row, without a new message. */
  idleRounds: number;
  /** In a row, without success. */
  failedRounds: number;
}

/** What a round brought; `more`: it ended before everything was fetched. */
export type RoundResult = { received: number; more: boolean } | { verdict: Verdict | null };

export interface NextRound {
  dueAt: number;
  idleRounds: number;
  failedRounds: number;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Half an hour without mail at the usual interval of five minutes; a working day's evening. */
const idleAfter = { twice: 6, fourTimes: 24 };
const longestPassing = hourMs;
const firstWaitForFix = 15 * minuteMs;
const longestWaitForFix = 6 * hourMs;
const longestNamedWait = 24 * hourMs;

/** When the mailbox is asked next. Nobody waits for a mailbox that was moved: sign-ins and "retrieve now" do not. */
export function nextRound(rounds: Rounds, result: RoundResult, now: number): NextRound {
  const { mailboxId, everyMs, idleRounds, failedRounds } = rounds;
  if ('verdict' in result) {
    const failed = failedRounds + 1;
    const wait = Math.max(waitAfter(result.verdict, everyMs, failed), namedWait(result.verdict));
    return { dueAt: now + wait + jitter(mailboxId, now, wait), idleRounds, failedRounds: failed };
  }
  if (result.more) return { dueAt: now, idleRounds: 0, failedRounds: 0 };
  const idle = result.received > 0 ? 0 : idleRounds + 1;
  const wait = everyMs * (idle < idleAfter.twice ? 1 : idle < idleAfter.fourTimes ? 2 : 4);
  return { dueAt: now + wait + jitter(mailboxId, now, wait), idleRounds: idle, failedRounds: 0 };
}

/** Where in the interval a mailbox has its place when many begin together: always the same, so that they stay spread out. */
export function placeInInterval(mailboxId: string, everyMs: number): number {
  return Math.floor(chance(mailboxId) * everyMs);
}

/**
 * What passes by itself is tried again soon, then ever more slowly; what somebody has to mend is looked at now and then,
 * because nobody may come to tell us. A sign-in that is missing is no matter of time: the mailbox is not due without it.
 */
function waitAfter(verdict: Verdict | null, everyMs: number, failed: number): number {
  if (verdict === null || verdict.retry === 'sign-in-again') return everyMs;
  const doubled = 2 ** Math.min(failed - 1, 10);
  return verdict.retry === 'later'
    ? Math.max(everyMs, Math.min(everyMs * doubled, longestPassing))
    : Math.max(everyMs, Math.min(firstWaitForFix * doubled, longestWaitForFix));
}

function namedWait(verdict: Verdict | null): number {
  return Math.min((verdict?.retryAfter ?? 0) * 1000, longestNamedWait);
}

/** Up to a tenth later, another time each round: mailboxes that met once do not meet again and again. */
function jitter(mailboxId: string, now: number, wait: number): number {
  return Math.floor((chance(`${mailboxId} ${now}`) * wait) / 10);
}

/** From 0 to below 1, evenly spread over texts. */
function chance(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;
}
