import { type Answer } from './answer.ts';
import type { Evidence } from './evidence.ts';
import { guess, type Judgement } from './finding.ts';

/**
 * Answers of the mail servers. Exchange gives one text for many causes, so a refused sign-in is named ambiguous with
 * its plausible causes; anything else that it says is not yet told apart and stays unknown.
 */
export function judgeMail(answer: Answer, { stage }: Evidence): Judgement | undefined {
  if (answer.form === 'empty') return undefined;
  if (stage === 'pop3-auth') {
    return guess({
      cause: 'ambiguous-auth',
      alternatives: [
        'pop-disabled-or-no-licence',
        'mailbox-missing',
        'consent-missing',
        'token-wrong-audience',
        'auth-policy-blocked',
      ],
    });
  }
  if (stage === 'smtp-auth') {
    return guess({
      cause: 'ambiguous-auth',
      alternatives: [
        'smtp-auth-disabled-mailbox',
        'smtp-auth-disabled-tenant',
        'auth-policy-blocked',
        'token-wrong-audience',
      ],
    });
  }
  return undefined;
}
