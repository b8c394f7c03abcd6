import type { Verdict } from '../../shared/api/verdict.ts';
import { moduleRights } from '../../shared/domain/modules.ts';
import type { StepName } from '../../shared/domain/status.ts';
import type { Locale } from '../i18n/load-locale.ts';
import { causeText } from '../i18n/cause-text.ts';
import { answerHeading, answerLines } from './MicrosoftAnswer.tsx';

/** The cause in a few words, with the right that is missing: the one that was named, or the one that the module needs. */
export function verdictTitle(
  { cause, facts }: Verdict,
  { messages, causes }: Locale,
  step: StepName,
): string {
  const { title } = causes[cause];
  const aboutRights = cause === 'consent-missing' || cause === 'permission-missing';
  const right =
    facts.permission ?? (aboutRights && step !== 'app-token' ? moduleRights[step].right : undefined);
  return right === undefined ? title : messages.app.labelled(title, right);
}

/** A verdict as plain text, to be pasted into a mail to whoever can fix it. */
export function verdictReport(verdict: Verdict, locale: Locale): string {
  const { messages } = locale;
  const { title, meaning, steps } = causeText(verdict, locale);
  const texts = messages.verdict;
  const { labelled } = messages.app;
  return [
    title,
    meaning,
    '',
    labelled(texts.whoLabel, texts.who[verdict.whoCanFix]),
    ...steps.map((step, index) => `${index + 1}. ${step}`),
    '',
    labelled(answerHeading(verdict, texts), '').trimEnd(),
    ...answerLines(verdict.facts, texts.facts).map(([name, value]) => labelled(name, value)),
  ].join('\n');
}
