import type { Kysely } from 'kysely';
import type { RegistrationInput } from '../../../shared/domain/registration-input.ts';
import type { Encryption } from '../../storage/encryption/encryption.ts';
import type { Tables } from '../../storage/tables.ts';

export interface Draft {
  values: RegistrationInput;
  expiresAt: Date;
}

/** Unfinished entries of the registration form, encrypted as a whole, for 24 hours. */
export interface DraftStore {
  find(tenantId: string, entityId: string, now: Date): Promise<Draft | null>;
  /** Drafts of all of the tenant's entities, by entity id. */
  list(tenantId: string, now: Date): Promise<Map<string, Draft>>;
  save(tenantId: string, entityId: string, draft: Draft): Promise<void>;
  remove(db: Kysely<Tables>, tenantId: string, entityId: string): Promise<void>;
  removeExpired(now: Date): Promise<number>;
}

export function createDraftStore(db: Kysely<Tables>, encryption: Encryption): DraftStore {
  const place = (tenantId: string, entityId: string) => ({
    tenantId,
    table: 'registration_drafts',
    rowId: entityId,
    column: 'ciphertext',
  });

  async function draftsOf(tenantId: string, now: Date, entityId?: string): Promise<Map<string, Draft>> {
    let query = db
      .selectFrom('registration_drafts')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .where('expires_at', '>', now);
    if (entityId !== undefined) query = query.where('entity_id', '=', entityId);
    const drafts = new Map<string, Draft>();
    for (const row of await query.execute()) {
      const text = await encryption.decrypt(place(tenantId, row.entity_id), row.ciphertext);
      drafts.set(row.entity_id, { values: JSON.parse(text) as RegistrationInput, expiresAt: row.expires_at });
    }
    return drafts;
  }

  return {
    list: (tenantId, now) => draftsOf(tenantId, now),

    find: async (tenantId, entityId, now) => (await draftsOf(tenantId, now, entityId)).get(entityId) ?? null,

    async save(tenantId, entityId, { values, expiresAt }) {
      const ciphertext = await encryption.encrypt(place(tenantId, entityId), JSON.stringify(values));
      const row = { ciphertext, expires_at: expiresAt };
      await db
        .insertInto('registration_drafts')
        .values({ tenant_id: tenantId, entity_id: entityId, ...row })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'entity_id']).doUpdateSet(row))
        .execute();
    },

    async remove(trx, tenantId, entityId) {
      await trx
        .deleteFrom('registration_drafts')
        .where('tenant_id', '=', tenantId)
        .where('entity_id', '=', entityId)
        .execute();
    },

    async removeExpired(now) {
      const done = await db
        .deleteFrom('registration_drafts')
        .where('expires_at', '<=', now)
        .executeTakeFirst();
      return Number(done.numDeletedRows);
    },
  };
}
