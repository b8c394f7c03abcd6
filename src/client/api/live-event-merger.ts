import type { QueryClient } from '@tanstack/react-query';
import type { LiveEvent } from '../../shared/api/events.ts';
import { applyLiveEvent } from './queries.ts';

/** Long enough for the steps of a test that end together, too short for a person to notice. */
const gatherMs = 300;

export interface LiveEventMerger {
  apply(event: LiveEvent): void;
  /** What is still gathered is dropped. */
  stop(): void;
}

/**
 * Puts live events into what the pages show. A mailbox tells of each step of its test, and an import of each account:
 * those of one moment make the pages ask once.
 */
export function createLiveEventMerger(client: QueryClient): LiveEventMerger {
  let gathering: ReturnType<typeof setTimeout> | undefined;
  return {
    apply(event) {
      if (event.type !== 'mailbox-changed') {
        applyLiveEvent(client, event);
        return;
      }
      // From the first one on: a stream that never rests must not put the answer off.
      gathering ??= setTimeout(() => {
        gathering = undefined;
        applyLiveEvent(client, event);
      }, gatherMs);
    },
    stop: () => clearTimeout(gathering),
  };
}
