import type { SignInAttempt } from '../../../shared/api/mailbox-sign-ins.ts';
import type { PendingGrant } from '../../../shared/api/mailboxes.ts';
import type { Cause } from '../../../shared/causes.ts';
import type { Language } from '../../../shared/i18n/languages.ts';
import type { MailRight } from '../mailbox-grants/index.ts';

/** Of which mailbox the page speaks, and who signed in. */
interface About {
  language: Language;
  address: string;
  /** null where the token names neither address nor name. */
  signedInAs: string | null;
}

/** Asked on the page itself where the person has no tab with us. */
export interface Asked extends About {
  kind: 'ask';
  /** One-time; stands in the page's form alone. */
  token: string;
  starter: { name: string | null; username: string | null };
  /** Who uses the mailbox then, if it is not the starter; null for whoever has its address. */
  givenTo: string | null;
  isForStarter: boolean;
  entityName: string;
}

/** What the person reads whose browser brought Microsoft's answer; `language` is that of the page that began it. */
export type SignInOutcome =
  | (About & { kind: 'signed-in'; missing: MailRight[] })
  | (About & { kind: 'pending'; why: PendingGrant['why']; givenTo: string | null })
  | Asked
  | (About & { kind: 'mismatch'; why: NonNullable<SignInAttempt['mismatch']>['why'] })
  /** Microsoft or the person said no; or nothing could be learnt. */
  | { kind: 'refused' | 'failed'; language: Language; cause: Cause }
  | { kind: 'replaced'; language: Language }
  | { kind: 'unknown' | 'malformed'; language: null };

/** What the person reads who answered the page's question. */
export type PageAnswerOutcome =
  | { kind: 'allowed' | 'declined' | 'overtaken'; language: Language; address: string }
  | { kind: 'unasked'; language: null };
