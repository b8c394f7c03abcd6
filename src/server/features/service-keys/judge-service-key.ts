import { createHash, timingSafeEqual } from 'node:crypto';

interface KeyFacts {
  key_hash: Buffer;
  expires_at: Date;
  revoked_at: Date | null;
}

export type KeyRefusal = 'unknown' | 'revoked' | 'expired';

/** A secret of 32 random bytes cannot be guessed, so it needs no slow hash as a password does. */
export function digestOf(secret: Buffer): Buffer {
  return createHash('sha256').update(secret).digest();
}

const digestOfNobody = Buffer.alloc(32);

/** Why a secret does not open the key of the row; null when it does. The work is the same whether there is a row. */
export function judgeServiceKey(row: KeyFacts | null, secret: Buffer, now: Date): KeyRefusal | null {
  const isSame = timingSafeEqual(digestOf(secret), row?.key_hash ?? digestOfNobody);
  if (row === null || !isSame) return 'unknown';
  if (row.revoked_at !== null) return 'revoked';
  return row.expires_at <= now ? 'expired' : null;
}
