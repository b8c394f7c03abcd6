/** Dates, times and numbers as the person's locale writes them. Times are ISO texts or milliseconds since 1970. */
export interface Format {
  /** A day, e.g. `14.03.2028`. `isoDate` has no time and no zone. */
  date(isoDate: string): string;
  dateTime(time: string | number): string;
  /** Hour and minute, for what happens within the hour. */
  time(time: string | number): string;
  /** `3 minutes ago`, `yesterday`; within the last minute `now`. */
  relative(time: string | number, now: number): string;
  number(value: number, fractionDigits?: number): string;
  /** `14 kB`, `2.3 MB`. */
  size(octets: number): string;
  list(items: readonly string[]): string;
}

const sizes = [
  { unit: 'megabyte', octets: 1_000_000, fractionDigits: 1 },
  { unit: 'kilobyte', octets: 1_000, fractionDigits: 0 },
  { unit: 'byte', octets: 1, fractionDigits: 0 },
] as const;

const steps = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
] as const;

export function formatFor(locale: string): Format {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    date: (isoDate) => day.format(new Date(`${isoDate.slice(0, 10)}T00:00:00Z`)),
    dateTime: (time) => moment.format(new Date(time)),
    time: (time) => clock.format(new Date(time)),
    relative: (time, now) => {
      const ms = new Date(time).getTime() - now;
      const step = steps.find((candidate) => Math.abs(ms) >= candidate.ms);
      return step === undefined
        ? relative.format(0, 'second')
        : relative.format(Math.round(ms / step.ms), step.unit);
    },
    number: (value, fractionDigits = 0) =>
      new Intl.NumberFormat(locale, {
        minimumFractionDigits: fractionDigits,
        maximumFractionDigits: fractionDigits,
      }).format(value),
    size: (octets) => {
      const { unit, octets: step, fractionDigits } = sizes.find((size) => octets >= size.octets) ?? sizes[2];
      const digits = { maximumFractionDigits: fractionDigits };
      return new Intl.NumberFormat(locale, { style: 'unit', unit, ...digits }).format(octets / step);
    },
    list: (items) => list.format(items),
  };
}
