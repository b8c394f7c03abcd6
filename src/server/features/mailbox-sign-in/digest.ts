import { createHash } from 'node:crypto';

/** SHA-256. Rows hold the digest of a state or token alone: who reads the database cannot answer in somebody's name. */
export function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
