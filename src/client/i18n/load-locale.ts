import type { Cause } from '../../shared/causes.ts';
import type { CauseText, MailRightCauseTexts } from '../../shared/i18n/cause-text.ts';
import { languageOf, type Language } from '../../shared/i18n/languages.ts';
import type { UiMessages } from '../../shared/i18n/messages.ts';
import { formatFor, type Format } from './format.ts';

export interface Locale {
  language: Language;
  messages: UiMessages;
  causes: Readonly<Record<Cause, CauseText>>;
  mailRightCauses: MailRightCauseTexts;
  format: Format;
}

/** Texts and formats for a locale as a host names it (`de-CH`). One chunk a language. */
export async function loadLocale(tag: string): Promise<Locale> {
  const language = languageOf(tag);
  const { ui, ...causeTexts } = await texts[language]();
  return { language, messages: ui, ...causeTexts, format: formatFor(knownTag(tag, language)) };
}

const texts: Record<
  Language,
  () => Promise<{ ui: UiMessages } & Pick<Locale, 'causes' | 'mailRightCauses'>>
> = {
  de: () => import(/* webpackChunkName: "locale-de" */ './locale-de.ts'),
  fr: () => import(/* webpackChunkName: "locale-fr" */ './locale-fr.ts'),
  it: () => import(/* webpackChunkName: "locale-it" */ './locale-it.ts'),
  en: () => import(/* webpackChunkName: "locale-en" */ './locale-en.ts'),
};

/** Dates follow the whole tag (`en-GB`), unless it is of a language that the texts are not in, or not a tag at all. */
function knownTag(tag: string, language: Language): string {
  try {
    const [canonical] = Intl.getCanonicalLocales(tag.replaceAll('_', '-'));
    return canonical?.startsWith(language) === true ? canonical : language;
  } catch {
    return language;
  }
}
