import { modules } from './modules.ts';

/** Status of one step of a connection test. Green is `ok` alone, and only while it is fresh. */
export const stepStatuses = ['ok', 'failed', 'unknown', 'skipped', 'not-used', 'running'] as const;
export type StepStatus = (typeof stepStatuses)[number];

/** `app-token` is the sign-in of the registration itself; every other step is a module. */
export const stepNames = ['app-token', ...modules] as const;
export type StepName = (typeof stepNames)[number];

/** What a page shows: a result older than a day is `stale`, whatever it was. */
export type ShownStatus = StepStatus | 'stale';

export const freshForMs = 24 * 3600 * 1000;

/** A finished result keeps its colour for 24 hours; `finishedAt` and `now` are milliseconds since 1970. */
export function shownStatus(status: StepStatus, finishedAt: number, now: number): ShownStatus {
  if (status === 'running' || status === 'not-used') return status;
  return now - finishedAt > freshForMs ? 'stale' : status;
}

/** One word for a whole test: the worst step decides, and nothing tested is never green. */
export function overallStatus(statuses: readonly StepStatus[]): StepStatus {
  const used = statuses.filter((status) => status !== 'not-used');
  if (used.length === 0) return 'unknown';
  for (const worst of ['running', 'failed', 'unknown', 'skipped'] as const) {
    if (used.includes(worst)) return worst;
  }
  return 'ok';
}
