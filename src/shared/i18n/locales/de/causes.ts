import type { CauseTexts, RetryWords } from '../../cause-text.ts';
import { mailCauses } from './causes-mail.ts';
import { networkCauses } from './causes-network.ts';
import { registrationCauses } from './causes-registration.ts';
import { signInCauses } from './causes-sign-in.ts';

/** The verdict's texts in Swiss German spelling. */
export const causes: CauseTexts = {
  ...registrationCauses,
  ...signInCauses,
  ...mailCauses,
  ...networkCauses,
};

export const retryWords: RetryWords = {
  no: 'Noch ein Versuch hilft nicht',
  later: 'Es wird später noch einmal versucht',
  'after-fix': 'Versuchen Sie es noch einmal, sobald es behoben ist',
  'sign-in-again': 'Eine neue Anmeldung ist nötig',
};
