import type { Verdict } from '../../shared/api/verdict.ts';
import type { Locale } from '../i18n/load-locale.ts';
import { answerLines } from './MicrosoftAnswer.tsx';

/** The cause in a few words, with the right that it is about. */
export function verdictTitle({ cause, facts }: Verdict, { causes }: Locale): string {
  const { title } = causes[cause];
  return facts.permission === undefined ? title : `${title}: ${facts.permission}`;
}

/** A verdict as plain text, to be pasted into a mail to whoever can fix it. */
export function verdictReport(verdict: Verdict, { messages, causes }: Locale): string {
  const { title, meaning, steps } = causes[verdict.cause];
  const texts = messages.verdict;
  return [
    title,
    meaning,
    '',
    `${texts.whoLabel}: ${texts.who[verdict.whoCanFix]}`,
    ...steps.map((step, index) => `${index + 1}. ${step}`),
    '',
    `${texts.answer}:`,
    ...answerLines(verdict.facts, texts.facts).map(([name, value]) => `${name}: ${value}`),
  ].join('\n');
}
