import { isGuid } from './guid.ts';

/** The values of the registration form as they were typed or pasted. `secretExpiresOn` is an ISO date. */
export interface RegistrationInput {
  directoryId: string;
  applicationId: string;
  clientSecret: string;
  secretExpiresOn: string;
  probeMailbox: string;
}

export type RegistrationField = keyof RegistrationInput;

export const fieldProblems = [
  'missing',
  'too-long',
  'not-a-guid',
  'same-as-directory-id',
  'same-as-application-id',
  'is-a-guid',
  'has-blanks',
  'too-short',
  'control-characters',
  'not-an-address',
  'not-a-date',
  'in-the-past',
  'too-far-ahead',
] as const;
export type FieldProblem = (typeof fieldProblems)[number];

export type FieldProblems = Partial<Record<RegistrationField, FieldProblem>>;

/** Documented length of a client secret is 16 to 64 characters; room is left above for what Microsoft changes. */
const shortestSecret = 16;
const longestSecret = 256;
const longestAddress = 320;
/** The portal offers 24 months at most; addPassword by Graph can go further, yet nothing sensible goes past ten years. */
const longestLifeInYears = 10;

/** Takes off what copying from a web page leaves at both ends of a value: blanks, line breaks, zero-width characters. */
export function trimmed(value: string): string {
  return value.replace(/^[\s\u200b-\u200d\u2060\ufeff]+|[\s\u200b-\u200d\u2060\ufeff]+$/g, '');
}

export function trimmedInput(input: RegistrationInput): RegistrationInput {
  return {
    directoryId: trimmed(input.directoryId).toLowerCase(),
    applicationId: trimmed(input.applicationId).toLowerCase(),
    clientSecret: trimmed(input.clientSecret),
    secretExpiresOn: trimmed(input.secretExpiresOn),
    probeMailbox: trimmed(input.probeMailbox),
  };
}

function guidProblem(value: string): FieldProblem | undefined {
  if (value === '') return 'missing';
  return isGuid(value) ? undefined : 'not-a-guid';
}

/**
 * A secret's value is never a GUID: that is the column "Secret ID" beside it.
 * Blanks or line breaks inside mean that more than the value was copied.
 */
export function secretProblem(value: string): FieldProblem | undefined {
  const secret = trimmed(value);
  if (secret === '') return 'missing';
  if (isGuid(secret)) return 'is-a-guid';
  if (/\s/.test(secret)) return 'has-blanks';
  // Entra's secrets are printable ASCII; anything else was picked up on the way here.
  if (!/^[\x21-\x7e]+$/.test(secret)) return 'control-characters';
  if (secret.length < shortestSecret) return 'too-short';
  if (secret.length > longestSecret) return 'too-long';
  return undefined;
}

/** Characters of an address: none that ends a segment of a path, and none that cannot be seen. */
const addressCharacters = String.raw`[^\s\p{Cc}\p{Cf}\p{Cs}@<>"'(),:;[\]\\/?#%]+`;
const address = new RegExp(`^${addressCharacters}@${addressCharacters}\\.${addressCharacters}$`, 'u');

export function addressProblem(value: string): FieldProblem | undefined {
  if (value === '') return 'missing';
  if (value.length > longestAddress) return 'too-long';
  return address.test(value) ? undefined : 'not-an-address';
}

/** `today` is the ISO date of the person's day: a secret that ends today still works today. */
export function expiryProblem(value: string, today: string): FieldProblem | undefined {
  if (value === '') return 'missing';
  if (!isIsoDate(value)) return 'not-a-date';
  if (value < today) return 'in-the-past';
  const last = `${Number(today.slice(0, 4)) + longestLifeInYears}${today.slice(4)}`;
  return value > last ? 'too-far-ahead' : undefined;
}

function isIsoDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** What is wrong with each field, before anything is sent to Microsoft. An empty answer means: worth testing. */
export function registrationProblems(input: RegistrationInput, today: string): FieldProblems {
  const value = trimmedInput(input);
  const problems: FieldProblems = {};
  const note = (field: RegistrationField, problem: FieldProblem | undefined) => {
    if (problem !== undefined) problems[field] = problem;
  };
  note('directoryId', guidProblem(value.directoryId));
  note('applicationId', guidProblem(value.applicationId));
  if (problems.applicationId === undefined && value.applicationId === value.directoryId) {
    note('applicationId', 'same-as-directory-id');
  }
  note('clientSecret', secretProblem(value.clientSecret));
  note('secretExpiresOn', expiryProblem(value.secretExpiresOn, today));
  note('probeMailbox', addressProblem(value.probeMailbox));
  return problems;
}
