import { misplacedIn } from '../../../shared/domain/pasted-values.ts';
import type { FieldProblem, RegistrationField } from '../../../shared/domain/registration-input.ts';
import type { UiMessages } from '../../../shared/i18n/messages.ts';
import { registrationHints, suggestionHints } from './registration-hints.ts';
import type { RegistrationFormState } from './use-registration-form.ts';

/** What is said under a field, and where its value seems to belong. */
export interface FieldRemark {
  state: 'error' | 'warning' | 'success' | 'none';
  text: string;
  /** Field to offer as the better place. */
  moveTo: RegistrationField | undefined;
}

/** The most urgent thing to say about a field: what is wrong first, then what is odd, then what was done. */
export function fieldRemark(
  field: RegistrationField,
  form: Pick<RegistrationFormState, 'values' | 'notes' | 'suggested'>,
  problem: FieldProblem | undefined,
  ownDirectoryId: string,
  { registration: texts, fieldProblems }: UiMessages,
): FieldRemark | undefined {
  const { values, notes, suggested } = form;
  const moveTo = misplacedIn(field, values, ownDirectoryId);
  const note = notes[field];
  const remark = (state: FieldRemark['state'], text: string): FieldRemark => ({ state, text, moveTo });
  if (note === 'object-id' || note === 'several-ids') return remark('error', texts.notes[note]);
  if (problem !== undefined) return remark('error', fieldProblems[problem]);
  const odd = registrationHints(values, ownDirectoryId)[field];
  if (odd !== undefined) return remark('warning', texts.hints[odd]);
  if (moveTo !== undefined) return remark('warning', texts.misplaced);
  if (note !== undefined) return remark('success', texts.notes[note]);
  const suggestion = suggestionHints(values, suggested)[field];
  return suggestion === undefined ? undefined : remark('none', texts.hints[suggestion]);
}
