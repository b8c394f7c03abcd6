import type { LiveEvent } from '../../../shared/api/events.ts';

export type LiveListener = (event: LiveEvent) => void;

/** What open pages are told, tenant by tenant. Nothing is kept: a page that was away asks the API again. */
export interface LiveEvents {
  publish(tenantId: string, event: LiveEvent): void;
  /** Answers the function that ends the subscription. */
  subscribe(tenantId: string, listener: LiveListener): () => void;
}

export function createLiveEvents(): LiveEvents {
  const listeners = new Map<string, Set<LiveListener>>();
  return {
    publish(tenantId, event) {
      for (const listener of listeners.get(tenantId) ?? []) listener(event);
    },
    subscribe(tenantId, listener) {
      const ofTenant = listeners.get(tenantId) ?? new Set();
      listeners.set(tenantId, ofTenant.add(listener));
      return () => {
        ofTenant.delete(listener);
        if (ofTenant.size === 0) listeners.delete(tenantId);
      };
    },
  };
}
