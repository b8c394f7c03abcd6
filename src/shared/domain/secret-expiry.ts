/** How near the end of a client secret is. The thresholds are those at which reminders are due. */
export type ExpiryLevel = 'fine' | 'soon' | 'urgent' | 'expired';

const dayInMs = 86_400_000;
const soonInDays = 60;
const urgentInDays = 14;

/** Whole days from `today` to `expiresOn`, both ISO dates; negative once it is past. */
export function daysUntil(expiresOn: string, today: string): number {
  return Math.round((Date.parse(`${expiresOn}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / dayInMs);
}

export function expiryLevel(expiresOn: string, today: string): ExpiryLevel {
  const days = daysUntil(expiresOn, today);
  if (days < 0) return 'expired';
  if (days <= urgentInDays) return 'urgent';
  return days <= soonInDays ? 'soon' : 'fine';
}
