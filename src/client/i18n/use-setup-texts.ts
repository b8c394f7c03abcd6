import { use } from 'react';
import type { Language } from '../../shared/i18n/languages.ts';
import type { SetupTexts } from '../../shared/i18n/messages.ts';
import { useLocale } from './LocaleContext.tsx';

const loaders: Record<Language, () => Promise<{ texts: SetupTexts }>> = {
  de: () => import(/* webpackChunkName: "setup-de" */ './setup-texts-de.ts'),
  fr: () => import(/* webpackChunkName: "setup-fr" */ './setup-texts-fr.ts'),
  it: () => import(/* webpackChunkName: "setup-it" */ './setup-texts-it.ts'),
  en: () => import(/* webpackChunkName: "setup-en" */ './setup-texts-en.ts'),
};

const loading = new Map<Language, Promise<{ texts: SetupTexts }>>();

/** Texts of the set-up pages in the language of the page; suspends until they are here, one chunk a language. */
export function useSetupTexts(): SetupTexts {
  const { language } = useLocale();
  const promise = loading.get(language) ?? loaders[language]();
  loading.set(language, promise);
  // A chunk that could not be fetched is asked for again the next time.
  promise.catch(() => loading.delete(language));
  return use(promise).texts;
}
