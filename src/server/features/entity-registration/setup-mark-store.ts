import type { Kysely, Selectable } from 'kysely';
import type { SetupMark } from '../../../shared/domain/setup.ts';
import type { Tables } from '../../storage/tables.ts';

/** What people ticked in the set-up of an entity. */
export interface SetupMarkStore {
  list(tenantId: string): Promise<Selectable<Tables['setup_marks']>[]>;
  /** false when it was ticked already: the first who did so is remembered. */
  set(by: { tenantId: string; name: string }, entityId: string, mark: SetupMark, at: Date): Promise<boolean>;
  /** false when it was not ticked. */
  unset(tenantId: string, entityId: string, mark: SetupMark): Promise<boolean>;
  /** Forgets what was said of another application, in the transaction that replaces it. */
  forgetApplication(trx: Kysely<Tables>, tenantId: string, entityId: string): Promise<void>;
}

/** The roles stay explained and the mailboxes' switches stay on whichever application signs in. */
const aboutApplication: readonly SetupMark[] = [
  'registration',
  'redirect-uris',
  'secret',
  'permissions',
  'hand-over',
];

export function createSetupMarkStore(db: Kysely<Tables>): SetupMarkStore {
  return {
    list: (tenantId) =>
      db
        .selectFrom('setup_marks')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .orderBy('marked_at')
        .execute(),

    async set({ tenantId, name }, entityId, mark, at) {
      const done = await db
        .insertInto('setup_marks')
        .values({ tenant_id: tenantId, entity_id: entityId, mark, marked_at: at, marked_by: name })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return done.numInsertedOrUpdatedRows === 1n;
    },

    async unset(tenantId, entityId, mark) {
      const done = await db
        .deleteFrom('setup_marks')
        .where('tenant_id', '=', tenantId)
        .where('entity_id', '=', entityId)
        .where('mark', '=', mark)
        .executeTakeFirst();
      return done.numDeletedRows === 1n;
    },

    async forgetApplication(trx, tenantId, entityId) {
      await trx
        .deleteFrom('setup_marks')
        .where('tenant_id', '=', tenantId)
        .where('entity_id', '=', entityId)
        .where('mark', 'in', aboutApplication)
        .execute();
    },
  };
}
