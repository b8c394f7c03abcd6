import { isGuid } from '../../../shared/domain/guid.ts';
import {
  trimmedInput,
  type RegistrationField,
  type RegistrationInput,
} from '../../../shared/domain/registration-input.ts';
import type { RegistrationSuggestions } from './use-registration-form.ts';

export type RegistrationHint = 'swapped' | 'other-directory' | 'own-directory' | 'own-mailbox';

/** Which values are still those that were suggested, so that nobody takes them for checked. */
export function suggestionHints(
  input: RegistrationInput,
  suggested: RegistrationSuggestions,
): Partial<Record<RegistrationField, RegistrationHint>> {
  const { directoryId, probeMailbox } = trimmedInput(input);
  const isSuggested = (value: string, suggestion: string) =>
    value !== '' && value.toLowerCase() === suggestion.toLowerCase();
  return {
    ...(isSuggested(directoryId, suggested.directoryId) && { directoryId: 'own-directory' as const }),
    ...(isSuggested(probeMailbox, suggested.probeMailbox) && { probeMailbox: 'own-mailbox' as const }),
  };
}

/** What looks odd although it may be right, judged by the directory that the person is signed in to. */
export function registrationHints(
  input: RegistrationInput,
  ownDirectoryId: string,
): Partial<Record<RegistrationField, RegistrationHint>> {
  const { applicationId, directoryId } = trimmedInput(input);
  const own = ownDirectoryId.toLowerCase();
  if (applicationId === own && directoryId !== own) return { applicationId: 'swapped' };
  return isGuid(directoryId) && directoryId !== own ? { directoryId: 'other-directory' } : {};
}
