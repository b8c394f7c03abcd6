import type { LiveEvent } from '../../../shared/api/events.ts';

type Listener = (event: LiveEvent) => void;

/** What open pages are told, tenant by tenant. Nothing is kept: a page that was away asks the API again. */
export class LiveEvents {
  readonly #listeners = new Map<string, Set<Listener>>();

  publish(tenantId: string, event: LiveEvent): void {
    for (const listener of this.#listeners.get(tenantId) ?? []) listener(event);
  }

  /** Answers the function that ends the subscription. */
  subscribe(tenantId: string, listener: Listener): () => void {
    const ofTenant = this.#listeners.get(tenantId) ?? new Set();
    this.#listeners.set(tenantId, ofTenant.add(listener));
    return () => {
      ofTenant.delete(listener);
      if (ofTenant.size === 0) this.#listeners.delete(tenantId);
    };
  }
}
