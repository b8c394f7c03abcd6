import { randomInt, randomUUID } from 'node:crypto';

import type { Application, PasswordCredential } from './model.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const secretCharacters = `${letters}-._~`;

const randomText = (characters: string, length: number): string =>
  Array.from({ length }, () => characters.charAt(randomInt(characters.length))).join('');

/** 40 characters in the form of today's secrets, `abc8Q~` and 34 more. */
const newSecretText = (): string => `${randomText(letters, 3)}8Q~${randomText(secretCharacters, 34)}`;

/**
 * The latest end of a secret that the admin center offers, and the end Graph's addPassword chooses by itself.
 * @param now milliseconds since 1970
 * @returns 24 months later, milliseconds since 1970
 */
export function longestSecretEnd(now: number): number {
  const end = new Date(now);
  end.setUTCMonth(end.getUTCMonth() + 24);
  return end.getTime();
}

/**
 * A client secret with its value, which Microsoft shows in the answer that made it and never again.
 * @param fields `endDateTime` ISO 8601; default 24 months from now ("application: addPassword")
 * @param now milliseconds since 1970, the beginning of its life
 */
export function newPasswordCredential(
  fields: { displayName: string; endDateTime?: string },
  now: number,
): PasswordCredential {
  const secretText = newSecretText();
  return {
    keyId: randomUUID(),
    displayName: fields.displayName,
    hint: secretText.slice(0, 3),
    secretText,
    startDateTime: new Date(now).toISOString(),
    endDateTime: fields.endDateTime ?? new Date(longestSecretEnd(now)).toISOString(),
  };
}

/** @returns false when the application has no secret with this "Secret ID" */
export function removePasswordCredential(application: Application, keyId: string): boolean {
  const left = application.passwordCredentials.filter((credential) => credential.keyId !== keyId);
  const found = left.length < application.passwordCredentials.length;
  application.passwordCredentials = left;
  return found;
}
