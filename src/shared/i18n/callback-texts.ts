import type { CauseTexts } from './cause-text.ts';
import type { Language } from './languages.ts';
import { callback as callbackDe } from './locales/de/callback.ts';
import { causes as causesDe } from './locales/de/causes.ts';
import { callback as callbackEn } from './locales/en/callback.ts';
import { causes as causesEn } from './locales/en/causes.ts';
import { callback as callbackFr } from './locales/fr/callback.ts';
import { causes as causesFr } from './locales/fr/causes.ts';
import { callback as callbackIt } from './locales/it/callback.ts';
import { causes as causesIt } from './locales/it/causes.ts';
import type { CallbackMessages } from './messages.ts';

/** Texts of the pages that the server renders itself, in every language at once: too much for the browser's bundle. */
export const callbackTexts: Readonly<Record<Language, CallbackMessages & { causes: CauseTexts }>> = {
  de: { ...callbackDe, causes: causesDe },
  fr: { ...callbackFr, causes: causesFr },
  it: { ...callbackIt, causes: causesIt },
  en: { ...callbackEn, causes: causesEn },
};
