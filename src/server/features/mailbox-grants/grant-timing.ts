import { createHash } from 'node:crypto';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** What is opened with a token may take a while: with less left it is refreshed first. */
const leftAtLeastMs = 10 * minuteMs;
/** When Microsoft cannot be asked, a token is used up to here. */
const leftAtLastMs = minuteMs;

interface AccessTimes {
  access_expires_at: Date | null;
  renewed_at: Date;
}

/** Whether it lasts long enough; a tenant may have tokens of ten minutes, of which half is the most to ask for. */
export function lastsLongEnough(
  { access_expires_at: end, renewed_at: issued }: AccessTimes,
  now: number,
): boolean {
  if (end === null) return false;
  const life = end.getTime() - issued.getTime();
  return end.getTime() - now > Math.min(leftAtLeastMs, life / 2);
}

/** Whether it still opens something, be it for the last time. */
export function lastsAMoment({ access_expires_at: end }: AccessTimes, now: number): boolean {
  return end !== null && end.getTime() - now > leftAtLastMs;
}

/** Refused for a reason that somebody has to mend: asked again by itself hourly at most. */
export const pauseAfterRefusalMs = hourMs;
const shortestPauseMs = 30_000;

/** How long nobody asks after an answer that said nothing; what Microsoft names is kept to, an hour at most. */
export function pauseAfterOutageMs(retryAfterSeconds: number | null): number {
  return Math.min(Math.max(shortestPauseMs, (retryAfterSeconds ?? 0) * 1000), hourMs);
}

const keepAliveAfterMs = 6 * dayMs;

/**
 * When a grant that nobody uses is to be refreshed: after six to seven days, well inside the 90 after which Microsoft ends
 * it. The mailbox decides the hour, so that a firm that signed in on one morning is not refreshed in one minute.
 */
export function nextKeepAlive(mailboxId: string, renewedAt: number): Date {
  const share = createHash('sha256').update(mailboxId).digest().readUInt32BE(0) / 2 ** 32;
  return new Date(renewedAt + keepAliveAfterMs + Math.floor(share * dayMs));
}

/** A grant whose keep-alive failed is taken again an hour later, and the others come first meanwhile. */
export const keepAliveAgainAfterMs = hourMs;

/** Older than any keep-alive: what it said is no evidence any more. */
export const evidenceLastsMs = 10 * dayMs;
