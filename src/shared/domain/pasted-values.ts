import { isGuid } from './guid.ts';
import {
  addressProblem,
  trimmed,
  type RegistrationField,
  type RegistrationInput,
} from './registration-input.ts';

/** What a text holds that is more than one value: a row or a whole page of the portal. */
export type PastedValues =
  /** The values by the fields that they belong into; the field pasted into need not be among them. */
  | { kind: 'found'; values: Partial<Record<RegistrationField, string>> }
  | { kind: 'object-id' }
  | { kind: 'several-ids' };

type IdField = 'applicationId' | 'directoryId';
type IdName = IdField | 'objectId' | 'secretId';

/** A page of the portal has a few thousand characters; more is not looked at. */
const mostCharacters = 20_000;

/** How the portal names the ids in the four languages, with either apostrophe. */
const idNames: Readonly<Record<IdName, RegExp>> = {
  applicationId:
    /application (?:\(client\) )?id|client id|anwendungs-id|id d['’]application|id applicazione/gi,
  directoryId:
    /(?:directory (?:\(tenant\) )?|tenant )id|verzeichnis-id|id de l['’]annuaire|id (?:della )?directory/gi,
  objectId: /object id|objekt-id|id d['’]objet|id oggetto/gi,
  secretId: /secret id|geheime id|id de secret|id segreto/gi,
};

const guidInText = /(?<![\w-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\w-])/gi;
const addressInText =
  /[^\s<>"'(),:;[\]\\/?#%@]+@[^\s<>"'(),:;[\]\\/?#%@]+\.[^\s<>"'(),:;[\]\\/?#%@]*[^\s<>"'(),:;[\]\\/?#%@.]/gu;

/**
 * Finds the wanted value in more text than that: "Application (client) ID : 1a2b…", a row of the table of secrets, the
 * whole overview. Undefined when the text is a value by itself, or when nothing in it is clear enough to be taken.
 */
export function readPasted(field: RegistrationField, text: string): PastedValues | undefined {
  const looked = text.slice(0, mostCharacters);
  switch (field) {
    case 'applicationId':
    case 'directoryId':
      return isGuid(trimmed(looked)) ? undefined : idsIn(looked, field);
    case 'clientSecret':
      return /\s/.test(trimmed(looked)) ? only(field, looked.split(/\s+/).filter(isSecretLike)) : undefined;
    case 'probeMailbox':
      return addressProblem(trimmed(looked)) === undefined
        ? undefined
        : only(
            field,
            looked.match(addressInText)?.filter((found) => addressProblem(found) === undefined),
          );
    case 'secretExpiresOn':
      return undefined;
  }
}

/**
 * Whether a text looks like the value of a secret and like nothing else. Entra's have 40 characters of this kind; words,
 * addresses and ids have not.
 */
export function isSecretLike(text: string): boolean {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/];
  return /^[\w.~-]{32,64}$/.test(text) && kinds.every((kind) => kind.test(text)) && !isGuid(text);
}

/**
 * The field that the value of another one belongs into; undefined when it may be right where it is.
 * `ownDirectoryId` is the directory of the person who types.
 */
export function misplacedIn(
  field: RegistrationField,
  input: RegistrationInput,
  ownDirectoryId: string,
): RegistrationField | undefined {
  const value = trimmed(input[field]);
  if (value === '' || field === 'secretExpiresOn') return undefined;
  const belongs = fieldFor(value, input, ownDirectoryId);
  if (belongs === field) return undefined;
  // An id in the field for an id is only known to be the other one when it is that of the own directory.
  return isGuid(value) && field === 'directoryId' ? undefined : belongs;
}

/** Moves a value to the field that it belongs into; two ids change places. */
export function moved(
  input: RegistrationInput,
  from: RegistrationField,
  to: RegistrationField,
): RegistrationInput {
  const swap = isGuid(trimmed(input[from])) && isGuid(trimmed(input[to]));
  return { ...input, [to]: trimmed(input[from]), [from]: swap ? input[to] : '' };
}

function fieldFor(
  value: string,
  { applicationId, directoryId }: RegistrationInput,
  ownDirectoryId: string,
): RegistrationField | undefined {
  if (isSecretLike(value)) return 'clientSecret';
  if (addressProblem(value) === undefined) return 'probeMailbox';
  if (!isGuid(value)) return undefined;
  const isOwn = value.toLowerCase() === ownDirectoryId.toLowerCase();
  if (isOwn) return trimmed(directoryId).toLowerCase() === value.toLowerCase() ? undefined : 'directoryId';
  return applicationId === '' ? 'applicationId' : undefined;
}

function idsIn(text: string, field: IdField): PastedValues | undefined {
  const ids = namedIds(text);
  const [single, ...others] = distinct(ids.map(({ id }) => id));
  if (single === undefined) return undefined;
  const idsNamed = (name: IdName) => distinct(ids.filter((found) => found.name === name).map(({ id }) => id));
  const values: Partial<Record<IdField, string>> = {};
  for (const wanted of ['applicationId', 'directoryId'] as const) {
    const [first, ...more] = idsNamed(wanted);
    if (first !== undefined && more.length === 0) values[wanted] = first;
  }
  if (Object.keys(values).length > 0) return { kind: 'found', values };
  if (idsNamed('objectId').length > 0) return { kind: 'object-id' };
  // A row of the table of secrets: its one id is that of the secret.
  const secrets = text.split(/\s+/).filter(isSecretLike);
  if (secrets.length > 0) return only('clientSecret', secrets);
  if (others.length > 0) return { kind: 'several-ids' };
  const isNamed = ids.some(({ name }) => name !== undefined);
  return isNamed ? undefined : { kind: 'found', values: { [field]: single } };
}

/** Every id of a text with the name that stands before it, behind the id before. */
function namedIds(text: string): { id: string; name: IdName | undefined }[] {
  let from = 0;
  return [...text.matchAll(guidInText)].map(({ 0: id, index }) => {
    const name = lastName(text.slice(from, index));
    from = index + id.length;
    return { id: id.toLowerCase(), name };
  });
}

function lastName(text: string): IdName | undefined {
  let last: { name: IdName; at: number } | undefined;
  for (const [name, pattern] of Object.entries(idNames) as [IdName, RegExp][]) {
    for (const { index } of text.matchAll(pattern)) {
      if (last === undefined || index > last.at) last = { name, at: index };
    }
  }
  return last?.name;
}

function only(field: RegistrationField, found: readonly string[] = []): PastedValues | undefined {
  const [first, ...others] = distinct(found);
  return first !== undefined && others.length === 0
    ? { kind: 'found', values: { [field]: first } }
    : undefined;
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
