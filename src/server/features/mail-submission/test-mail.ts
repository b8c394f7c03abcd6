import type { Language } from '../../../shared/i18n/languages.ts';
import { testMailTexts } from '../../../shared/i18n/test-mail-texts.ts';

export interface TestMailFacts {
  from: string;
  /** With whose name the server was signed in to. */
  smtpUser: string;
  host: string;
  /** Who asked for it. */
  person: string;
  /** Milliseconds since 1970. */
  at: number;
  messageId: string;
}

/** What a test mail says: that LEGAL 365 may send as this address, since when, and who wanted to know. */
export function testMailWords(facts: TestMailFacts, language: Language): { subject: string; text: string } {
  const texts = testMailTexts[language];
  // The server does not know where the person is: so the time names its zone.
  const time = new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeStyle: 'long',
    timeZone: 'UTC',
  }).format(facts.at);
  const lines = [
    texts.proves(facts.from),
    texts.nothingToDo,
    '',
    texts.time(time),
    texts.signedInAs(facts.smtpUser, facts.host),
    texts.askedBy(facts.person),
    `Message-ID: ${facts.messageId}`,
  ];
  return { subject: texts.subject(facts.from), text: `${lines.join('\n')}\n` };
}
