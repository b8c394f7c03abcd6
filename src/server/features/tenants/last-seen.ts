/** Noting every request would write at every click: once an hour is enough to know that a firm is alive. */
const noteEveryMs = 3600_000;

/** Answers whether a tenant's presence is worth a note now. The state is this process's own. */
export function createPresence(): (tenantId: string, now: number) => boolean {
  const noted = new Map<string, number>();
  return (tenantId, now) => {
    if (now - (noted.get(tenantId) ?? -Infinity) < noteEveryMs) return false;
    noted.set(tenantId, now);
    return true;
  };
}
