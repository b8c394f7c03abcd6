import type { CauseTexts, RetryWords } from '../../cause-text.ts';
import { mailCauses } from './causes-mail.ts';
import { networkCauses } from './causes-network.ts';
import { registrationCauses } from './causes-registration.ts';
import { signInCauses } from './causes-sign-in.ts';

/** The verdict's texts in Italian. */
export const causes: CauseTexts = {
  ...registrationCauses,
  ...signInCauses,
  ...mailCauses,
  ...networkCauses,
};

export const retryWords: RetryWords = {
  no: 'Riprovare non aiuta',
  later: 'Si riprova più tardi',
  'after-fix': 'Riprovi quando il problema è risolto',
  'sign-in-again': 'Serve un nuovo accesso',
};
