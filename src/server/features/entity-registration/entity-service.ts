import type { Kysely } from 'kysely';
import type { ConsentAttempt } from '../../../shared/api/consent.ts';
import type { Entity, EntityChange, NewEntity } from '../../../shared/api/entities.ts';
import type { SetupMark } from '../../../shared/domain/setup.ts';
import type { Tables } from '../../storage/tables.ts';
import { recordAudit, type Actor } from '../audit/index.ts';
import { forModules, type ConnectionTestStore } from '../connection-test/index.ts';
import type { LiveEvents } from '../live-events/index.ts';
import type { DraftStore } from './draft-store.ts';
import { entityResource } from './entity-resource.ts';
import type { EntityRow, EntityStore } from './entity-store.ts';
import type { RegistrationStore } from './registration-store.ts';
import type { SetupMarkStore } from './setup-mark-store.ts';

export interface EntityDependencies {
  db: Kysely<Tables>;
  entities: EntityStore;
  registrations: RegistrationStore;
  drafts: DraftStore;
  tests: ConnectionTestStore;
  marks: SetupMarkStore;
  /** Last consent attempt about each stored registration, by entity id. */
  consents: { latest(tenantId: string): Promise<Map<string, ConsentAttempt>> };
  /** Keys in use of each entity, by entity id. */
  serviceKeys: { inUse(tenantId: string, now: Date): Promise<Map<string, Entity['serviceKeys']>> };
  live: LiveEvents;
  now: () => number;
}

/** What a person may see: drafts belong to those who may write them. */
export interface Viewer {
  tenantId: string;
  mayWrite: boolean;
}

/** Entities of the signed-on person's tenant. An id of another tenant is answered like one that does not exist. */
export class Entities {
  readonly #given: EntityDependencies;

  constructor(given: EntityDependencies) {
    this.#given = given;
  }

  /** In the order in which they were created. */
  async list({ tenantId, mayWrite }: Viewer): Promise<Entity[]> {
    const { entities, registrations, drafts, tests, marks, consents, serviceKeys, now } = this.#given;
    const rows = await entities.list(tenantId);
    const stored = await registrations.list(tenantId);
    const open = mayWrite ? await drafts.list(tenantId, new Date(now())) : new Map<string, never>();
    const latest = await tests.latest(tenantId, new Date(now()));
    const marked = await marks.list(tenantId);
    const attempts = await consents.latest(tenantId);
    const keys = await serviceKeys.inUse(tenantId, new Date(now()));
    const siblings = { entities: rows, registrations: stored };
    return rows.map((entity) => {
      const test = latest.get(entity.id);
      const parts = {
        entity,
        registration: stored.find(({ entity_id }) => entity_id === entity.id) ?? null,
        draft: open.get(entity.id) ?? null,
        marks: marked.filter(({ entity_id }) => entity_id === entity.id),
        consent: attempts.get(entity.id) ?? null,
        serviceKeys: keys.get(entity.id) ?? { active: 0, lastUsedAt: null },
        latestTest: test ? forModules(test, entity.modules) : null,
        siblings,
      };
      return entityResource(parts, mayWrite);
    });
  }

  async find(viewer: Viewer, entityId: string): Promise<Entity | null> {
    return (await this.list(viewer)).find(({ id }) => id === entityId) ?? null;
  }

  async create(actor: Actor, entity: NewEntity): Promise<Entity> {
    const { db, entities, now } = this.#given;
    const row = await entities.create(actor.tenantId, entity, new Date(now()));
    await recordAudit(db, { action: 'entity-created', actor, entity: row }, now());
    const created = await this.#changed(actor, row);
    if (created === null) throw new Error('the entity was removed while it was created');
    return created;
  }

  /** null when there is no such entity. */
  async change(actor: Actor, entityId: string, change: EntityChange): Promise<Entity | null> {
    const { db, entities, now } = this.#given;
    const row = await entities.change(actor.tenantId, entityId, change, new Date(now()));
    if (row === null) return null;
    const details = { name: row.name, modules: row.modules.join(', ') };
    await recordAudit(db, { action: 'entity-changed', actor, entity: row, details }, now());
    return this.#changed(actor, row);
  }

  /** Notes that a person says a part of the set-up is done, or not; null when there is no such entity. */
  async mark(actor: Actor, entityId: string, mark: SetupMark, done: boolean): Promise<Entity | null> {
    const { db, entities, marks, now } = this.#given;
    const row = await entities.find(actor.tenantId, entityId);
    if (row === null) return null;
    const changed = done
      ? await marks.set(actor, entityId, mark, new Date(now()))
      : await marks.unset(actor.tenantId, entityId, mark);
    const action = done ? 'setup-marked' : 'setup-unmarked';
    if (changed) await recordAudit(db, { action, actor, entity: row, details: { mark } }, now());
    return this.#changed(actor, row);
  }

  /** Removes it with its registration, draft and tests; false when there is no such entity. */
  async remove(actor: Actor, entityId: string): Promise<boolean> {
    const { db, entities, live, now } = this.#given;
    const row = await entities.remove(actor.tenantId, entityId);
    if (row === null) return false;
    await recordAudit(db, { action: 'entity-removed', actor, entity: row }, now());
    live.publish(actor.tenantId, { type: 'entity-changed', entityId });
    return true;
  }

  #changed(actor: Actor, row: EntityRow): Promise<Entity | null> {
    this.#given.live.publish(actor.tenantId, { type: 'entity-changed', entityId: row.id });
    return this.find({ tenantId: actor.tenantId, mayWrite: true }, row.id);
  }
}
