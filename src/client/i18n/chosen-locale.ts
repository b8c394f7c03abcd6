import { languages, type Language } from '../../shared/i18n/languages.ts';

const key = 'legal365-connect.language';

/** The locale of a language that a person picks here: the product's home is Switzerland. */
export function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : `${language}-CH`;
}

/** The locale picked on this device, if any; else the host's counts. A browser may forbid the storage altogether. */
export function chosenLocale(): string | undefined {
  try {
    const language = languages.find((known) => known === localStorage.getItem(key));
    return language === undefined ? undefined : localeOf(language);
  } catch {
    return undefined;
  }
}

/** Without a language the choice is forgotten: the host's counts again. */
export function rememberLanguage(language: Language | undefined): void {
  try {
    if (language === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, language);
  } catch {
    // Then the choice holds until the page is closed.
  }
}
