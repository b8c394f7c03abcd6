import type { CauseTexts, RetryWords } from '../../cause-text.ts';
import { mailCauses } from './causes-mail.ts';
import { networkCauses } from './causes-network.ts';
import { registrationCauses } from './causes-registration.ts';
import { signInCauses } from './causes-sign-in.ts';

/** The verdict's texts in French. */
export const causes: CauseTexts = {
  ...registrationCauses,
  ...signInCauses,
  ...mailCauses,
  ...networkCauses,
};

export const retryWords: RetryWords = {
  no: 'Réessayer ne sert à rien',
  later: 'Un nouvel essai aura lieu plus tard',
  'after-fix': 'Réessayez une fois le problème corrigé',
  'sign-in-again': 'Une nouvelle connexion est nécessaire',
};
