import { randomBytes, randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type {
  CreatedServiceKey,
  NewServiceKey,
  ServiceKey,
  ServiceKeyScope,
} from '../../../shared/api/service-keys.ts';
import type { Tables } from '../../storage/tables.ts';
import { recordAudit, type Actor } from '../audit/index.ts';
import type { EntityStore } from '../entity-registration/index.ts';
import type { LiveEvents } from '../live-events/index.ts';
import { digestOf, judgeServiceKey } from './judge-service-key.ts';
import { endOfDay, keyExpiryProblem } from './service-key-expiry.ts';
import { serviceKeyResource } from './service-key-resource.ts';
import type { ServiceKeyRow, ServiceKeyStore } from './service-key-store.ts';
import { formatServiceKey, parseServiceKey, secretBytes } from './service-key-text.ts';

export interface ServiceKeyDependencies {
  db: Kysely<Tables>;
  entities: EntityStore;
  store: ServiceKeyStore;
  live: LiveEvents;
  /** Asked at each use: a firm that is no longer admitted has no working key. */
  isAllowedTenant: (tenantId: string) => boolean;
  now: () => number;
  log: { error(fields: object, message: string): void };
}

export type CreateResult =
  | { kind: 'created'; created: CreatedServiceKey }
  | { kind: 'not-found' | 'too-many' }
  | { kind: 'invalid'; problem: 'in-the-past' | 'too-far-ahead' };

/** Whom an accepted key speaks for. */
export interface KeyHolder {
  tenantId: string;
  entityId: string;
  keyId: string;
  scopes: readonly ServiceKeyScope[];
}

/** `reason` and the ids are for the log: the caller is told one thing, whatever is wrong with the key. */
export type KeyCheck = { holder: KeyHolder } | { reason: string; tenantId?: string; keyId?: string };

export const mostKeysInUse = 20;
const mostListed = 200;
/** Last use is for people who wonder whether a key may go: a minute is exact enough. */
const useNotedEveryMs = 60_000;

/** Keys with which LEGAL 365 itself calls, one or more for each entity. Their text is never kept. */
export class ServiceKeys {
  readonly #given: ServiceKeyDependencies;

  constructor(given: ServiceKeyDependencies) {
    this.#given = given;
  }

  /** Newest first; null when there is no such entity. */
  async list(tenantId: string, entityId: string): Promise<ServiceKey[] | null> {
    const { entities, store, now } = this.#given;
    if ((await entities.find(tenantId, entityId)) === null) return null;
    const rows = await store.list(tenantId, entityId, new Date(now()), mostListed);
    return rows.map(serviceKeyResource);
  }

  async create(actor: Actor, entityId: string, wanted: NewServiceKey): Promise<CreateResult> {
    const { db, entities, store, live, now } = this.#given;
    const at = new Date(now());
    const problem = keyExpiryProblem(wanted.expiresOn, at);
    if (problem !== null) return { kind: 'invalid', problem };
    const entity = await entities.find(actor.tenantId, entityId);
    if (entity === null) return { kind: 'not-found' };
    const { key, row } = newKey(actor, entity.id, wanted, at);
    const isAdded = await db.transaction().execute(async (trx) => {
      if (!(await store.add(trx, row, mostKeysInUse))) return false;
      const details = auditDetails(row);
      await recordAudit(trx, { action: 'service-key-created', actor, entity, details }, now());
      return true;
    });
    if (!isAdded) return { kind: 'too-many' };
    live.publish(actor.tenantId, { type: 'entity-changed', entityId: entity.id });
    return { kind: 'created', created: { key, serviceKey: serviceKeyResource(row) } };
  }

  /** Ends the key at once; one that is revoked already stays as it is. null when there is no such key. */
  async revoke(actor: Actor, entityId: string, keyId: string): Promise<ServiceKey | null> {
    const { db, entities, store, live, now } = this.#given;
    const { tenantId } = actor;
    const entity = await entities.find(tenantId, entityId);
    const key = await store.find(tenantId, keyId);
    if (entity === null || key?.entity_id !== entity.id) return null;
    const revoked = await db.transaction().execute(async (trx) => {
      const row = await store.revoke(trx, tenantId, entity.id, key.id, new Date(now()));
      const details = auditDetails(key);
      if (row) await recordAudit(trx, { action: 'service-key-revoked', actor, entity, details }, now());
      return row;
    });
    if (revoked === null) return serviceKeyResource((await store.find(tenantId, keyId)) ?? key);
    live.publish(tenantId, { type: 'entity-changed', entityId: entity.id });
    return serviceKeyResource(revoked);
  }

  /** Whom a text that came as a key speaks for. Asks the database each time, so that a revoked key stops at once. */
  async check(text: string): Promise<KeyCheck> {
    const { store, isAllowedTenant, now } = this.#given;
    const parts = parseServiceKey(text);
    if (parts === null) return { reason: 'not a whole service key' };
    const { tenantId, keyId, secret } = parts;
    const row = await store.find(tenantId, keyId);
    const refusal = judgeServiceKey(row, secret, new Date(now()));
    if (row === null || refusal !== null) return { reason: refusal ?? 'unknown', tenantId, keyId };
    if (!isAllowedTenant(tenantId)) return { reason: 'tenant not admitted', tenantId, keyId };
    await this.#noteUse(row);
    return { holder: { tenantId, entityId: row.entity_id, keyId, scopes: row.scopes } };
  }

  /** No call fails with the note. */
  async #noteUse(row: ServiceKeyRow): Promise<void> {
    const { store, now, log } = this.#given;
    const since = now() - useNotedEveryMs;
    if (row.last_used_at !== null && row.last_used_at.getTime() > since) return;
    await store
      .noteUse(row, new Date(now()), new Date(since))
      .catch((error: unknown) => log.error({ err: error, keyId: row.id }, 'use of a key not noted'));
  }
}

function newKey(
  actor: Actor,
  entityId: string,
  wanted: NewServiceKey,
  at: Date,
): { key: string; row: ServiceKeyRow } {
  const { tenantId, name: createdBy } = actor;
  const parts = { tenantId, keyId: randomUUID(), secret: randomBytes(secretBytes) };
  const key = formatServiceKey(parts);
  const row = {
    tenant_id: tenantId,
    entity_id: entityId,
    id: parts.keyId,
    name: wanted.name,
    scopes: [...new Set(wanted.scopes)],
    key_hash: digestOf(parts.secret),
    // The end of the checksum: no character of the secret is shown again.
    hint: key.slice(-4),
    created_at: at,
    created_by: createdBy,
    expires_at: endOfDay(wanted.expiresOn),
    last_used_at: null,
    revoked_at: null,
  };
  return { key, row };
}

function auditDetails({ name, scopes, hint, expires_at }: ServiceKeyRow): Record<string, string> {
  return { name, scopes: scopes.join(', '), hint, expiresAt: expires_at.toISOString() };
}
