import { callbackTexts } from '../../../shared/i18n/callback-texts.ts';
import type { Language } from '../../../shared/i18n/languages.ts';
import type { AnswerOutcome } from './consent-service.ts';

/** The page on which an answer ends: what it means, and what to do. */
export interface AnswerTexts {
  tone: 'good' | 'bad' | 'neutral';
  title: string;
  paragraphs: string[];
}

/** What the person reads whose browser brought the answer. */
export function consentAnswerTexts(outcome: AnswerOutcome, language: Language): AnswerTexts {
  const { consent, mayClose, causes } = callbackTexts[language];
  switch (outcome.kind) {
    case 'given':
      return { tone: 'good', title: consent.given.title, paragraphs: [consent.given.text, mayClose] };
    case 'refused': {
      const { title, text } = consent.refused;
      const reason = consent.refused.reason(causes[outcome.cause].title);
      return { tone: 'bad', title, paragraphs: [reason, text, mayClose] };
    }
    case 'wrong-directory':
    case 'unknown':
    case 'malformed': {
      const { title, text } = consent[outcome.kind];
      const tone = outcome.kind === 'wrong-directory' ? 'bad' : 'neutral';
      return { tone, title, paragraphs: [text, mayClose] };
    }
  }
}
