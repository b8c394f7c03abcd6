import { isGuid } from '../../../shared/domain/guid.ts';
import {
  trimmedInput,
  type RegistrationField,
  type RegistrationInput,
} from '../../../shared/domain/registration-input.ts';

export type RegistrationHint = 'swapped' | 'other-directory';

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
