import type { Verdict } from '../../shared/api/verdict.ts';
import { moduleRights } from '../../shared/domain/modules.ts';
import type { StepName } from '../../shared/domain/status.ts';
import type { Locale } from '../i18n/load-locale.ts';
import type { UiMessages } from '../../shared/i18n/messages.ts';
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

/** Who can solve it: that nobody has to is a promise which nothing carries as long as the cause is not known. */
export function whoText({ cause, whoCanFix }: Verdict, texts: UiMessages['verdict']): string {
  return cause === 'unknown' ? texts.whoUnknown : texts.who[whoCanFix];
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
    ...longTokenText(verdict, locale),
    '',
    labelled(texts.whoLabel, whoText(verdict, texts)),
    ...steps.map((step, index) => `${index + 1}. ${step}`),
    '',
    labelled(answerHeading(verdict, texts), '').trimEnd(),
    ...answerLines(verdict.facts, texts.facts).map(([name, value]) => labelled(name, value)),
  ].join('\n');
}

/** What else may be behind a refusal by POP3 that nobody can change; empty where the token is of a usual length. */
export function longTokenText({ facts: { tokenLength } }: Verdict, { messages, format }: Locale): string[] {
  return tokenLength === undefined ? [] : [messages.verdict.longToken(format.number(tokenLength))];
}
