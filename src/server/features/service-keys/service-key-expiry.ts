const longestLifeYears = 2;
/** The first place on Earth where a day begins: nobody's own "in two years" is too far for being asked early. */
const earliestZoneMs = 14 * 3600 * 1000;

/** What is wrong with a key's last day (ISO date). */
export function keyExpiryProblem(expiresOn: string, now: Date): 'in-the-past' | 'too-far-ahead' | null {
  if (endOfDay(expiresOn) <= now) return 'in-the-past';
  const last = new Date(now.getTime() + earliestZoneMs);
  last.setUTCFullYear(last.getUTCFullYear() + longestLifeYears);
  return expiresOn > last.toISOString().slice(0, 10) ? 'too-far-ahead' : null;
}

/** A key works through its last day, in UTC. */
export function endOfDay(isoDate: string): Date {
  return new Date(`${isoDate}T23:59:59.999Z`);
}
