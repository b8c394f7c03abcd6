import type { RetrievalState } from '../../../shared/api/retrievals.ts';
import type { Verdict } from '../../../shared/api/verdict.ts';

/** A mailbox's retrieval as it is stored. */
export interface RetrievalRecord {
  isOn: boolean;
  switchedOnAt: Date | null;
  createdAt: Date;
  /** null while nobody has signed in. */
  signedInAt: Date | null;
  needsSignIn: boolean;
  dueAt: Date | null;
  leaseUntil: Date | null;
  lastStartedAt: Date | null;
  lastSuccessAt: Date | null;
  verdict: Verdict | null;
  kept: number;
}

const silentAfterMs = 24 * 3600 * 1000;

/** The state as pages show it. */
export function retrievalState(record: RetrievalRecord, now: number): RetrievalState {
  const { isOn, leaseUntil, lastStartedAt, lastSuccessAt, dueAt, verdict, kept } = record;
  const waits = record.signedInAt === null || record.needsSignIn;
  return {
    on: isOn,
    running: leaseUntil !== null && leaseUntil.getTime() > now,
    lastStartedAt: lastStartedAt?.toISOString() ?? null,
    lastSuccessAt: lastSuccessAt?.toISOString() ?? null,
    nextAt: isOn && !waits ? (dueAt?.toISOString() ?? null) : null,
    silent: isOn && isSilent(record, now),
    verdict: isOn ? verdict : null,
    kept,
  };
}

/**
 * No success for 24 hours in which there could have been one. A mailbox that nobody has signed in to yet is not silent: it
 * has not begun.
 */
function isSilent(record: RetrievalRecord, now: number): boolean {
  const { createdAt, switchedOnAt, signedInAt, lastSuccessAt } = record;
  if (signedInAt === null) return false;
  const since = [createdAt, switchedOnAt, signedInAt, lastSuccessAt].map((time) => time?.getTime() ?? 0);
  return now - Math.max(...since) > silentAfterMs;
}
