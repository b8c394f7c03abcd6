/** The parts of a refusal that Microsoft documents, whatever form they came in. All strings are still unmasked. */
export interface AnswerFields {
  status?: number;
  /** OAuth `error`. */
  error?: string;
  /** OAuth `suberror`, or `error_subcode` of the admin-consent callback. */
  suberror?: string;
  /** Numbers of `error_codes` and `error_uri`. */
  numbers?: number[];
  /** Graph `code` and those of the inner errors, outermost first. */
  codes?: string[];
  message?: string;
  requestId?: string;
  traceId?: string;
  correlationId?: string;
  time?: string;
}

/** Sets what is there: an absent field stays absent instead of becoming `undefined`. */
export function assign(
  fields: AnswerFields,
  values: { [Name in keyof AnswerFields]: AnswerFields[Name] | undefined },
): AnswerFields {
  return Object.assign(
    fields,
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
  );
}

/** `https://login.microsoftonline.com/error?code=7000215` repeats the number where the description was removed. */
export function numbersInErrorUri(uri: string | undefined): number[] {
  const found = /[?&]code=(\d{4,8})\b/.exec(uri ?? '');
  return found ? [Number(found[1])] : [];
}
