import { createContext, useContext } from 'react';
import type { UiMessages } from '../../shared/i18n/messages.ts';
import type { Format } from './format.ts';
import type { Locale } from './load-locale.ts';

export const LocaleContext = createContext<Locale | undefined>(undefined);

export function useLocale(): Locale {
  const locale = useContext(LocaleContext);
  if (locale === undefined) throw new Error('LocaleContext is missing');
  return locale;
}

export function useMessages(): UiMessages {
  return useLocale().messages;
}

export function useFormat(): Format {
  return useLocale().format;
}
