import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose';

import { readJson, writePrivateJson } from './directory/json-file.ts';

/** The newest keys kept: an old one stays published until every token it signed is long over. */
const keysKept = 4;

interface StoredKeys {
  signing: JWK[];
  /** AES-256 key that seals refresh tokens, base64. */
  sealing: string;
}

interface SigningKey {
  kid: string;
  privateJwk: JWK;
  privateKey: CryptoKey;
}

/** The tenant's RSA signing keys, newest last, and the key that seals refresh tokens. They outlive a restart. */
export class TenantKeys {
  readonly #path: string | undefined;
  readonly #signing: SigningKey[];
  /** 32 bytes. */
  readonly sealingKey: Uint8Array;

  constructor(path: string | undefined, signing: SigningKey[], sealingKey: Uint8Array) {
    this.#path = path;
    this.#signing = signing;
    this.sealingKey = sealingKey;
  }

  get current(): { kid: string; privateKey: CryptoKey } {
    const key = this.#signing.at(-1);
    if (!key) throw new Error('The key file of the dev tenant holds no signing key.');
    return key;
  }

  /** The public halves, as `/discovery/v2.0/keys` publishes them. */
  get published(): JWK[] {
    return this.#signing.map(({ kid, privateJwk: { kty, n, e } }) => ({
      kty: kty ?? 'RSA',
      use: 'sig',
      kid,
      ...(n !== undefined && { n }),
      ...(e !== undefined && { e }),
    }));
  }

  /** From now on another key signs; the former stays published ("Signing key rollover"). */
  async rollOver(): Promise<void> {
    this.#signing.push(await createSigningKey());
    this.#signing.splice(0, Math.max(0, this.#signing.length - keysKept));
    await this.save();
  }

  async save(): Promise<void> {
    if (this.#path === undefined) return;
    const stored: StoredKeys = {
      signing: this.#signing.map(({ privateJwk }) => privateJwk),
      sealing: Buffer.from(this.sealingKey).toString('base64'),
    };
    await writePrivateJson(this.#path, stored);
  }
}

async function toSigningKey(jwk: JWK): Promise<SigningKey> {
  const privateKey = await importJWK(jwk, 'RS256');
  if (jwk.kid === undefined || privateKey instanceof Uint8Array)
    throw new Error('The key file holds no RSA key.');
  return { kid: jwk.kid, privateJwk: jwk, privateKey };
}

async function createSigningKey(): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
  return toSigningKey({ ...(await exportJWK(privateKey)), kid: randomBytes(20).toString('base64url') });
}

/**
 * Reads the keys from the file, or makes and saves new ones.
 * @param path absent: the keys live in memory only
 */
export async function openTenantKeys(path: string | undefined): Promise<TenantKeys> {
  const stored = path === undefined ? undefined : await readJson<StoredKeys>(path);
  if (stored) {
    const signing = await Promise.all(stored.signing.map(toSigningKey));
    return new TenantKeys(path, signing, Buffer.from(stored.sealing, 'base64'));
  }
  const keys = new TenantKeys(path, [await createSigningKey()], randomBytes(32));
  await keys.save();
  return keys;
}
