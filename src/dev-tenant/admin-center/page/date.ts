const format = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });

/** An ISO date as people read it, `Nov 22, 2028`. */
export const readableDate = (isoDate: string): string => format.format(new Date(isoDate));
