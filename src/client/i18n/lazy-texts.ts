import { use } from 'react';
import type { Language } from '../../shared/i18n/languages.ts';

/** A hook that gives texts in a language and suspends until they are here: one chunk a language, fetched once. */
export function lazyTexts<Texts>(
  loaders: Record<Language, () => Promise<{ texts: Texts }>>,
): (language: Language) => Texts {
  const loading = new Map<Language, Promise<{ texts: Texts }>>();
  return function useLazyTexts(language) {
    const promise = loading.get(language) ?? loaders[language]();
    loading.set(language, promise);
    // A chunk that could not be fetched is asked for again the next time.
    promise.catch(() => loading.delete(language));
    return use(promise).texts;
  };
}
