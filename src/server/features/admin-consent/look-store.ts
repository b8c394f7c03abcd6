import { sql, type Kysely, type Selectable } from 'kysely';
import type { Verdict } from '../../../shared/api/verdict.ts';
import type { ConsentStatus } from '../../../shared/domain/consent.ts';
import { storableJson } from '../../storage/storable-json.ts';
import type { Tables } from '../../storage/tables.ts';

type Row = Selectable<Tables['consent_attempts']>;

/** Attempts that look for the grant. */
export const openStatuses: readonly ConsentStatus[] = ['waiting', 'looking'];

/** What a look found, and when the next one is. */
export interface LookResult {
  status: ConsentStatus;
  nextLookAt: Date | null;
  lookedAt: Date;
  missing: string[] | null;
  verdict: Verdict | null;
}

/** Looks are driven by their rows: they go on when a page is closed, a server is killed or another one takes over. */
export interface LookStore {
  /** Attempts whose next look is due, over all tenants, longest ago first. */
  due(now: Date, most: number): Promise<Row[]>;
  /**
   * Takes the next look of an attempt; should the look never end, it is due again at the time given. null when another
   * process took it, or the attempt has changed meanwhile.
   */
  claim(attempt: Row, dueAgainAt: Date): Promise<Row | null>;
  /**
   * Keeps what was found. Where an answer came in while looking, the attempt goes on as that answer wants it. null when
   * the attempt was ended meanwhile.
   */
  keepLook(attempt: Row, result: LookResult): Promise<Row | null>;
}

export function createLookStore(db: Kysely<Tables>): LookStore {
  const update = ({ tenant_id, entity_id, id }: Row) =>
    db
      .updateTable('consent_attempts')
      .where('tenant_id', '=', tenant_id)
      .where('entity_id', '=', entity_id)
      .where('id', '=', id);
  return {
    due: (now, most) =>
      db
        .selectFrom('consent_attempts')
        .selectAll()
        .where('next_look_at', '<=', now)
        .where('status', 'in', openStatuses)
        .orderBy('next_look_at')
        .limit(most)
        .execute(),

    async claim(attempt, dueAgainAt) {
      const row = await update(attempt)
        .set({ next_look_at: dueAgainAt })
        .where('next_look_at', '=', attempt.next_look_at)
        .where('status', 'in', openStatuses)
        .returningAll()
        .executeTakeFirst();
      return row ?? null;
    },

    async keepLook(attempt, { status, nextLookAt, lookedAt, missing, verdict }) {
      const granted = status === 'granted';
      const unchanged = sql<boolean>`next_look_at is not distinct from ${attempt.next_look_at}::timestamptz`;
      const row = await update(attempt)
        .set((eb) => ({
          looks: eb('looks', '+', 1),
          looked_at: lookedAt,
          missing: missing && storableJson(missing),
          verdict: verdict && storableJson(verdict),
          status: granted ? status : sql`case when ${unchanged} then ${status}::text else status end`,
          next_look_at: granted
            ? null
            : sql`case when ${unchanged} then ${nextLookAt}::timestamptz else next_look_at end`,
        }))
        .where('status', 'in', openStatuses.includes(attempt.status) ? openStatuses : [attempt.status])
        .returningAll()
        .executeTakeFirst();
      return row ?? null;
    },
  };
}
