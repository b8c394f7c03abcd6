import type { KeyObject } from 'node:crypto';
import type { EncryptionKey } from '../../config/encryption-keys.ts';
import type { Database } from '../database.ts';
import { parseHeader, type Place, placeAad, seal, unseal, withHeader } from './envelope.ts';
import { ExpiringCache } from './expiring-cache.ts';
import { TenantKeys } from './tenant-keys.ts';

export { EncryptionError, type Place } from './envelope.ts';

/**
 * Encrypts single columns. Each tenant has a data key, which a key-encryption key wraps, so that changing the latter
 * touches no data. A tenant's key may have to be read first: call this before opening a transaction, never inside.
 */
export interface Encryption {
  encrypt(place: Place, plaintext: string | Buffer): Promise<Buffer>;
  /** @throws EncryptionError when the value was not written at this place, is damaged, or its key is unknown. */
  decrypt(place: Place, ciphertext: Buffer): Promise<string>;
  /** The same for what is no text. */
  decryptBytes(place: Place, ciphertext: Buffer): Promise<Buffer>;
  /** After a change of the first key-encryption key: wraps all data keys by it; the old one may then be retired. */
  rewrapTenantKeys(): Promise<number>;
}

const cached = { lifetimeMs: 5 * 60_000, capacity: 10_000 };

/** `keys`: the first one wraps, all of them unwrap. `now` in milliseconds, for the age of cached keys. */
export function createEncryption(options: {
  keys: readonly EncryptionKey[];
  database: Database;
  now?: () => number;
}): Encryption {
  const tenantKeys = new TenantKeys(options.database, options.keys);
  const cacheOptions = options.now ? { ...cached, now: options.now } : cached;
  const currentKeys = new ExpiringCache<{ number: number; key: KeyObject }>(cacheOptions);
  const numberedKeys = new ExpiringCache<KeyObject>(cacheOptions);

  const decryptBytes = async (place: Place, ciphertext: Buffer): Promise<Buffer> => {
    const { keyNumber, sealed } = parseHeader(ciphertext);
    const key = await numberedKeys.get(`${place.tenantId} ${keyNumber}`, () =>
      tenantKeys.byNumber(place.tenantId, keyNumber),
    );
    return unseal(key, placeAad(place), sealed);
  };

  return {
    async encrypt(place, plaintext) {
      const { number, key } = await currentKeys.get(place.tenantId, () => tenantKeys.current(place.tenantId));
      const bytes = typeof plaintext === 'string' ? Buffer.from(plaintext, 'utf8') : plaintext;
      return withHeader(number, seal(key, placeAad(place), bytes));
    },
    decrypt: async (place, ciphertext) => (await decryptBytes(place, ciphertext)).toString('utf8'),
    decryptBytes,
    rewrapTenantKeys: () => tenantKeys.rewrapAll(),
  };
}
