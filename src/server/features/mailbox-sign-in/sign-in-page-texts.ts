import { callbackTexts } from '../../../shared/i18n/callback-texts.ts';
import type { Language } from '../../../shared/i18n/languages.ts';
import type { Asked, PageAnswerOutcome, SignInOutcome } from './sign-in-outcome.ts';

/** The page on which an answer ends: what it means, and what to do. */
export interface PageTexts {
  tone: 'good' | 'bad' | 'neutral';
  title: string;
  paragraphs: string[];
  question?: { action: string; token: string; allow: string; decline: string };
}

/** What the person reads whose browser brought the answer. `questionPath` takes the form of a question. */
export function signInPageTexts(outcome: SignInOutcome, language: Language, questionPath: string): PageTexts {
  const { signIn, mayClose, causes } = callbackTexts[language];
  const named = 'signedInAs' in outcome ? (outcome.signedInAs ?? signIn.anotherAccount) : '';
  switch (outcome.kind) {
    case 'signed-in': {
      const { title, text, missing } = signIn.received;
      const rights = outcome.missing.map((right) => (right === 'SMTP.Send' ? 'SMTP' : 'POP3'));
      const lacking = rights.length === 0 ? [] : [missing(rights.join(', '))];
      const tone = rights.length === 0 ? 'good' : 'bad';
      return { tone, title, paragraphs: [text(outcome.address, named), ...lacking, mayClose] };
    }
    case 'pending': {
      const { title, otherPerson, forYourself, notVisible } = signIn.waiting;
      const { address, givenTo } = outcome;
      const asked = givenTo === null ? forYourself(address, named) : otherPerson(address, named, givenTo);
      const text = outcome.why === 'other-person' ? asked : notVisible(address, named);
      return { tone: 'neutral', title, paragraphs: [text, mayClose] };
    }
    case 'ask':
      return question(outcome, language, named, questionPath);
    case 'mismatch': {
      const { title, who, what } = signIn.mismatch;
      return {
        tone: 'bad',
        title,
        paragraphs: [who(named, outcome.address), what[outcome.why], signIn.mismatch.again, mayClose],
      };
    }
    case 'refused':
    case 'failed': {
      const { title, text } = signIn[outcome.kind];
      const reason = signIn.reason(causes[outcome.cause].title);
      return {
        tone: outcome.kind === 'refused' ? 'bad' : 'neutral',
        title,
        paragraphs: [reason, text, mayClose],
      };
    }
    case 'replaced':
    case 'unknown':
    case 'malformed': {
      const { title, text } = signIn[outcome.kind];
      return { tone: 'neutral', title, paragraphs: [text, mayClose] };
    }
  }
}

function question(asked: Asked, language: Language, named: string, action: string): PageTexts {
  const { title, who, purpose, holder, unknownPerson, advice, allow, decline } =
    callbackTexts[language].signIn.ask;
  const { name, username } = asked.starter;
  const person = [name, username && `(${username})`].filter(Boolean).join(' ') || unknownPerson;
  const paragraphs = [who(person, asked.entityName), purpose(asked.address, named)];
  if (!asked.isForStarter) paragraphs.push(holder(asked.givenTo, asked.address));
  return {
    tone: 'neutral',
    title,
    paragraphs: [...paragraphs, advice],
    question: { action, token: asked.token, allow, decline },
  };
}

/** What the person reads who answered that question. */
export function pageAnswerTexts(outcome: PageAnswerOutcome, language: Language): PageTexts {
  const { signIn, mayClose } = callbackTexts[language];
  const { title, text } = signIn.answered[outcome.kind];
  const tone = outcome.kind === 'allowed' ? 'good' : 'neutral';
  return { tone, title, paragraphs: [text, mayClose] };
}
