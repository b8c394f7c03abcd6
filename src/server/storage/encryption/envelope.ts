import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';

/** Where a ciphertext belongs. It cannot be read anywhere else: the place is authenticated with it (AAD). */
export interface Place {
  tenantId: string;
  table: string;
  /** Primary key of the row without its tenant. */
  rowId: string;
  column: string;
}

export type EncryptionErrorCode = 'damaged' | 'key-unknown' | 'data-key-missing';

/** Never carries plaintext, ciphertext or key. */
export class EncryptionError extends Error {
  override readonly name = 'EncryptionError';
  readonly code: EncryptionErrorCode;

  constructor(code: EncryptionErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

const algorithm = 'aes-256-gcm';
/** 96 bits, drawn at random: NIST SP 800-38D, 8.2.2; good for 2^32 texts under one key. */
const ivBytes = 12;
const tagBytes = 16;

/** IV, ciphertext, tag in one piece. */
export function seal(key: KeyObject, aad: Buffer, plaintext: Buffer, iv = randomBytes(ivBytes)): Buffer {
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagBytes }).setAAD(aad);
  return Buffer.concat([iv, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/** @throws EncryptionError `damaged` when key, AAD or a single bit is another than it was sealed with. */
export function unseal(key: KeyObject, aad: Buffer, sealed: Buffer): Buffer {
  if (sealed.length < ivBytes + tagBytes) throw damaged();
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, ivBytes), { authTagLength: tagBytes })
    .setAAD(aad)
    .setAuthTag(sealed.subarray(-tagBytes));
  const start = decipher.update(sealed.subarray(ivBytes, -tagBytes));
  try {
    return Buffer.concat([start, decipher.final()]);
  } catch {
    throw damaged();
  }
}

export function damaged(): EncryptionError {
  return new EncryptionError(
    'damaged',
    'A stored value cannot be decrypted: it is damaged, or not where it was written.',
  );
}

const formatVersion = 1;
const headerBytes = 3;

/** Format of a stored value: 1 byte version, 2 bytes number of the tenant's data key, then the sealed text. */
export function withHeader(keyNumber: number, sealed: Buffer): Buffer {
  const header = Buffer.alloc(headerBytes);
  header.writeUInt8(formatVersion, 0);
  header.writeUInt16BE(keyNumber, 1);
  return Buffer.concat([header, sealed]);
}

/** @throws EncryptionError `damaged` when it is not of this format. */
export function parseHeader(stored: Buffer): { keyNumber: number; sealed: Buffer } {
  if (stored.length < headerBytes || stored.readUInt8(0) !== formatVersion) throw damaged();
  return { keyNumber: stored.readUInt16BE(1), sealed: stored.subarray(headerBytes) };
}

/** JSON keeps the parts apart: no two places share a text, whatever characters their names hold. */
export function placeAad({ tenantId, table, rowId, column }: Place): Buffer {
  return Buffer.from(JSON.stringify([formatVersion, tenantId.toLowerCase(), table, rowId, column]));
}
