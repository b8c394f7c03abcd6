import type { CauseTexts } from '../../cause-text.ts';
import { mailCauses } from './causes-mail.ts';
import { networkCauses } from './causes-network.ts';
import { registrationCauses } from './causes-registration.ts';
import { signInCauses } from './causes-sign-in.ts';

/** The verdict's texts in English, the source of the other languages. */
export const causes: CauseTexts['causes'] = {
  ...registrationCauses,
  ...signInCauses,
  ...mailCauses,
  ...networkCauses,
};

export const whoCanFixWords: CauseTexts['whoCanFix'] = {
  admin: 'Your administrator can fix this',
  user: 'You can fix this yourself',
  developer: 'The makers of LEGAL 365 Connect have to fix this',
  nobody: 'Nobody has to do anything',
};

export const retryWords: CauseTexts['retry'] = {
  no: 'Trying again does not help',
  later: 'It is tried again later',
  'after-fix': 'Try again once it is fixed',
  'sign-in-again': 'A new sign-in is needed',
};
