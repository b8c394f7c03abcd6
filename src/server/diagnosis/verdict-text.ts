import type { Cause } from '../../shared/causes.ts';
import type { CauseText, CauseTexts } from '../../shared/i18n/cause-text.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import { causes as german } from '../../shared/i18n/locales/de/causes.ts';
import { causes as english } from '../../shared/i18n/locales/en/causes.ts';
import { causes as french } from '../../shared/i18n/locales/fr/causes.ts';
import { causes as italian } from '../../shared/i18n/locales/it/causes.ts';

const texts: Readonly<Record<Language, CauseTexts>> = { de: german, fr: french, it: italian, en: english };

/** What a person reads about a cause, for those who do not have the pages' own texts: callers of the API, the command line. */
export function verdictText(cause: Cause, language: Language): CauseText {
  return texts[language][cause];
}
