import type { Cause, Retry } from '../causes.ts';

/**
 * What a person reads about a cause. `meaning` says first what it means for the work, then why; `steps` are what to
 * click, in order, with the portal's own words in that language and the English ones in brackets where the portal
 * may show those. Codes and ids are not in it: they stand beside it as Microsoft's answer.
 */
export interface CauseText {
  readonly title: string;
  readonly meaning: string;
  readonly steps: readonly string[];
}

/** A cause without its text does not compile. */
export type CauseTexts = Readonly<Record<Cause, CauseText>>;

/**
 * The delegated rights of a mailbox sign-in stand in another list of the registration than those of the modules, and the
 * person has to sign in once more.
 */
export type MailRightCauseTexts = Readonly<Record<'consent-missing' | 'permission-missing', CauseText>>;

/** Whether trying again helps, as a short sentence. */
export type RetryWords = Readonly<Record<Retry, string>>;
