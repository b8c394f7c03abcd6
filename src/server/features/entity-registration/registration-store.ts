import type { Kysely, Selectable } from 'kysely';
import type { Encryption } from '../../storage/encryption/encryption.ts';
import type { Tables } from '../../storage/tables.ts';

export type RegistrationRow = Selectable<Tables['registrations']>;

export interface RegistrationToStore {
  tenantId: string;
  entityId: string;
  directoryId: string;
  applicationId: string;
  /** ISO date. */
  secretExpiresOn: string;
  storedBy: string;
}

/** Registrations of one tenant's entities. The secret leaves through `secretOf` alone. */
export interface RegistrationStore {
  find(tenantId: string, entityId: string): Promise<RegistrationRow | null>;
  list(tenantId: string): Promise<RegistrationRow[]>;
  secretOf(row: RegistrationRow): Promise<string>;
  /**
   * Puts the values in place of what was there, in the transaction given. Answers their version.
   */
  store(trx: Kysely<Tables>, values: RegistrationToStore, encrypted: Buffer, at: Date): Promise<number>;
  /** Ciphertext of a secret, bound to its row. Made before the transaction: a new key writes rows of its own. */
  encryptSecret(tenantId: string, entityId: string, secret: string): Promise<Buffer>;
  /** Swaps the secret of one entity while it is still that of the application; false when it was replaced meanwhile. */
  swapSecret(
    trx: Kysely<Tables>,
    row: RegistrationRow,
    encrypted: Buffer,
    secretExpiresOn: string,
    at: Date,
  ): Promise<boolean>;
}

export function createRegistrationStore(db: Kysely<Tables>, encryption: Encryption): RegistrationStore {
  const place = (tenantId: string, entityId: string) => ({
    tenantId,
    table: 'registrations',
    rowId: entityId,
    column: 'secret_ciphertext',
  });
  return {
    async find(tenantId, entityId) {
      const row = await ofTenant(db, tenantId).where('entity_id', '=', entityId).executeTakeFirst();
      return row ?? null;
    },

    list: (tenantId) => ofTenant(db, tenantId).orderBy('entity_id').execute(),

    secretOf: (row) => encryption.decrypt(place(row.tenant_id, row.entity_id), row.secret_ciphertext),

    encryptSecret: (tenantId, entityId, secret) => encryption.encrypt(place(tenantId, entityId), secret),

    async store(trx, values, encrypted, at) {
      const { tenantId: tenant_id, entityId: entity_id, directoryId: directory_id } = values;
      const row = {
        directory_id,
        application_id: values.applicationId,
        secret_ciphertext: encrypted,
        secret_expires_on: values.secretExpiresOn,
        stored_at: at,
        stored_by: values.storedBy,
      };
      const { version } = await trx
        .insertInto('registrations')
        .values({ tenant_id, entity_id, ...row })
        .onConflict((conflict) =>
          conflict
            .columns(['tenant_id', 'entity_id'])
            .doUpdateSet((eb) => ({ ...row, version: eb('registrations.version', '+', 1) })),
        )
        .returning('version')
        .executeTakeFirstOrThrow();
      return version;
    },

    async swapSecret(trx, row, encrypted, secretExpiresOn, at) {
      const done = await trx
        .updateTable('registrations')
        .set((eb) => ({
          secret_ciphertext: encrypted,
          secret_expires_on: secretExpiresOn,
          stored_at: at,
          version: eb('version', '+', 1),
        }))
        .where('tenant_id', '=', row.tenant_id)
        .where('entity_id', '=', row.entity_id)
        .where('version', '=', row.version)
        .executeTakeFirst();
      return done.numUpdatedRows === 1n;
    },
  };
}

function ofTenant(db: Kysely<Tables>, tenantId: string) {
  return db.selectFrom('registrations').selectAll().where('tenant_id', '=', tenantId);
}
