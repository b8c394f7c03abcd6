import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import type { EncryptionKey } from '../../config/encryption-keys.ts';
import type { Database } from '../database.ts';
import { EncryptionError, seal, unseal } from './envelope.ts';

const dataKeyBytes = 32;
const firstKeyNumber = 1;
const rewrapBatch = 500;

interface WrappedKey {
  tenant_id: string;
  key_number: number;
  kek_id: string;
  wrapped: Buffer;
}

/** The tenants' data keys in their table, wrapped by the key-encryption keys; the first of these wraps new ones. */
export class TenantKeys {
  readonly #database: Database;
  readonly #first: EncryptionKey;
  readonly #keks: ReadonlyMap<string, KeyObject>;

  constructor(database: Database, keys: readonly EncryptionKey[]) {
    const [first] = keys;
    if (!first) throw new EncryptionError('key-unknown', 'There is no key-encryption key.');
    this.#database = database;
    this.#first = first;
    this.#keks = new Map(keys.map(({ id, key }) => [id, key]));
  }

  /** The tenant's newest data key. Replicas that make a tenant's first key together all end with the same one. */
  async current(tenantId: string): Promise<{ number: number; key: KeyObject }> {
    const row = (await this.#newest(tenantId)) ?? (await this.#create(tenantId));
    return { number: row.key_number, key: this.#unwrap(row) };
  }

  /** @throws EncryptionError `data-key-missing` */
  async byNumber(tenantId: string, number: number): Promise<KeyObject> {
    const row = await this.#rows(tenantId).where('key_number', '=', number).executeTakeFirst();
    if (!row)
      throw new EncryptionError(
        'data-key-missing',
        `Data key ${number} of tenant ${tenantId} does not exist.`,
      );
    return this.#unwrap(row);
  }

  /**
   * Wraps every data key again that is not wrapped by the first key-encryption key. Returns how many it changed.
   * @throws EncryptionError `key-unknown` when the data was encrypted with other keys than those given
   */
  async rewrapAll(): Promise<number> {
    await this.#checkFirstKey();
    let changed = 0;
    for (;;) {
      const rows = await this.#database.kysely
        .selectFrom('tenant_keys')
        .select(['tenant_id', 'key_number', 'kek_id', 'wrapped'])
        .where('kek_id', '!=', this.#first.id)
        .limit(rewrapBatch)
        .execute();
      for (const row of rows) changed += await this.#rewrap(row);
      if (rows.length < rewrapBatch) return changed;
    }
  }

  /** Another key under the same id must stop the start, or nothing could be read and new data would pile up beside. */
  async #checkFirstKey(): Promise<void> {
    const { id } = this.#first;
    const row = await this.#database.kysely
      .selectFrom('tenant_keys')
      .select(['tenant_id', 'key_number', 'kek_id', 'wrapped'])
      .where('kek_id', '=', id)
      .limit(1)
      .executeTakeFirst();
    if (!row) return;
    try {
      this.#unwrap(row);
    } catch (error) {
      const text = `The data was encrypted with another key than the one given as "${id}".`;
      throw new EncryptionError('key-unknown', text, { cause: error });
    }
  }

  async #rewrap(row: WrappedKey): Promise<number> {
    const wrapped = this.#wrap(row.tenant_id, row.key_number, this.#unwrap(row));
    const { numUpdatedRows } = await this.#database.kysely
      .updateTable('tenant_keys')
      .set({ kek_id: this.#first.id, wrapped })
      .where('tenant_id', '=', row.tenant_id)
      .where('key_number', '=', row.key_number)
      // Another replica may have been faster, with another first key while keys are being rolled out.
      .where('kek_id', '=', row.kek_id)
      .executeTakeFirst();
    return Number(numUpdatedRows);
  }

  #rows(tenantId: string) {
    return this.#database.kysely
      .selectFrom('tenant_keys')
      .select(['tenant_id', 'key_number', 'kek_id', 'wrapped'])
      .where('tenant_id', '=', tenantId);
  }

  #newest(tenantId: string): Promise<WrappedKey | undefined> {
    return this.#rows(tenantId).orderBy('key_number', 'desc').limit(1).executeTakeFirst();
  }

  async #create(tenantId: string): Promise<WrappedKey> {
    const key = createSecretKey(randomBytes(dataKeyBytes));
    await this.#database.kysely
      .insertInto('tenant_keys')
      .values({
        tenant_id: tenantId,
        key_number: firstKeyNumber,
        kek_id: this.#first.id,
        wrapped: this.#wrap(tenantId, firstKeyNumber, key),
        created_at: new Date(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    // Read back: whoever was first, its key is the one in the table.
    return this.#rows(tenantId).where('key_number', '=', firstKeyNumber).executeTakeFirstOrThrow();
  }

  #wrap(tenantId: string, keyNumber: number, key: KeyObject): Buffer {
    return seal(this.#first.key, keyAad(tenantId, keyNumber, this.#first.id), key.export());
  }

  #unwrap({ tenant_id, key_number, kek_id, wrapped }: WrappedKey): KeyObject {
    const kek = this.#keks.get(kek_id);
    if (!kek) {
      throw new EncryptionError(
        'key-unknown',
        `Data is encrypted with key "${kek_id}", which ENCRYPTION_KEYS does not hold.`,
      );
    }
    return createSecretKey(unseal(kek, keyAad(tenant_id, key_number, kek_id), wrapped));
  }
}

function keyAad(tenantId: string, keyNumber: number, kekId: string): Buffer {
  return Buffer.from(JSON.stringify(['tenant-key', tenantId.toLowerCase(), keyNumber, kekId]));
}
