import { useEffect, useRef, useState } from 'react';
import { longestTyped, type Entity, type RegistrationValues } from '../../../shared/api/entities.ts';
import { isGuid } from '../../../shared/domain/guid.ts';
import {
  fieldProblems,
  registrationProblems,
  trimmedInput,
  type FieldProblems,
  type RegistrationField,
  type RegistrationInput,
} from '../../../shared/domain/registration-input.ts';
import { moved, readPasted } from '../../../shared/domain/pasted-values.ts';
import { ApiProblem } from '../../api/api-problem.ts';
import { useKeepDraft } from '../../api/queries.ts';

/** A pause in typing after which the draft is kept. */
const draftAfterMs = 1_500;
/** More characters than this at once were pasted: then there is no reason to wait with a remark. */
const pasted = 3;

/** What is filled in before anybody types; the person sees that it was not typed. */
export type RegistrationSuggestions = Pick<RegistrationInput, 'directoryId' | 'probeMailbox'>;

const noSuggestions: RegistrationSuggestions = { directoryId: '', probeMailbox: '' };

/** The values as they were last kept: of the draft, of the stored registration, or what is suggested. */
export function initialValues(
  { draft, registration, probeMailbox }: Entity,
  suggested = noSuggestions,
): RegistrationInput {
  return {
    directoryId: draft?.directoryId || registration?.directoryId || suggested.directoryId,
    applicationId: draft?.applicationId ?? registration?.applicationId ?? '',
    clientSecret: '',
    secretExpiresOn: draft?.secretExpiresOn ?? registration?.secretExpiresOn ?? '',
    probeMailbox: draft?.probeMailbox || probeMailbox || suggested.probeMailbox,
  };
}

/** Where the secret comes from when its field is left empty; the stored one serves only the ids that it was stored for. */
export function keptSecretOf(
  { draft, registration }: Entity,
  values: RegistrationInput,
): 'draft' | 'stored' | undefined {
  if (draft?.hasSecret === true) return 'draft';
  const { directoryId, applicationId } = trimmedInput(values);
  return registration?.directoryId === directoryId && registration.applicationId === applicationId
    ? 'stored'
    : undefined;
}

/** What is sent: trimmed, and without the secret when a kept one is meant. */
export function valuesToSend(input: RegistrationInput): RegistrationValues {
  const { clientSecret, ...values } = trimmedInput(input);
  return clientSecret === '' ? values : { ...values, clientSecret };
}

/**
 * What is kept as a draft. A secret ID is never the secret, and must not count as one that is there; a text that no field
 * can hold must not keep the others from being kept.
 */
function draftOf(input: RegistrationInput): RegistrationValues {
  const kept = trimmedInput(input);
  for (const field of Object.keys(kept) as RegistrationField[]) {
    if (kept[field].length > longestTyped) kept[field] = '';
  }
  return valuesToSend(isGuid(kept.clientSecret) ? { ...kept, clientSecret: '' } : kept);
}

/** Field problems that the server found, where its document names the form's fields. */
export function refusedFields(error: unknown): FieldProblems {
  const refused: FieldProblems = {};
  if (!(error instanceof ApiProblem)) return refused;
  for (const { pointer, code } of error.problem.errors ?? []) {
    const problem = fieldProblems.find((known) => known === code);
    if (problem !== undefined) refused[pointer.replace(/^\//, '') as RegistrationField] = problem;
  }
  return refused;
}

/** What has become of a text that was more than one value. */
export type PastedNote = 'picked-out' | 'moved-here' | 'object-id' | 'several-ids';
type PastedNotes = Partial<Record<RegistrationField, PastedNote>>;

export type RegistrationFormState = ReturnType<typeof useRegistrationForm>;

/** State of the registration form: what is typed, what is wrong with it, and the draft that follows it. */
export function useRegistrationForm(entity: Entity, today: string, suggested = noSuggestions) {
  const [typed, setTyped] = useState<RegistrationInput>();
  // Until something is typed the form follows the entity: a draft that arrives late is shown, not overwritten with blanks.
  const values = typed ?? initialValues(entity, suggested);
  const [visited, setVisited] = useState<ReadonlySet<RegistrationField>>(new Set());
  const [notes, setNotes] = useState<PastedNotes>({});
  const draft = useDraft(entity.id);
  const keptSecret = keptSecretOf(entity, values);

  const problems = registrationProblems(values, today);
  if (keptSecret !== undefined && problems.clientSecret === 'missing') delete problems.clientSecret;

  const visit = (fields: readonly RegistrationField[]) =>
    setVisited((before) => new Set([...before, ...fields]));
  const put = (next: RegistrationInput, nextNotes: PastedNotes) => {
    setTyped(next);
    setNotes(nextNotes);
    draft.keepSoon(next);
  };
  /** Puts what was picked out of a pasted text where it belongs; false when there was nothing to pick. */
  const pick = (field: RegistrationField, text: string): boolean => {
    const read = readPasted(field, text);
    if (read?.kind !== 'found') return false;
    const fields = Object.keys(read.values) as RegistrationField[];
    visit(fields);
    put({ ...values, ...read.values }, Object.fromEntries(fields.map((found) => [found, 'picked-out'])));
    return true;
  };
  return {
    values,
    problems,
    suggested,
    /** Problems of the fields that the person has left, or pasted into. */
    shownProblems: Object.fromEntries(
      Object.entries(problems).filter(([field]) => visited.has(field as RegistrationField)),
    ) as FieldProblems,
    notes,
    keptSecret,
    draft,
    change(field: RegistrationField, value: string) {
      const jumped = Math.abs(value.length - values[field].length) > pasted;
      if (jumped && pick(field, value)) return;
      if (jumped) visit([field]);
      const read = jumped ? readPasted(field, value)?.kind : undefined;
      const unclear = read === 'object-id' || read === 'several-ids' ? { [field]: read } : {};
      put({ ...values, [field]: value }, unclear);
    },
    /** For the text as it was copied: a field of one line would lose its line breaks. True when it was dealt with. */
    paste: pick,
    move(from: RegistrationField, to: RegistrationField) {
      visit([to]);
      put(moved(values, from, to), { [to]: 'moved-here' });
    },
    leave(field: RegistrationField) {
      if (values[field] !== '') visit([field]);
      draft.keepNow();
    },
    showAll: () => visit(Object.keys(values) as RegistrationField[]),
    /** Forgets what was typed: the form follows the entity again. */
    reset() {
      draft.cancel();
      setTyped(undefined);
      setNotes({});
      setVisited(new Set());
    },
  };
}

function useDraft(entityId: string) {
  const keep = useKeepDraft(entityId);
  const waiting = useRef<{ timer: number; values: RegistrationInput }>(undefined);

  const cancel = () => {
    window.clearTimeout(waiting.current?.timer);
    waiting.current = undefined;
  };
  const keepNow = () => {
    if (waiting.current === undefined) return;
    const body = draftOf(waiting.current.values);
    cancel();
    keep.mutate(body);
  };
  // What was typed last must not be lost when the person goes to another page at once.
  const leaving = useRef(keepNow);
  useEffect(() => {
    leaving.current = keepNow;
  });
  useEffect(() => () => leaving.current(), []);

  return {
    state: keep.status,
    cancel,
    keepNow,
    keepSoon(values: RegistrationInput) {
      cancel();
      waiting.current = { timer: window.setTimeout(keepNow, draftAfterMs), values };
    },
  };
}
