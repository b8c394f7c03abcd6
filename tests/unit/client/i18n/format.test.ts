import { describe, expect, test } from '@jest/globals';
import { formatFor } from '../../../../src/client/i18n/format.ts';
import { loadLocale } from '../../../../src/client/i18n/load-locale.ts';

const now = Date.parse('2026-11-22T12:00:00Z');

describe('dates and times', () => {
  test('are written as the locale writes them, the day never shifted by a time zone', () => {
    expect(formatFor('de-CH').date('2028-03-14')).toBe('14.03.2028');
    expect(formatFor('fr-CH').date('2028-03-14')).toBe('14 mars 2028');
    expect(formatFor('en-US').date('2028-03-14')).toBe('Mar 14, 2028');
  });

  test('are told from now in the largest unit that fits', () => {
    const format = formatFor('de-CH');
    expect(format.relative('2026-11-22T11:59:30Z', now)).toBe('jetzt');
    expect(format.relative('2026-11-22T11:57:00Z', now)).toBe('vor 3 Minuten');
    expect(format.relative('2026-11-22T09:00:00Z', now)).toBe('vor 3 Stunden');
    expect(format.relative('2026-11-21T11:00:00Z', now)).toBe('gestern');
  });
});

describe('the locale of a host', () => {
  test.each([
    ['de-ch', 'de', '14.03.2028'],
    ['en-GB', 'en', '14 Mar 2028'],
    ['pt-BR', 'en', 'Mar 14, 2028'],
    ['not a tag', 'en', 'Mar 14, 2028'],
  ])('%s is spoken as %s', async (tag, language, date) => {
    const locale = await loadLocale(tag);
    expect(locale.language).toBe(language);
    expect(locale.format.date('2028-03-14')).toBe(date);
  });
});
