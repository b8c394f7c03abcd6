import type { Locale } from '../../i18n/load-locale.ts';

/** `90 ms`, from a tenth of a second on `0.8 s`. */
export function durationText(ms: number, { messages: { test }, format }: Locale): string {
  return ms < 100 ? test.milliseconds(format.number(ms)) : test.seconds(format.number(ms / 1000, 1));
}
