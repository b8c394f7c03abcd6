import type { TenantStore } from './tenant-store.ts';

export interface PresenceDependencies {
  tenants: TenantStore;
  now: () => number;
  log: { error(fields: object, message: string): void };
}

/** Noting every request would write at every click: once an hour is enough to know that a firm is alive. */
const noteEveryMs = 3600_000;

/** Notes which firms are alive. What was noted lately is known to this process alone: each replica notes for itself. */
export class Presence {
  readonly #given: PresenceDependencies;
  readonly #notedAt = new Map<string, number>();

  constructor(given: PresenceDependencies) {
    this.#given = given;
  }

  /** Somebody of the tenant was let in. Nobody waits for the note, and no request fails with it. */
  saw(tenantId: string): void {
    const { tenants, now, log } = this.#given;
    const at = now();
    if (at - (this.#notedAt.get(tenantId) ?? -Infinity) < noteEveryMs) return;
    this.#notedAt.set(tenantId, at);
    tenants
      .saw(tenantId, new Date(at))
      .catch((error: unknown) => log.error({ err: error, tenantId }, 'tenant not noted'));
  }
}
