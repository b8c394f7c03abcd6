import type { callback } from './locales/en/callback.ts';
import type { consent } from './locales/en/consent.ts';
import type { explain } from './locales/en/explain.ts';
import type { mailboxes } from './locales/en/mailboxes.ts';
import type { messages } from './locales/en/messages.ts';
import type { serviceKeys } from './locales/en/service-keys.ts';
import type { setup } from './locales/en/setup.ts';
import type { summary } from './locales/en/summary.ts';
import type { testMail } from './locales/en/test-mail.ts';
import type { ui } from './locales/en/ui.ts';

/** The same keys and parameters with any text: what every locale has to fill in. */
type SameShape<T> = T extends string
  ? string
  : T extends (...parameters: infer Parameters) => string
    ? (...parameters: Parameters) => string
    : { readonly [Key in keyof T]: SameShape<T[Key]> };

/** All texts of the pages. English is the source; a key missing in another language does not compile. */
export type UiMessages = SameShape<typeof ui>;

/** Texts of the pages that the server renders itself. */
export type CallbackMessages = SameShape<typeof callback>;

/** Texts of the mail that proves that sending works. */
export type TestMailMessages = SameShape<typeof testMail>;

/** Texts of the guided set-up and its pages, loaded with them. */
export type SetupMessages = SameShape<typeof setup>;
export type ConsentMessages = SameShape<typeof consent>;
export type ServiceKeyMessages = SameShape<typeof serviceKeys>;
export type SummaryMessages = SameShape<typeof summary>;

export interface SetupTexts {
  setup: SetupMessages;
  consent: ConsentMessages;
  serviceKeys: ServiceKeyMessages;
  summary: SummaryMessages;
}

/** Texts of the mailboxes' pages, loaded with them. */
export type MailboxMessages = SameShape<typeof mailboxes>;

/** Texts about what was retrieved, and of the settings of retrieval. */
export type RetrievedMessages = SameShape<typeof messages>;

export interface MailTexts {
  mailboxes: MailboxMessages;
  messages: RetrievedMessages;
}

/** Texts of the page on which an error is explained, loaded with it. */
export type ExplainMessages = SameShape<typeof explain>;
