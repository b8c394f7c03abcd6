import type { CauseTexts, RetryWords } from '../../cause-text.ts';
import { mailCauses } from './causes-mail.ts';
import { networkCauses } from './causes-network.ts';
import { registrationCauses } from './causes-registration.ts';
import { signInCauses } from './causes-sign-in.ts';

/** The verdict's texts in English, the source of the other languages. */
export const causes: CauseTexts = {
  ...registrationCauses,
  ...signInCauses,
  ...mailCauses,
  ...networkCauses,
};

export const retryWords: RetryWords = {
  no: 'Trying again does not help',
  later: 'It is tried again later',
  'after-fix': 'Try again once it is fixed',
  'sign-in-again': 'A new sign-in is needed',
};
