import type { Verdict } from '../../shared/api/verdict.ts';
import { areMailboxRights } from '../../shared/domain/consent.ts';
import type { CauseText } from '../../shared/i18n/cause-text.ts';
import type { Locale } from './load-locale.ts';

/** What a person reads about the cause of a verdict, or of one that the same answer allows: it may depend on the facts. */
export function causeText(
  { cause, facts: { permission = '' } }: Pick<Verdict, 'cause' | 'facts'>,
  { causes, mailRightCauses }: Pick<Locale, 'causes' | 'mailRightCauses'>,
): CauseText {
  const isAboutRights = cause === 'consent-missing' || cause === 'permission-missing';
  return isAboutRights && areMailboxRights(permission) ? mailRightCauses[cause] : causes[cause];
}
