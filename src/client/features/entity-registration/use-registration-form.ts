import { useEffect, useRef, useState } from 'react';
import type { Entity, RegistrationValues } from '../../../shared/api/entities.ts';
import {
  fieldProblems,
  registrationProblems,
  trimmedInput,
  type FieldProblems,
  type RegistrationField,
  type RegistrationInput,
} from '../../../shared/domain/registration-input.ts';
import { ApiProblem } from '../../api/api-problem.ts';
import { useKeepDraft } from '../../api/queries.ts';

/** A pause in typing after which the draft is kept. */
const draftAfterMs = 1_500;
/** More characters than this at once were pasted: then there is no reason to wait with a remark. */
const pasted = 3;

/** The values as they were last kept: of the draft, of the stored registration, or none. */
export function initialValues({ draft, registration, probeMailbox }: Entity): RegistrationInput {
  return {
    directoryId: draft?.directoryId ?? registration?.directoryId ?? '',
    applicationId: draft?.applicationId ?? registration?.applicationId ?? '',
    clientSecret: '',
    secretExpiresOn: draft?.secretExpiresOn ?? registration?.secretExpiresOn ?? '',
    probeMailbox: draft?.probeMailbox ?? probeMailbox ?? '',
  };
}

/** What is sent: trimmed, and without the secret when the one in the draft is meant. */
export function valuesToSend(input: RegistrationInput): RegistrationValues {
  const { clientSecret, ...values } = trimmedInput(input);
  return clientSecret === '' ? values : { ...values, clientSecret };
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

/** State of the registration form: what is typed, what is wrong with it, and the draft that follows it. */
export function useRegistrationForm(entity: Entity, today: string) {
  const [values, setValues] = useState(() => initialValues(entity));
  const [visited, setVisited] = useState<ReadonlySet<RegistrationField>>(new Set());
  const draft = useDraft(entity.id);
  const secretInDraft = draft.hasSecret || entity.draft?.hasSecret === true;

  const problems = registrationProblems(values, today);
  if (secretInDraft && problems.clientSecret === 'missing') delete problems.clientSecret;

  const visit = (fields: readonly RegistrationField[]) =>
    setVisited((before) => new Set([...before, ...fields]));
  return {
    values,
    problems,
    /** Problems of the fields that the person has left, or pasted into. */
    shownProblems: Object.fromEntries(
      Object.entries(problems).filter(([field]) => visited.has(field as RegistrationField)),
    ) as FieldProblems,
    secretInDraft,
    draft,
    change(field: RegistrationField, value: string) {
      if (Math.abs(value.length - values[field].length) > pasted) visit([field]);
      const next = { ...values, [field]: value };
      setValues(next);
      draft.keepSoon(next);
    },
    leave(field: RegistrationField) {
      if (values[field] !== '') visit([field]);
      draft.keepNow();
    },
    showAll: () => visit(Object.keys(values) as RegistrationField[]),
  };
}

function useDraft(entityId: string) {
  const keep = useKeepDraft(entityId);
  const [hasSecret, setHasSecret] = useState(false);
  const waiting = useRef<{ timer: number; values: RegistrationInput }>(undefined);

  const cancel = () => {
    window.clearTimeout(waiting.current?.timer);
    waiting.current = undefined;
  };
  const keepNow = () => {
    if (waiting.current === undefined) return;
    const body = valuesToSend(waiting.current.values);
    cancel();
    keep.mutate(body, { onSuccess: () => setHasSecret((had) => had || body.clientSecret !== undefined) });
  };
  // What was typed last must not be lost when the person goes to another page at once.
  const leaving = useRef(keepNow);
  useEffect(() => {
    leaving.current = keepNow;
  });
  useEffect(() => () => leaving.current(), []);

  return {
    hasSecret,
    state: keep.status,
    cancel,
    keepNow,
    keepSoon(values: RegistrationInput) {
      cancel();
      waiting.current = { timer: window.setTimeout(keepNow, draftAfterMs), values };
    },
  };
}
