import type { AppOptions } from '../../src/server/app.ts';

export interface ManualTimers {
  after: NonNullable<AppOptions['after']>;
  /** Milliseconds since 1970, as the timers have it. */
  now: () => number;
  /** Lets time pass: what is due meanwhile runs in its order, each to its end. Answers how many ran. */
  pass: (ms: number) => Promise<number>;
  /** When what waits is due, in milliseconds from now, soonest first. */
  waiting: () => number[];
  /** As when the process is killed. */
  forgetAll: () => void;
}

/** A clock and timers that stand still until the test lets time pass. Begins at the time given. */
export function manualTimers(start = Date.now()): ManualTimers {
  let now = start;
  const waiting = new Set<{ at: number; run: () => Promise<void> }>();
  const soonest = () => [...waiting].sort((a, b) => a.at - b.at);
  return {
    now: () => now,
    forgetAll: () => waiting.clear(),
    waiting: () => soonest().map(({ at }) => at - now),
    after(ms, run) {
      const entry = { at: now + ms, run };
      waiting.add(entry);
      return () => void waiting.delete(entry);
    },
    async pass(ms) {
      const until = now + ms;
      let ran = 0;
      for (let next = soonest()[0]; next && next.at <= until; next = soonest()[0]) {
        waiting.delete(next);
        now = Math.max(now, next.at);
        await next.run();
        ran++;
      }
      now = until;
      return ran;
    },
  };
}
