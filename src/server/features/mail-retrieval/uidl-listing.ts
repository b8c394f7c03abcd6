import { createHash } from 'node:crypto';
import type { UidlEntry } from '../../protocols/pop3/index.ts';

/** A message that the server lists and that can be told apart from all others. */
export interface Listed {
  /** In this session. */
  number: number;
  /** 16 bytes of the SHA-256 of its UIDL. */
  hash: Buffer;
}

export interface Listing {
  messages: Listed[];
  /** Messages whose UIDL is missing, or shared with another one: they cannot be told apart and are left alone. */
  untellable: number;
}

/** 128 bits: among a hundred thousand messages the chance that two meet is below one in 10^28. */
const hashOctets = 16;

/** By RFC 1939 section 7 a UIDL is arbitrary octets, so digests of equal length are kept instead. */
export function uidlHash(uid: string): Buffer {
  return shortHash(createHash('sha256').update(uid, 'latin1').digest());
}

export function shortHash(digest: Buffer): Buffer {
  return Buffer.from(digest.subarray(0, hashOctets));
}

/**
 * Takes a UIDL listing apart. Every message has a UIDL and no two share one (RFC 1939 section 7); where a server does not
 * keep to it, those concerned are counted and not fetched: fetched again and again, or one taken for the other, they
 * would be doubled or lost.
 * @param count of STAT: messages in the maildrop
 */
export function readListing(entries: readonly UidlEntry[], count: number): Listing {
  const uses = new Map<string, number>();
  const numbers = new Map<number, number>();
  for (const { number, uid } of entries) {
    uses.set(uid, (uses.get(uid) ?? 0) + 1);
    numbers.set(number, (numbers.get(number) ?? 0) + 1);
  }
  const messages = entries
    .filter(({ number, uid }) => uses.get(uid) === 1 && numbers.get(number) === 1 && number <= count)
    .map(({ number, uid }) => ({ number, hash: uidlHash(uid) }));
  return { messages, untellable: Math.max(count, numbers.size) - messages.length };
}
