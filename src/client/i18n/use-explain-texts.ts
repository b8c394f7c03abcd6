import type { ExplainMessages } from '../../shared/i18n/messages.ts';
import { lazyTexts } from './lazy-texts.ts';
import { useLocale } from './LocaleContext.tsx';

const useTextsIn = lazyTexts<ExplainMessages>({
  de: () => import(/* webpackChunkName: "explain-de" */ './explain-texts-de.ts'),
  fr: () => import(/* webpackChunkName: "explain-fr" */ './explain-texts-fr.ts'),
  it: () => import(/* webpackChunkName: "explain-it" */ './explain-texts-it.ts'),
  en: () => import(/* webpackChunkName: "explain-en" */ './explain-texts-en.ts'),
});

/** Texts of the page on which an error is explained, in the language of the page; suspends until they are here. */
export function useExplainTexts(): ExplainMessages {
  return useTextsIn(useLocale().language);
}
