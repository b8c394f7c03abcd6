import { languageOf, languages, type Language } from '../../shared/i18n/languages.ts';

const longestHeader = 500;

/** The first of our languages that the browser wants (RFC 9110, section 12.5.4); English when none is. */
export function preferredLanguage(header: string | undefined): Language {
  const ranges = (header ?? '').slice(0, longestHeader).split(',').map(rangeOf);
  const wanted = ranges
    .filter(({ locale, weight }) => weight > 0 && isOurs(locale))
    .sort((a, b) => b.weight - a.weight);
  return languageOf(wanted[0]?.locale ?? 'en');
}

function rangeOf(text: string): { locale: string; weight: number } {
  const [locale = '', ...parameters] = text.split(';').map((part) => part.trim());
  const quality = parameters.find((part) => part.startsWith('q='))?.slice(2);
  const weight = quality === undefined ? 1 : Number(quality);
  return { locale, weight: Number.isFinite(weight) ? weight : 0 };
}

const isOurs = (locale: string): boolean =>
  languages.some((language) => language === locale.toLowerCase().split('-')[0]);
