import { use } from 'react';
import type { Language } from '../../shared/i18n/languages.ts';
import type { MailTexts } from '../../shared/i18n/messages.ts';
import { useLocale } from './LocaleContext.tsx';

const loaders: Record<Language, () => Promise<{ texts: MailTexts }>> = {
  de: () => import(/* webpackChunkName: "mail-de" */ './mail-texts-de.ts'),
  fr: () => import(/* webpackChunkName: "mail-fr" */ './mail-texts-fr.ts'),
  it: () => import(/* webpackChunkName: "mail-it" */ './mail-texts-it.ts'),
  en: () => import(/* webpackChunkName: "mail-en" */ './mail-texts-en.ts'),
};

const loading = new Map<Language, Promise<{ texts: MailTexts }>>();

/** Texts of the mailboxes' pages in the language of the page; suspends until they are here, one chunk a language. */
export function useMailTexts(): MailTexts {
  return useMailTextsIn(useLocale().language);
}

/** The same in another language, for what is sent to somebody else. */
export function useMailTextsIn(language: Language): MailTexts {
  const promise = loading.get(language) ?? loaders[language]();
  loading.set(language, promise);
  // A chunk that could not be fetched is asked for again the next time.
  promise.catch(() => loading.delete(language));
  return use(promise).texts;
}
