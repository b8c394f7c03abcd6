const date = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });
const time = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** An ISO date as people read it, `Nov 22, 2028`. */
export const readableDate = (isoDate: string): string => date.format(new Date(isoDate));

/** A moment in the browser's own time zone, `Nov 22, 2026, 9:00 AM`. */
export const readableTime = (isoTime: string): string => time.format(new Date(isoTime));
