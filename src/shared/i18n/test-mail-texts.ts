import type { Language } from './languages.ts';
import { testMail as de } from './locales/de/test-mail.ts';
import { testMail as en } from './locales/en/test-mail.ts';
import { testMail as fr } from './locales/fr/test-mail.ts';
import { testMail as it } from './locales/it/test-mail.ts';
import type { TestMailMessages } from './messages.ts';

/** Texts of the test mail, which the server writes, in every language at once. */
export const testMailTexts: Readonly<Record<Language, TestMailMessages>> = { de, en, fr, it };
