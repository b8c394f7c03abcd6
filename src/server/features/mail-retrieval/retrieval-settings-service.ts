import type { Kysely } from 'kysely';
import type { RetrievalSettings, RetrievalSettingsAnswer } from '../../../shared/api/retrievals.ts';
import type { Tables } from '../../storage/tables.ts';
import { recordAudit, type Actor } from '../audit/index.ts';
import type { EntityStore } from '../entity-registration/index.ts';
import type { LiveEvents } from '../live-events/index.ts';
import type { MailboxStore } from '../mailboxes/index.ts';
import type { RetrievalSettingsRow, RetrievalSettingsStore } from './retrieval-settings-store.ts';
import type { RetrievalStore } from './retrieval-store.ts';
import { placeInInterval } from './schedule.ts';

export interface RetrievalSettingsDependencies {
  db: Kysely<Tables>;
  entities: EntityStore;
  mailboxes: MailboxStore;
  settings: RetrievalSettingsStore;
  store: RetrievalStore;
  /** Whether the database survives a loss of power. */
  mayDelete: boolean;
  live: LiveEvents;
  now: () => number;
}

export type ChangeResult = RetrievalSettingsAnswer | 'entity-unknown' | 'may-not-delete';

const unchanged: RetrievalSettings = { on: false, everyMinutes: 5, deleteFromServer: false };

/** What a firm wants of retrieval for an entity's mailboxes. Off until it says so. */
export class RetrievalChoices {
  readonly #given: RetrievalSettingsDependencies;

  constructor(given: RetrievalSettingsDependencies) {
    this.#given = given;
  }

  /** null when there is no such entity. */
  async find(tenantId: string, entityId: string): Promise<RetrievalSettingsAnswer | null> {
    const { entities, settings, mayDelete } = this.#given;
    if ((await entities.find(tenantId, entityId)) === null) return null;
    return { settings: settingsOf(await settings.find(tenantId, entityId)), mayDelete };
  }

  /** Switched on, or to another interval, the entity's mailboxes become due one after the other; switched off, never. */
  async change(actor: Actor, entityId: string, wanted: RetrievalSettings): Promise<ChangeResult> {
    const { db, entities, settings, store, mayDelete, live, now } = this.#given;
    const { tenantId } = actor;
    const entity = await entities.find(tenantId, entityId);
    if (entity === null) return 'entity-unknown';
    if (wanted.deleteFromServer && !mayDelete) return 'may-not-delete';
    const before = await settings.find(tenantId, entity.id);
    const row = rowOf(tenantId, entity.id, wanted, before, new Date(now()));
    const due = await this.#due(row, before);
    const details = detailsOf(wanted);
    await db.transaction().execute(async (trx) => {
      await settings.replace(trx, row);
      await store.plan(trx, tenantId, due);
      await recordAudit(trx, { action: 'retrieval-settings-changed', actor, entity, details }, now());
    });
    live.publish(tenantId, { type: 'entity-changed', entityId: entity.id });
    return { settings: wanted, mayDelete };
  }

  async #due(row: RetrievalSettingsRow, before: RetrievalSettingsRow | null) {
    if (before?.is_on === row.is_on && before.every_minutes === row.every_minutes) return [];
    const everyMs = row.every_minutes * 60_000;
    const mailboxes = await this.#given.mailboxes.listOfEntity(row.tenant_id, row.entity_id);
    return mailboxes.map(({ id }) => {
      const at = new Date(this.#given.now() + placeInInterval(id, everyMs));
      return { mailboxId: id, at: row.is_on ? at : null };
    });
  }
}

function settingsOf(row: RetrievalSettingsRow | null): RetrievalSettings {
  if (row === null) return unchanged;
  return { on: row.is_on, everyMinutes: row.every_minutes, deleteFromServer: row.delete_from_server };
}

function rowOf(
  tenant_id: string,
  entity_id: string,
  { on, everyMinutes, deleteFromServer }: RetrievalSettings,
  before: RetrievalSettingsRow | null,
  at: Date,
): RetrievalSettingsRow {
  const wasOn = before?.is_on === true;
  return {
    tenant_id,
    entity_id,
    is_on: on,
    every_minutes: everyMinutes,
    delete_from_server: deleteFromServer,
    switched_on_at: on ? (wasOn ? before.switched_on_at : at) : null,
  };
}

function detailsOf({ on, everyMinutes, deleteFromServer }: RetrievalSettings): Record<string, string> {
  return { on: String(on), everyMinutes: String(everyMinutes), deleteFromServer: String(deleteFromServer) };
}
